"""Wat al bekend is overnemen: in een vervolg, in een aanvraag die een andere vervangt, of bij een nummer."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.kopieren import kopieer
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar, of_terug
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.vervangen import vervang
from dakpan.wandeling.vervolg import begin_vervolg
from dakpan.web.formulier import Formulier, Groep, Ingevuld, Veld
from dakpan.web.verzoek import handeling, zaak_of_404


class Kopievragen(Strikt):
    nummer = tekstveld(20, required=True)


KOPIE = Formulier(
    [
        Groep(
            _l("Welke aanvraag?"),
            [
                Veld(
                    "nummer",
                    _l("Nummer van de eerdere aanvraag"),
                    verplicht=True,
                    max=20,
                    hulp=_l("Zoals AJ-2022-00012"),
                )
            ],
        )
    ],
    Kopievragen,
)


@bp.post(f"{ZAAK}/vervolg")
@of_terug("zaak.toon")
def vervolg(tenant_id: str, zaak_id: UUID) -> Any:
    """Begint het vervolg, of opent het als het er al is."""
    nieuw = begin_vervolg(handeling(), zaak_of_404(tenant_id, zaak_id))
    flash(_("Wat bekend is staat er al, met waar het vandaan komt. Kijk het per onderdeel na en sla het op."), "info")
    return naar(adres("aanvraag.formulier", nieuw))


@bp.post(f"{ZAAK}/vervangen")
@of_terug("zaak.toon")
def vervangen(tenant_id: str, zaak_id: UUID) -> Any:
    """Begint de aanvraag die voor deze in de plaats komt, of opent haar als zij er al is."""
    nieuw = vervang(handeling(), zaak_of_404(tenant_id, zaak_id))
    flash(_("Alles uit de vorige aanvraag staat er al. Verbeter wat niet klopte; kijk de rest na en sla op."), "info")
    return naar(adres("aanvraag.formulier", nieuw))


@bp.get(f"{ZAAK}/aanvraag/kopie")
def kopie(tenant_id: str, zaak_id: UUID) -> Any:
    """Van welke eerdere aanvraag van dezelfde cliënt?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.AANVRAAG_WIJZIGEN)
    haal_aanvraag(handeling(), zaak)
    return _kopiepagina(zaak, KOPIE.leeg())


@bp.post(f"{ZAAK}/aanvraag/kopie")
def neem_kopie(tenant_id: str, zaak_id: UUID) -> Any:
    """Neemt de antwoorden over die hier nog leeg zijn."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld = KOPIE.lees(request.form)
    if not ingevuld.geldig:
        return _kopiepagina(zaak, ingevuld), 422
    try:
        aantal = kopieer(handeling(), zaak, ingevuld.gelezen["nummer"])
    except InvoerFout as fout:
        return _kopiepagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _kopiepagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    flash(ngettext("Er is 1 antwoord overgenomen.", "Er zijn %(num)s antwoorden overgenomen.", aantal), "goed")
    return naar(adres("aanvraag.formulier", zaak))


def _kopiepagina(zaak: Zaak, ingevuld: Ingevuld) -> str:
    return render_template("aanvraag/kopie.html", zaak=zaak, form=KOPIE, ingevuld=ingevuld)
