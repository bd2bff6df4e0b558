"""Spelers die aangemeld blijven zolang een bestand met tests loopt: binnenkomen kost meer dan een pagina bekijken."""

from dataclasses import dataclass, field

from playwright.sync_api import Page
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.meespelen import speel_mee


@dataclass
class Gasten:
    """Wie al binnen is. Alleen voor tests die kijken: wat iemand verandert ziet de volgende test ook."""

    bezoekers: Bezoekers
    binnen: dict[str, Page] = field(default_factory=dict)

    def als(self, email: str) -> Page:
        """De pagina van deze speler, in de taal waarmee iedereen begint."""
        if email not in self.binnen:
            pagina = self.binnen[email] = self.bezoekers.nieuw()
            speel_mee(pagina.context, email)
        self.binnen[email].context.clear_cookies(name="taal")
        return self.binnen[email]
