"""Het burgerservicenummer in de browser: één keer te zien met een reden, en te vinden zonder in een adres te komen."""

from playwright.sync_api import expect
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.meespelen import database_van, speel_mee
from tests.browser.hulp.recepten import aan_zet, in_zaak, zoek
from tests.browser.hulp.wandeling import Muis, inhoud, kop

from dakpan.begrippen.nummers import Bsn
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht


def test_een_nummer_tonen_en_ermee_zoeken(loket: Loket, bezoekers: Bezoekers, axe: Axe) -> None:
    bezoek = zoek(in_zaak(Recht.BSN_TONEN, Kant.FINANCIER, aan_zet("besluit")), database_van(loket))
    hand = Muis(bezoekers.nieuw())
    assert bezoek.email is not None
    speel_mee(hand.pagina.context, bezoek.email)
    hand.pagina.goto("/zaken/{tenant_id}/{zaak_id}/bsn".format(**bezoek.waarden))
    client = kop(hand).inner_text().removeprefix("Burgerservicenummer van ")
    hand.kies("Waarvoor hebt u het nummer nodig?", _eerste_doel(hand))
    hand.druk_op("Toon BSN")
    nummer = hand.pagina.locator(".dp-bsn--groot").inner_text()
    assert Bsn(nummer).nummer == nummer
    axe(hand.pagina, "POST")
    past_op_telefoon(hand.pagina)

    hand.volg("Terug naar de zaak")
    expect(inhoud(hand)).not_to_contain_text(nummer)
    hand.volg("Zaken")
    hand.vul("Naam, werkgever, nummer of BSN", nummer)
    hand.druk_op("Zoek")
    expect(inhoud(hand).get_by_role("link", name=client, exact=True)).to_be_visible()
    assert nummer not in hand.pagina.url
    axe(hand.pagina, "POST")
    past_op_telefoon(hand.pagina)

    hand.pagina.goto("/declaraties")
    hand.vul("Zoek op naam, zaak, nummer of BSN", nummer)
    hand.druk_op("Zoek")
    expect(inhoud(hand)).to_contain_text("Te beoordelen")
    assert nummer not in hand.pagina.url
    axe(hand.pagina, "POST")
    past_op_telefoon(hand.pagina)


def _eerste_doel(hand: Muis) -> str:
    groep = hand.pagina.get_by_role("group", name="Waarvoor hebt u het nummer nodig?")
    return groep.locator("label").first.inner_text()
