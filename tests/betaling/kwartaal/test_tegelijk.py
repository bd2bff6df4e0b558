"""Twee mensen draaien dezelfde ronde op hetzelfde moment: elke zaak komt precies één keer aan de beurt."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from tests.hulp.bouw import Wereld

from dakpan.begrippen.periode import Kwartaal
from dakpan.betaling.kwartaal.tables import Gedaan, Kwartaalregel
from dakpan.betaling.toekenning import GEEN_BESLUIT
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.motor import maak_motor
from dakpan.opslag.vrager import Uitzondering, Vrager
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.kwartaal.ronde import begin, portie

FINANCIEEL = Vrager(None, "Fien Financieel", tenant_id="staphorst", rechten=frozenset({Recht.BETALEN}))
ZAKEN = 12


def loop(wereld: Wereld, ronde_id: UUID) -> int:
    """Tot de ronde klaar is; hoe vaak was een ander eerder?"""
    botsingen, meer = 0, True
    while meer:
        try:
            with wereld.als(FINANCIEEL) as handeling:
                meer = portie(handeling, ronde_id, 1)
        except (Gewijzigd, OperationalError):
            botsingen += 1
    return botsingen


def test_elke_zaak_precies_een_keer(database_url: str) -> None:
    motor = maak_motor(database_url)
    try:
        wereld = Wereld(motor)
        organisatie_id = wereld.organisatie()
        for nummer in range(ZAKEN):
            wereld.zaak("staphorst", organisatie_id, f"Client {nummer}")
        with wereld.als(FINANCIEEL) as handeling:
            ronde_id = begin(handeling, Kwartaal.van(date(2022, 3, 24))).id
        with ThreadPoolExecutor(2) as twee:
            list(twee.map(lambda _wie: loop(wereld, ronde_id), range(2)))
        assert _per_zaak(motor) == Counter({1: ZAKEN})
    finally:
        motor.dispose()


def _per_zaak(motor: Engine) -> Counter[int]:
    """Hoeveel zaken hebben hoeveel regels? Zonder besluit wordt elke zaak overgeslagen, met de reden."""
    with Session(motor) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        regels = sessie.scalars(select(Kwartaalregel)).all()
        assert {(een.gedaan, een.waarom) for een in regels} == {(Gedaan.OVERGESLAGEN, GEEN_BESLUIT)}
        return Counter(Counter(een.zaak_id for een in regels).values())
