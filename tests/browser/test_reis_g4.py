"""Wie in Amsterdam een aanvraag nakijkt ziet de bedragen van de afspraak tussen de G4 en UWV. (reis 12)

€ 4.500,00 : € 95,45 = 47,1451 uur, naar beneden 47,14; bij € 80,00 is het 56,25 uur.
"""

import pytest
from playwright.sync_api import expect
from tests.aanvraag.loket.antwoorden import GEMEENTE, met
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.snel import begin_snel
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, inhoud

HIER, CONSULENT = "Gemeente Amsterdam", "Ellen Scheltema"
PER_JAAR = {"licht": ("2.700,00", "1.400,00", "1.400,00"), "midden": ("4.500,00", "2.700,00", "1.400,00")}


@pytest.fixture(name="consulent")
def _consulent(bezoekers: Bezoekers) -> Hand:
    return Gezelschap(bezoekers, Muis).als(HIER, CONSULENT)


def kijk_na(loket: Loket, hand: Hand, **vraag: str | int) -> None:
    """Een concept met deze vraag, op de pagina van de controle."""
    zaak = begin_snel(loket, "amsterdam", CONSULENT, met(GEMEENTE, aanvraag=vraag))
    hand.pagina.goto(f"/zaken/{zaak[0]}/{zaak[1]}/controle")
    hand.druk_op("Controleer nu")


def test_elk_regime_elk_jaar_zijn_bedrag_en_het_derde_is_optioneel(loket: Loket, consulent: Hand) -> None:
    for regime, bedragen in PER_JAAR.items():
        for jaar, bedrag in enumerate(bedragen, start=1):
            soort = "eerste" if jaar == 1 else "vervolg"
            kijk_na(loket, consulent, regime=regime, soort=soort, jaar=jaar, volgnummer=jaar)
            plafond = consulent.pagina.locator("details").filter(has_text="Ten hoogste").first
            expect(plafond.locator("summary")).to_contain_text(f"€ {bedrag}")
            optioneel = inhoud(consulent).get_by_text(f"Jaar {jaar} is optioneel; motiveer de verlenging")
            expect(optioneel).to_have_count(1 if jaar == 3 else 0)
    consulent.klap_open("Ten hoogste")
    expect(consulent.pagina.locator("details").filter(has_text="Ten hoogste").first).to_contain_text("exclusief btw")


def test_een_ander_regime_wordt_geweigerd_met_de_reden_van_de_g4(loket: Loket, consulent: Hand, axe: Axe) -> None:
    for regime in ("zeer_licht", "intensief"):
        kijk_na(loket, consulent, regime=regime)
        expect(inhoud(consulent)).to_contain_text("volgens de regels is er geen recht")
        geweigerd = consulent.pagina.locator(".dp-bevindingen__groep--blokkerend")
        expect(geweigerd).to_contain_text("alleen licht en midden")
        expect(geweigerd.locator(".dp-bron").first).to_contain_text("G4")
    axe(consulent.pagina)


@pytest.mark.parametrize(("tarief", "uren"), [("95.45", "47,14"), ("80.00", "56,25")])
def test_een_goedkopere_coach_geeft_meer_uren(loket: Loket, consulent: Hand, tarief: str, uren: str) -> None:
    kijk_na(loket, consulent, tarief=tarief)
    goed_voor = consulent.pagina.locator("details").filter(has_text="Goed voor ten hoogste").first
    expect(goed_voor.locator("summary")).to_contain_text(f"{uren} uur")
