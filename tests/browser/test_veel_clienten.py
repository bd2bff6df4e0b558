"""Een coach met veel cliënten schrijft op een telefoon: zoeken door te typen, en zonder JavaScript uitklappen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.bouwloket import meld_aan, open_bouwloket
from tests.browser.hulp.kijken import TELEFOON, Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.toetsenbord import Toetsenbord
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.straat import VANDAAG, Straat, werk
from tests.uren.test_veel_clienten import EXTRA, meer_clienten

ZOEK = "Zoek in deze lijst"


@pytest.fixture(name="straat")
def _straat(sqlite_gemigreerd: str) -> Straat:
    straat = Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))
    meer_clienten(straat)
    straat.schrijf(werk(straat.klanten[2]))
    return straat


@pytest.fixture(name="loket")
def _loket(sqlite_gemigreerd: str, straat: Straat, tmp_path: Path) -> Iterator[Loket]:
    del straat  # eerst opgebouwd
    with open_bouwloket(sqlite_gemigreerd, tmp_path, VANDAAG) as loket:
        yield loket


def open_formulier(pagina: Page, loket: Loket, straat: Straat) -> Page:
    meld_aan(pagina, loket, straat.coach)
    pagina.goto("/uren/nieuw")
    return pagina


def zichtbaar(pagina: Page) -> list[str]:
    """De voornamen die er nu staan."""
    vakjes = pagina.locator("label:has([name=klanten])").all()
    return [vakje.inner_text().split()[0] for vakje in vakjes if vakje.is_visible()]


def test_zoeken_kiezen_en_opslaan(bezoekers: Bezoekers, loket: Loket, straat: Straat, axe: Axe) -> None:
    pagina = open_formulier(bezoekers.nieuw(TELEFOON), loket, straat)
    assert zichtbaar(pagina) == ["Yara"]
    past_op_telefoon(pagina)
    axe(pagina)

    # Een accent of een hoofdletter doet er niet toe; wat is aangevinkt blijft staan.
    zoek = pagina.get_by_label(ZOEK)
    Toetsenbord(pagina).ga_naar(zoek, "het zoekvak")
    pagina.keyboard.type("ozturk")
    assert zichtbaar(pagina) == ["Yara"]
    pagina.get_by_label("Yara Öztürk").check()
    zoek.fill("ZWART")
    assert zichtbaar(pagina) == ["Yara", *EXTRA]
    expect(pagina.get_by_text("6 gevonden")).to_have_count(1)
    axe(pagina)
    zoek.fill("")
    assert zichtbaar(pagina) == ["Yara"]

    # Het ene vakje dat overblijft gaat met Enter aan, en komt bovenaan te staan; het formulier blijft staan.
    zoek.fill("dirk")
    zoek.press("Enter")
    expect(zoek).to_have_value("")
    expect(pagina.get_by_label("Dirk Zwart")).to_be_checked()
    assert zichtbaar(pagina) == ["Dirk", "Yara"]
    expect(pagina.get_by_label("Dirk Zwart")).to_be_in_viewport()
    expect(pagina.get_by_role("status").filter(has_text="Gekozen: Dirk Zwart")).to_have_count(1)
    pagina.get_by_label("Doel en activiteit").select_option(label="De persoon introduceren: in het bedrijf")
    pagina.get_by_label("Duur in minuten").fill("45")
    pagina.get_by_role("button", name="Opslaan", exact=True).click()
    expect(pagina.get_by_text("De activiteit is opgeslagen.")).to_be_visible()
    assert [rij.duur.minuten for rij in straat.uren()][1:] == [23, 22]


def test_zonder_javascript(bezoekers: Bezoekers, loket: Loket, straat: Straat) -> None:
    pagina = open_formulier(bezoekers.nieuw(TELEFOON, java_script_enabled=False), loket, straat)
    expect(pagina.get_by_label(ZOEK)).to_have_count(0)
    expect(pagina.get_by_label("Fien Zwart")).to_be_hidden()
    pagina.get_by_text("Alle andere (8)").click()
    pagina.get_by_label("Fien Zwart").check()
    expect(pagina.get_by_label("Fien Zwart")).to_be_checked()
