"""Een week schrijven met drie financiers door elkaar: met de muis, met alleen toetsen, en op een telefoon.

Alles gebeurt op donderdag 24 maart 2022, in week 12.
"""

import re
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.hulp.bewaking import Bewaking
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.bouwloket import meld_aan, open_bouwloket
from tests.browser.hulp.kijken import TELEFOON, Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.toetsenbord import Toetsenbord
from tests.browser.hulp.wandeling import Muis, gelukt, inhoud
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.straat import VANDAAG, WEEK_12, Straat, werk

from dakpan.dossier.zaken import haal_zaak
from dakpan.uren.afspraken.vastleggen import leg_afspraak_vast

AFSPRAAK = "Samen naar het nieuwe filiaal reizen mag als begeleiding worden geschreven."
WEEK = "/uren/2022-W12"
DAGEN = {"dinsdag": "2022-03-22", "woensdag": "2022-03-23", "donderdag": "2022-03-24", "vrijdag": "2022-03-25"}


@pytest.fixture(name="straat")
def _straat(sqlite_gemigreerd: str) -> Straat:
    return Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))


@pytest.fixture(name="loket")
def _loket(sqlite_gemigreerd: str, straat: Straat, tmp_path: Path) -> Iterator[Loket]:
    del straat  # eerst opgebouwd
    with open_bouwloket(sqlite_gemigreerd, tmp_path, VANDAAG) as loket:
        yield loket


def open_week(bezoekers: Bezoekers, loket: Loket, straat: Straat) -> Page:
    pagina = bezoekers.nieuw()
    meld_aan(pagina, loket, straat.coach)
    pagina.goto(WEEK)
    expect(pagina.locator(".dp-rooster")).to_be_visible()
    return pagina


def punt(pagina: Page, dag: str, wie: str) -> Locator:
    return pagina.locator(f"#dag-{DAGEN[dag]} .dp-punt").filter(has_text=wie)


def sleep(pagina: Page, waar: Locator, dx: float, minuten: int, *, rek: bool = False) -> None:
    """Een minuut is 1,2 punt hoog."""
    dy = minuten * 1.2
    waar.evaluate("el => el.scrollIntoView({block: 'center'})")
    doos = (waar.locator(".dp-punt__rek") if rek else waar).bounding_box()
    assert doos is not None
    x, y = doos["x"] + doos["width"] / 2, doos["y"] + (4 if rek else 12)
    pagina.mouse.move(x, y)
    pagina.mouse.down()
    pagina.mouse.move(x + dx / 2, y + dy / 2)
    pagina.mouse.move(x + dx, y + dy)
    pagina.mouse.up()


def breedte(pagina: Page) -> float:
    """Zoveel punten ligt de ene dag van de andere."""
    een, ander = (pagina.locator(f"#dag-{DAGEN[dag]}").bounding_box() for dag in ("dinsdag", "woensdag"))
    assert een is not None
    assert ander is not None
    return ander["x"] - een["x"]


def staat(straat: Straat) -> list[tuple[str, str, int]]:
    return [(rij.datum.isoformat(), f"{time(*divmod(rij.begin, 60)):%H:%M}", rij.duur.minuten) for rij in straat.uren()]


def test_verslepen_oprekken_en_ongedaan_maken(
    bezoekers: Bezoekers, bewaking: Bewaking, loket: Loket, straat: Straat, axe: Axe
) -> None:
    bewaking.sta_toe("422")
    bewaking.sta_toe("409")
    straat.schrijf(werk(*straat.klanten, minuten=90))
    pagina = open_week(bezoekers, loket, straat)
    balk = pagina.locator(".dp-rooster__balk")

    sleep(pagina, punt(pagina, "dinsdag", "Mila"), breedte(pagina), 60)
    expect(balk).to_contain_text("Staat nu op woensdag 23 maart, 10:00–11:30 (1:30).")
    assert staat(straat) == [(DAGEN["woensdag"], "10:00", 30)] * 3
    sleep(pagina, punt(pagina, "woensdag", "Mila"), 0, 30, rek=True)
    expect(balk).to_contain_text("10:00–12:00 (2:00)")
    expect(pagina.locator(".dp-weekstand__totaal")).to_have_text("2:00")
    axe(pagina)
    balk.get_by_role("button", name="Ongedaan maken").click()
    expect(balk).to_contain_text("Ongedaan gemaakt.")
    assert staat(straat) == [(DAGEN["woensdag"], "10:00", 30)] * 3

    # Morgen kan niet, en wie de muis buiten de week loslaat komt niet verder dan haar laatste dag.
    sleep(pagina, punt(pagina, "woensdag", "Mila"), 20 * breedte(pagina), 0)
    expect(punt(pagina, "woensdag", "Mila")).to_contain_text("Deze dag moet nog komen")
    assert staat(straat) == [(DAGEN["woensdag"], "10:00", 30)] * 3

    straat.schrijf(werk(straat.klanten[0], datum=VANDAAG, begin=time(11)))
    sleep(pagina, punt(pagina, "woensdag", "Joris"), breedte(pagina), 0)
    expect(balk).to_contain_text("Op dit moment staat er ook een andere activiteit.")
    _iemand_anders_was_eerder(pagina, balk, straat)

    punt(pagina, "donderdag", "Joris").dblclick(position={"x": 20, "y": 8})
    expect(pagina).to_have_url(re.compile("/uren/activiteit/"))


def _iemand_anders_was_eerder(pagina: Page, balk: Locator, straat: Straat) -> None:
    """Intussen werd zij op een ander scherm verzet: dat blijft staan, en het is te lezen."""
    ander = pagina.context.new_page()
    ander.goto(WEEK)
    sleep(ander, punt(ander, "donderdag", "Joris"), -breedte(ander), 0)
    expect(ander.locator(".dp-rooster__balk")).to_contain_text("Staat nu op woensdag")
    ander.close()
    sleep(pagina, punt(pagina, "donderdag", "Joris"), 0, 60)
    expect(balk).to_contain_text("Iemand anders heeft dit intussen gewijzigd")
    expect(punt(pagina, "woensdag", "Joris")).to_contain_text("Iemand anders heeft dit intussen gewijzigd")
    sleep(pagina, punt(pagina, "woensdag", "Joris"), breedte(pagina), 0)
    expect(balk).to_contain_text("Staat nu op donderdag")


def test_met_alleen_toetsen(bezoekers: Bezoekers, loket: Loket, straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[1]))
    pagina = open_week(bezoekers, loket, straat)
    toetsen, balk = Toetsenbord(pagina), pagina.get_by_role("status")
    greep = toetsen.naar("button", "Verplaatsen met pijltjes: Joris Smit, 9:00")
    toetsen.druk("Enter")
    expect(greep).to_have_attribute("aria-pressed", "true")
    expect(balk).to_contain_text("Escape zet terug")
    for toets in ("ArrowRight", "ArrowDown", "ArrowDown", "Shift+ArrowDown"):
        toetsen.druk(toets)
    expect(balk).to_have_text("Woensdag 23 maart, 9:30–10:45 (1:15)")
    toetsen.druk("Escape")
    expect(balk).to_have_text("Teruggezet; er is niets gewijzigd.")
    expect(punt(pagina, "dinsdag", "Joris")).to_contain_text("9:00–10:00")

    for toets in ("Enter", "ArrowRight", "Shift+ArrowUp", "Enter"):
        toetsen.druk(toets)
    expect(balk).to_contain_text("Staat nu op woensdag 23 maart, 9:00–9:45 (0:45).")
    assert staat(straat) == [(DAGEN["woensdag"], "09:00", 45)]
    expect(greep).to_be_focused()
    toetsen.druk("Enter")
    toetsen.druk("ArrowDown")
    toetsen.druk("Tab")
    expect(balk).to_have_text("Teruggezet; er is niets gewijzigd.")
    assert staat(straat) == [(DAGEN["woensdag"], "09:00", 45)]


def test_op_een_telefoon_is_het_vorige_zo_nog_eens_geschreven(
    bezoekers: Bezoekers, loket: Loket, straat: Straat, axe: Axe
) -> None:
    """Drie keer tikken en één keer typen: toevoegen, zoals gisteren, wat er is bereikt, opslaan."""
    zaak = straat.zaken[2]
    straat.doe(
        lambda een: leg_afspraak_vast(een, haal_zaak(een, zaak.tenant_id, zaak.zaak_id), "Tess Kolk", WEEK_12, AFSPRAAK)
    )
    straat.schrijf(werk(straat.klanten[2], datum=WEEK_12, minuten=100, locatie="werkplek", beoogd="Zelf groeten"))
    hand = Muis(bezoekers.nieuw(TELEFOON))
    meld_aan(hand.pagina, loket, straat.coach)
    hand.pagina.goto(WEEK)
    past_op_telefoon(hand.pagina)
    hand.volg("Activiteit toevoegen")
    # Ook met een afspraak erbij begint het scherm met het formulier.
    expect(hand.pagina.get_by_text("Wat is afgesproken over Yara Öztürk")).to_be_visible()
    expect(hand.pagina.get_by_text(AFSPRAAK)).to_be_hidden()
    expect(hand.pagina.get_by_text("Met wie en waarvoor", exact=True)).to_be_in_viewport()
    hand.volg("Yara Öztürk in contact met collega's, 1:40")
    hand.pagina.get_by_label("Bereikt resultaat").fill("Groette elke collega")
    expect(inhoud(hand)).to_contain_text("20 van 2000 tekens")
    expect(inhoud(hand)).to_contain_text("12 van 99 tekens")
    axe(hand.pagina)
    hand.druk_op("Opslaan")
    gelukt(hand, "De activiteit is opgeslagen.")
    assert staat(straat) == [(DAGEN["dinsdag"], "09:00", 100), (DAGEN["donderdag"], "09:00", 100)]
    assert [rij.locatie for rij in straat.uren()] == ["werkplek"] * 2
    assert [rij.bereikt for rij in straat.uren()] == ["", "Groette elke collega"]
