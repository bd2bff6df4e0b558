"""Een zaak opbergen vanuit de lijst, haar terugvinden op een stuk van de naam, en haar terughalen."""

from playwright.sync_api import expect
from tests.browser.hulp.bewaking import Bewaking
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.meespelen import database_van, speel_mee
from tests.browser.hulp.recepten import in_zaak, zoek
from tests.browser.hulp.wandeling import Muis, inhoud, kop

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

DIRECTIE, COACH = "directie@noorderlicht.voorbeeld.invalid", "coach@noorderlicht.voorbeeld.invalid"
DEZE = "z.status = 'afgewezen' and z.gearchiveerd_op is null"
ZOEKVELD = "Een stuk van een naam, werkgever of nummer, of een heel BSN"


def test_opbergen_terugvinden_en_terughalen(loket: Loket, bezoekers: Bezoekers, axe: Axe, bewaking: Bewaking) -> None:
    bezoek = zoek(in_zaak(Recht.ARCHIVEREN, Kant.ORGANISATIE, DEZE), database_van(loket))
    adres = "/zaken/{tenant_id}/{zaak_id}".format(**bezoek.waarden)
    hand = Muis(bezoekers.nieuw())
    speel_mee(hand.pagina.context, DIRECTIE)
    hand.pagina.goto(adres)
    client = kop(hand).inner_text()

    hand.pagina.goto("/zaken?status=alle")
    hand.druk_op("Leg de gekozen zaken in het archief")
    expect(inhoud(hand)).to_contain_text("Kies eerst een of meer zaken.")
    hand.vink(f"Kies {client} om te archiveren")
    past_op_telefoon(hand.pagina)
    hand.druk_op("Leg de gekozen zaken in het archief")
    expect(hand.pagina.locator("body")).to_contain_text("1 zaak ligt nu in het archief.")
    assert hand.pagina.url.endswith("status=alle")
    expect(inhoud(hand).get_by_role("link", name=client, exact=True)).to_have_count(0)

    hand.volg("Archief")
    hand.vul(ZOEKVELD, client[-3:])
    hand.druk_op("Zoek")
    past_op_telefoon(hand.pagina)
    hand.volg(client)
    expect(inhoud(hand)).to_contain_text("Deze zaak ligt in het archief")
    past_op_telefoon(hand.pagina)

    hand.pagina.goto("/archief")
    hand.vul(ZOEKVELD, "111222333")
    hand.druk_op("Zoek")
    expect(inhoud(hand)).to_contain_text("Niets gevonden in het archief")
    assert "111222333" not in hand.pagina.url
    axe(hand.pagina, "POST")

    bewaking.sta_toe("403")
    coach = Muis(bezoekers.nieuw())
    speel_mee(coach.pagina.context, COACH)
    coach.pagina.goto(adres)
    expect(kop(coach)).to_have_text("Deze zaak ligt in het archief")
    expect(inhoud(coach)).not_to_contain_text(client)

    hand.pagina.goto("/archief")
    hand.vink(f"Kies {client} om terug te halen")
    hand.druk_op("Haal de gekozen zaken terug")
    coach.pagina.goto(adres)
    expect(kop(coach)).to_have_text(client)
