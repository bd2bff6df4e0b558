"""Op een telefoon neemt het menu pas plaats in als iemand erom vraagt, ook zonder script."""

import re

from playwright.sync_api import Page, expect
from tests.browser.hulp.kijken import Axe
from tests.browser.hulp.meespelen import speel_mee
from tests.browser.hulp.wandeling import verder

COACH = "coach@noorderlicht.voorbeeld.invalid"


def test_het_menu_gaat_open_met_een_tik_en_dicht_met_de_knop_terug(telefoon: Page, axe: Axe) -> None:
    speel_mee(telefoon.context, COACH)
    telefoon.goto("/uren")
    menu = telefoon.get_by_role("navigation", name="Hoofdmenu")
    expect(menu).to_be_hidden()
    telefoon.get_by_role("link", name=re.compile(r"^Menu \d+ nieuw of te doen")).click()
    expect(menu.get_by_role("link", name="Uren")).to_have_attribute("aria-current", "page")
    expect(menu).to_be_visible()
    axe(telefoon)
    telefoon.go_back()
    expect(menu).to_be_hidden()

    telefoon.get_by_role("link", name=re.compile("^Menu")).click()
    telefoon.get_by_role("link", name="Menu sluiten").click()
    expect(menu).to_be_hidden()
    telefoon.get_by_role("link", name=re.compile("^Menu")).click()
    with verder(telefoon):
        menu.get_by_role("link", name="Zaken").click()
    expect(telefoon.get_by_role("heading", level=1, name="Zaken")).to_be_visible()
    expect(menu).to_be_hidden()


def test_op_een_beeldscherm_staat_het_menu_er_altijd(pagina: Page) -> None:
    speel_mee(pagina.context, COACH)
    pagina.goto("/uren")
    expect(pagina.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    expect(pagina.get_by_role("link", name=re.compile("^Menu"))).to_have_count(0)
