"""Twee aanvragen voor dezelfde baan: wie beoordeelt neemt ze samen, en legt de loonwaarde één keer vast. (W34)"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.snel import dien_snel_in, zet_klok
from tests.browser.hulp.wandeling import Gezelschap, Toetsen, gelukt, inhoud
from tests.browser.hulp.wandeling_stappen import NOORDERLICHT
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde


@pytest.fixture(name="loket")
def _loket(ronde: Ronde, tmp_path: Path) -> Iterator[Loket]:
    """Een eigen demonstratie: hier gaat de klok terug."""
    kopieer_demo(ronde, tmp_path)
    with Loket.open(tmp_path) as loket:
        yield loket


def test_samen_beoordelen_en_een_keer_meten(loket: Loket, bezoekers: Bezoekers, axe: Axe) -> None:
    bezoekers.bewaking.sta_toe("422")
    zet_klok(loket, date(2023, 3, 20))
    een, ander = (f"/zaken/{zaak[0]}/{zaak[1]}" for zaak in (dien_snel_in(loket, HALFJAAR) for _keer in (1, 2)))
    wie = Gezelschap(bezoekers, Toetsen).als("UWV Noord", "Bert Sikkema")
    wie.pagina.goto(f"{een}/beoordeling")
    expect(inhoud(wie)).to_contain_text("Beoordeel deze samen")
    axe(wie.pagina)
    past_op_telefoon(wie.pagina)
    wie.pagina.get_by_role("button", name="Neem ook deze").press("Enter")
    gelukt(wie, "De zaak ligt nu op uw bureau.")
    wie.pagina.goto("/werklijst")
    expect(inhoud(wie)).to_contain_text("Neem er ook bij:")
    axe(wie.pagina)
    past_op_telefoon(wie.pagina)
    wie.pagina.goto(een)
    wie.volg("Leg een meting vast")
    axe(wie.pagina)
    past_op_telefoon(wie.pagina)
    wie.kies("Wat is er gedaan?", "Loonwaardemeting")
    wie.vul("Op welke dag?", date(2023, 3, 1))
    wie.vul("Door wie?", "Ida Meter")
    wie.druk_op("Leg vast")
    expect(wie.pagina.locator("#fouten li")).to_have_count(1)
    axe(wie.pagina, "POST")
    wie.vul("Gemeten loonwaarde in procenten", "62")
    wie.druk_op("Leg vast")
    gelukt(wie, "De meting is vastgelegd.")
    expect(inhoud(wie)).to_contain_text("in de aanvraag staat 45%")
    axe(wie.pagina)
    past_op_telefoon(wie.pagina)
    coach = Gezelschap(bezoekers, Toetsen).als(NOORDERLICHT, "Sjoerd Veldkamp")
    coach.pagina.goto(ander)
    expect(coach.pagina.locator("section", has=coach.pagina.locator("#bijelkaar"))).to_contain_text("62%")
    axe(coach.pagina)
