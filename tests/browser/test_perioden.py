"""De module Jobcoachperioden in de browser: een accordeerder overal vervangen, en overdragen zonder gat."""

from playwright.sync_api import expect
from tests.browser.hulp.bewaking import Bewaking
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import past_op_telefoon
from tests.browser.hulp.meespelen import speel_mee
from tests.browser.hulp.wandeling import Muis, inhoud, kop, verder

DIRECTIE = "directie@meedoen.voorbeeld.invalid"


def test_een_accordeerder_overal_vervangen(bezoekers: Bezoekers) -> None:
    hand = Muis(bezoekers.nieuw())
    speel_mee(hand.pagina.context, DIRECTIE)
    hand.pagina.goto("/perioden")
    expect(kop(hand)).to_have_text("Jobcoachperioden")
    hand.volg("Per accordeerder")
    past_op_telefoon(hand.pagina)
    hand.volg("Wilma Oosterling")
    hand.kies("Wie neemt het overal over?", "Noor van Eyk")
    hand.druk_op("Bekijk het vervangen")
    expect(kop(hand)).to_have_text("Wilma Oosterling overal vervangen door Noor van Eyk?")
    expect(inhoud(hand)).to_contain_text("Dit kan niet ongedaan worden gemaakt.")
    past_op_telefoon(hand.pagina)
    hand.volg("Nee, ga terug")
    hand.kies("Wie neemt het overal over?", "Noor van Eyk")
    hand.druk_op("Bekijk het vervangen")
    hand.druk_op("Ja, vervang overal")
    expect(inhoud(hand)).to_contain_text("gewijzigd.")
    hand.pagina.goto("/perioden")
    hand.vul("Zoek op een stuk van een naam, werkgever, financier, nummer, datum of collega", "noor van eyk")
    hand.druk_op("Zoek")
    expect(inhoud(hand)).to_contain_text("akkoord door Noor van Eyk")


def test_wie_er_voor_de_client_is_en_waar_het_lekt(bezoekers: Bezoekers, bewaking: Bewaking) -> None:
    bewaking.sta_toe("422")
    hand = Muis(bezoekers.nieuw())
    speel_mee(hand.pagina.context, DIRECTIE)
    hand.pagina.goto("/perioden?q=bram+tichelaar")
    with verder(hand.pagina):
        inhoud(hand).locator("table a").first.click()
    hand.pagina.goto(hand.pagina.url.replace("/periode", "/aanspreekpunten"))
    hand.kies("In welke rol?", "Coördinator")
    hand.kies("Wie?", "Bram Tichelaar")
    hand.vul("Vanaf", "2040-01-01")
    hand.vul("Tot en met", "2039-01-01")
    hand.druk_op("Leg vast")
    expect(inhoud(hand)).to_contain_text("deze dag ligt voor de eerste dag")
    hand.vul("Tot en met", "2040-02-01")
    hand.druk_op("Leg vast")
    expect(inhoud(hand)).to_contain_text("beide kanten zien het")
    hand.volg("Bram Tichelaar")
    hand.druk_op("Haal deze regel weg")
    expect(inhoud(hand)).to_contain_text("De regel is weggehaald.")
    past_op_telefoon(hand.pagina)


def test_het_register_zonder_account(bezoekers: Bezoekers) -> None:
    hand = Muis(bezoekers.nieuw())
    hand.pagina.goto("/aanmelden")
    hand.volg("Zoek een jobcoachorganisatie, zonder account")
    hand.kies("Waar?", "Overijssel")
    hand.druk_op("Zoek")
    expect(inhoud(hand)).to_contain_text("Jobcoach Noorderlicht (verzonnen)")
    expect(inhoud(hand)).not_to_contain_text("Zuiderkans")
    past_op_telefoon(hand.pagina)


def test_een_financier_schorst_een_erkenning(bezoekers: Bezoekers) -> None:
    hand = Muis(bezoekers.nieuw())
    speel_mee(hand.pagina.context, "beheer@amsterdam.voorbeeld.invalid")
    hand.pagina.goto("/erkenningen")
    hand.volg("Jobcoach Noorderlicht (verzonnen)")
    hand.kies("Wat besluit u?", "Schors")
    hand.vul("Waarom?", "Wij spreken elkaar eerst.")
    hand.druk_op("Leg het besluit vast")
    expect(inhoud(hand)).to_contain_text("geschorst")
    past_op_telefoon(hand.pagina)
    hand.pagina.goto("/register?financier=amsterdam&q=noorderlicht")
    expect(inhoud(hand)).to_contain_text("Geen organisaties gevonden")
