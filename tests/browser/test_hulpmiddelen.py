"""Vinden de hulpmiddelen van de browsertests wat er mis is, en zwijgen zij als er niets is?"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.hulp.bewaking import Bewaking
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.chromium import GeenChromium, zoek_chromium
from tests.browser.hulp.kijken import axe_fouten, past_op_telefoon
from tests.browser.hulp.proefsite import maak
from tests.browser.hulp.server import draai
from tests.browser.hulp.toetsenbord import Toetsenbord


@pytest.fixture(scope="module", name="proefadres")
def _proefadres() -> Iterator[str]:
    with draai(maak) as adres:
        yield adres


@pytest.fixture(name="bewaking")
def _bewaking(proefadres: str) -> Bewaking:
    """De bewaking zonder de eis dat zij niets vindt: deze tests kijken zelf wat zij vindt."""
    return Bewaking(proefadres)


@pytest.fixture(name="pagina")
def _pagina(browser: Browser, bewaking: Bewaking) -> Iterator[Page]:
    bezoekers = Bezoekers(browser, bewaking)
    yield bezoekers.nieuw()
    bezoekers.vertrek()


def test_een_hele_pagina_geeft_geen_klacht(pagina: Page, bewaking: Bewaking) -> None:
    pagina.goto("/heel", wait_until="networkidle")
    past_op_telefoon(pagina)
    assert axe_fouten(pagina) == []
    assert bewaking.uitslag() == []


@pytest.mark.parametrize(
    ("naam", "klacht"),
    [
        ("melding", "console: stuk"),
        ("script", "script: bestaatNiet is not defined"),
        ("ontbreekt", "404"),
        ("buiten", "verzoek naar een ander adres: http://voorbeeld.invalid/spion.png"),
    ],
)
def test_de_bewaking_ziet(pagina: Page, bewaking: Bewaking, naam: str, klacht: str) -> None:
    pagina.goto(f"/{naam}", wait_until="networkidle")
    assert any(klacht in een for een in bewaking.uitslag())


def test_wat_verwacht_werd_is_geen_klacht(pagina: Page, bewaking: Bewaking) -> None:
    bewaking.sta_toe("404")
    pagina.goto("/bestaat-niet", wait_until="networkidle")
    assert bewaking.uitslag() == []


def test_wat_verwacht_werd_moet_ook_gebeuren(pagina: Page, bewaking: Bewaking) -> None:
    bewaking.sta_toe("404")
    pagina.goto("/heel", wait_until="networkidle")
    assert bewaking.uitslag() == ["verwacht maar niet gebeurd: 404"]


def test_axe_vindt_een_veld_zonder_naam(pagina: Page) -> None:
    pagina.goto("/zonder-naam")
    assert [fout for fout in axe_fouten(pagina) if fout.startswith("label (critical)")]


def test_een_brede_pagina_past_niet_op_een_telefoon(pagina: Page) -> None:
    pagina.goto("/breed")
    with pytest.raises(AssertionError, match="schuift opzij"):
        past_op_telefoon(pagina)


def test_met_het_toetsenbord_is_een_formulier_in_te_vullen(pagina: Page) -> None:
    pagina.goto("/toetsen")
    toetsenbord = Toetsenbord(pagina)
    toetsenbord.vul("Naam", "Proef Persoon")
    toetsenbord.kies("Stad", "Breda")
    toetsenbord.kies_rondje("Extern")
    toetsenbord.vink_aan("Akkoord")
    toetsenbord.druk_op("Opslaan")
    pagina.wait_for_url("**/klaar?*")
    assert pagina.url.partition("?")[2] == "naam=Proef+Persoon&stad=Breda&vorm=extern&akkoord=ja"


def test_wat_alleen_de_muis_kan_valt_op(pagina: Page) -> None:
    pagina.goto("/heel")
    pagina.set_content("<span role='button' onclick='1'>Alleen met de muis</span>")
    with pytest.raises(AssertionError, match="met Tab kom je niet bij button"):
        Toetsenbord(pagina).druk_op("Alleen met de muis")


def test_een_onzichtbare_plek_valt_op(pagina: Page) -> None:
    pagina.goto("/onzichtbaar")
    with pytest.raises(AssertionError, match="niet te zien dat het aan de beurt is"):
        Toetsenbord(pagina).volg("Verder")


def test_zonder_chromium_staat_er_wat_te_doen_is() -> None:
    with pytest.raises(GeenChromium, match=r"chromium of chromium-browser is er niet.*make setup"):
        zoek_chromium({"PATH": "/nergens"})


def test_een_aangewezen_chromium_gaat_voor() -> None:
    with pytest.raises(GeenChromium, match="mijn-chromium is er niet"):
        zoek_chromium({"PATH": "/nergens", "DAKPAN_CHROMIUM": "mijn-chromium"})
