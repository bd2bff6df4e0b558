"""Omboeken, terugdraaien, accorderen en declareren door elkaar heen."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, time
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.aanvraag.loket.balie import Loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.omboekhulp import AKKOORD, OPEN, Verhuizing, verhuizing, zet_stand
from tests.uren.straat import BEGELEIDEN

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.plan.perioden import perioden_van
from dakpan.uren.accorderen import Aangewezen, accordeer, trek_akkoord_in
from dakpan.uren.nakijken import Werk
from dakpan.uren.omboeken.doen import draai_terug
from dakpan.uren.schrijven import schrijf
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

DADEN = ("boek_om", "terug", "accordeer", "trek_akkoord_in", "declareer", "nog_een_uur")


@pytest.fixture
def snel_verhuisd(sqlite_gemigreerd: str) -> Iterator[Verhuizing]:
    motor = motor_van(sqlite_gemigreerd)
    loket = Loket.maak(Wereld(motor, date(2023, 1, 27)))
    loket.vandaag = date(2023, 1, 27)
    yield verhuizing(loket)
    motor.dispose()


# Elk voorbeeld begint waar het vorige ophield; in een vaste volgorde is een fout dan terug te halen.
@settings(
    max_examples=12, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.sampled_from(DADEN), min_size=1, max_size=6))
def test_in_elke_volgorde_gaat_geen_uur_verloren_en_verhuist_niets_dat_gedeclareerd_is(
    snel_verhuisd: Verhuizing, daden: list[str]
) -> None:
    """Elk voorbeeld gaat verder waar het vorige ophield; zo komt elke stand voorbij."""
    for daad in daden:
        voor = _alle(snel_verhuisd)
        with suppress(KanNiet, Gewijzigd, InvoerFout, NietGevonden):
            _doe(snel_verhuisd, daad)
        na = _alle(snel_verhuisd)
        assert set(voor) <= set(na)
        for id_, (zaak, periode, stand, kant) in na.items():
            assert periode in snel_verhuisd.perioden(zaak)
            assert (kant == "organisatie") or stand in {Urenstatus.GEACCORDEERD, Urenstatus.GEDECLAREERD}
            if id_ in voor and voor[id_][2] is Urenstatus.GEDECLAREERD:
                assert (zaak, periode, stand) == voor[id_][:3]


def _alle(verhuisd: Verhuizing) -> dict[UUID, tuple[UUID, UUID, Urenstatus, str]]:
    with verhuisd.loket.wereld.als(verhuisd.loket.coach) as handeling:
        rijen = handeling.sessie.scalars(select(Activiteit))
        return {rij.id: (rij.zaak_id, rij.periode_id, rij.status, rij.kant.value) for rij in rijen}


def _ligt_er(verhuisd: Verhuizing) -> bool:
    """Is het uur dat wordt gedeclareerd al omgeboekt?"""
    gezocht = select(Activiteit.id).filter_by(zaak_id=verhuisd.nieuw.zaak_id, datum=AKKOORD)
    with verhuisd.loket.wereld.als(verhuisd.loket.coach) as handeling:
        return handeling.sessie.scalar(gezocht) is not None


def _doe(verhuisd: Verhuizing, daad: str) -> None:
    """Een van de dingen die iemand met deze uren kan doen."""
    coach, accordeerder = verhuisd.loket.coach, verhuisd.loket.accordeerder
    if daad == "boek_om":
        verhuisd.boek_om()
    elif daad == "terug":
        for een in verhuisd.plan().gedaan[:1]:
            verhuisd.nieuw.doe(coach, draai_terug, een.id)
    elif daad == "declareer" and _ligt_er(verhuisd):
        zet_stand(verhuisd, verhuisd.nieuw, AKKOORD, Urenstatus.GEDECLAREERD)
    elif daad == "nog_een_uur":
        (periode,) = verhuisd.nieuw.doe(coach, perioden_van)
        uur = Werk((("uwv-noord", periode.id),), BEGELEIDEN, OPEN, time(15), Duur(60))
        with verhuisd.loket.wereld.als(coach) as handeling:
            schrijf(handeling, uur)
    elif daad != "declareer":
        doe = accordeer if daad == "accordeer" else trek_akkoord_in
        with verhuisd.loket.wereld.als(accordeerder) as handeling:
            rijen = handeling.sessie.scalars(select(Activiteit)).all()
            nodig = Urenstatus.TE_ACCORDEREN if daad == "accordeer" else Urenstatus.GEACCORDEERD
            doe(handeling, [Aangewezen(rij.tenant_id, rij.id, rij.versie) for rij in rijen if rij.status is nodig])
