"""Bezwaar en beroep op het scherm: vastleggen, volgen en de uitkomst."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.bezwaren import lezen
from dakpan.aanvraag.bezwaren.bestreden import aanvechtbaar, mogelijke_soorten
from dakpan.aanvraag.bezwaren.formulier import bezwaarformulier
from dakpan.aanvraag.bezwaren.namen import bestredennaam
from dakpan.aanvraag.bezwaren.rechtsmiddel import rechtsmiddel
from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.namen import BESLOTEN
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar
from dakpan.aanvraag.views.proberen import probeer
from dakpan.dossier.tables import Zaak
from dakpan.wandeling import bezwaren as wandeling
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/bezwaar")
def bezwaren(tenant_id: str, zaak_id: UUID) -> Any:
    """Tot wanneer kan het, wat loopt er, en leg het vast."""
    return _overzicht(zaak_of_404(tenant_id, zaak_id), None)


@bp.post(f"{ZAAK}/bezwaar")
def leg_bezwaar_vast(tenant_id: str, zaak_id: UUID) -> Any:
    """Legt een bezwaar of beroep vast."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(*lezen.rechten_voor(handeling()))
    form = _vastlegformulier(zaak)
    if form is None:
        flash(_("Er loopt al een bezwaar of beroep, of er is nog geen besluit."), "let_op")
        return naar(adres("aanvraag.bezwaren", zaak))
    ingevuld, bezwaar_id = form.lees(request.form), eenmalig()

    def doe() -> Any:
        wandeling.leg_vast(handeling(), zaak, ingevuld.contract, bezwaar_id)
        return _("Het is vastgelegd. Zolang het loopt gaat het werk door.")

    def opnieuw(weer: Ingevuld) -> str:
        return _overzicht(zaak_of_404(tenant_id, zaak_id), weer)

    return probeer(ingevuld, doe, opnieuw, bezwaaradres(zaak, bezwaar_id))


def bezwaaradres(zaak: Zaak, bezwaar_id: UUID) -> str:
    return url_for("aanvraag.bezwaar", tenant_id=zaak.tenant_id, zaak_id=zaak.id, bezwaar_id=bezwaar_id)


def _vastlegformulier(zaak: Zaak) -> Formulier | None:
    """None: er valt nu niets vast te leggen, of de vrager mag het niet."""
    alle = lezen.bezwaren_van(handeling(), zaak)
    if lezen.waarom_geen_bezwaar(haal_besluit(handeling(), zaak), alle) or not lezen.mag_vastleggen(handeling()):
        return None
    tegen = aanvechtbaar(handeling(), zaak)
    kan = {soort for een in tegen for soort in mogelijke_soorten(een, alle)}
    return bezwaarformulier(
        [een for een in Bezwaarsoort if een in kan], [(str(een.id), bestredennaam(een)) for een in tegen]
    )


def _overzicht(zaak: Zaak, ingevuld: Ingevuld | None) -> str:
    besluit = haal_besluit(handeling(), zaak)
    alle = lezen.bezwaren_van(handeling(), zaak)
    form = _vastlegformulier(zaak)
    vooraf = {"ontvangen_op": handeling().vandaag, "indiener": zaak.persoon.naam, **_enige_soort(form), **_tegen(form)}
    return render_template(
        "aanvraag/bezwaren.html",
        zaak=zaak,
        besluit=besluit,
        middel=rechtsmiddel(besluit, alle),
        soorten=BESLOTEN,
        bezwaren=alle,
        reden=lezen.waarom_geen_bezwaar(besluit, alle),
        form=form,
        ingevuld=ingevuld or (form.leeg(vooraf) if form is not None else None),
    )


def _enige_soort(form: Formulier | None) -> dict[str, str]:
    """Valt er maar één ding vast te leggen, dan hoeft niemand te kiezen."""
    keuzes = next(een.keuzes for een in form.velden if een.naam == "soort") if form is not None else ()
    return {"soort": keuzes[0][0]} if len(keuzes) == 1 else {}


def _tegen(form: Formulier | None) -> dict[str, str]:
    """Wie van een afgewezen wijziging komt heeft al gekozen waartegen het gaat."""
    keuzes = next((een.keuzes for een in form.velden if een.naam == "besluit"), ()) if form is not None else ()
    gevraagd = request.args.get("tegen", "")
    return {"besluit": gevraagd} if gevraagd in dict(keuzes) else {}
