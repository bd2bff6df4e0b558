"""Spelers die aangemeld blijven zolang een bestand met tests loopt: binnenkomen kost meer dan een pagina bekijken."""

from dataclasses import dataclass, field

from playwright.sync_api import Page
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.meespelen import database_van, speel_mee, vraag_link
from tests.browser.hulp.recepten import Recept, zoek


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


def ga_als(bezoekers: Bezoekers, gasten: Gasten, loket: Loket, eindpunt: str, recept: Recept) -> tuple[Page, str]:
    """Komt binnen als wie bij het recept hoort; het antwoord is zijn pagina, en het adres waar hij heen gaat."""
    bezoek = zoek(recept, database_van(loket))
    delen = _delen(loket, eindpunt)
    met_link = "geheim" in delen and "geheim" not in bezoek.waarden
    pagina = bezoekers.nieuw() if met_link or bezoek.email is None else gasten.als(bezoek.email)
    if met_link and bezoek.email is not None:
        bezoek.waarden["geheim"] = vraag_link(pagina.context, bezoek.email)
    # Wat geen id is en niet in het pad hoort komt achter het vraagteken.
    nodig = {naam: waarde for naam, waarde in bezoek.waarden.items() if naam in delen or not naam.endswith("_id")}
    with loket.app.test_request_context():
        return pagina, str(loket.app.url_for(eindpunt, **nodig))


def _delen(loket: Loket, eindpunt: str) -> set[str]:
    """Wat er in het adres van deze route ingevuld moet worden."""
    return {naam for regel in loket.app.url_map.iter_rules(eindpunt) for naam in regel.arguments}
