"""Waar schrijven mag zodra de aanvraag definitief is, blijft alles van de organisatie tot er is ingediend."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from sqlalchemy import select
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import Loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.straat import BEGELEIDEN

from dakpan.begrippen.duur import Duur
from dakpan.opslag.vrager import Vrager
from dakpan.plan.koppelen import koppel
from dakpan.plan.perioden import perioden_van
from dakpan.uren.accorderen import Aangewezen, accordeer
from dakpan.uren.nakijken import Werk
from dakpan.uren.schrijven import schrijf
from dakpan.uren.tables import Activiteit
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit
from dakpan.wandeling.aanvragen import dien_in

GEWERKT = date(2023, 1, 9)


@pytest.fixture
def loket(database_url: str) -> Iterator[Loket]:
    motor = motor_van(database_url)
    yield Loket.maak(Wereld(motor, date(2023, 3, 20)))
    motor.dispose()


def _gezien(loket: Loket, wie: Vrager) -> list[tuple[str, str]]:
    with loket.wereld.als(wie) as handeling:
        return [(rij.status.value, rij.kant.value) for rij in handeling.sessie.scalars(select(Activiteit))]


def test_uren_van_voor_het_indienen_gaan_pas_met_de_aanvraag_mee(loket: Loket) -> None:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    (periode,) = zaak.doe(loket.coach, perioden_van)
    zaak.doe(
        loket.coach,
        koppel,
        periode.id,
        loket.coach.lidmaatschap_id,
        accordeerder_id=loket.accordeerder.lidmaatschap_id,
    )
    with loket.wereld.als(loket.coach) as handeling:
        uur = Werk((("uwv-noord", periode.id),), BEGELEIDEN, GEWERKT, time(9), Duur(60))
        (sleutel,) = schrijf(handeling, uur).sleutels
        sluit(handeling, Week.van(GEWERKT), ook_lege=True)
        gezien = Aangewezen(*sleutel, versie=2)  # geschreven, en daarna wachtend
    with loket.wereld.als(loket.accordeerder) as handeling:
        accordeer(handeling, [gezien])

    assert _gezien(loket, loket.coach) == [("geaccordeerd", "organisatie")]
    assert _gezien(loket, loket.beslisser) == []

    zaak.laat_tekenen(loket.coach)
    zaak.lever_aan(loket.coach)
    zaak.doe(loket.coach, dien_in)
    assert _gezien(loket, loket.beslisser) == [("geaccordeerd", "gedeeld")]
