"""De voordeur van de demonstratie in een echte browser: kiezen wie u bent, en altijd zien dat het verzonnen is."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.hulp.kijken import Axe, past_op_telefoon, schermafdruk
from tests.browser.hulp.toetsenbord import Toetsenbord
from tests.browser.hulp.wandeling import verder

SPELER = "Sjoerd Veldkamp"
HUIS = "Jobcoach Noorderlicht (verzonnen)"


def test_de_voordeur_is_toegankelijk_en_past_op_een_telefoon(pagina: Page, axe: Axe) -> None:
    pagina.goto("/aanmelden")
    schermafdruk(pagina, "meespelen")
    axe(pagina)
    past_op_telefoon(pagina)
    pagina.evaluate("document.querySelectorAll('details').forEach((een) => { een.open = true; })")
    axe(pagina)
    past_op_telefoon(pagina)


def test_met_een_klik_bent_u_iemand(pagina: Page) -> None:
    pagina.goto("/aanmelden")
    pagina.get_by_role("button", name=SPELER).click()

    expect(pagina.get_by_role("banner").get_by_text(SPELER)).to_be_visible()
    expect(pagina.get_by_role("banner").get_by_text(HUIS)).to_be_visible()


def test_met_alleen_het_toetsenbord(toetsenbord: Toetsenbord, pagina: Page) -> None:
    pagina.goto("/aanmelden")
    toetsenbord.druk_op(SPELER)

    expect(pagina.get_by_role("banner").get_by_text(SPELER)).to_be_visible()


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_op_het_scherm_en_op_papier_staat_dat_het_verzonnen_is(pagina: Page, medium: str) -> None:
    pagina.goto("/aanmelden")
    with verder(pagina):
        pagina.get_by_role("button", name=SPELER).click()
    pagina.goto("/zaken")
    pagina.emulate_media(media="print" if medium == "print" else "screen")

    expect(pagina.get_by_text("Verzonnen gegevens voor de demonstratie")).to_be_visible()
