"""Wat er onderweg misgaat: dubbel klikken, terug en nog eens, twee mensen tegelijk, en een sessie die voorbij is."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from tests.browser.hulp import wandeling_stappen as stappen
from tests.browser.hulp.bewaking import Bewaking
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, gelukt, inhoud, kop, vak
from tests.browser.hulp.wandeling_stappen import NOORDERLICHT, Zaak
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

from dakpan.begrippen.kalender import einde_na_maanden

HIER, CONSULENT = "Gemeente Staphorst", "Joke Wiersma"
ZONDER_SCRIPT = {"java_script_enabled": False}


@pytest.fixture(scope="module", name="loket")
def _loket(ronde: Ronde, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loket]:
    """Een eigen demonstratie voor de brokken van deze tests."""
    plek = tmp_path_factory.mktemp("pech")
    kopieer_demo(ronde, plek)
    with Loket.open(plek) as loket:
        yield loket


@pytest.fixture(name="mensen")
def _mensen(bezoekers: Bezoekers) -> Gezelschap:
    return Gezelschap(bezoekers, Muis)


def zaak_van(loket: Loket, voornaam: str) -> Zaak:
    begin = loket.app.extensions["dakpan.klok"].nu().date() - timedelta(28)
    return Zaak(voornaam, "Pechvogel", begin, einde_na_maanden(begin, 12))


def aantal_zaken(hand: Hand, zaak: Zaak) -> int:
    """Hoe vaak staat deze cliënt in de lijst?"""
    hand.volg("Zaken")
    hand.vul("Naam, werkgever, nummer of BSN", zaak.achternaam)
    hand.druk_op("Zoek")
    expect(kop(hand)).to_have_text("Zaken")
    return inhoud(hand).get_by_role("link", name=zaak.client, exact=True).count()


def begin(hand: Hand, zaak: Zaak) -> None:
    """Een nieuwe aanvraag, ingevuld en nog niet verstuurd."""
    hand.volg("Nieuwe aanvraag")
    hand.kies("Soort aanvraag", stappen.EERSTE)
    hand.kies("Vorm van jobcoaching", zaak.vorm)
    hand.vul("Voornaam", zaak.voornaam)
    hand.vul("Achternaam", zaak.achternaam)


def test_een_dubbele_klik_begint_een_zaak(loket: Loket, mensen: Gezelschap) -> None:
    zaak, hand = zaak_van(loket, "Doede"), mensen.als(HIER, CONSULENT)
    begin(hand, zaak)
    knop = hand.pagina.get_by_role("button", name="Begin de aanvraag")
    knop.dblclick()
    expect(kop(hand)).to_have_text(f"Aanvraag voor {zaak.client}")
    assert aantal_zaken(hand, zaak) == 1


def test_terug_na_het_versturen_doet_het_niet_nog_eens(loket: Loket, mensen: Gezelschap) -> None:
    zaak, hand = zaak_van(loket, "Teuntje"), mensen.als(HIER, CONSULENT)
    stappen.begin_aanvraag(hand, zaak)
    hand.pagina.go_back()
    expect(vak(hand.pagina, "Voornaam")).to_have_value("")
    assert aantal_zaken(hand, zaak) == 1
    stappen.doe(hand, zaak, "Vul de aanvraag in")
    stappen.vul_aanvraag_in(hand, zaak)
    stappen.maak_definitief(hand)
    hand.pagina.go_back()
    expect(kop(hand)).to_have_text("Definitief maken kan nu niet")


@pytest.mark.parametrize("keuzes", [{}, ZONDER_SCRIPT], ids=["met script", "zonder script"])
def test_dezelfde_knop_op_twee_schermen_werkt_een_keer(
    loket: Loket, bezoekers: Bezoekers, keuzes: dict[str, bool]
) -> None:
    """Zonder script houdt niets een tweede klik tegen; de tweede hoort dan dat het al gebeurd is."""
    mensen = Gezelschap(bezoekers, Muis, keuzes)
    zaak, hand = zaak_van(loket, "Dubbele" if keuzes else "Dubbe"), mensen.als(HIER, CONSULENT)
    stappen.begin_aanvraag(hand, zaak)
    stappen.vul_aanvraag_in(hand, zaak)
    hand.volg("Maak definitief")
    tweede = Muis(hand.pagina.context.new_page())
    tweede.pagina.goto(hand.pagina.url)
    for een in (hand, tweede):
        een.druk_op("Ja, maak definitief")
    expect(inhoud(tweede).get_by_role("status").first).to_contain_text("Let op")
    stappen.open_zaak(tweede, zaak)
    stappen.doe(tweede, zaak, "Dien de aanvraag in")


def test_twee_mensen_tegelijk_raken_niets_kwijt(loket: Loket, mensen: Gezelschap, bewaking: Bewaking, axe: Axe) -> None:
    """Wie later opslaat ziet welk antwoord verschilt en van wie het is; zijn eigen antwoorden blijven staan."""
    zaak = zaak_van(loket, "Tweelinge")
    coach, directie = mensen.als(NOORDERLICHT, "Sjoerd Veldkamp"), mensen.als(NOORDERLICHT, "Anneke Ruitenberg")
    stappen.begin_aanvraag(coach, zaak, bij="UWV Noord")
    stappen.open_groep(coach, "Werkgever")
    directie.pagina.goto(coach.pagina.url)
    coach.vul("Naam van de werkgever", "Kwekerij Het Pad")
    coach.druk_op("Opslaan en naar de lijst")
    gelukt(coach, "De aanvraag is opgeslagen als concept.")
    bewaking.sta_toe("409")
    directie.vul("Naam van de werkgever", "Bakkerij De Oven")
    directie.vul("Contactpersoon", "Ineke Bruins")
    directie.druk_op("Opslaan en naar de lijst")
    verschil = inhoud(directie).get_by_role("alert")
    for tekst in ("Iemand anders heeft dit intussen gewijzigd", "Kwekerij Het Pad", "Sjoerd Veldkamp"):
        expect(verschil).to_contain_text(tekst)
    axe(directie.pagina, "POST")
    expect(vak(directie.pagina, "Naam van de werkgever")).to_have_value("Bakkerij De Oven")
    expect(vak(directie.pagina, "Contactpersoon")).to_have_value("Ineke Bruins")
    directie.druk_op("Opslaan en naar de lijst")
    gelukt(directie, "De aanvraag is opgeslagen als concept.")


def test_een_sessie_die_voorbij_is_kost_geen_getypte_tekst(
    loket: Loket, mensen: Gezelschap, bewaking: Bewaking, axe: Axe
) -> None:
    bewaking.sta_toe("401")
    zaak, hand = zaak_van(loket, "Langzame"), mensen.als(HIER, CONSULENT)
    stappen.begin_aanvraag(hand, zaak)
    stappen.open_groep(hand, "Werkgever")
    hand.vul("Naam van de werkgever", "Kwekerij Het Pad")
    hand.pagina.context.clear_cookies()
    hand.druk_op("Opslaan en naar de lijst")
    expect(inhoud(hand)).to_contain_text("Wat u typte is niet weg")
    hand.vul("E-mailadres", "consulent@staphorst.voorbeeld.invalid")
    hand.vul("Wachtwoord", "samen onder dak")
    hand.druk_op("Aanmelden")
    axe(hand.pagina, "POST")
    hand.druk_op("Ga verder")
    gelukt(hand, "De aanvraag is opgeslagen als concept.")
    stappen.open_groep(hand, "Werkgever")
    expect(vak(hand.pagina, "Naam van de werkgever")).to_have_value("Kwekerij Het Pad")


def test_ook_wie_met_een_klik_terugkomt_houdt_zijn_tekst(
    loket: Loket, mensen: Gezelschap, bewaking: Bewaking, axe: Axe
) -> None:
    bewaking.sta_toe("401")
    zaak, hand = zaak_van(loket, "Vlotte"), mensen.als(HIER, CONSULENT)
    stappen.begin_aanvraag(hand, zaak)
    stappen.open_groep(hand, "Werkgever")
    hand.vul("Contactpersoon", "Ineke Bruins")
    hand.pagina.context.clear_cookies()
    hand.druk_op("Opslaan en naar de lijst")
    hand.klap_open(HIER)
    hand.druk_op(CONSULENT)
    axe(hand.pagina, "POST")
    hand.druk_op("Ga verder")
    gelukt(hand, "De aanvraag is opgeslagen als concept.")
    stappen.open_groep(hand, "Werkgever")
    expect(vak(hand.pagina, "Contactpersoon")).to_have_value("Ineke Bruins")


def test_wie_voor_twee_werkt_kiest_eerst_en_houdt_zijn_tekst(
    loket: Loket, mensen: Gezelschap, bewaking: Bewaking, axe: Axe
) -> None:
    """Zonder koekjes weet het loket niet meer namens wie hij bezig was: dat kiest hij zelf, en dan gaat hij verder."""
    bewaking.sta_toe("401")
    bewaking.sta_toe("422")
    hand = Muis(mensen.bezoekers.nieuw())
    hand.pagina.goto("/aanmelden")
    _als_zelfstandige(hand)
    hand.volg("Uren")
    hand.volg("Activiteit toevoegen")
    hand.vul("Beoogd resultaat", "De cliënt plant zijn eigen week")
    hand.pagina.context.clear_cookies()
    hand.druk_op("Opslaan")
    _als_zelfstandige(hand)
    axe(hand.pagina, "POST")
    hand.druk_op("Ga verder")
    expect(vak(hand.pagina, "Beoogd resultaat")).to_have_value("De cliënt plant zijn eigen week")


def _als_zelfstandige(hand: Hand) -> None:
    """Aangemeld met een wachtwoord, en gekozen voor de eerste organisatie."""
    hand.vul("E-mailadres", "zelfstandig@coach.voorbeeld.invalid")
    hand.vul("Wachtwoord", "samen onder dak")
    hand.druk_op("Aanmelden")
    hand.druk_op(NOORDERLICHT)
