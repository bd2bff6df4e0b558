"""Sluiten, accorderen, terugsturen en heropenen: de coach met de muis, de accordeerder met toetsen en op een telefoon.

Alles gebeurt op donderdag 24 maart 2022, in week 12; de bron noemt de volgorde en de vier totalen.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.bouwloket import meld_aan, open_bouwloket
from tests.browser.hulp.kijken import TELEFOON, Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.wandeling import Muis, Toetsen, gelukt, inhoud
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.straat import VANDAAG, WEEK_11, Straat, statussen, werk


@pytest.fixture(name="straat")
def _straat(sqlite_gemigreerd: str) -> Straat:
    straat = Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_11, beoogd="Zelf groeten"))
    straat.schrijf(werk(straat.klanten[1], minuten=45))
    return straat


@pytest.fixture(name="loket")
def _loket(sqlite_gemigreerd: str, straat: Straat, tmp_path: Path) -> Iterator[Loket]:
    del straat  # eerst opgebouwd
    with open_bouwloket(sqlite_gemigreerd, tmp_path, VANDAAG) as loket:
        yield loket


def vier(pagina: Page) -> list[str]:
    """Voorraad, te accorderen, te declareren en gedeclareerd, zoals zij bovenaan staan."""
    return pagina.locator(".dp-vier").first.locator("dd").all_inner_texts()


def test_van_sluiten_tot_akkoord_en_terug(bezoekers: Bezoekers, loket: Loket, straat: Straat) -> None:
    coach, akkoord = Muis(bezoekers.nieuw()), Toetsen(bezoekers.nieuw())
    meld_aan(coach.pagina, loket, straat.coach)
    coach.pagina.goto("/uren/2022-W12")
    expect(coach.pagina.get_by_role("button", name="Week sluiten")).to_have_count(0)
    coach.volg("Naar week 11 van 2022")
    for week in ("11", "12"):
        coach.pagina.goto(f"/uren/2022-W{week}")
        coach.druk_op("Week sluiten")
        gelukt(coach, "De week is gesloten. De uren wachten nu op akkoord.")

    meld_aan(akkoord.pagina, loket, straat.accordeerder)
    akkoord.volg("Accorderen")
    assert vier(akkoord.pagina) == ["0:00", "1:00", "0:00", "0:00"]
    akkoord.volg("Bekijk deze week van Jo Coach")
    expect(inhoud(akkoord)).to_contain_text("Beoogd: Zelf groeten")
    expect(inhoud(akkoord).get_by_role("link", name="Wijzigen")).to_have_count(0)
    akkoord.volg("Accorderen")
    bezoekers.bewaking.sta_toe("422")
    akkoord.druk_op("Gekozen accorderen")
    expect(akkoord.pagina.get_by_role("alert")).to_be_focused()
    akkoord.pagina.keyboard.press("Tab")
    expect(akkoord.pagina.get_by_role("link", name="Kies ten minste één activiteit")).to_be_focused()
    akkoord.vink("Mila Bakker, 15-03-2022 9:00")
    akkoord.druk_op("Gekozen accorderen")
    gelukt(akkoord, "1 activiteit is akkoord.")
    expect(akkoord.pagina.locator(".dp-melding[role=status]")).to_be_focused()
    akkoord.vink("Joris Smit, 22-03-2022 9:00")
    akkoord.klap_open("Terugsturen naar de coach")
    akkoord.vul("Waarom stuurt u de gekozen uren terug?", "Het was een half uur")
    akkoord.druk_op("Gekozen terugsturen")
    gelukt(akkoord, "1 activiteit gaat terug; de week van de coach is weer open.")
    akkoord.volg("Hele organisatie")
    assert vier(akkoord.pagina) == ["0:45", "0:00", "1:00", "0:00"]

    coach.volg("Berichten")
    expect(inhoud(coach)).to_contain_text("Uren zijn naar u teruggestuurd")
    coach.pagina.goto("/uren/2022-W11")
    expect(coach.pagina.get_by_role("button", name="Week heropenen")).to_have_count(0)
    coach.pagina.goto("/uren/2022-W12")
    expect(inhoud(coach)).to_contain_text("Het was een half uur")
    coach.druk_op("Week sluiten")
    coach.druk_op("Week heropenen")
    gelukt(coach, "De week is weer open. Sluit haar als de uren kloppen.")
    assert statussen(straat.uren()) == ["geaccordeerd", "voorraad"]


def test_op_een_telefoon_akkoord_geven_en_weer_intrekken(
    bezoekers: Bezoekers, loket: Loket, straat: Straat, axe: Axe
) -> None:
    coach, akkoord = Muis(bezoekers.nieuw(TELEFOON)), Muis(bezoekers.nieuw(TELEFOON))
    meld_aan(coach.pagina, loket, straat.coach)
    coach.pagina.goto("/uren/2022-W11")
    coach.druk_op("Week sluiten")
    meld_aan(akkoord.pagina, loket, straat.accordeerder)
    for adres in ("/uren/totalen?per=client", "/accorderen"):
        akkoord.pagina.goto(adres)
        past_op_telefoon(akkoord.pagina)
    axe(akkoord.pagina)
    akkoord.volg("Bekijk deze week van Jo Coach")
    past_op_telefoon(akkoord.pagina)
    akkoord.pagina.go_back()
    akkoord.volg("Alles accorderen")
    akkoord.druk_op("Ja, accordeer alles")
    gelukt(akkoord, "1 activiteit is akkoord.")
    akkoord.pagina.goto("/accorderen/akkoord")
    akkoord.vink("Mila Bakker, 15-03-2022 9:00")
    akkoord.druk_op("Akkoord van gekozen intrekken")
    gelukt(akkoord, "1 akkoord is ingetrokken.")
    assert statussen(straat.uren()) == ["te_accorderen", "voorraad"]
