"""Alle bouwstenen op één pagina, in een echte browser: toegankelijk, smal genoeg, en met het kleine script erbij."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.hulp.bewaking import Bewaking, per_regel
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import axe_fouten, past_op_telefoon
from tests.browser.hulp.server import draai
from tests.web.conftest import maak_proef


@pytest.fixture(scope="module", name="proefadres")
def _proefadres() -> Iterator[str]:
    def maak(_adres: str) -> Any:
        app = maak_proef()
        app.config["WTF_CSRF_ENABLED"] = False
        return app

    with draai(maak) as adres:
        yield adres


@pytest.fixture(name="bewaking")
def _bewaking(proefadres: str) -> Iterator[Bewaking]:
    bewaking = Bewaking(proefadres)
    yield bewaking
    assert not bewaking.uitslag(), per_regel(bewaking.uitslag(), "In de browser ging iets mis:")


@pytest.fixture(name="pagina")
def _pagina(browser: Browser, bewaking: Bewaking) -> Iterator[Page]:
    bezoekers = Bezoekers(browser, bewaking)
    yield bezoekers.nieuw()
    bezoekers.vertrek()


@pytest.mark.parametrize("adres", ["/", "/?huisstijl=groendam", "/?huisstijl=geelstad", "/bevestig"])
def test_elke_bouwsteen_is_toegankelijk_en_past_op_een_telefoon(pagina: Page, adres: str) -> None:
    pagina.goto(adres)
    assert axe_fouten(pagina) == []
    past_op_telefoon(pagina)
    pagina.set_viewport_size({"width": 360, "height": 740})
    assert axe_fouten(pagina) == []


def test_na_een_fout_krijgt_de_lijst_de_aandacht(pagina: Page, bewaking: Bewaking) -> None:
    bewaking.sta_toe("422")
    pagina.goto("/")
    pagina.get_by_label("Tarief per uur").fill("duur")
    pagina.get_by_role("button", name="Opslaan").click()
    lijst = pagina.locator("#fouten")
    expect(lijst).to_be_focused()
    assert axe_fouten(pagina) == []
    past_op_telefoon(pagina)
    lijst.get_by_role("link", name="Tarief per uur").click()
    expect(pagina.get_by_label("Tarief per uur")).to_be_focused()
    expect(pagina.get_by_label("Tarief per uur")).to_have_value("duur")


@pytest.mark.parametrize("hoogte", [800, 480])
def test_wie_naar_een_fout_springt_ziet_de_vraag_en_wat_er_niet_klopt(
    pagina: Page, bewaking: Bewaking, hoogte: int
) -> None:
    """Met alleen toetsen: het vak zelf komt bovenaan in beeld, en zijn vraag en fout staan daarboven."""
    bewaking.sta_toe("422")
    pagina.set_viewport_size({"width": 1280, "height": hoogte})
    pagina.goto("/")
    pagina.get_by_label("Tarief per uur").fill("duur")
    pagina.get_by_role("button", name="Opslaan").click()
    for vraag in ("Soort dienstverband", "Begindatum", "Tarief per uur"):
        pagina.locator("#fouten").get_by_role("link", name=vraag).focus()
        pagina.keyboard.press("Enter")
        veld = pagina.locator(".dp-veld--fout", has_text=vraag)
        expect(veld.locator("input:focus")).to_be_in_viewport(ratio=1)
        expect(veld.locator(".dp-veld__label").first).to_be_in_viewport(ratio=1)
        expect(veld.locator(".dp-veld__fout")).to_be_in_viewport(ratio=1)


def test_een_vraag_bij_een_ander_antwoord_verschijnt_als_zij_nodig_is(pagina: Page) -> None:
    pagina.goto("/")
    eind = pagina.get_by_label("Einddatum")
    expect(eind).to_be_hidden()
    pagina.get_by_label("Voor bepaalde tijd").check()
    expect(eind).to_be_visible()
    eind.fill("2024-01-01")
    pagina.get_by_label("Voor onbepaalde tijd").check()
    expect(eind).to_be_visible()


def test_een_voorstel_bij_een_ander_antwoord_staat_er_niet_als_het_er_niet_bij_hoort(pagina: Page) -> None:
    """Wat iemand zelf typte blijft wel staan."""
    pagina.goto("/")
    loonwaarde = pagina.get_by_label("Loonwaarde")
    expect(loonwaarde).to_be_hidden()
    pagina.get_by_label("Min-max").check()
    expect(loonwaarde).to_have_value("80")
    expect(loonwaarde).to_be_visible()
    pagina.get_by_label("Voor bepaalde tijd").check()
    expect(loonwaarde).to_be_hidden()
    pagina.get_by_label("Min-max").check()
    loonwaarde.fill("70")
    pagina.get_by_label("Voor bepaalde tijd").check()
    expect(loonwaarde).to_be_visible()


def test_een_dubbele_klik_verstuurt_een_keer(pagina: Page) -> None:
    pagina.goto("/")
    verzonden: list[str] = []
    pagina.on("request", lambda verzoek: verzonden.append(verzoek.url) if verzoek.method == "POST" else None)
    pagina.evaluate(
        """() => {
            const formulier = document.querySelector('form.dp-formulier');
            formulier.action = '/traag';
            const knop = formulier.querySelector('button');
            knop.click();
            knop.click();
        }"""
    )
    pagina.wait_for_url("**/traag")
    assert len(verzonden) == 1


def test_wie_stil_is_wordt_gewaarschuwd_en_kan_verder(pagina: Page) -> None:
    pagina.clock.install()
    pagina.goto("/")
    dialoog = pagina.get_by_role("dialog", name="Bent u er nog?")
    expect(dialoog).to_be_hidden()
    pagina.clock.fast_forward((1800 - 120) * 1000)
    expect(dialoog).to_be_visible()
    assert axe_fouten(pagina) == []
    with pagina.expect_request("**/ping") as gevraagd:
        dialoog.get_by_role("button", name="Ga verder").click()
    assert gevraagd.value.method == "POST"
    expect(dialoog).to_be_hidden()
    pagina.clock.fast_forward(1800 * 1000)
    expect(dialoog).to_contain_text("U bent afgemeld")


def test_wat_getypt_is_staat_er_nog_na_het_afmelden(pagina: Page) -> None:
    pagina.clock.install()
    pagina.goto("/")
    pagina.locator("[name='gesprekken.1.wat']").fill("kennismaking")
    pagina.clock.fast_forward(1800 * 1000)
    pagina.get_by_role("button", name="Ga verder").click()
    expect(pagina.locator("[name='gesprekken.1.wat']")).to_have_value("kennismaking")
