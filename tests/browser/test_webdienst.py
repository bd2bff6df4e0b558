"""Een coach geeft een planning een sleutel, en ziet in zijn week wat die schreef."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.bouwloket import meld_aan, open_bouwloket
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.wandeling import Toetsen, inhoud
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.straat import VANDAAG, Straat
from tests.uren.webdienst.programma import activiteit


@pytest.fixture(name="straat")
def _straat(sqlite_gemigreerd: str) -> Straat:
    return Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))


@pytest.fixture(name="loket")
def _loket(sqlite_gemigreerd: str, straat: Straat, tmp_path: Path) -> Iterator[Loket]:
    del straat  # eerst opgebouwd
    with open_bouwloket(sqlite_gemigreerd, tmp_path, VANDAAG) as loket:
        yield loket


def test_van_sleutel_tot_een_uur_in_de_week(bezoekers: Bezoekers, loket: Loket, straat: Straat, axe: Axe) -> None:
    coach = Toetsen(bezoekers.nieuw())
    meld_aan(coach.pagina, loket, straat.coach)
    coach.volg("Mijn toegangssleutels")
    coach.vul("Waar is zij voor?", "Planning De Stap")
    coach.druk_op("Maak een sleutel")
    expect(inhoud(coach)).to_contain_text("hierna is zij nergens meer te lezen")
    axe(coach.pagina, "POST")
    past_op_telefoon(coach.pagina)
    koppen = {"Authorization": f"Bearer {coach.pagina.locator('code').inner_text()}", "Idempotency-Key": "planning-1"}

    programma = bezoekers.nieuw().context.request
    uren = f"{loket.adres}/api/v1/uren"
    assert programma.post(uren, headers=koppen, data=activiteit(straat)).status == 201
    assert programma.post(uren, headers=koppen, data=activiteit(straat)).status == 200

    coach.pagina.goto("/uren/2022-W12")
    expect(inhoud(coach)).to_contain_text("Mila Bakker")
    expect(inhoud(coach)).to_contain_text("Weektotaal 1:30")
    coach.pagina.goto("/toegangssleutels")
    coach.druk_op("Trek in")
    expect(inhoud(coach)).to_contain_text("Ingetrokken")
    assert programma.get(f"{loket.adres}/api/v1/clienten", headers=koppen).status == 401
