"""Een loket op een database die de test zelf opbouwde, zonder de spelers van de demonstratie."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.server import draai
from tests.hulp.bezoeker import WACHTWOORD, Klok, geef_wachtwoord, open_loket
from tests.hulp.bouw import moment

from dakpan.opslag.vrager import Vrager


@contextmanager
def open_bouwloket(database: str, plek: Path, dag: date) -> Iterator[Loket]:
    """Deze database, op deze dag, zolang het blok duurt."""
    klok = Klok(moment(dag))
    apps = []

    def maak(adres: str) -> object:
        apps.append(open_loket(database, plek, klok, adres=adres))
        return apps[0]

    with draai(maak) as adres:
        yield Loket(adres, apps[0].extensions["dakpan.instellingen"], apps[0])


def meld_aan(pagina: Page, loket: Loket, vrager: Vrager) -> None:
    """Langs de voordeur, met een wachtwoord."""
    email = geef_wachtwoord(loket.app, vrager.account_id)
    pagina.goto("/aanmelden")
    pagina.get_by_label("E-mailadres", exact=True).fill(email)
    pagina.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    pagina.get_by_role("button", name="Aanmelden", exact=True).click()
    expect(pagina.get_by_role("banner")).to_contain_text(vrager.naam)
