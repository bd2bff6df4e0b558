"""Eén bezwaar of beroep: volgen, erop beslissen of intrekken."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.beslissen import vereis_beslisser
from dakpan.aanvraag.bezwaren import lezen
from dakpan.aanvraag.bezwaren.beslissen import waarom_niet_beslissen
from dakpan.aanvraag.bezwaren.bestreden import bestreden_door, dagen_te_laat
from dakpan.aanvraag.bezwaren.formulier import uitkomstformulier
from dakpan.aanvraag.bezwaren.namen import bestredennaam
from dakpan.aanvraag.bezwaren.nieuw_besluit import Bijvoorstel
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.cijferblok import cijfers
from dakpan.aanvraag.domain.bezwaren import Bezwaarstatus
from dakpan.aanvraag.domain.omvang import Eenheid
from dakpan.aanvraag.inhoud import besluiten_van, haal_besluit
from dakpan.aanvraag.namen import BESLOTEN
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.views.bezwaar_nakijken import kijk_uitkomst_na, waarop
from dakpan.aanvraag.views.bezwaren import bezwaaradres
from dakpan.aanvraag.views.deur import ZAAK, bp
from dakpan.aanvraag.views.nakijken import eerst_nakijken, te_laat_beslist, vereis_nagekeken
from dakpan.aanvraag.views.proberen import mag_beslissen, met_versie, probeer, probeer_zonder_formulier, wie_beslist
from dakpan.aanvraag.views.waarschuwen import las_waarschuwing
from dakpan.betaling.budget.vooruit import Vooruitzicht
from dakpan.dossier.tables import Zaak
from dakpan.wandeling import bezwaren as wandeling
from dakpan.wandeling.wijzigen import zou_vastleggen
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

BEZWAAR = f"{ZAAK}/bezwaar/<uuid:bezwaar_id>"


@bp.get(BEZWAAR)
def bezwaar(tenant_id: str, zaak_id: UUID, bezwaar_id: UUID) -> Any:
    """Eén bezwaar of beroep, en voor wie beslist de uitkomst."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return _pagina(zaak, lezen.haal_bezwaar(handeling(), zaak, bezwaar_id), None)


@bp.post(BEZWAAR)
def beslis_op_bezwaar(tenant_id: str, zaak_id: UUID, bezwaar_id: UUID) -> Any:
    """Laat eerst zien wat er gaat gebeuren; pas na een ja ligt de uitkomst vast."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    deze = lezen.haal_bezwaar(handeling(), zaak, bezwaar_id)
    vereis_beslisser(handeling(), zaak)
    ingevuld = _uitkomstformulier(zaak, deze, besluiten_van(handeling(), zaak)).lees(request.form)

    def doe() -> Any:
        gewaarschuwd = las_waarschuwing(wandeling.legt_vast(handeling(), zaak, deze, ingevuld.contract))
        vereis_nagekeken(haal_besluit(handeling(), zaak))
        versie = ingevuld.versie
        nieuw = wandeling.beslis(handeling(), zaak, deze, ingevuld.contract, versie, gewaarschuwd=gewaarschuwd)
        anders = _("De uitkomst is vastgelegd, met het nieuwe besluit.")
        return anders if nieuw is not None else _("De uitkomst is vastgelegd. Het besluit blijft.")

    def opnieuw(weer: Ingevuld) -> str:
        vers = zaak_of_404(tenant_id, zaak_id)
        dit = lezen.haal_bezwaar(handeling(), vers, bezwaar_id)
        return _pagina(vers, dit, met_versie(weer, dit.versie))

    gezien = eerst_nakijken(ingevuld, lambda: kijk_uitkomst_na(zaak, deze, ingevuld), opnieuw)
    return gezien or probeer(ingevuld, doe, opnieuw, bezwaaradres(zaak, bezwaar_id))


@bp.post(f"{BEZWAAR}/intrekken")
def trek_bezwaar_in(tenant_id: str, zaak_id: UUID, bezwaar_id: UUID) -> Any:
    """Het bezwaar gaat niet door."""
    zaak = zaak_of_404(tenant_id, zaak_id)

    def doe() -> Any:
        wandeling.trek_in(handeling(), zaak, bezwaar_id, request.form.get("versie", type=int))
        return _("Het bezwaar is ingetrokken. Het besluit blijft.")

    return probeer_zonder_formulier(doe, bezwaaradres(zaak, bezwaar_id))


def _uitkomstformulier(zaak: Zaak, deze: Bezwaarschrift, besluiten: Sequence[Besluit]) -> Formulier:
    voorstel = wandeling.voorstel(handeling(), zaak, besluiten[0]) if besluiten else None
    cijfer = "uren" if voorstel is not None and voorstel.eenheid is Eenheid.UREN else "bedrag"
    van_regels = voorstel is not None and voorstel.cijfer is not None and not lezen.zonder_cijfer(besluiten, deze)
    return uitkomstformulier(cijfer, deze.soort, van_regels=van_regels)


def _pagina(zaak: Zaak, deze: Bezwaarschrift, ingevuld: Ingevuld | None) -> str:
    besluiten = besluiten_van(handeling(), zaak)
    geldend = next(iter(besluiten), None)
    tegen = bestreden_door(handeling(), zaak, deze)
    open_ = deze.status is Bezwaarstatus.LOPEND and geldend is not None
    beslist = open_ and mag_beslissen(zaak)
    reden = waarom_niet_beslissen(handeling(), deze) if beslist else ""
    form = _uitkomstformulier(zaak, deze, besluiten) if beslist and not reden else None
    van_regels = wandeling.voorstel(handeling(), zaak, geldend) if form is not None and geldend is not None else None
    return render_template(
        "aanvraag/bezwaar.html",
        zaak=zaak,
        bezwaar=deze,
        tegen=bestredennaam(tegen) if tegen is not None else None,
        soorten=BESLOTEN,
        te_laat=dagen_te_laat(tegen, deze) if tegen is not None else 0,
        reden=reden,
        ander=wie_beslist(zaak) if open_ and not beslist else "",
        te_laat_beslist=None if open_ else te_laat_beslist(ingevuld, deze.beslist_door, deze.motivering),
        cijfers=cijfers(van_regels.uitkomst) if van_regels is not None else [],
        form=form,
        nu=geldend if form is not None else None,
        waarop=waarop(besluiten, deze) if form is not None else [],
        budget=[] if lezen.zonder_cijfer(besluiten, deze) else _zou_vastleggen(zaak, geldend, van_regels),
        ingevuld=ingevuld or _vooraf(form, besluiten, van_regels, deze),
        mag_intrekken=open_ and lezen.mag_vastleggen(handeling()),
    )


def _zou_vastleggen(zaak: Zaak, geldend: Besluit | None, van_regels: Bijvoorstel | None) -> list[Vooruitzicht]:
    """Wat het voorstel van de regels zou vastleggen als het bezwaar gegrond is."""
    if geldend is None or van_regels is None:
        return []
    leeg: dict[str, Any] = {"uren": None, "bedrag": None, "begin": geldend.begin, "eind": geldend.eind}
    cijfer = "uren" if van_regels.eenheid is Eenheid.UREN else "bedrag"
    return zou_vastleggen(handeling(), zaak, geldend, {**leeg, cijfer: van_regels.cijfer})


def _vooraf(
    form: Formulier | None, besluiten: Sequence[Besluit], van_regels: Bijvoorstel | None, deze: Bezwaarschrift
) -> Ingevuld | None:
    """Het formulier met wat de regels zouden geven, en de periode die nu geldt. Na een wijziging is er geen cijfer."""
    if form is None or van_regels is None:
        return None
    cijfer = {"uren" if van_regels.eenheid is Eenheid.UREN else "bedrag": van_regels.cijfer}
    zelf = lezen.zonder_cijfer(besluiten, deze)
    bekend = {veld: waarde for veld, waarde in cijfer.items() if waarde is not None and not zelf}
    return form.leeg({**bekend, "begin": besluiten[0].begin, "eind": besluiten[0].eind}, versie=deze.versie)
