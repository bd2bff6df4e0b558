"""Het declarabele plafond met echte gelijktijdigheid, op beide databases: van twee tegelijk wint er precies een."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import TARIEF, Loket
from tests.hulp.bouw import Bouwzaak
from tests.hulp.motoren import motor_van
from tests.hulp.tegelijk import tegelijk

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.betaling.declaratie.declaraties import dien_in
from dakpan.betaling.declaratie.teller import Plafond, tel_af, tel_op
from dakpan.betaling.tables import Declaratie, Declaratieteller
from dakpan.uren.accorderen import Aangewezen, accordeer
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

RACES = 20
UUR = Duur(60)


def stand(loket: Loket, zaak: Bouwzaak) -> tuple[int, int]:
    with loket.wereld.als(loket.declarant) as handeling:
        rij = handeling.sessie.get(Declaratieteller, (zaak.tenant_id, zaak.periode_id))
        return (rij.minuten, rij.centen) if rij is not None else (0, 0)


def test_wie_tegelijk_het_laatste_uur_telt_krijgt_het_niet_allebei(motor: Engine) -> None:
    """Er past na het begin nog een uur bij, in de helft van de races in uren en in de andere helft in geld."""
    loket = Loket.open(motor, "uwv-noord")
    zaak = loket.zaak(minuten=[])
    rij = Declaratie(tenant_id=zaak.tenant_id, periode_id=zaak.periode_id, declarabel=UUR, bedrag_excl=Bedrag(95_45))
    ruim = Plafond(Duur(10_000), None)
    with loket.wereld.als(loket.declarant) as handeling:
        tel_op(handeling, rij, ruim)
        handeling.sessie.commit()
    for nummer in range(RACES):
        plafond = Plafond(Duur(120), None) if nummer % 2 else Plafond(ruim.duur, Bedrag(190_90))

        def tel(plafond: Plafond = plafond) -> None:
            with loket.wereld.als(loket.declarant) as handeling:
                tel_op(handeling, rij, plafond)
                handeling.sessie.commit()

        assert sorted(tegelijk(tel, tel)) == ["gelukt", "te laat"]
        assert stand(loket, zaak) == (120, 190_90)
        with loket.wereld.als(loket.declarant) as handeling:
            tel_af(handeling, rij)
            handeling.sessie.commit()


def test_twee_die_tegelijk_dezelfde_uren_indienen(motor: Engine) -> None:
    loket = Loket.open(motor, "uwv-noord")
    zaak = loket.zaak(minuten=[60], uren=Uren(1_00))
    proef = loket.proef(zaak, tarieven=(TARIEF,))

    def dien() -> None:
        with loket.met(loket.declarant, zaak) as (handeling, rij):
            dien_in(handeling, rij, proef.id, proef.versie)

    assert sorted(tegelijk(dien, dien)) == ["gelukt", "te laat"]
    assert stand(loket, zaak) == (60, 95_45)


def test_twee_die_tegelijk_hetzelfde_uur_accorderen(motor: Engine) -> None:
    loket = Loket.open(motor, "uwv-noord")
    zaak = loket.zaak(minuten=[])
    een, twee = (loket.wereld.medewerker(loket.organisatie_id, naam) for naam in ("Een Akkoord", "Twee Akkoord"))
    zaak.koppel(loket.declarant, een, twee)
    loket.schrijf(zaak, [60], date(2022, 6, 1), Urenstatus.TE_ACCORDEREN)
    with loket.wereld.als(een) as handeling:
        [uur] = handeling.sessie.scalars(select(Activiteit).where(Activiteit.zaak_id == zaak.zaak_id))
        gezien = Aangewezen(uur.tenant_id, uur.id, uur.versie)
    wie = iter((een, twee))

    def geef_akkoord() -> None:
        with loket.wereld.als(next(wie)) as handeling:
            accordeer(handeling, [gezien])

    assert sorted(tegelijk(geef_akkoord, geef_akkoord)) == ["gelukt", "te laat"]


@pytest.fixture
def noord(sqlite_gemigreerd: str) -> Loket:
    return Loket.open(motor_van(sqlite_gemigreerd), "uwv-noord")


@settings(max_examples=8, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stappen=st.lists(st.tuples(st.integers(1, 200), st.booleans()), min_size=1, max_size=5))
def test_de_teller_is_altijd_wat_er_ligt_en_nooit_meer_dan_toegekend(
    noord: Loket, stappen: list[tuple[int, bool]]
) -> None:
    """Schrijven, indienen en afkeuren in elke volgorde; drie uur toegekend."""
    loket, zaak = noord, noord.zaak(minuten=[], uren=Uren(3_00))
    ligt: list[Declaratie] = []
    for nummer, (minuten, blijft) in enumerate(stappen):
        loket.schrijf(zaak, [minuten], date(2022, 6, 1) + timedelta(days=nummer))
        with suppress(KanNiet):
            ligt.append(loket.dien_in(zaak, tarieven=(TARIEF,)))
            if not blijft:
                loket.keur(zaak, ligt.pop(), goed=False, reden="Het logboek klopt niet.")
        assert stand(loket, zaak)[0] == sum(een.declarabel.minuten for een in ligt) <= 180
