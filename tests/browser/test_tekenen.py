"""Ondertekenen in een echte browser: de coach vraagt, de cliënt tekent het laatst, op een telefoon zonder account."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.meespelen import database_van, speel_mee
from tests.browser.hulp.post import uit_brief
from tests.browser.hulp.recepten import aan_zet, in_zaak, zoek
from tests.browser.hulp.wandeling import Hand, Muis, Toetsen, gelukt, inhoud, kop
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

from dakpan.opslag.basis import db
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Brief

WACHT_OP_TEKENEN = in_zaak(Recht.AANVRAAG_WIJZIGEN, Kant.ORGANISATIE, aan_zet("ondertekening"))
ADRESSEN = ("coach@tekenen.invalid", "werkgever@tekenen.invalid", "client@tekenen.invalid")


@pytest.fixture(name="loket")
def _loket(ronde: Ronde, tmp_path: Path) -> Iterator[Loket]:
    """Een eigen loket: in de demonstratie wacht één zaak op handtekeningen, en hier wordt zij getekend."""
    kopieer_demo(ronde, tmp_path)
    with Loket.open(tmp_path) as loket:
        yield loket


def _teken(hand: Hand, loket: Loket, aan: str, axe: Axe, *, machtiging: str = "") -> None:
    """Iemand zonder account opent zijn link en tekent."""
    pagina = hand.pagina
    pagina.goto(uit_brief(loket, aan, r"(/tekenen/link/\S+)"))
    expect(kop(hand)).to_have_text("Een aanvraag ondertekenen")
    axe(pagina)
    past_op_telefoon(pagina)
    hand.druk_op("Stuur mij een code")
    hand.vul("Code van zes cijfers", uit_brief(loket, aan, r"Uw code is: (\d{6})"))
    past_op_telefoon(pagina)
    hand.druk_op("Verder")
    expect(kop(hand)).to_have_text("Lees en onderteken")
    axe(pagina)
    past_op_telefoon(pagina)
    if machtiging:
        hand.kies("Geeft u deze machtiging?", machtiging)
    hand.vink("Ik heb het document gelezen en ik teken het")
    hand.druk_op("Onderteken")
    expect(kop(hand)).to_have_text("Bedankt, u hebt getekend")
    axe(pagina)


@pytest.mark.parametrize("code", ["000000", ""])
def test_een_verkeerde_code(loket: Loket, bezoekers: Bezoekers, axe: Axe, code: str) -> None:
    hand = Muis(bezoekers.nieuw())
    with loket.app.app_context():
        vraag = select(Brief.tekst).where(Brief.tekst.contains("/tekenen/link/"), Brief.aan.contains("jobcoach."))
        tekst = db.session.scalars(vraag.order_by(Brief.gemaakt_op, Brief.id)).all()[-1]
    [link] = re.findall(r"(/tekenen/link/\S+)", tekst)
    hand.pagina.goto(link)
    if hand.pagina.get_by_role("heading", name="Deze link werkt niet meer").count():
        pytest.fail("de demonstratie heeft geen open link om te tekenen")
    knop = hand.pagina.get_by_role("button", name="Stuur mij een code")
    if knop.count():
        hand.druk_op("Stuur mij een code")
    hand.vul("Code van zes cijfers", code)
    bezoekers.bewaking.sta_toe("422")
    hand.druk_op("Verder")
    expect(hand.pagina.locator("#fouten")).to_be_visible()
    axe(hand.pagina, "POST")


def test_de_client_tekent_het_laatst_op_een_telefoon(
    loket: Loket, bezoekers: Bezoekers, telefoon: Page, axe: Axe
) -> None:
    bezoek = zoek(WACHT_OP_TEKENEN, database_van(loket))
    coach = Muis(bezoekers.nieuw())
    assert bezoek.email is not None
    speel_mee(coach.pagina.context, bezoek.email)
    plek = "/zaken/{tenant_id}/{zaak_id}/ondertekenen".format(**bezoek.waarden)
    coach.pagina.goto(plek)
    for knop in coach.pagina.get_by_role("button", name=re.compile("^Trek in")).all_inner_texts():
        coach.druk_op(knop)
    _vul_in(coach, ADRESSEN[:2] + ADRESSEN[1:2])
    bezoekers.bewaking.sta_toe("422")
    coach.druk_op("Vraag om de handtekeningen")
    expect(inhoud(coach)).to_contain_text("Dit adres is van een ander die tekent")
    axe(coach.pagina, "POST")
    _vul_in(coach, ADRESSEN)
    coach.druk_op("Vraag om de handtekeningen")
    gelukt(coach, "De link is verstuurd.")
    past_op_telefoon(coach.pagina)

    _teken(Toetsen(bezoekers.nieuw()), loket, ADRESSEN[0], axe)
    _teken(Muis(bezoekers.nieuw()), loket, ADRESSEN[1], axe)
    _teken(Muis(telefoon), loket, ADRESSEN[2], axe, machtiging="Nee, dat wil ik niet")

    coach.pagina.goto(plek)
    expect(inhoud(coach)).to_contain_text("Iedereen heeft getekend.")
    coach.volg("Bewijsblad van de handtekeningen")
    expect(inhoud(coach).get_by_text("Machtiging om rechtstreeks te betalen: niet gegeven.")).to_be_visible()
    past_op_telefoon(coach.pagina)


def _vul_in(coach: Muis, adressen: tuple[str, ...]) -> None:
    vakken = coach.pagina.get_by_label("E-mailadres voor de link")
    for nummer, adres in enumerate(adressen):
        vakken.nth(nummer).fill(adres)
