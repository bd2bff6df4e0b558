"""De cliënt kiest op zijn telefoon wie zijn post leest, de coach leest mee, en daarna stopt hij er weer mee. (W19)"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.post import uit_brief
from tests.browser.hulp.snel import MAIL, toegekend_snel
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, Toetsen, gelukt, inhoud, kop
from tests.browser.hulp.wandeling_stappen import NOORDERLICHT
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde


@pytest.fixture(name="loket")
def _loket(ronde: Ronde, tmp_path: Path) -> Iterator[Loket]:
    """Een eigen demonstratie: hier gaat de klok terug."""
    kopieer_demo(ronde, tmp_path)
    with Loket.open(tmp_path) as loket:
        yield loket


def test_van_de_vraag_tot_een_gelezen_brief_en_weer_stoppen(
    loket: Loket, bezoekers: Bezoekers, telefoon: Page, axe: Axe
) -> None:
    bezoekers.bewaking.sta_toe("422")
    zaak = toegekend_snel(loket)
    coach = Gezelschap(bezoekers, Toetsen).als(NOORDERLICHT, "Sjoerd Veldkamp")
    _vraagt(coach, zaak, axe)
    client = Muis(telefoon)
    _opent(loket, client, axe)
    expect(kop(client)).to_have_text("Mag uw jobcoach uw post lezen?")
    axe(client.pagina)
    past_op_telefoon(client.pagina)
    client.druk_op("Ja, mijn jobcoach mag mijn post lezen")
    expect(kop(client)).to_have_text("Bedankt, uw keus is bewaard")
    axe(client.pagina)
    _leest(coach, zaak, axe)
    _opent(loket, client, axe)
    expect(kop(client)).to_have_text("Wilt u ermee stoppen?")
    axe(client.pagina)
    past_op_telefoon(client.pagina)
    client.druk_op("Ja, ik wil stoppen")
    expect(kop(client)).to_have_text("Bedankt, uw keus is bewaard")
    coach.pagina.goto(f"{zaak}/post")
    expect(inhoud(coach)).to_contain_text("Eerdere machtigingen")
    axe(coach.pagina)


def _vraagt(coach: Hand, zaak: str, axe: Axe) -> None:
    """Met alleen het toetsenbord; een leeg adres komt terug bij zijn veld."""
    coach.pagina.goto(zaak)
    coach.volg("Post")
    expect(inhoud(coach)).to_contain_text("De brieven gaan alleen naar de cliënt")
    axe(coach.pagina)
    past_op_telefoon(coach.pagina)
    coach.volg("Vraag de machtiging")
    coach.druk_op("Verstuur de link")
    expect(coach.pagina.locator("#fouten li")).to_have_count(1)
    axe(coach.pagina, "POST")
    coach.vul("E-mailadres voor de link", MAIL)
    coach.druk_op("Verstuur de link")
    gelukt(coach, "De link is verstuurd.")
    axe(coach.pagina)
    past_op_telefoon(coach.pagina)


def _opent(loket: Loket, client: Muis, axe: Axe) -> None:
    client.pagina.goto(uit_brief(loket, MAIL, r"(/machtigen/\S+)"))
    axe(client.pagina)
    client.druk_op("Stuur mij een code")
    client.vul("Code van zes cijfers", uit_brief(loket, MAIL, r"code is: (\d{6})"))
    client.druk_op("Verder")


def _leest(coach: Hand, zaak: str, axe: Axe) -> None:
    coach.pagina.goto(f"{zaak}/post")
    expect(coach.pagina.get_by_role("link", name="Post (1 nieuw)")).to_be_visible()
    axe(coach.pagina)
    past_op_telefoon(coach.pagina)
    coach.volg("Besluit over jobcoaching: toegekend")
    expect(inhoud(coach)).to_contain_text("Dan kunt u bezwaar maken.")
    axe(coach.pagina)
    coach.pagina.goto(f"{zaak}/post")
    with coach.pagina.expect_download() as opgehaald:
        coach.pagina.get_by_role("link", name=re.compile("^PDF")).click()
    assert opgehaald.value.suggested_filename.startswith("besluit-")
