"""Reis 1 in een echte browser: een organisatie inrichten, van de eerste collega tot wie weer weggaat."""

from playwright.sync_api import expect
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.meespelen import database_van, speel_mee
from tests.browser.hulp.post import uit_brief
from tests.browser.hulp.recepten import aan_zet, in_zaak, zoek
from tests.browser.hulp.wandeling import Muis, gelukt, inhoud, vak, verder

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

CONCEPT = in_zaak(Recht.MEDEWERKERS_BEHEREN, Kant.ORGANISATIE, f"{aan_zet('aanvraag')} and z.kant = 'organisatie'")
ADRES, GEHEIM = "kim@inrichten.invalid", "vier woorden op een rij"
ZES_RECHTEN = (
    "Uren schrijven en verantwoorden",
    "Uren accorderen",
    "Declareren",
    "Medewerkers beheren",
    "Jobcoachperiodes beheren",
    "Aanvragen elektronisch indienen",
)
EERSTE, TWEEDE = "els@inrichten.invalid", "tom@inrichten.invalid"


def test_een_collega_erbij_met_precies_haar_rechten_en_weer_weg(loket: Loket, bezoekers: Bezoekers, axe: Axe) -> None:
    bezoek = zoek(CONCEPT, database_van(loket))
    assert bezoek.email is not None
    zaak = "/zaken/{tenant_id}/{zaak_id}".format(**bezoek.waarden)
    beheer = Muis(bezoekers.nieuw())
    speel_mee(beheer.pagina.context, bezoek.email)
    beheer.pagina.goto("/medewerkers/nieuw")
    for vraag, aantal in (("Aanvragen", 3), ("Archief", 3)):
        expect(beheer.pagina.get_by_role("group", name=vraag).get_by_role("radio")).to_have_count(aantal)
    onderdelen = beheer.pagina.get_by_role("group", name="Onderdelen")
    for recht in ZES_RECHTEN:
        expect(onderdelen.get_by_role("checkbox", name=recht)).to_be_visible()
    bezoekers.bewaking.sta_toe("422")
    _nodig_uit(beheer, "0612345678")
    expect(beheer.pagina.locator("#fouten")).to_contain_text("bedoelde u 31612345678?")
    axe(beheer.pagina, "POST")
    _nodig_uit(beheer, "31612345678")
    gelukt(beheer, "Kim Nieuw staat in de lijst en krijgt een e-mail.")
    beheer.pagina.goto("/medewerkers/nieuw")
    _nodig_uit(beheer, "31612345678")
    expect(beheer.pagina.locator("#fouten")).to_contain_text("E-mailadres")

    kim = Muis(bezoekers.nieuw())
    kim.pagina.goto(uit_brief(loket, ADRES, r"(/aanmelden/link/\S+)"))
    kim.vul("Nieuw wachtwoord", GEHEIM)
    kim.vul("Nieuw wachtwoord, nog een keer", GEHEIM)
    with verder(kim.pagina):
        kim.pagina.locator("main button[type=submit]").click()
    _meld_aan(kim)
    kim.pagina.goto(f"{zaak}/controle")
    expect(kim.pagina.get_by_role("link", name="Maak definitief")).to_have_count(0)
    bezoekers.bewaking.sta_toe("403")
    kim.pagina.goto(f"{zaak}/definitief")
    token = kim.pagina.locator("input[name=csrf_token]").first.get_attribute("value") or ""
    geweigerd = kim.pagina.request.post(f"{zaak}/definitief", form={"csrf_token": token})
    assert geweigerd.status == 403
    kim.pagina.goto(f"{zaak}#notities")
    kim.vul("Nieuwe notitie", "De werkgever belt maandag terug.")
    with verder(kim.pagina):
        kim.pagina.get_by_role("button", name="notitie").first.click()

    beheer.pagina.goto("/medewerkers?zoek=kim")
    beheer.volg("Kim Nieuw")
    beheer.pagina.get_by_role("checkbox", name="Actief", exact=True).uncheck()
    beheer.druk_op("Opslaan")
    gelukt(beheer, "De gegevens van Kim Nieuw zijn opgeslagen.")
    expect(inhoud(beheer)).not_to_contain_text(ADRES)
    bezoekers.bewaking.sta_toe("422")
    _meld_aan(Muis(bezoekers.nieuw()), mag=False)
    beheer.pagina.goto(zaak)
    expect(inhoud(beheer)).to_contain_text("Kim Nieuw")


def test_de_eerste_mag_alles_en_een_tweede_aanmelding_is_een_bericht(loket: Loket, bezoekers: Bezoekers) -> None:
    eerste = _meld_organisatie_aan(loket, bezoekers, "Els Eerste", EERSTE)
    eerste.vul("Nieuw wachtwoord", GEHEIM)
    eerste.vul("Nieuw wachtwoord, nog een keer", GEHEIM)
    with verder(eerste.pagina):
        eerste.pagina.locator("main button[type=submit]").click()
    _meld_aan(eerste, EERSTE, "Els Eerste")
    menu = eerste.pagina.get_by_role("banner")
    for onderdeel in ("Uren", "Accorderen", "Jobcoachperioden", "Declaraties", "Medewerkers"):
        expect(menu.get_by_role("link", name=onderdeel, exact=True)).to_be_visible()
    tweede = _meld_organisatie_aan(loket, bezoekers, "Tom Tweede", TWEEDE)
    gelukt(tweede, "Uw verzoek is verwerkt.")
    eerste.pagina.goto("/")
    eerste.pagina.get_by_role("link", name="Berichten 1 ongelezen").click()
    expect(inhoud(eerste)).to_contain_text("Iemand wil bij uw organisatie werken")
    with verder(eerste.pagina):
        eerste.pagina.get_by_role("button", name="Iemand wil bij uw organisatie werken, Tom Tweede").click()
    expect(vak(eerste.pagina, "Naam")).to_have_value("Tom Tweede")
    expect(vak(eerste.pagina, "E-mailadres")).to_have_value(TWEEDE)
    expect(menu).not_to_contain_text("ongelezen")


def _meld_organisatie_aan(loket: Loket, bezoekers: Bezoekers, naam: str, email: str) -> Muis:
    """Van het formulier tot en met de link uit de e-mail."""
    wie = Muis(bezoekers.nieuw())
    wie.pagina.goto("/registreren")
    wie.vul("Naam van de organisatie", "Jobcoach Inrichten")
    wie.vul("KvK-nummer", "12345678")
    wie.vul("Naam van de eerste medewerker", naam)
    wie.vul("E-mailadres van de eerste medewerker", email)
    wie.druk_op("Stuur mij een e-mail")
    wie.pagina.goto(uit_brief(loket, email, r"(/registreren/bevestigen\S+)"))
    wie.druk_op("Bevestig")
    return wie


def _nodig_uit(beheer: Muis, mobiel: str) -> None:
    beheer.vul("Naam", "Kim Nieuw")
    beheer.vul("E-mailadres", ADRES)
    beheer.vul("Mobiel nummer", mobiel)
    beheer.kies("Aanvragen", "Aanmaken en wijzigen")
    beheer.vink("Uren schrijven en verantwoorden")
    with verder(beheer.pagina):
        beheer.pagina.locator("main form.dp-formulier button[type=submit]").click()


def _meld_aan(wie: Muis, email: str = ADRES, naam: str = "Kim Nieuw", *, mag: bool = True) -> None:
    wie.pagina.goto("/aanmelden")
    wie.pagina.locator("input[name=email]").first.fill(email)
    wie.pagina.locator("input[name=wachtwoord]").first.fill(GEHEIM)
    with verder(wie.pagina):
        wie.pagina.locator("main form:has(input[name=wachtwoord]) button[type=submit]").click()
    banner = wie.pagina.get_by_role("banner")
    if mag:
        expect(banner).to_contain_text(naam)
    else:
        expect(banner).not_to_contain_text(naam)
