"""Wat de bank deed, op beide databases: betaald, teruggekomen, en nooit twee keer betalen. In het bestand: 230,99."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.betaling.dienst.loket import ANDER_IBAN, IBAN, Loket
from tests.betaling.vorderen.conftest import EERSTE_KWARTAAL, declareer, maak
from tests.hulp.bouw import Bouwzaak
from tests.hulp.motoren import motor_van

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.bankstand import (
    bevestig_uitgevoerd,
    laat_vervallen,
    meld_teruggekomen,
    teruggekomen_stand,
    zet_opnieuw_klaar,
)
from dakpan.betaling.betalen.betalingen import geef_vrij
from dakpan.betaling.betalen.opdrachten import som_van
from dakpan.betaling.budget.beheer import budgetstand
from dakpan.betaling.overzicht import overzicht
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toestanden import GEDAAN, Betaalstatus
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.tables import Organisatie

VANDAAG = date(2022, 8, 18)
DICHT = "Rekening opgeheven"


def laatste(dorp: Loket) -> Betaalopdracht:
    return dorp.betalingen()[-1]


def kom_terug(dorp: Loket, zaak: Bouwzaak, rij: Betaalopdracht) -> Betaalopdracht:
    with dorp.met(dorp.betaler, zaak) as (handeling, van):
        return meld_teruggekomen(handeling, van, rij.id, rij.versie, op=VANDAAG, reden=DICHT)


def opnieuw(dorp: Loket, zaak: Bouwzaak, rij: Betaalopdracht) -> Betaalopdracht:
    with dorp.met(dorp.beoordelaar, zaak) as (handeling, van):
        return zet_opnieuw_klaar(handeling, van, rij.id, rij.versie)


def nieuwe_rekening(dorp: Loket, iban: str) -> None:
    with dorp.wereld.als(Vrager(None, "Beheer", organisatie_id=dorp.organisatie_id)) as handeling:
        rij = handeling.sessie.get(Organisatie, dorp.organisatie_id)
        assert rij is not None
        rij.iban = iban
        handeling.sessie.commit()


def test_de_bank_voerde_het_bestand_uit_op_een_na(dorp: Loket, zaak: Bouwzaak) -> None:
    (rij,) = dorp.betalingen()
    assert rij.betaalbestand_id is not None
    with dorp.wereld.als(dorp.betaler) as handeling:
        for dag, tekst in ((VANDAAG + timedelta(1), "nog niet geweest"), (VANDAAG - timedelta(1), "voor de dag")):
            with pytest.raises(InvoerFout, match=tekst):
                bevestig_uitgevoerd(handeling, rij.betaalbestand_id, dag)
        assert bevestig_uitgevoerd(handeling, rij.betaalbestand_id, VANDAAG, [rij.id]) == []
        (betaald,) = bevestig_uitgevoerd(handeling, rij.betaalbestand_id, VANDAAG)
        assert (betaald.status, betaald.betaald_op) == (Betaalstatus.BETAALD, VANDAAG)
        with pytest.raises(KanNiet, match="al afgehandeld"):
            bevestig_uitgevoerd(handeling, rij.betaalbestand_id, VANDAAG)
    with dorp.wereld.als(dorp.declarant) as handeling, pytest.raises(NietGevonden):
        bevestig_uitgevoerd(handeling, rij.betaalbestand_id, VANDAAG)


def test_wat_terugkomt_is_niet_betaald_en_gaat_opnieuw_naar_een_andere_rekening(dorp: Loket, zaak: Bouwzaak) -> None:
    (rij,) = dorp.betalingen()
    with dorp.met(dorp.betaler, zaak) as (handeling, van), pytest.raises(InvoerFout, match="welke reden"):
        meld_teruggekomen(handeling, van, rij.id, rij.versie, op=VANDAAG, reden=" ")
    terug = kom_terug(dorp, zaak, rij)
    with dorp.wereld.als(dorp.betaler) as handeling:
        assert teruggekomen_stand(handeling) == (1, Bedrag(230_99))
        assert budgetstand(handeling).op(2022, "").betaald == NUL_EURO
    with dorp.met(dorp.declarant, zaak) as (handeling, van):
        assert overzicht(handeling, van).betaald == NUL_EURO
    nieuwe_rekening(dorp, ANDER_IBAN)
    nieuw = opnieuw(dorp, zaak, terug)
    assert (nieuw.bedrag, nieuw.iban, nieuw.vorige_iban) == (Bedrag(230_99), ANDER_IBAN, IBAN)
    with pytest.raises(Gewijzigd):
        opnieuw(dorp, zaak, terug)
    with dorp.wereld.als(dorp.beoordelaar) as handeling, pytest.raises(KanNiet, match="Vrijgeven kan Vic Vrijgever"):
        geef_vrij(handeling, [(nieuw.id, nieuw.versie)])
    with dorp.wereld.als(dorp.betaler) as handeling:
        geef_vrij(handeling, [(nieuw.id, nieuw.versie)])
    assert dorp.betaal().totaal == Bedrag(230_99)
    with dorp.wereld.als(dorp.betaler) as handeling:
        assert teruggekomen_stand(handeling) == (0, NUL_EURO)
        assert budgetstand(handeling).op(2022, "").betaald == Bedrag(230_99)


def test_wat_bij_een_declaratie_hoort_vervalt_niet(dorp: Loket, zaak: Bouwzaak) -> None:
    terug = kom_terug(dorp, zaak, laatste(dorp))
    with dorp.met(dorp.betaler, zaak) as (handeling, van), pytest.raises(KanNiet, match="goedgekeurde declaratie"):
        laat_vervallen(handeling, van, terug.id, terug.versie)


@pytest.fixture
def plek(sqlite_gemigreerd: str) -> Loket:
    loket = Loket.open(motor_van(sqlite_gemigreerd), "staphorst")
    loket.rekening()
    return loket


DADEN = st.lists(st.sampled_from(["vrij", "bestand", "uitgevoerd", "terug", "opnieuw"]), max_size=12)


@settings(max_examples=8, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DADEN)
def test_in_elke_volgorde_nooit_twee_keer_betaald(plek: Loket, daden: list[str]) -> None:
    """Wat er ook gebeurt: er gaat ten hoogste één betaling tegelijk, en samen tellen zij altijd voor 230,99."""
    zaak = maak(plek)
    begin = declareer(plek, zaak, f"2022-{len(plek.betalingen())}", EERSTE_KWARTAAL)
    for daad in daden:
        rij = next(een for een in reversed(plek.betalingen()) if een.zaak_id == zaak.zaak_id)
        with suppress(KanNiet, Gewijzigd):
            _doe(plek, zaak, rij, daad)
        mijn = [een for een in plek.betalingen() if een.zaak_id == zaak.zaak_id]
        assert len({een.sleutel for een in mijn}) == len(mijn)
        assert sum(een.status is not Betaalstatus.VERVALLEN for een in mijn) == 1
        assert sum((een.besteed for een in mijn), NUL_EURO) <= begin.bedrag
        with plek.met(plek.betaler, zaak) as (handeling, van):
            assert som_van(handeling, van) == begin.bedrag
            kas = budgetstand(handeling).op(2022, "").betaald
        alle = plek.betalingen()
        assert kas == sum((een.netto for een in alle if een.status in GEDAAN), NUL_EURO)


def _doe(plek: Loket, zaak: Bouwzaak, rij: Betaalopdracht, daad: str) -> None:
    if daad == "terug":
        kom_terug(plek, zaak, rij)
    elif daad == "opnieuw":
        opnieuw(plek, zaak, rij)
    elif daad == "vrij":
        ander = plek.beoordelaar if rij.klaargezet_account == plek.betaler.account_id else plek.betaler
        with plek.wereld.als(ander) as handeling:
            geef_vrij(handeling, [(rij.id, rij.versie)])
    elif daad == "bestand":
        plek.betaal()
    elif rij.betaalbestand_id is not None:
        with plek.wereld.als(plek.betaler) as handeling:
            bevestig_uitgevoerd(handeling, rij.betaalbestand_id, VANDAAG)
