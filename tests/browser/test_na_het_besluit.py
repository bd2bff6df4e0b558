"""Wat er na een besluit kan veranderen, in een echte browser: een wijziging doorgeven, bezwaar maken, en de uitkomst.

Toegekend: 10% × 36 uur × 24 weken over 182 dagen is 86,40 uur. Halverwege naar 18 uur: 43,20 + 21,60 = 64,80.
"""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import expect
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.snel import besluit_snel, dien_snel_in, zet_klok
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, Toetsen, gelukt, inhoud, vak, verder
from tests.browser.hulp.wandeling_stappen import NOORDERLICHT
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

HIER = "UWV Noord"
RUIMTE_OM_KOPPEN = """() => [...document.querySelectorAll("article h2")].map((kop) => {
  const [vorige, hier, volgende] = [kop.previousElementSibling, kop, kop.nextElementSibling]
    .map((een) => een.getBoundingClientRect());
  return [hier.top - vorige.bottom, volgende.top - hier.bottom];
})"""
BESLISSER, COLLEGA, COACH = "Leonie Faber", "Hidde Postma", "Sjoerd Veldkamp"


@pytest.fixture(name="loket", scope="module")
def _loket(ronde: Ronde, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loket]:
    """Een eigen demonstratie: hier gaat de klok terug."""
    plek = tmp_path_factory.mktemp("na-het-besluit")
    kopieer_demo(ronde, plek)
    with Loket.open(plek) as loket:
        yield loket


@pytest.fixture(name="zaak")
def _zaak(loket: Loket) -> str:
    """Een toegekende zaak, drie maanden later."""
    zet_klok(loket, date(2023, 1, 9))
    zaak = dien_snel_in(loket, HALFJAAR)
    besluit_snel(loket, zaak, soort="toegekend")
    zet_klok(loket, date(2023, 4, 3))
    return f"/zaken/{zaak[0]}/{zaak[1]}"


@pytest.mark.parametrize("met_hand", [Muis, Toetsen])
def test_minder_uren_doorgeven_en_laten_doorrekenen(
    bezoekers: Bezoekers, zaak: str, axe: Axe, met_hand: type[Muis] | type[Toetsen]
) -> None:
    bezoekers.bewaking.sta_toe("422")
    coach = Gezelschap(bezoekers, met_hand).als(NOORDERLICHT, COACH)
    coach.pagina.goto(zaak)
    coach.volg("Een wijziging doorgeven")
    expect(inhoud(coach)).to_contain_text("Er is nog niets doorgegeven")
    axe(coach.pagina)
    with verder(coach.pagina):
        coach.pagina.get_by_role("link", name="Werk, uren of inkomen").click()
    past_op_telefoon(coach.pagina)
    coach.druk_op("Geef de wijziging door")
    expect(coach.pagina.locator("#fouten li")).to_have_count(3)
    axe(coach.pagina, "POST")
    coach.kies("Wat verandert er?", "Het aantal uren per week")
    coach.vul("Hoeveel uur per week wordt het?", "18")
    coach.vul("Vanaf welke dag is het anders?", date(2023, 4, 3))
    coach.kies("Hoe weet u dat de cliënt dit wil?", "De cliënt vertelde het mij en is akkoord")
    coach.druk_op("Geef de wijziging door")
    gelukt(coach, "De wijziging is doorgegeven.")
    expect(inhoud(coach)).to_contain_text("1 mei 2023")  # beslissen binnen vier weken
    axe(coach.pagina)
    beslisser = Gezelschap(bezoekers, met_hand).als(HIER, BESLISSER)
    beslisser.pagina.goto("/")
    beslisser.volg("Beslis over de wijziging bij Mila Bakker")
    expect(inhoud(beslisser)).to_contain_text("64,8 uur")
    expect(inhoud(beslisser).get_by_text("evenredige verdeling").first).to_be_visible()
    past_op_telefoon(beslisser.pagina)
    beslisser.kies("Uw beslissing", "De toekenning blijft zoals zij is")
    beslisser.druk_op("Kijk de beslissing na")
    expect(beslisser.pagina.locator("#fouten")).to_contain_text("schrijf waarom de toekenning niet verandert")
    beslisser.kies("Uw beslissing", "De toekenning verandert")
    beslisser.druk_op("Kijk de beslissing na")
    expect(inhoud(beslisser)).to_contain_text("Er is nog niets vastgelegd.")
    expect(inhoud(beslisser)).to_contain_text("nu: 86,4 uur")
    axe(beslisser.pagina, "POST")
    past_op_telefoon(beslisser.pagina)
    beslisser.druk_op("Terug, pas het aan")
    beslisser.druk_op("Kijk de beslissing na")
    beslisser.druk_op("Leg de beslissing vast")
    gelukt(beslisser, "De toekenning en de periode zijn aangepast.")
    axe(beslisser.pagina)
    coach.pagina.goto(zaak)
    expect(inhoud(coach)).to_contain_text("64,8 uur")
    expect(inhoud(coach)).to_contain_text("De toekenning verandert")


def test_een_melding_trekt_wie_zich_vergiste_weer_in(bezoekers: Bezoekers, zaak: str) -> None:
    coach = Gezelschap(bezoekers, Muis).als(NOORDERLICHT, COACH)
    coach.pagina.goto(f"{zaak}/wijziging?soort=gegevens")
    coach.vul("Nieuw telefoonnummer", "0612345678")
    coach.vul("Vanaf welke dag is het anders?", date(2023, 4, 1))
    coach.kies("Hoe weet u dat de cliënt dit wil?", "De cliënt vult dit zelf in, samen met mij")
    coach.druk_op("Geef de wijziging door")
    expect(inhoud(coach)).to_contain_text("Met deze wijziging rekenen de regels niet.")
    coach.druk_op("Trek de melding in")
    gelukt(coach, "De melding is ingetrokken.")
    coach.volg("Alle wijzigingen")
    expect(inhoud(coach)).to_contain_text("ingetrokken")


def test_bezwaar_het_werk_gaat_door_en_een_collega_beslist(loket: Loket, bezoekers: Bezoekers, axe: Axe) -> None:
    bezoekers.bewaking.sta_toe("422")
    zet_klok(loket, date(2023, 1, 9))
    zaak = dien_snel_in(loket, HALFJAAR)
    besluit_snel(loket, zaak, soort="afgewezen", motivering="Geen beperking gezien.")
    zet_klok(loket, date(2023, 2, 21))
    adres = f"/zaken/{zaak[0]}/{zaak[1]}"
    coach = Gezelschap(bezoekers, Toetsen).als(NOORDERLICHT, COACH)
    coach.pagina.goto(adres)
    coach.volg("Bezwaar of beroep vastleggen")
    expect(inhoud(coach)).to_contain_text("20 februari 2023")
    axe(coach.pagina)
    past_op_telefoon(coach.pagina)
    coach.druk_op("Leg vast")
    # Er valt maar één ding vast te leggen: dat is al gekozen.
    expect(coach.pagina.locator("#fouten li")).to_have_count(1)
    expect(coach.pagina.get_by_label("Bezwaar, bij de financier")).to_be_checked()
    coach.vul("Waarom is iemand het niet eens?", "Zonder jobcoach red ik het niet.")
    coach.druk_op("Leg vast")
    gelukt(coach, "Zolang het loopt gaat het werk door.")
    expect(inhoud(coach)).to_contain_text("1 dag na de laatste dag")
    axe(coach.pagina)
    dit = coach.pagina.url
    coach.pagina.goto(adres)
    expect(inhoud(coach)).to_contain_text("voorlopig")
    zelf = Gezelschap(bezoekers, Muis).als(HIER, BESLISSER)
    zelf.pagina.goto(dit)
    expect(inhoud(zelf)).to_contain_text("een collega beslist op het bezwaar")
    collega = Gezelschap(bezoekers, Muis).als(HIER, COLLEGA)
    collega.pagina.goto("/")
    collega.volg("Beslis op het bezwaar van Mila Bakker")
    expect(inhoud(collega)).to_contain_text("86,4 uur")
    axe(collega.pagina)
    past_op_telefoon(collega.pagina)
    collega.kies("Hoe loopt het af?", "Gegrond: er komt een ander besluit")
    collega.vul("Motivering", "De beperking staat in het nieuwe rapport.")
    collega.druk_op("Kijk de uitkomst na")
    expect(inhoud(collega)).to_contain_text("Het komt in de plaats van het besluit van 9 januari 2023: afgewezen.")
    axe(collega.pagina, "POST")
    past_op_telefoon(collega.pagina)
    collega.druk_op("Terug, pas het aan")
    expect(vak(collega.pagina, "Motivering")).to_have_value("De beperking staat in het nieuwe rapport.")
    collega.druk_op("Kijk de uitkomst na")
    collega.druk_op("Leg de uitkomst vast")
    gelukt(collega, "De uitkomst is vastgelegd, met het nieuwe besluit.")
    collega.volg("Lees het besluit")
    expect(inhoud(collega)).to_contain_text("een bezwaar of beroep")
    expect(inhoud(collega)).to_contain_text("afgewezen")
    _leest_de_brief(collega, axe)
    coach.pagina.goto(adres)
    expect(inhoud(coach)).to_contain_text("86,4 uur")


def _leest_de_brief(collega: Hand, axe: Axe) -> None:
    """Zes weken na 21 februari is 4 april. Elke kop hoort bij wat eronder staat, ook op papier."""
    expect(inhoud(collega)).to_contain_text("In beroep gaan kan tot en met")
    collega.volg("Lees de brief")
    expect(inhoud(collega)).to_contain_text("in beroep gaan bij de rechtbank. Doe dat uiterlijk op 4 april 2023.")
    axe(collega.pagina)
    past_op_telefoon(collega.pagina)
    for media in ("screen", "print"):
        collega.pagina.emulate_media(media=media)
        ruimtes = collega.pagina.evaluate(RUIMTE_OM_KOPPEN)
        assert len(ruimtes) >= 3
        assert all(boven >= 2 * onder > 0 for boven, onder in ruimtes), (media, ruimtes)
    collega.pagina.emulate_media(media="screen")


def test_een_bezwaar_dat_niet_doorgaat_wordt_ingetrokken(loket: Loket, bezoekers: Bezoekers, zaak: str) -> None:
    zet_klok(loket, date(2023, 2, 1))
    coach = Gezelschap(bezoekers, Muis).als(NOORDERLICHT, COACH)
    coach.pagina.goto(f"{zaak}/bezwaar")
    coach.vul("Op welke dag is het ontvangen?", date(2023, 1, 31))
    coach.vul("Waarom is iemand het niet eens?", "Het is te weinig.")
    coach.druk_op("Leg vast")
    coach.druk_op("Trek het in")
    gelukt(coach, "Het bezwaar is ingetrokken. Het besluit blijft.")
