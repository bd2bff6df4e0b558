"""Ook de pagina die zegt wat er niet klopt is na te kijken met axe, en past op een telefoon.

Een formulier gaat leeg de deur uit, of met de versie van iemand die te laat is; het antwoord is 422 of 409. Er
verandert niets: alle tests van dit bestand delen één demonstratie.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Response
from tests.browser.hulp.bekijk import kop_klopt
from tests.browser.hulp.bewaking import Bewaking, per_regel
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.gasten import Gasten, ga_als
from tests.browser.hulp.kijken import axe_fouten, buiten_beeld
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.paginas import PAGINAS
from tests.hulp.routes import AXE, Routes

LEEG, TE_LAAT = 422, 409
# De pagina, wie haar bezoekt, welk formulier erop, en wat er mis mee is.
FORMULIEREN = [
    ("aanvraag.aanvulling", "vragen", "aanvraag.vraag", LEEG),
    ("aanvraag.besluiten", "nemen", "aanvraag.besluit", LEEG),
    ("aanvraag.onderzoek", "schrijven", "aanvraag.onderzoek_schrijven", TE_LAAT),
    ("aanvraag.wijziging", "", "aanvraag.beslis_wijziging", LEEG),
    ("plan.terugnemen", "", "plan.neem_terug", LEEG),
    ("aanvraag.uitstel", "vastleggen", "aanvraag.leg_uitstel_vast", LEEG),
    ("uren.nieuw", "", "uren.schrijf", LEEG),
    ("uren.wijzig", "", "uren.bewaar", LEEG),
    ("betaling.declareren", "", "betaling.maak_proef", LEEG),
    ("betaling.declaratie", "beoordelen", "betaling.beoordeel", LEEG),
    ("betaling.declaratie", "beoordelen", "betaling.beoordeel", TE_LAAT),
    ("betaling.factuur", "", "betaling.maak", LEEG),
    ("betaling.terugvragen", "", "betaling.vraag_terug", LEEG),
    ("betaling.organisatie", "", "betaling.bewaar_eigen", LEEG),
    ("betaling.betalingen", "", "betaling.maak_bestand", LEEG),
    ("betaling.rekening", "", "betaling.bewaar", LEEG),
    ("betaling.vorderingen", "financier", "betaling.open_terug", LEEG),
    ("betaling.een_vordering", "financier", "betaling.kies_terug", LEEG),
    ("betaling.een_vordering", "financier", "betaling.ontvang_terug", LEEG),
    ("betaling.budget_invullen", "", "betaling.bewaar_jaarbudget", LEEG),
]
VERZEND = """
(form, leeg) => {
  if (leeg) {
    form.querySelectorAll('input:not([type=hidden]), textarea, select').forEach((vak) => {
      if (['checkbox', 'radio'].includes(vak.type)) vak.checked = false;
      else vak.value = '';
    });
  } else {
    form.querySelector('[name=versie]').value = '999999';
    form.querySelectorAll('input[type=radio]:first-of-type').forEach((vak) => { vak.checked = true; });
  }
  form.submit();
}
"""


@pytest.fixture(scope="module", name="binnen")
def _binnen(browser: Browser, loket: Loket) -> Iterator[Gasten]:
    gasten = Gasten(Bezoekers(browser, Bewaking(loket.adres)))
    yield gasten
    gasten.bezoekers.vertrek()


@pytest.mark.parametrize(
    ("eindpunt", "naam", "actie", "verwacht"),
    FORMULIEREN,
    ids=[f"{actie} {verwacht}" for _eindpunt, _naam, actie, verwacht in FORMULIEREN],
)
def test_een_foutpagina(
    binnen: Gasten, loket: Loket, routes: Routes, eindpunt: str, naam: str, actie: str, verwacht: int
) -> None:
    pagina, adres = ga_als(binnen.bezoekers, binnen, loket, eindpunt, PAGINAS[eindpunt][naam])
    pagina.goto(adres)
    antwoord = _verzend(pagina, loket, actie, leeg=verwacht == LEEG)
    assert (antwoord.request.method, antwoord.status) == ("POST", verwacht)
    klachten = [*kop_klopt(pagina, "nl"), *axe_fouten(pagina), *buiten_beeld(pagina)]
    assert not klachten, per_regel(klachten, f"Op {pagina.url}:")
    routes.noteer(AXE, "POST", actie)
    onverwacht = [een for een in binnen.bezoekers.bewaking.klachten if not re.search(str(verwacht), een)]
    binnen.bezoekers.bewaking.klachten.clear()
    assert not onverwacht, per_regel(onverwacht, "In de browser ging iets mis:")


def _verzend(pagina: Page, loket: Loket, actie: str, *, leeg: bool) -> Response:
    """Stuurt het formulier van deze route zonder dat de browser het tegenhoudt."""
    formulieren = pagina.locator("main form").all()
    alle = {loket.eindpunt(str(een.evaluate("el => el.action")), "POST"): een for een in formulieren}
    assert actie in alle, f"{actie} staat niet op {pagina.url}: {sorted(map(str, alle))}"
    with pagina.expect_navigation() as gegaan:
        alle[actie].evaluate(VERZEND, leeg)
    assert gegaan.value is not None
    return gegaan.value
