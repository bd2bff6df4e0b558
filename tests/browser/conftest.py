"""Een echte browser tegen een echte server, en een test die omvalt zodra er in de browser iets misgaat."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.browser.hulp.bewaking import Bewaking, per_regel
from tests.browser.hulp.bezoekers import GEDULD_MS, Bezoekers
from tests.browser.hulp.chromium import GeenChromium, vlaggen, zoek_chromium
from tests.browser.hulp.kijken import TELEFOON, Axe, axe_fouten
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.toetsenbord import Toetsenbord
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde
from tests.hulp.routes import AXE, Routes

# Wie kijkt heeft evenveel geduld als wie klikt: op een drukke machine is vijf tellen te kort voor een grote pagina.
expect.set_options(timeout=GEDULD_MS)


@pytest.fixture(scope="session", name="browser")
def _browser() -> Iterator[Browser]:
    """Chromium van deze machine. Is hij er niet, dan mislukt de test met wat er te doen is."""
    try:
        programma = zoek_chromium(os.environ)
    except GeenChromium as fout:
        pytest.fail(str(fout), pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=programma, args=vlaggen(), chromium_sandbox=False)
        yield browser
        browser.close()


@pytest.fixture(scope="session", name="loket")
def _loket(ronde: Ronde, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loket]:
    """De gevulde demonstratie zoals zij draait, op een eigen database die alle tests van dit proces delen."""
    plek = tmp_path_factory.mktemp("loket")
    kopieer_demo(ronde, plek)
    with Loket.open(plek) as loket:
        yield loket


@pytest.fixture(name="bewaking")
def _bewaking(loket: Loket) -> Iterator[Bewaking]:
    """Wat er misgaat in de browser; na de test moet dat niets zijn, of wat de test met ``sta_toe`` verwachtte."""
    bewaking = Bewaking(loket.adres)
    yield bewaking
    klachten = bewaking.uitslag()
    if klachten:
        pytest.fail(per_regel(klachten, "In de browser ging iets mis:"), pytrace=False)


@pytest.fixture(name="bezoekers")
def _bezoekers(browser: Browser, bewaking: Bewaking) -> Iterator[Bezoekers]:
    """Meer mensen tegelijk: ``bezoekers.nieuw()`` is iemand met een eigen aanmelding."""
    bezoekers = Bezoekers(browser, bewaking)
    yield bezoekers
    bezoekers.vertrek()


@pytest.fixture(name="pagina")
def _pagina(bezoekers: Bezoekers) -> Page:
    """Een lege pagina van één bezoeker; ``pagina.goto("/zaken")`` gaat naar de server van deze test."""
    return bezoekers.nieuw()


@pytest.fixture(name="telefoon")
def _telefoon(bezoekers: Bezoekers) -> Page:
    """Een pagina van iemand met een telefoon van 360 punten breed."""
    return bezoekers.nieuw(TELEFOON)


@pytest.fixture(name="toetsenbord")
def _toetsenbord(pagina: Page) -> Toetsenbord:
    """De bezoeker van ``pagina``, zonder muis."""
    return Toetsenbord(pagina)


@pytest.fixture(name="axe")
def _axe(loket: Loket, routes: Routes) -> Axe:
    """Kijkt een pagina na met axe-core, en onthoudt dat deze route is nagekeken."""

    def kijk_na(pagina: Page, methode: str = "GET") -> None:
        fouten = axe_fouten(pagina)
        assert not fouten, per_regel(fouten, f"axe vindt op {pagina.url}:")
        eindpunt = loket.eindpunt(pagina.url, methode)
        if eindpunt is not None:
            routes.noteer(AXE, methode, eindpunt)

    return kijk_na
