"""Eén gemelde wijziging: volgen, erover beslissen of intrekken."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.beslissen import vereis_beslisser
from dakpan.aanvraag.beslistermijn import dag_van
from dakpan.aanvraag.cijferblok import Cijfer, cijfers
from dakpan.aanvraag.domain.meldingen import Gevolg, Meldstatus
from dakpan.aanvraag.domain.termijn import Termijn, Termijnsoort
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.namen import TERMIJNEN
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.views.deur import ZAAK, bp, naar
from dakpan.aanvraag.views.wijzigen import meldingadres
from dakpan.aanvraag.wijzigen import melden
from dakpan.aanvraag.wijzigen.antwoorden import antwoorden_van
from dakpan.aanvraag.wijzigen.beslisformulier import beslisformulier
from dakpan.aanvraag.wijzigen.beslisvragen import in_uren, voorgesteld
from dakpan.aanvraag.wijzigen.doorrekenen import Doorgerekend, doorgerekend, termijnen_van_melding
from dakpan.aanvraag.wijzigen.namen import AKKOORDEN, GEVOLGEN, MELDSOORTEN, MELDSTATUSSEN
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.aanvraag.wijzigen.uitkomst import als_uitkomst
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.na_besluit import verschil_na_besluit
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd
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
    """Beslist over de melding."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    melding = melden.haal_melding(handeling(), zaak, melding_id)
    vereis_beslisser(handeling(), zaak)
    besluit = haal_besluit(handeling(), zaak)
    ingevuld = _beslisformulier(besluit).lees(request.form)
    if not ingevuld.geldig:
        return _meldingpagina(zaak, melding, ingevuld), 422
    try:
        nieuw = wandeling.beslis(handeling(), zaak, melding, ingevuld.contract, ingevuld.versie)
    except InvoerFout as fout:
        return _opnieuw(tenant_id, zaak_id, melding_id, ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _opnieuw(tenant_id, zaak_id, melding_id, ingevuld.met_melding(str(fout))), 409
    anders = _("Er is beslist. De toekenning en de periode zijn aangepast.")
    flash(anders if nieuw is not None else _("Er is beslist. De toekenning blijft zoals zij was."), "goed")
    return naar(meldingadres(zaak, melding_id))


@bp.post(f"{MELDING}/intrekken")
def trek_wijziging_in(tenant_id: str, zaak_id: UUID, melding_id: UUID) -> Any:
    """Alsof de wijziging niet was gemeld."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        melden.trek_melding_in(handeling(), zaak, melding_id, request.form.get("versie", type=int))
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        flash(_("De melding is ingetrokken."), "goed")
    return naar(meldingadres(zaak, melding_id))


def _beslisformulier(besluit: Besluit | None) -> Formulier:
    return beslisformulier("uren" if besluit is not None and in_uren(besluit) else "bedrag")


def _opnieuw(tenant_id: str, zaak_id: UUID, melding_id: UUID, ingevuld: Ingevuld) -> str:
    zaak = zaak_of_404(tenant_id, zaak_id)
    melding = melden.haal_melding(handeling(), zaak, melding_id)
    return _meldingpagina(zaak, melding, replace(ingevuld, versie=melding.versie))


def _meldingpagina(zaak: Zaak, melding: Wijzigingsmelding, ingevuld: Ingevuld | None) -> str:
    besluit = haal_besluit(handeling(), zaak)
    open_ = melding.status is Meldstatus.GEMELD
    na = doorgerekend(handeling(), besluit, melding) if besluit is not None and open_ else None
    form = _beslisformulier(besluit) if open_ and besluit is not None and _mag_beslissen(zaak) else None
    gegeven = ingevuld
    if form is not None and gegeven is None and besluit is not None:
        vooraf = {veld: waarde for veld, waarde in voorgesteld(besluit, na).items() if waarde is not None}
        gegeven = form.leeg(vooraf | ({"gevolg": Gevolg.ANDERS.value} if na is not None else {}), versie=melding.versie)
    termijnen = termijnen_van_melding(handeling(), besluit, melding) if besluit is not None else {}
    return render_template(
        "aanvraag/wijziging.html",
        zaak=zaak,
        melding=melding,
        titel=MELDSOORTEN[melding.soort],
        antwoorden=antwoorden_van(melding),
        akkoorden=AKKOORDEN,
        statussen=MELDSTATUSSEN,
        gevolgen=GEVOLGEN,
        dagen=[_dag(zaak, een) for een in termijnen.values()],
        te_laat=_te_laat(melding, termijnen.get(Termijnsoort.WIJZIGING_MELDEN)),
        geldend=besluit,
        na=na,
        cijfers=_cijfers(na),
        bevindingen=als_uitkomst(na.berekening)["bevindingen"] if na is not None else [],
        form=form,
        ingevuld=gegeven,
        open_=open_,
        verschil=verschil_na_besluit(handeling(), zaak) if melding.besluit_id is not None else None,
        mag_intrekken=open_ and melden.mag_melden(handeling()) and melden.is_van_ons(handeling(), melding),
    )


def _mag_beslissen(zaak: Zaak) -> bool:
    try:
        vereis_beslisser(handeling(), zaak)
    except (KanNiet, GeenRecht):
        return False
    return True


def _cijfers(na: Doorgerekend | None) -> list[Cijfer]:
    return cijfers(als_uitkomst(na.berekening)) if na is not None else []


def _dag(zaak: Zaak, een: Termijn) -> Cijfer:
    langer = [] if een.verlenging is None else [stap_als_json(een.verlenging.als_stap())]
    return Cijfer(str(TERMIJNEN[een.soort]), een.uiterlijk, [stap_als_json(een.als_stap(zaak.tenant_id)), *langer])


def _te_laat(melding: Wijzigingsmelding, termijn: Termijn | None) -> int:
    """Hoeveel dagen na de uiterste dag is er gemeld? Nul: op tijd, of er is geen dag."""
    return max(0, (dag_van(melding.gemeld_op) - termijn.uiterlijk).days) if termijn is not None else 0
