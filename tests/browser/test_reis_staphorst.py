"""Wie in Staphorst een aanvraag nakijkt ziet elke grens met haar paragraaf. (reis 10)

Begin 1 maart 2023: aanvragen kan tot en met 26 april, acht weken later. Drie hele jaren mogen; het vierde niet.
"""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Locator, expect
from tests.aanvraag.loket.antwoorden import GEMEENTE, Json, met
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.snel import begin_snel, zet_klok
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, Toetsen, inhoud
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

HIER, CONSULENT = "Gemeente Staphorst", "Joke Wiersma"
# Wat er anders is dan een gewone aanvraag, en wat de consulent dan leest.
GEWEIGERD = (
    ({"dienstverband": {"soort": "nul_uren"}}, "0-urencontract"),
    ({"dienstverband": {"uitzendbeding": True}}, "uitzendbeding"),
    ({"dienstverband": {"soort": "stage"}}, "stage"),
    ({"dienstverband": {"soort": "min_max", "minimum_uren_per_week": "8.00"}}, "min"),
    (
        {"aanvraag": {"soort": "vervolg", "jaar": 4, "volgnummer": 4}, "historie": {"maanden_jobcoaching": 36}},
        "beschut werk",
    ),
)
GOED: tuple[Json, ...] = (
    {"dienstverband": {"soort": "bbl"}},
    {"dienstverband": {"soort": "min_max", "minimum_uren_per_week": "12.00"}},
    # 24 maanden en de 12 van nu: de zes van de proefplaatsing tellen niet mee.
    {
        "historie": {"maanden_jobcoaching": 24, "maanden_proefplaatsing": 6},
        "aanvraag": {"soort": "vervolg", "jaar": 3, "volgnummer": 3},
    },
)


@pytest.fixture(name="loket", scope="module")
def _loket(ronde: Ronde, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loket]:
    """Een eigen demonstratie: hier gaat de klok terug."""
    plek = tmp_path_factory.mktemp("staphorst")
    kopieer_demo(ronde, plek)
    with Loket.open(plek) as loket:
        zet_klok(loket, date(2023, 3, 20))
        yield loket


def kijk_na(loket: Loket, hand: Hand, **anders: Json) -> None:
    """Een concept met deze antwoorden anders, op de pagina van de controle."""
    zaak = begin_snel(loket, "staphorst", CONSULENT, met(GEMEENTE, **anders))
    hand.pagina.goto(f"/zaken/{zaak[0]}/{zaak[1]}/controle")
    hand.druk_op("Controleer nu")


def groep(hand: Hand, ernst: str) -> Locator:
    return hand.pagina.locator(f".dp-bevindingen__groep--{ernst}")


def test_wat_niet_mag_staat_er_met_de_paragraaf(loket: Loket, bezoekers: Bezoekers, axe: Axe) -> None:
    consulent = Gezelschap(bezoekers, Muis).als(HIER, CONSULENT)
    for anders, waarom in GEWEIGERD:
        kijk_na(loket, consulent, **anders)
        expect(inhoud(consulent)).to_contain_text("volgens de regels is er geen recht")
        expect(groep(consulent, "blokkerend")).to_contain_text(waarom)
        expect(groep(consulent, "blokkerend").locator(".dp-bron").first).to_contain_text("Staphorst")
    axe(consulent.pagina)


def test_wat_mag_en_wat_iemand_moet_afwegen(loket: Loket, bezoekers: Bezoekers) -> None:
    consulent = Gezelschap(bezoekers, Toetsen).als(HIER, CONSULENT)
    for anders in GOED:
        kijk_na(loket, consulent, **anders)
        expect(inhoud(consulent)).to_contain_text("Succesvol gecontroleerd")
        expect(groep(consulent, "blokkerend")).to_have_count(0)
    kijk_na(loket, consulent, dienstverband={"loonwaarde": 29})
    expect(inhoud(consulent)).to_contain_text("Succesvol gecontroleerd")
    expect(groep(consulent, "afwegen")).to_contain_text("29%")
    expect(inhoud(consulent)).to_contain_text("uiterlijk 26-04-2023")
    # Ontvangen op 20 maart, acht weken later beslissen; per kwartaal, en een maand voor 29 februari 2024.
    expect(inhoud(consulent)).to_contain_text("15-05-2023")
    consulent.klap_open("Rapporteren")
    for dag in ("31-05-2023", "31-08-2023", "29-01-2024", "schriftelijk of mondeling"):
        expect(inhoud(consulent)).to_contain_text(dag)
