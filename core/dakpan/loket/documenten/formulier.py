"""Het formulier om één bestand toe te voegen: wat is het, en welk bestand?"""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.stukken import Stuk
from dakpan.dossier.bewaren import LANGSTE_TITEL, Aangeleverd
from dakpan.invoer.fouten import fout_bij
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.web.bestand import lees_bestand
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


def aangeleverd(ingevuld: Ingevuld, stukken: Iterable[Stuk]) -> Aangeleverd:
    """Wat er is gebracht; leest nooit meer dan er past."""
    naam, inhoud = lees_bestand("bestand")
    waarvoor = ingevuld.gelezen["waarvoor"]
    if waarvoor != ANDERS:
        titels = {een.code: een.titel for een in stukken}
        return Aangeleverd(naam, inhoud, titels[waarvoor], waarvoor)
    titel = ingevuld.gelezen.get("titel", "").strip()
    if not titel:
        raise fout_bij("titel", _("schrijf hoe het document heet"))
    return Aangeleverd(naam, inhoud, titel)
