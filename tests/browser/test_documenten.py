"""Documenten in een echte browser: brengen, verwijderen en verzenden, op een telefoon en alleen met toetsen."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import TELEFOON, Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.meespelen import database_van, speel_mee
from tests.browser.hulp.recepten import in_zaak, na, zoek
from tests.browser.hulp.wandeling import Hand, Muis, Toetsen, gelukt, inhoud

from dakpan.demo.documenten import maak_pdf
from dakpan.invoer.bestandscontrole import GROOTSTE
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

GRENS = "ten hoogste 3.000.000 bytes (3,0 MB)"
INGEDIEND = in_zaak(Recht.AANVRAAG_INDIENEN, Kant.ORGANISATIE, f"{na('indienen')} and z.status = 'lopend'")


@pytest.mark.parametrize(("met", "maat"), [(Muis, {"viewport": TELEFOON}), (Toetsen, {})])
def test_brengen_verwijderen_en_verzenden(
    loket: Loket, bezoekers: Bezoekers, axe: Axe, met: Callable[[Page], Hand], maat: dict[str, Any]
) -> None:
    bezoek = zoek(INGEDIEND, database_van(loket))
    pagina = bezoekers.nieuw(*maat.values())
    hand = met(pagina)
    assert bezoek.email is not None
    speel_mee(pagina.context, bezoek.email)
    titel = f"Rooster {met.__name__}"
    pagina.goto("/zaken/{tenant_id}/{zaak_id}".format(**bezoek.waarden))
    hand.volg("Document toevoegen")
    hand.kies("Wat is het?", "Een ander document")
    hand.vul("Hoe heet het document?", titel)
    hand.breng("Bestand", "rooster.pdf", b"MZ dit is geen pdf")
    bezoekers.bewaking.sta_toe("422")
    hand.druk_op("Voeg dit document toe")
    expect(inhoud(hand)).to_contain_text("Dit is van binnen geen PDF, PNG of JPEG")
    axe(pagina, "POST")
    past_op_telefoon(pagina)
    # Eén byte boven de grens; hoe groot het mag zijn staat er vooraf bij, en bij de fout nog eens.
    expect(inhoud(hand)).to_contain_text(GRENS)
    hand.breng("Bestand", "rooster.pdf", b"%PDF-1.4\n".ljust(GROOTSTE + 1, b" "))
    hand.druk_op("Voeg dit document toe")
    expect(inhoud(hand).get_by_role("alert")).to_contain_text(GRENS)

    _breng(hand, titel, titel)
    hand.volg(f"Verzend: {titel}")
    past_op_telefoon(pagina)
    hand.volg("Verwijder het dan")
    hand.druk_op("Ja, verwijder het")
    gelukt(hand, f"Verwijderd: {titel}.")
    past_op_telefoon(pagina)

    hand.volg("Document toevoegen")
    hand.kies("Wat is het?", "Een ander document")
    hand.vul("Hoe heet het document?", titel)
    _breng(hand, titel, f"{titel}, nu de goede")
    hand.volg(f"Verzend: {titel}")
    hand.druk_op("Ja, verzend het")
    gelukt(hand, f"Verzonden: {titel}.")
    regel = inhoud(hand).locator(".dp-document").filter(has_text=titel)
    expect(regel).to_contain_text("verzonden op")
    expect(regel.get_by_role("link", name=f"Verwijder: {titel}")).to_have_count(0)


def _breng(hand: Hand, titel: str, inhoud_van_bestand: str) -> None:
    hand.breng("Bestand", "rooster.pdf", maak_pdf(inhoud_van_bestand))
    hand.druk_op("Voeg dit document toe")
    gelukt(hand, "Het document is toegevoegd.")
    expect(inhoud(hand).locator(".dp-document").filter(has_text=titel)).to_contain_text("nog niet verzonden")
