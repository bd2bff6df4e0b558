"""Een coach schrijft een coachingsplan: regels erbij, tips, uren naast regimes, weg en terug."""

from datetime import timedelta

from playwright.sync_api import expect
from tests.browser.hulp.bewaking import Bewaking
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.meespelen import speel_mee
from tests.browser.hulp.wandeling import Hand, Muis, gelukt, inhoud, kop
from tests.browser.hulp.wandeling_stappen import Zaak, begin_aanvraag, open_groep, vul_dienstverband

from dakpan.begrippen.kalender import einde_na_maanden

COACH = "coach@noorderlicht.voorbeeld.invalid"
SOORT = "Bij welk van de acht doelen hoort dit?"


def test_van_een_eerste_zin_tot_een_plan_met_uren(
    loket: Loket, bezoekers: Bezoekers, bewaking: Bewaking, axe: Axe
) -> None:
    begin = loket.app.extensions["dakpan.klok"].nu().date() - timedelta(5)
    zaak = Zaak("Pim", "Plannenmaker", begin, einde_na_maanden(begin, 6), uren_per_week="36")
    hand = Muis(bezoekers.nieuw())
    speel_mee(hand.pagina.context, COACH)
    hand.pagina.goto("/")
    begin_aanvraag(hand, zaak, "UWV Noord")
    _reken_zonder_op_te_slaan(hand, zaak, axe)
    open_groep(hand, "Coachingsplan")
    hand.druk_op("Werk het coachingsplan uit")
    expect(inhoud(hand)).to_contain_text("Nog geen doelen")
    _schrijf_doel(hand, zaak, bewaking, axe)
    _schrijf_afspraken(hand, zaak, axe)
    hand.vul("Uren in de hele periode", "60")
    hand.druk_op("Reken met deze uren")
    expect(inhoud(hand)).to_contain_text("Het lichtste regime dat genoeg uren geeft: midden.")
    hand.volg("Wijzig doel 1")
    hand.druk_op("Haal dit doel weg")
    expect(inhoud(hand)).to_contain_text("Er is een doel weggehaald")
    hand.druk_op("Zet het doel terug")
    gelukt(hand, "Het doel staat weer in het plan.")
    past_op_telefoon(hand.pagina)
    hand.volg("Verder met de aanvraag")
    expect(kop(hand)).to_have_text(f"Aanvraag voor {zaak.client}")
    open_groep(hand, "Coachingsplan")
    hand.volg("Naar het coachingsplan")
    hand.volg("Gooi dit concept weg")
    hand.druk_op("Ja, gooi weg")
    gelukt(hand, "Het concept is weggegooid.")


def _reken_zonder_op_te_slaan(hand: Hand, zaak: Zaak, axe: Axe) -> None:
    """36 uur per week en een half jaar: midden geeft zo'n 86 uur, genoeg voor 60; opgeslagen is er nog niets."""
    open_groep(hand, "Dienstverband")
    vul_dienstverband(hand, zaak)
    hand.vul("Hoeveel uren coaching denkt u nodig te hebben?", "60")
    hand.druk_op("Reken uren en regime uit")
    expect(inhoud(hand)).to_contain_text("Het lichtste regime dat genoeg uren geeft: midden.")
    axe(hand.pagina, "POST")
    hand.druk_op("Opslaan en naar de lijst")


def _schrijf_doel(hand: Hand, zaak: Zaak, bewaking: Bewaking, axe: Axe) -> None:
    hand.volg("Voeg een hoofddoel toe")
    hand.vul("Activiteit 1", "Samen oefenen op de werkplek")
    hand.vul("Uren voor activiteit 1", "20,5")
    hand.druk_op("Nog een activiteit")
    axe(hand.pagina, "POST")
    hand.vul("Activiteit 3", "Nabespreken met de leidinggevende")
    bewaking.sta_toe("422")
    hand.druk_op("Opslaan")
    expect(inhoud(hand).get_by_role("alert")).to_contain_text("Wat is er op lange termijn bereikt?")
    hand.vul("Wat is er op lange termijn bereikt?", "Pim gaat beter samenwerken met collega's.")
    hand.kies(SOORT, "De persoon inwerken en trainen")
    hand.druk_op("Opslaan")
    gelukt(hand, "Het doel is opgeslagen.")
    expect(inhoud(hand)).to_contain_text("samen 20,5 uur")
    hand.volg("Wijzig doel 1")
    expect(inhoud(hand)).to_contain_text("Tip: “beter” is een richting. Wat ziet u dan gebeuren?")
    expect(inhoud(hand)).to_contain_text("Tip: Noem een datum.")
    hand.vul("Bereikt op", zaak.eind)
    hand.druk_op("Opslaan")


def _schrijf_afspraken(hand: Hand, zaak: Zaak, axe: Axe) -> None:
    hand.volg("Wijzig de afspraken")
    expect(kop(hand)).to_have_text("Afspraken")
    hand.druk_op("Nog een evaluatie")
    axe(hand.pagina, "POST")
    hand.vul("Evaluatie 1: op", zaak.begin + timedelta(90))
    hand.vul("Wat is er afgesproken met de begeleider van de werkgever?", "Elke vrijdag een kwartier met Wim.")
    hand.druk_op("Opslaan")
    gelukt(hand, "De afspraken zijn opgeslagen.")
    expect(inhoud(hand)).to_contain_text("Elke vrijdag een kwartier met Wim.")
