"""Eén gemelde wijziging: volgen, erover beslissen of intrekken."""

from typing import Any
from uuid import UUID

from flask import render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.beslissen import vereis_beslisser
from dakpan.aanvraag.beslistermijn import dag_van
from dakpan.aanvraag.bezwaren.lezen import bezwaren_van, mag_vastleggen, waarom_geen_bezwaar
from dakpan.aanvraag.bezwaren.rechtsmiddel import tegen_afwijzing
from dakpan.aanvraag.cijferblok import Cijfer, cijfers
from dakpan.aanvraag.domain.meldingen import Gevolg, Meldstatus
from dakpan.aanvraag.domain.termijn import Termijn, Termijnsoort
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.namen import TERMIJNEN
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.views.deur import ZAAK, bp
from dakpan.aanvraag.views.nakijken import eerst_nakijken, te_laat_beslist, vereis_nagekeken
from dakpan.aanvraag.views.proberen import mag_beslissen, met_versie, probeer, probeer_zonder_formulier, wie_beslist
from dakpan.aanvraag.views.waarschuwen import las_waarschuwing
from dakpan.aanvraag.views.wijzigen import meldingadres
from dakpan.aanvraag.views.wijziging_nakijken import kijk_wijziging_na
from dakpan.aanvraag.wijzigen import melden
from dakpan.aanvraag.wijzigen.antwoorden import antwoorden_van
from dakpan.aanvraag.wijzigen.beslisformulier import ERBIJ, beslisformulier
from dakpan.aanvraag.wijzigen.beslisvragen import in_uren, voorgesteld
from dakpan.aanvraag.wijzigen.dagen import buiten_periode
from dakpan.aanvraag.wijzigen.doorrekenen import (
    Doorgerekend,
    doorgerekend,
    termijnen_van_melding,
    waarom_niet_samen,
    wijziging_van,
)
from dakpan.aanvraag.wijzigen.namen import AKKOORDEN, GEVOLGEN, MELDSOORTEN, MELDSTATUSSEN, NIET_SAMEN
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.aanvraag.wijzigen.uitkomst import als_uitkomst
from dakpan.aanvraag.wijzigen.vannaar import vannaar
from dakpan.betaling.betalen.na_besluit import verschil_na_besluit
from dakpan.betaling.budget.vooruit import Vooruitzicht
from dakpan.dossier.tables import Zaak
from dakpan.uitleg.contract import stap_als_json
from dakpan.wandeling import wijzigen as wandeling
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

MELDING = f"{ZAAK}/wijziging/<uuid:melding_id>"


@bp.get(MELDING)
def wijziging(tenant_id: str, zaak_id: UUID, melding_id: UUID) -> Any:
    """Eén melding: wat er verandert, wat de regels ervan vinden, en wat erover is beslist."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return _meldingpagina(zaak, melden.haal_melding(handeling(), zaak, melding_id), None)


@bp.post(MELDING)
def beslis_wijziging(tenant_id: str, zaak_id: UUID, melding_id: UUID) -> Any:
    """Laat eerst zien wat er gaat gebeuren; pas na een ja is er beslist."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    melding = melden.haal_melding(handeling(), zaak, melding_id)
    vereis_beslisser(handeling(), zaak)
    ingevuld = _beslisformulier(haal_besluit(handeling(), zaak)).lees(request.form)

    def doe() -> Any:
        gewaarschuwd = las_waarschuwing(wandeling.legt_vast(handeling(), zaak, melding, ingevuld.contract))
        vereis_nagekeken(haal_besluit(handeling(), zaak))
        versie = ingevuld.versie
        nieuw = wandeling.beslis(handeling(), zaak, melding, ingevuld.contract, versie, gewaarschuwd=gewaarschuwd)
        anders = _("Er is beslist. De toekenning en de periode zijn aangepast.")
        return anders if nieuw is not None else _("Er is beslist. De toekenning blijft zoals zij was.")

    def opnieuw(weer: Ingevuld) -> str:
        zaak, melding = _vers(tenant_id, zaak_id, melding_id)
        return _meldingpagina(zaak, melding, met_versie(weer, melding.versie))

    gezien = eerst_nakijken(ingevuld, lambda: kijk_wijziging_na(zaak, melding, ingevuld), opnieuw)
    return gezien or probeer(ingevuld, doe, opnieuw, meldingadres(zaak, melding_id))


@bp.post(f"{MELDING}/erbij")
def schrijf_bij_wijziging(tenant_id: str, zaak_id: UUID, melding_id: UUID) -> Any:
    """Iets erbij; wat er staat verandert niet."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    melden.vereis_melder(handeling())
    ingevuld = ERBIJ.lees(request.form)

    def doe() -> Any:
        melden.schrijf_erbij(handeling(), zaak, melding_id, ingevuld.gelezen["tekst"])
        return _("Het staat erbij. De ander leest het ook.")

    def opnieuw(weer: Ingevuld) -> str:
        return _meldingpagina(*_vers(tenant_id, zaak_id, melding_id), None, weer)

    return probeer(ingevuld, doe, opnieuw, meldingadres(zaak, melding_id))


@bp.post(f"{MELDING}/intrekken")
def trek_wijziging_in(tenant_id: str, zaak_id: UUID, melding_id: UUID) -> Any:
    """Alsof de wijziging niet was gemeld."""
    zaak = zaak_of_404(tenant_id, zaak_id)

    def doe() -> Any:
        melden.trek_melding_in(handeling(), zaak, melding_id, request.form.get("versie", type=int))
        return _("De melding is ingetrokken.")

    return probeer_zonder_formulier(doe, meldingadres(zaak, melding_id))


def _vers(tenant_id: str, zaak_id: UUID, melding_id: UUID) -> tuple[Zaak, Wijzigingsmelding]:
    zaak = zaak_of_404(tenant_id, zaak_id)
    return zaak, melden.haal_melding(handeling(), zaak, melding_id)


def _beslisformulier(besluit: Besluit | None) -> Formulier:
    return beslisformulier("uren" if besluit is not None and in_uren(besluit) else "bedrag")


def _meldingpagina(
    zaak: Zaak,
    melding: Wijzigingsmelding,
    ingevuld: Ingevuld | None,
    erbij: Ingevuld | None = None,
) -> str:
    besluit = haal_besluit(handeling(), zaak)
    open_ = melding.status is Meldstatus.GEMELD
    na = doorgerekend(handeling(), besluit, melding) if besluit is not None and open_ else None
    form = _beslisformulier(besluit) if open_ and besluit is not None and mag_beslissen(zaak) else None
    gegeven = ingevuld
    if form is not None and gegeven is None and besluit is not None:
        vooraf = {veld: waarde for veld, waarde in voorgesteld(besluit, na).items() if waarde is not None}
        gegeven = form.leeg(vooraf | ({"gevolg": Gevolg.ANDERS.value} if na is not None else {}), versie=melding.versie)
    termijnen = termijnen_van_melding(handeling(), besluit, melding) if besluit is not None else {}
    bezwaren = bezwaren_van(handeling(), zaak)
    middel = tegen_afwijzing(melding, bezwaren)
    return render_template(
        "aanvraag/wijziging.html",
        zaak=zaak,
        waar={"tenant_id": zaak.tenant_id, "zaak_id": zaak.id},
        melding=melding,
        mag_erbij=open_ and melden.mag_melden(handeling()),
        form_erbij=ERBIJ,
        erbij=erbij or ERBIJ.leeg(),
        titel=MELDSOORTEN[melding.soort],
        antwoorden=antwoorden_van(melding.soort, melding.antwoorden),
        akkoorden=AKKOORDEN,
        statussen=MELDSTATUSSEN,
        gevolgen=GEVOLGEN,
        vannaar=vannaar(handeling(), zaak, [melding]).get(melding.id),
        dagen=[_dag(zaak, een) for een in termijnen.values()],
        te_laat=_te_laat(melding, termijnen.get(Termijnsoort.WIJZIGING_MELDEN)),
        geldend=besluit,
        na=na,
        opgemerkt=_opgemerkt(besluit, melding) if open_ else "",
        niet_samen=_niet_samen(besluit, melding),
        cijfers=_cijfers(na),
        bevindingen=als_uitkomst(na.berekening)["bevindingen"] if na is not None else [],
        form=form,
        ander=wie_beslist(zaak) if open_ and form is None else "",
        ingevuld=gegeven,
        budget=_vooraf(zaak, besluit, na) if form is not None else [],
        open_=open_,
        middel=middel,
        kan_bezwaar=middel is not None and mag_vastleggen(handeling()) and not waarom_geen_bezwaar(besluit, bezwaren),
        te_laat_beslist=None if open_ else te_laat_beslist(ingevuld, melding.beslist_door, melding.motivering),
        verschil=verschil_na_besluit(handeling(), zaak) if melding.besluit_id is not None else None,
        mag_intrekken=open_ and melden.mag_melden(handeling()) and melden.is_van_ons(handeling(), melding),
    )


def _vooraf(zaak: Zaak, besluit: Besluit | None, na: Doorgerekend | None) -> list[Vooruitzicht]:
    """Wat het voorstel van de regels zou vastleggen."""
    if besluit is None or na is None:
        return []
    return wandeling.zou_vastleggen(handeling(), zaak, besluit, voorgesteld(besluit, na))


def _opgemerkt(besluit: Besluit | None, melding: Wijzigingsmelding) -> str:
    """Ligt de dag buiten wat is toegekend? Leeg als hij erin ligt."""
    return buiten_periode(besluit, melding.ingangsdatum, melding.antwoorden.get("wat")) if besluit is not None else ""


def _niet_samen(besluit: Besluit | None, melding: Wijzigingsmelding) -> Any:
    """Waarom de regels deze niet bij een eerdere verandering optellen; leeg als daar niets aan in de weg staat."""
    wijziging = wijziging_van(melding)
    reden = waarom_niet_samen(besluit, wijziging) if besluit is not None and wijziging is not None else None
    return NIET_SAMEN[reden] if reden is not None else ""


def _cijfers(na: Doorgerekend | None) -> list[Cijfer]:
    return cijfers(als_uitkomst(na.berekening)) if na is not None else []


def _dag(zaak: Zaak, een: Termijn) -> Cijfer:
    langer = [] if een.verlenging is None else [stap_als_json(een.verlenging.als_stap())]
    return Cijfer(str(TERMIJNEN[een.soort]), een.uiterlijk, [stap_als_json(een.als_stap(zaak.tenant_id)), *langer])


def _te_laat(melding: Wijzigingsmelding, termijn: Termijn | None) -> int:
    """Hoeveel dagen na de uiterste dag is er gemeld? Nul: op tijd, of er is geen dag."""
    return max(0, (dag_van(melding.gemeld_op) - termijn.uiterlijk).days) if termijn is not None else 0
