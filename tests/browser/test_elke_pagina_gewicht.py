"""Hoe zwaar is een eerste bezoek? De pagina om aan te melden en de startpagina, met een lege voorraad in de browser."""

from typing import Any

from playwright.sync_api import Page
from tests.browser.hulp.bezoekers import Bezoekers

HOOGUIT = 300_000


def test_een_eerste_bezoek_is_licht(bezoekers: Bezoekers) -> None:
    pagina = bezoekers.nieuw()
    over_de_lijn = _meter(pagina)
    pagina.goto("/aanmelden", wait_until="networkidle")
    pagina.get_by_role("button", name="Sjoerd Veldkamp").click()
    pagina.get_by_role("heading", level=1, name="Wat moet ik nu doen").wait_for()
    pagina.wait_for_load_state("networkidle")
    assert len(over_de_lijn) > len(["pagina", "stijlblad", "script"])
    assert sum(over_de_lijn) < HOOGUIT


def _meter(pagina: Page) -> list[int]:
    """Van elk antwoord hoeveel bytes er echt langskwamen, koppen inbegrepen en nog ingepakt."""
    gemeten: list[int] = []
    lijn = pagina.context.new_cdp_session(pagina)
    lijn.send("Network.enable")
    lijn.send("Network.clearBrowserCache")

    def noteer(klaar: dict[str, Any]) -> None:
        gemeten.append(round(klaar["encodedDataLength"]))

    lijn.on("Network.loadingFinished", noteer)
    return gemeten
