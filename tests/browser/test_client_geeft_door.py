"""De cliënt geeft op zijn telefoon zelf door dat hij minder gaat werken; de coach en de beslisser lezen het. (rij 63)

Toegekend: 10% × 36 uur × 24 weken over 182 dagen is 86,40 uur. Halverwege naar 18 uur: 43,20 + 21,60 = 64,80.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.post import uit_brief
from tests.browser.hulp.snel import MAIL, toegekend_snel
from tests.browser.hulp.wandeling import Gezelschap, Muis, Toetsen, gelukt, inhoud, kop, verder
from tests.browser.hulp.wandeling_stappen import NOORDERLICHT
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde


@pytest.fixture(name="loket")
def _loket(ronde: Ronde, tmp_path: Path) -> Iterator[Loket]:
    """Een eigen demonstratie: hier gaat de klok terug."""
    kopieer_demo(ronde, tmp_path)
    with Loket.open(tmp_path) as loket:
        yield loket


def test_van_de_link_tot_wat_de_beslisser_leest(loket: Loket, bezoekers: Bezoekers, telefoon: Page, axe: Axe) -> None:
    bezoekers.bewaking.sta_toe("422")
    zaak = toegekend_snel(loket)
    coach = Gezelschap(bezoekers, Toetsen).als(NOORDERLICHT, "Sjoerd Veldkamp")
    coach.pagina.goto(f"{zaak}/wijziging")
    coach.volg("Laat de cliënt het zelf doorgeven")
    axe(coach.pagina)
    past_op_telefoon(coach.pagina)
    coach.vul("E-mailadres voor de link", MAIL)
    coach.druk_op("Verstuur de link")
    gelukt(coach, "De link is verstuurd.")
    _client_geeft_door(loket, Muis(telefoon), axe)
    coach.pagina.goto(f"{zaak}/wijziging")
    with verder(coach.pagina):
        coach.pagina.locator("table a").first.click()
    expect(inhoud(coach)).to_contain_text("Zo stuurde de cliënt het zelf")
    axe(coach.pagina)
    past_op_telefoon(coach.pagina)
    expect(coach.pagina.get_by_role("button", name="Trek de melding in")).to_have_count(0)
    coach.vul("Wat wilt u erbij zeggen?", "Het nieuwe contract zit bij de documenten.")
    coach.druk_op("Schrijf erbij")
    gelukt(coach, "Het staat erbij.")
    beslisser = Gezelschap(bezoekers, Muis).als("UWV Noord", "Leonie Faber")
    beslisser.pagina.goto("/")
    beslisser.volg("Beslis over de wijziging bij Mila Bakker")
    expect(inhoud(beslisser)).to_contain_text("64,8 uur")
    expect(inhoud(beslisser)).to_contain_text("Het nieuwe contract zit bij de documenten.")


def _client_geeft_door(loket: Loket, client: Muis, axe: Axe) -> None:
    client.pagina.goto(uit_brief(loket, MAIL, r"(/doorgeven/\S+)"))
    axe(client.pagina)
    client.druk_op("Stuur mij een code")
    client.vul("Code van zes cijfers", uit_brief(loket, MAIL, r"code is: (\d{6})"))
    client.druk_op("Verder")
    expect(kop(client)).to_have_text("Wat verandert er bij u?")
    axe(client.pagina)
    past_op_telefoon(client.pagina)
    with verder(client.pagina):
        client.pagina.get_by_role("link", name="Werk, uren of inkomen").click()
    client.druk_op("Verder: nalezen")
    expect(client.pagina.locator("#fouten li")).to_have_count(2)
    past_op_telefoon(client.pagina)
    client.kies("Wat verandert er?", "Het aantal uren per week")
    client.vul("Hoeveel uur per week wordt het?", "18")
    client.vul("Vanaf welke dag is het anders?", date(2023, 4, 3))
    client.vul("Toelichting", f"Ik word er moe van. {'z' * 200}")
    client.druk_op("Verder: nalezen")
    expect(kop(client)).to_have_text("Klopt dit?")
    for deel in ("18 uur", "3 april 2023", "Ik word er moe van."):
        expect(inhoud(client)).to_contain_text(deel)
    axe(client.pagina, "POST")
    past_op_telefoon(client.pagina)
    client.druk_op("Ja, dit klopt. Verstuur")
    expect(kop(client)).to_have_text("Bedankt, het is verstuurd")
    axe(client.pagina)
