"""Een eerste aanvraag van concept tot definitief: een collega gaat verder, niets gaat vanzelf. (reis 2)

Ondertekenen en de stukken horen bij een andere wandeling; hier gaat het om wat ervoor komt.
"""

from datetime import timedelta

from playwright.sync_api import expect
from tests.browser.hulp import wandeling_stappen as stappen
from tests.browser.hulp.bewaking import Bewaking
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, gelukt, inhoud, kop, vak
from tests.browser.hulp.wandeling_stappen import NOORDERLICHT, Zaak

from dakpan.begrippen.kalender import einde_na_maanden

HIER = "UWV Noord"
SOORTEN = (
    "Eerste periode, zonder jobcoaching in een proefplaatsing ervoor",
    "Tijdens een proefplaatsing",
    "Eerste periode na jobcoaching in een proefplaatsing",
    "Vervolg na een eerdere periode",
)
PLAN = ("Coachingsdoelen", "Activiteiten per doel", "Uren per activiteit", "Wanneer elk doel is bereikt")


def nieuwe_zaak(loket: Loket, voornaam: str) -> Zaak:
    begin = loket.app.extensions["dakpan.klok"].nu().date() - timedelta(20)
    return Zaak(
        voornaam,
        "Aanvrager",
        begin,
        einde_na_maanden(begin, 6),
        uren_per_week="36",
        doelgroepen=("Structureel functionele beperking is vastgesteld",),
        plan=PLAN,
        hoofddoelen=("De persoon inwerken en trainen",),
    )


def test_er_zijn_vier_soorten(loket: Loket, bezoekers: Bezoekers) -> None:
    coach = Gezelschap(bezoekers, Muis).als(NOORDERLICHT, "Sjoerd Veldkamp")
    coach.volg("Nieuwe aanvraag")
    rondjes = inhoud(coach).get_by_role("group", name="Soort aanvraag").get_by_role("radio")
    expect(rondjes).to_have_count(len(SOORTEN))
    for soort in SOORTEN:
        expect(inhoud(coach).get_by_role("radio", name=soort, exact=True)).to_be_visible()


def test_van_concept_tot_definitief(loket: Loket, bezoekers: Bezoekers, bewaking: Bewaking) -> None:
    mensen, zaak = Gezelschap(bezoekers, Muis), nieuwe_zaak(loket, "Concepta")
    coach, collega = mensen.als(NOORDERLICHT, "Sjoerd Veldkamp"), mensen.als(NOORDERLICHT, "Mirjam Postema")
    stappen.begin_aanvraag(coach, zaak, bij=HIER)
    _controle_noemt_wat_ontbreekt(coach)
    _vierde_hoofddoel(coach, bewaking)
    _papier(coach, "CONCEPTAFDRUK")
    stappen.open_zaak(collega, zaak)
    stappen.doe(collega, zaak, "Vul de aanvraag in")
    stappen.vul_aanvraag_in(collega, zaak)
    stappen.maak_definitief(collega)
    expect(kop(collega)).to_have_text("Indienen kan nog niet")
    expect(inhoud(collega).get_by_role("button", name="Ja, dien in")).to_have_count(0)
    _niet_meer_te_wijzigen(coach, zaak)


def _controle_noemt_wat_ontbreekt(coach: Hand) -> None:
    """Elk ontbrekend antwoord in woorden, met een verwijzing naar precies dat vak."""
    lijst = coach.pagina.url
    coach.volg("Naar de controle")
    coach.druk_op("Controleer nu")
    expect(inhoud(coach)).to_contain_text("Er ontbreken nog")
    for vraag in ("Naam van de werkgever", "Soort dienstverband", *PLAN, "Hoofddoelen"):
        expect(inhoud(coach).get_by_role("link", name=vraag, exact=True)).to_be_visible()
    coach.volg("Burgerservicenummer (BSN)")
    expect(kop(coach)).to_have_text("Cliënt")
    expect(vak(coach.pagina, "Burgerservicenummer (BSN)")).to_be_in_viewport()
    coach.pagina.goto(lijst)


def _vierde_hoofddoel(coach: Hand, bewaking: Bewaking) -> None:
    """Drie mag, vier niet; wat er al was aangevinkt blijft staan."""
    bewaking.sta_toe("422")
    lijst = coach.pagina.url
    stappen.open_groep(coach, "Coachingsplan")
    expect(inhoud(coach)).to_contain_text("Kies er ten hoogste 3.")
    vakjes = inhoud(coach).get_by_role("group", name="Hoofddoelen").get_by_role("checkbox")
    for nummer in range(4):
        vakjes.nth(nummer).check()
    coach.druk_op("Opslaan en naar de lijst")
    expect(inhoud(coach).get_by_role("alert")).to_contain_text("4 hoofddoelen")
    vakjes.nth(0).uncheck()
    coach.druk_op("Opslaan en naar de lijst")
    gelukt(coach, "De aanvraag is opgeslagen als concept.")
    stappen.open_groep(coach, "Coachingsplan")
    for nummer in range(4):
        vakjes.nth(nummer).uncheck()
    coach.druk_op("Opslaan en naar de lijst")
    coach.pagina.goto(lijst)


def _papier(coach: Hand, tekst: str) -> None:
    lijst = coach.pagina.url
    coach.volg("Conceptafdruk")
    expect(kop(coach)).to_contain_text(tekst)
    coach.pagina.goto(lijst)


def _niet_meer_te_wijzigen(coach: Hand, zaak: Zaak) -> None:
    """Elk adres van het formulier leidt nu naar wat er te lezen is, met het nummer erboven."""
    stappen.open_zaak(coach, zaak)
    adres = coach.pagina.url
    for pad in ("aanvraag", "aanvraag/client", "aanvraag/samenvatting"):
        coach.pagina.goto(f"{adres}/{pad}")
        expect(kop(coach)).to_contain_text("Aanvraag: AJ-")
    coach.pagina.goto(f"{adres}/verwijderen")
    expect(kop(coach)).to_have_text("Verwijderen kan niet meer")
    expect(inhoud(coach).get_by_role("button")).to_have_count(0)
    token = coach.pagina.locator("input[name=csrf_token]").first.get_attribute("value") or ""
    # Ook wie het adres zelf aanroept verandert niets.
    for pad, velden in (("verwijderen", {}), ("aanvraag/client", {"client.voornaam": "Anders"})):
        coach.pagina.request.post(f"{adres}/{pad}", form={"csrf_token": token, **velden}, max_redirects=0)
    coach.pagina.goto(adres)
    expect(kop(coach)).to_have_text(zaak.client)
