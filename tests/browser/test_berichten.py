"""Berichten en de klok van een zaak in een echte browser: lezen met het toetsenbord, en zien wat het eerst moet."""

import re

from playwright.sync_api import Page, expect
from tests.browser.hulp.kijken import Axe, past_op_telefoon, schermafdruk
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.meespelen import database_van, speel_mee
from tests.browser.hulp.recepten import aan_zet, in_zaak, zoek
from tests.browser.hulp.toetsenbord import Toetsenbord
from tests.browser.hulp.wandeling import verder

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

SPELER = "Sjoerd Veldkamp"


def _meld_aan(pagina: Page) -> None:
    pagina.goto("/aanmelden")
    with verder(pagina):
        pagina.get_by_role("button", name=SPELER).click()


def test_een_bericht_openen_met_het_toetsenbord_telt_af_en_leidt_naar_de_zaak(
    toetsenbord: Toetsenbord, pagina: Page, axe: Axe
) -> None:
    _meld_aan(pagina)
    menu = pagina.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name=re.compile("Berichten"))
    nieuw = int(re.search(r"\d+", menu.inner_text())[0])  # type: ignore[index]
    with verder(pagina):
        menu.click()
    schermafdruk(pagina, "berichten")
    axe(pagina)
    past_op_telefoon(pagina)
    expect(pagina.get_by_text("nieuw, iets te doen").first).to_be_visible()
    openen = pagina.get_by_role("button", name=re.compile("^Openen ?: Een termijn")).first
    toetsenbord.ga_naar(openen, "de knop Openen")
    with verder(pagina):
        toetsenbord.druk("Enter")
    expect(pagina.get_by_role("heading", name="Termijnen")).to_be_visible()
    teller = pagina.get_by_role("navigation", name="Hoofdmenu").locator(".dp-teller")
    expect(teller).to_contain_text(f"{nieuw - 1} ongelezen")


def test_de_klok_van_een_zaak_zegt_in_woorden_hoe_het_ervoor_staat(loket: Loket, pagina: Page, axe: Axe) -> None:
    # Een zaak waarin al gewerkt wordt: wat een andere test net begon heeft nog geen enkele termijn.
    bezoek = zoek(in_zaak(Recht.UREN_SCHRIJVEN, Kant.ORGANISATIE, aan_zet("uren")), database_van(loket))
    assert bezoek.email is not None
    speel_mee(pagina.context, bezoek.email)
    with loket.app.test_request_context():
        pagina.goto(loket.app.url_for("zaak.toon", **bezoek.waarden))
    klok = pagina.get_by_role("region", name="Termijnen")
    expect(klok.get_by_role("table").first).to_be_visible()
    for kop in ("Termijn", "Uiterlijk", "Stand", "Wie", "Bron"):
        expect(klok.get_by_role("columnheader", name=kop, exact=True).first).to_be_visible()
    expect(klok.get_by_text(re.compile(r"nog \d+ dag|te laat|vandaag")).first).to_be_visible()
    axe(pagina)
    past_op_telefoon(pagina)


def test_kiezen_welke_email_u_wilt(pagina: Page, axe: Axe) -> None:
    _meld_aan(pagina)
    pagina.goto("/berichten/e-mail")
    axe(pagina)
    pagina.get_by_label("Eén keer per dag").check()
    pagina.get_by_role("button", name="Opslaan").click()
    expect(pagina.get_by_text("Uw keuze is opgeslagen.")).to_be_visible()
