"""Interne jobcoaching bij een gemeente: geen offerte, geen uren en geen factuur; de werkgever krijgt het per kwartaal.

Midden, een heel jaar, 36 uur: 5.162,85, in vier delen van 1.290,71, 1.290,71, 1.290,71 en 1.290,72.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.hulp import wandeling_stappen as stappen
from tests.browser.hulp import wandeling_werk as werk
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.wandeling import Gezelschap, Muis, inhoud
from tests.browser.hulp.wandeling_stappen import INTERN, ZES_ONDERDELEN, Zaak
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

from dakpan.begrippen.kalender import einde_na_maanden, volgende_maandgrens

HIER = "Gemeente Staphorst"
KWARTALEN = ["€ 1.290,71", "€ 1.290,71", "€ 1.290,71", "€ 1.290,72"]
GEEN_STAP = ("Offerteverzoek", "Offerte", "Uren", "Declaratie", "Factuur")


@pytest.fixture(name="loket")
def _loket(ronde: Ronde, tmp_path: Path) -> Iterator[Loket]:
    """Een eigen demonstratie: deze wandeling geeft betalingen vrij."""
    kopieer_demo(ronde, tmp_path)
    with Loket.open(tmp_path) as loket:
        yield loket


def test_de_werkgever_wordt_per_kwartaal_betaald(loket: Loket, bezoekers: Bezoekers) -> None:
    vandaag = loket.app.extensions["dakpan.klok"].nu().date()
    begin = vandaag - timedelta(28)
    eind = einde_na_maanden(begin, 12)
    zaak = Zaak("Sil", "Wandelaar", begin, eind, vorm=INTERN, uren_per_week="36", plan=ZES_ONDERDELEN)
    mensen = Gezelschap(bezoekers, Muis)
    consulent = mensen.als(HIER, "Joke Wiersma")
    stappen.begin_aanvraag(consulent, zaak)
    stappen.vul_aanvraag_in(consulent, zaak)
    expect(inhoud(consulent)).to_contain_text("€ 5.162,85")
    stappen.maak_definitief(consulent)
    stappen.dien_in(consulent)
    stappen.doe(consulent, zaak, "Beoordeel de aanvraag")
    stappen.adviseer(consulent, "De leidinggevende is een gecertificeerd jobcoach.")
    lijn = inhoud(consulent).get_by_role("list", name="Van aanvraag tot betaling")
    for stap in GEEN_STAP:
        expect(lijn.get_by_text(stap, exact=True)).to_have_count(0)
    stappen.doe(consulent, zaak, "Neem het besluit")
    stappen.besluit(consulent)
    _vier_delen(mensen, zaak)
    kwartaal = volgende_maandgrens(begin, 3)
    werk.geef_vrij(mensen.als(HIER, "Carla Bosscher"), "Kwekerij Het Pad", f"{kwartaal:%d-%m-%Y}")
    bestand = werk.maak_betaalbestand(mensen.als(HIER, "Farid El Amrani"), kwartaal)
    assert '<InstdAmt Ccy="EUR">1290.71</InstdAmt>' in bestand
    assert "1290.72" not in bestand


def _vier_delen(mensen: Gezelschap, zaak: Zaak) -> None:
    """Alle vier de betalingen staan klaar, elk met zijn dag en hoe het bedrag ontstond."""
    financieel = mensen.als(HIER, "Farid El Amrani")
    stappen.open_zaak(financieel, zaak)
    financieel.volg("Regel de betaling")
    bedragen = inhoud(financieel).locator("section.dp-betaling summary strong")
    expect(bedragen).to_have_text(KWARTALEN)
