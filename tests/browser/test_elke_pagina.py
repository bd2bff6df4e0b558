"""Elke pagina van de webapp, in een echte browser, bezocht door iemand die haar mag zien.

De tabel staat in ``hulp/paginas.py``. Een route zonder recept laat de eerste test mislukken, bij naam.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.hulp.bekijk import eerste_tab, kop_klopt, nederlands_zonder_taal, vouw_open, zonder_focus
from tests.browser.hulp.bewaking import Bewaking, per_regel
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.gasten import Gasten, ga_als
from tests.browser.hulp.kijken import TELEFOON, axe_fouten, buiten_beeld, schermafdruk
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.meespelen import getypte_teksten
from tests.browser.hulp.paginas import (
    BESTANDEN,
    DOORVERWEZEN,
    MET_SLEUTEL,
    MET_UITLEG_OPEN,
    OOK_OP_TELEFOON,
    PAGINAS,
    SCHERMEN,
)
from tests.hulp.routes import AXE, Routes

BEZOEKEN = [(eindpunt, naam) for eindpunt, bezoeken in PAGINAS.items() for naam in bezoeken]


@pytest.fixture(scope="module", name="getypt")
def _getypt(loket: Loket) -> list[str]:
    return getypte_teksten(loket)


@pytest.fixture(scope="module", name="binnen")
def _binnen(browser: Browser, loket: Loket) -> Iterator[Gasten]:
    gasten = Gasten(Bezoekers(browser, Bewaking(loket.adres)))
    yield gasten
    gasten.bezoekers.vertrek()


@pytest.fixture(name="gasten")
def _gasten(binnen: Gasten) -> Iterator[Gasten]:
    """Wie al is aangemeld; wat er in zijn browser misgaat hoort bij deze test."""
    yield binnen
    klachten = binnen.bezoekers.bewaking.uitslag()
    binnen.bezoekers.bewaking.klachten.clear()
    if klachten:
        pytest.fail(per_regel(klachten, "In de browser ging iets mis:"), pytrace=False)


def test_elke_route_heeft_een_recept(loket: Loket) -> None:
    alle = {regel.endpoint for regel in loket.app.url_map.iter_rules() if "GET" in regel.methods}
    bekend = PAGINAS.keys() | BESTANDEN.keys() | MET_SLEUTEL
    assert not alle - bekend, f"zonder recept in hulp/paginas.py: {sorted(alle - bekend)}"
    assert not bekend - alle, f"deze routes zijn er niet meer: {sorted(bekend - alle)}"


@pytest.mark.parametrize(("eindpunt", "naam"), BEZOEKEN, ids=[" ".join(een).strip() for een in BEZOEKEN])
def test_elke_pagina(
    loket: Loket,
    bezoekers: Bezoekers,
    gasten: Gasten,
    routes: Routes,
    getypt: list[str],
    eindpunt: str,
    naam: str,
) -> None:
    pagina, adres = ga_als(bezoekers, gasten, loket, eindpunt, PAGINAS[eindpunt][naam])
    hier = _open(pagina, adres, loket)
    assert hier == DOORVERWEZEN.get(eindpunt, eindpunt)
    _druk_af(pagina, SCHERMEN.get((eindpunt, naam)))
    klachten = [*kop_klopt(pagina, "nl"), *eerste_tab(pagina)]
    vouw_open(pagina)
    klachten += [*zonder_focus(pagina), *axe_fouten(pagina), *buiten_beeld(pagina)]
    pagina.context.add_cookies([{"name": "taal", "value": "en", "url": loket.adres}])
    _open(pagina, adres, loket)
    klachten += [*kop_klopt(pagina, "en"), *nederlands_zonder_taal(pagina, getypt)]
    assert not klachten, per_regel(klachten, f"Op {pagina.url}:")
    routes.noteer(AXE, "GET", hier)


@pytest.mark.parametrize("eindpunt", BESTANDEN)
def test_elk_bestand(loket: Loket, bezoekers: Bezoekers, gasten: Gasten, eindpunt: str) -> None:
    pagina, adres = ga_als(bezoekers, gasten, loket, eindpunt, BESTANDEN[eindpunt])
    antwoord = pagina.context.request.get(adres)
    assert antwoord.status == 200
    assert not antwoord.headers["content-type"].startswith("text/html")
    assert antwoord.body()


def _druk_af(pagina: Page, naam: str | None) -> None:
    """Bewaart dit scherm voor docs/schermen, als het daarbij hoort en erom gevraagd is."""
    if naam is None:
        return
    if naam in MET_UITLEG_OPEN:
        pagina.locator(".dp-uitleg").first.evaluate("el => { el.open = true; }")
    schermafdruk(pagina, naam)
    breed = pagina.viewport_size
    if naam in OOK_OP_TELEFOON and breed is not None:
        pagina.set_viewport_size(TELEFOON)
        schermafdruk(pagina, f"{naam}-telefoon")
        pagina.set_viewport_size(breed)


def _open(pagina: Page, adres: str, loket: Loket) -> str | None:
    """Opent de pagina; het antwoord is de route waar de bezoeker uitkwam."""
    antwoord = pagina.goto(adres)
    assert antwoord is not None
    assert antwoord.status == 200, pagina.locator("main").inner_text()
    return loket.eindpunt(pagina.url)
