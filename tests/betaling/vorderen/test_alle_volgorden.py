"""Declareren, deels goedkeuren, corrigeren, betalen, terugkrijgen en verrekenen in elke volgorde: het geld klopt.

Na elke stap is de teller de som van wat telt, en telt een activiteit op ten hoogste één declaratie. Van elke declaratie
klopt de som: wat is betaald en gehouden, min wat is teruggekregen of kwijtgescholden, plus wat nog betaald moet worden,
min wat nog terug moet, is wat er volgens het laatste besluit geldt. Wat de bank teruggaf wordt niet gevorderd.
"""

from contextlib import suppress
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.betaling.dienst.loket import IBAN, MAART, Loket
from tests.betaling.dienst.test_correctie_dienst import bevestigd
from tests.betaling.dienst.test_teller_dienst import stand
from tests.betaling.vorderen.test_bankstand import DICHT, opnieuw
from tests.betaling.vorderen.test_verrekenen import RUIMER
from tests.betaling.vorderen.test_vorderen import bevestig, kies, noteer
from tests.hulp.bouw import Bouwzaak
from tests.hulp.motoren import motor_van

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.bankstand import meld_teruggekomen
from dakpan.betaling.betalen.betalingen import geef_vrij
from dakpan.betaling.betalen.vrijgevers import goedkeurders
from dakpan.betaling.budget.beheer import budgetstand
from dakpan.betaling.corrigeren.crediteren import maak_creditnota
from dakpan.betaling.corrigeren.deels import keur_deels
from dakpan.betaling.corrigeren.tables import Creditnota
from dakpan.betaling.corrigeren.voorstellen import stel_voor
from dakpan.betaling.tables import Betaalopdracht, Declaratie, Factuur
from dakpan.betaling.toestanden import GEDAAN, Betaalstatus, Declaratiestatus
from dakpan.betaling.verzamelen import TELT
from dakpan.betaling.vorderen.afhandelen import Keuze, scheld_kwijt
from dakpan.betaling.vorderen.domain import Ontvangststatus, Vorderingstatus, Vorderingwijze
from dakpan.betaling.vorderen.ontvangen import verwerp_ontvangst
from dakpan.betaling.vorderen.tables import Vordering, Vorderingontvangst
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.migreren import migreer
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

NUMMERS, DAGEN = count(1), count(0)
VANDAAG = date(2023, 2, 10)
# Elk kwartaal van de periode kan er één keer worden gedeclareerd.
KWARTALEN = (date(2022, 5, 16), date(2022, 8, 16), date(2022, 11, 16), VANDAAG)
TARIEF, TOEGEKEND = Bedrag(95_45), Bedrag(286_35)  # drie uur
STAPPEN = (
    *("schrijf", "declareer", "declareer", "goed", "deels", "af", "corrigeer", "corrigeer"),
    *("vrij", "vrij", "bestand", "bestand", "terug", "opnieuw", "verreken", "vraag_terug", "kwijt", "crediteer"),
    *("noteer", "noteer", "bevestig", "verwerp"),
)


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Loket:
    adres = f"sqlite:///{tmp_path_factory.mktemp('volgorden') / 'dakpan.sqlite'}"
    migreer(adres)
    loket = Loket.open(motor_van(adres), "staphorst", VANDAAG)
    loket.rekening()
    return loket


# Waar het spannend wordt: elke weg loopt de test altijd af, en daarna begint een reeks op een van deze plekken.
BETAALD = ("declareer", "goed", "vrij", "bestand")
WEGEN = (
    (*BETAALD, "corrigeer", "verreken", "terug"),
    (*BETAALD, "terug", "corrigeer", "opnieuw", "corrigeer"),
    (*BETAALD, "terug", "opnieuw", "corrigeer", "vrij", "bestand", "corrigeer"),
    (*BETAALD, "corrigeer", "vraag_terug", "noteer", "bevestig", "terug", "opnieuw", "corrigeer"),
    (*BETAALD, "corrigeer", "kwijt", "terug", "opnieuw", "corrigeer"),
)
WEG = st.sampled_from([(), BETAALD, *WEGEN])
REEKS = st.lists(st.tuples(st.sampled_from(STAPPEN), st.integers(0, 7)), min_size=4, max_size=24)


@settings(max_examples=40, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WEG, REEKS)
def test_in_elke_volgorde_klopt_het_geld(plek: Loket, begin: tuple[str, ...], reeks: list[tuple[str, int]]) -> None:
    zaak = plek.zaak(minuten=[50, 47], uren=None, bedrag=TOEGEKEND, tarief=TARIEF, werk_vanaf=MAART)
    for stap, welke in [*((stap, 0) for stap in begin), *reeks]:
        with suppress(KanNiet, Gewijzigd, InvoerFout):
            _doe(plek, zaak, stap, welke)
        _klopt(plek, zaak)


@pytest.mark.parametrize("weg", WEGEN, ids=range(len(WEGEN)))
def test_elke_weg_klopt_en_geen_stap_wordt_geweigerd(plek: Loket, weg: tuple[str, ...]) -> None:
    zaak = plek.zaak(minuten=[50, 47], uren=None, bedrag=TOEGEKEND, tarief=TARIEF, werk_vanaf=MAART)
    for keer, stap in enumerate(weg):
        _doe(plek, zaak, stap, weg[:keer].count(stap))
        _klopt(plek, zaak)


def _van(plek: Loket, zaak: Bouwzaak, soort: Any) -> list[Any]:
    with plek.wereld.als(plek.betaler) as handeling:
        rijen = handeling.sessie.scalars(select(soort).where(soort.zaak_id == zaak.zaak_id).order_by(soort.id)).all()
        return list(rijen)


def _doe(plek: Loket, zaak: Bouwzaak, stap: str, welke: int) -> None:
    if stap == "schrijf":
        plek.schrijf(zaak, [20 + 17 * welke], MAART + timedelta(days=10 + next(DAGEN) % 100))
    elif stap == "declareer":
        declaratie = plek.dien_in(zaak, met_bron=False, op=KWARTALEN[welke % len(KWARTALEN)])
        plek.factureer(zaak, declaratie, f"F-{next(NUMMERS)}")
    elif stap in ("goed", "af", "deels", "corrigeer", "crediteer"):
        _doe_declaratie(plek, zaak, stap, welke)
    elif stap in ("verreken", "vraag_terug", "kwijt", "noteer"):
        _doe_vordering(plek, zaak, stap, welke)
    elif stap in ("bevestig", "verwerp"):
        _doe_ontvangst(plek, zaak, stap, welke)
    else:
        _doe_betaling(plek, zaak, stap, welke)


def _doe_declaratie(plek: Loket, zaak: Bouwzaak, stap: str, welke: int) -> None:
    status = Declaratiestatus.INGEDIEND if stap in ("goed", "af", "deels") else Declaratiestatus.GOEDGEKEURD
    rijen = [een for een in _van(plek, zaak, Declaratie) if een.status is status]
    if not rijen:
        return
    rij = rijen[welke % len(rijen)]
    uit = {UUID(rij.activiteit_ids[welke % len(rij.activiteit_ids)]): "Klopt niet."}
    if stap in ("goed", "af"):
        plek.keur(zaak, rij, goed=stap == "goed", reden="Klopt niet." if stap == "af" else "")
    elif stap == "deels":
        with plek.met(plek.beoordelaar, zaak) as (handeling, van):
            keur_deels(handeling, van, rij.id, rij.versie, uit)
    elif stap == "corrigeer":
        with plek.met(plek.declarant, zaak) as (handeling, van):
            voorstel = stel_voor(handeling, van, rij.id, rij.versie, uit)
        bevestigd(plek, plek.beoordelaar, zaak, voorstel)
    else:
        with plek.met(plek.declarant, zaak) as (handeling, van):
            maak_creditnota(handeling, van, rij.id, f"C-{next(NUMMERS)}")


def _doe_vordering(plek: Loket, zaak: Bouwzaak, stap: str, welke: int) -> None:
    open_ = [een for een in _van(plek, zaak, Vordering) if een.status is Vorderingstatus.OPEN]
    if not open_:
        return
    rij = open_[welke % len(open_)]
    if stap == "noteer":
        noteer(plek, zaak, rij, min(rij.rest.centen, 10_00 * (1 + welke)), VANDAAG)
    elif stap == "verreken":
        kies(plek, zaak, rij, RUIMER)
    elif stap == "vraag_terug":
        kies(plek, zaak, rij, Keuze(Vorderingwijze.TERUGVRAGEN, VANDAAG, IBAN))
    else:
        with plek.met(plek.betaler, zaak) as (handeling, van):
            scheld_kwijt(handeling, van, rij.id, rij.versie, "Te klein.")


def _doe_ontvangst(plek: Loket, zaak: Bouwzaak, stap: str, welke: int) -> None:
    wacht = [een for een in _van(plek, zaak, Vorderingontvangst) if een.status is Ontvangststatus.GENOTEERD]
    if not wacht:
        return
    rij = wacht[welke % len(wacht)]
    if stap == "bevestig":
        bevestig(plek, zaak, rij)
        return
    with plek.met(plek.betaler, zaak) as (handeling, van):
        verwerp_ontvangst(handeling, van, rij.vordering_id, rij.id, "Was van een ander.")


def _doe_betaling(plek: Loket, zaak: Bouwzaak, stap: str, welke: int) -> None:
    if stap == "bestand":
        plek.betaal()
        return
    rijen = _van(plek, zaak, Betaalopdracht)
    if not rijen:
        return
    rij = rijen[welke % len(rijen)]
    if stap == "vrij":
        mensen = (plek.betaler, plek.beoordelaar, plek.collega)
        ander = next(een for een in mensen if een.account_id not in goedkeurders(rij))
        with plek.wereld.als(ander) as handeling:
            geef_vrij(handeling, [(rij.id, rij.versie)])
    elif stap == "terug":
        with plek.met(plek.betaler, zaak) as (handeling, van):
            meld_teruggekomen(handeling, van, rij.id, rij.versie, op=VANDAAG, reden=DICHT)
    else:
        opnieuw(plek, zaak, rij)


def _klopt(plek: Loket, zaak: Bouwzaak) -> None:
    declaraties = [een for een in _van(plek, zaak, Declaratie) if een.status in TELT]
    excl = sum((een.bedrag_excl for een in declaraties), NUL_EURO)
    minuten = sum(een.declarabel.minuten for een in declaraties)
    assert stand(plek, zaak) == (minuten, excl.centen)
    assert excl <= TOEGEKEND
    tellend = [id_ for een in declaraties for id_ in een.activiteit_ids if id_ not in een.opmerkingen]
    assert len(tellend) == len(set(tellend))
    vast = {str(een.id) for een in _van(plek, zaak, Activiteit) if een.status is Urenstatus.GEDECLAREERD}
    assert vast == set(tellend)

    _geld_klopt(plek, zaak, declaraties)
    with plek.wereld.als(plek.betaler) as handeling:
        alle = handeling.sessie.scalars(select(Betaalopdracht)).all()
        binnen = handeling.sessie.scalars(
            select(Vorderingontvangst.bedrag).where(Vorderingontvangst.status == Ontvangststatus.BEVESTIGD)
        ).all()
        kas = sum((een.netto for een in alle if een.status in GEDAAN), NUL_EURO) - sum(binnen, NUL_EURO)
        assert budgetstand(handeling).op(2023, "").betaald == kas
        op_papier: dict[UUID, Bedrag] = {}
        for factuur in handeling.sessie.scalars(select(Factuur).where(Factuur.zaak_id == zaak.zaak_id)):
            op_papier[factuur.declaratie_id] = factuur.bedrag
        for nota in handeling.sessie.scalars(select(Creditnota).where(Creditnota.zaak_id == zaak.zaak_id)):
            op_papier[nota.declaratie_id] -= nota.bedrag
        for een in declaraties:
            if een.id in op_papier:
                assert op_papier[een.id] >= (een.bedrag_incl or NUL_EURO)


def _geld_klopt(plek: Loket, zaak: Bouwzaak, declaraties: list[Declaratie]) -> None:
    """De som, van elke declaratie apart: hier hoort elke betaling en elke vordering bij een declaratie."""
    betalingen, vorderingen = _van(plek, zaak, Betaalopdracht), _van(plek, zaak, Vordering)
    assert all(een.netto >= NUL_EURO and een.opnieuw >= NUL_EURO for een in betalingen)
    assert all(min(een.rest, een.genoteerd, een.vrij, een.ontvangen) >= NUL_EURO for een in vorderingen)
    for een in declaraties:
        geldt = een.bedrag_incl if een.status is Declaratiestatus.GOEDGEKEURD else NUL_EURO
        mijn = [b for b in betalingen if b.declaratie_id == een.id]
        terug = [v for v in vorderingen if v.declaratie_id == een.id]
        heeft = sum((b.besteed for b in mijn), NUL_EURO)
        nog = sum((b.telt - b.besteed for b in mijn), NUL_EURO)
        teruggekregen = sum((v.ontvangen + v.verrekend for v in terug), NUL_EURO)
        kwijt = sum((v.kwijtgescholden or NUL_EURO for v in terug), NUL_EURO)
        open_ = sum((v.rest for v in terug), NUL_EURO)
        assert heeft - teruggekregen - kwijt + nog - open_ == geldt
        assert NUL_EURO in {nog, open_}
        assert open_ == NUL_EURO or open_ <= heeft - teruggekregen - kwijt
        assert sum(b.status is not Betaalstatus.VERVALLEN for b in mijn) <= 1
