"""Het formulier om één bestand toe te voegen: wat is het, en welk bestand?"""

from collections.abc import Iterable

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.stukken import Stuk
from dakpan.dossier.bewaren import LANGSTE_TITEL, Aangeleverd
from dakpan.invoer.bestandscontrole import Afgekeurd, keur_bestand
from dakpan.invoer.fouten import InvoerFout, fout_bij
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.web.bestand import Meegestuurd, lees_bestand
from dakpan.web.formulier import Formulier, Groep, Ingevuld, Veld
from dakpan.web.vertaling import InHetNederlands

ANDERS = "anders"
_LANGSTE_CODE = 60


class Documentvragen(Strikt):
    waarvoor = tekstveld(_LANGSTE_CODE, required=True)
    titel = tekstveld(LANGSTE_TITEL)


def documentformulier(stukken: Iterable[Stuk]) -> Formulier:
    """Kiezen uit wat er gevraagd is, of iets anders dat zelf een naam krijgt."""
    keuzes = [*((een.code, InHetNederlands(een.titel)) for een in stukken), (ANDERS, _l("Een ander document"))]
    return Formulier(
        [
            Groep(
                "",
                [
                    Veld("waarvoor", _l("Wat is het?"), "keuze", verplicht=True, keuzes=keuzes),
                    Veld(
                        "titel",
                        _l("Hoe heet het document?"),
                        max=LANGSTE_TITEL,
                        hulp=_l("Verplicht bij een ander document."),
                        toon_als=("waarvoor", (ANDERS,)),
                        soms=True,
                    ),
                    Veld(
                        "bestand",
                        _l("Bestand"),
                        "bestand",
                        verplicht=True,
                        hulp=_l("Een PDF, PNG of JPEG van ten hoogste 3.000.000 bytes (3,0 MB). Eén bestand per keer."),
                    ),
                ],
            )
        ],
        Documentvragen,
    )


def lees_document(stukken: Iterable[Stuk]) -> tuple[Ingevuld, Meegestuurd]:
    """Wat er is ingevuld en gebracht, met alles tegelijk wat er niet klopt; leest nooit meer dan er past."""
    ingevuld, gestuurd = documentformulier(stukken).lees(request.form), Meegestuurd()
    if ingevuld.waarden.get("waarvoor") == ANDERS and not str(ingevuld.waarden.get("titel") or "").strip():
        ingevuld = ingevuld.met(fout_bij("titel", _("schrijf hoe het document heet")))
    try:
        gestuurd = lees_bestand("bestand")
        keur_bestand(*gestuurd)
    except InvoerFout as fout:
        ingevuld = ingevuld.met(fout)
    except Afgekeurd as fout:
        ingevuld = ingevuld.met(fout_bij("bestand", str(fout)))
    return ingevuld, gestuurd


def aangeleverd(ingevuld: Ingevuld, gestuurd: Meegestuurd, stukken: Iterable[Stuk]) -> Aangeleverd:
    """Het document zoals het bewaard wordt."""
    waarvoor = ingevuld.gelezen["waarvoor"]
    if waarvoor != ANDERS:
        titels = {een.code: een.titel for een in stukken}
        return Aangeleverd(*gestuurd, titels[waarvoor], waarvoor)
    return Aangeleverd(*gestuurd, ingevuld.gelezen["titel"].strip())
