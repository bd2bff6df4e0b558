"""Wat mensen in een zaak doen, van aanvraag tot betaling, stap voor stap zoals het scherm het vraagt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from playwright.sync_api import Page, expect
from tests.browser.hulp.wandeling import Hand, gelukt, inhoud, kop

from dakpan.demo.documenten import maak_pdf

NOORDERLICHT = "Jobcoach Noorderlicht (verzonnen)"
EERSTE = "Eerste periode, zonder jobcoaching in een proefplaatsing ervoor"
EXTERN = "Extern: een jobcoach van een jobcoachorganisatie"
INTERN = "Intern: een collega die de werkgever vrijmaakt"


ZES_ONDERDELEN = (
    "Gegevens van werkgever, werknemer en dienstverband",
    "Werkzaamheden",
    "Knelpunten",
    "Coachingsdoelen",
    "Aanpak",
    "Benodigde tijd",
)
# Een proefnummer: het doorstaat de elfproef en is van niemand.
BSN = "111222333"
MACHTIGING = "Rechtstreeks aan de jobcoachorganisatie: de cliënt machtigt daarvoor"
MATCHING = "Werkt rustig en precies, met één taak tegelijk."


@dataclass(frozen=True)
class Zaak:
    """Over wie het gaat en wat er wordt gevraagd; alles is verzonnen."""

    voornaam: str
    achternaam: str
    begin: date
    eind: date
    vorm: str = EXTERN
    regime: str = "Midden"
    uren_per_week: str = "24"
    doelgroepen: Sequence[str] = ("Participatiewet", "Banenafspraak")
    plan: Sequence[str] = ()
    hoofddoelen: Sequence[str] = ()
    gevonden: dict[Page, str] = field(default_factory=dict, compare=False)

    @property
    def client(self) -> str:
        return f"{self.voornaam} {self.achternaam}"


def begin_aanvraag(hand: Hand, zaak: Zaak, bij: str = "") -> None:
    """Vanaf de startpagina een nieuwe aanvraag; een organisatie zegt ook bij wie."""
    hand.volg("Nieuwe aanvraag")
    if bij:
        hand.kies("Financier", bij)
    hand.kies("Soort aanvraag", EERSTE)
    hand.kies("Vorm van jobcoaching", zaak.vorm)
    hand.vul("Voornaam", zaak.voornaam)
    hand.vul("Achternaam", zaak.achternaam)
    hand.druk_op("Begin de aanvraag")
    expect(kop(hand)).to_have_text(f"Aanvraag voor {zaak.client}")


def open_groep(hand: Hand, groep: str) -> None:
    """Vanaf de lijst naar één groep vragen."""
    hand.volg(groep)
    expect(kop(hand)).to_have_text(groep)


def verder(hand: Hand, groep: str) -> None:
    """Slaat deze pagina op; de volgende groep staat dan klaar."""
    hand.druk_op("Opslaan en verder")
    expect(kop(hand)).to_have_text(groep)


def vul_aanvraag_in(hand: Hand, zaak: Zaak) -> None:
    """Alle vragen, pagina voor pagina, alles nakijken en dan de controle."""
    open_groep(hand, "Cliënt")
    vul_client(hand, zaak)
    verder(hand, "Werkgever")
    vul_werkgever(hand, zaak)
    verder(hand, "Dienstverband")
    vul_dienstverband(hand, zaak)
    verder(hand, "Jobcoach")
    for vakje in ("Heeft hbo-werk- en denkniveau", "Heeft een opleiding tot jobcoach", "Is gecertificeerd jobcoach"):
        hand.vink(vakje)
    verder(hand, "Wat ging eraan vooraf?")
    vul_begeleiding(hand, zaak)
    verder(hand, "Kijk uw antwoorden na")
    hand.druk_op("Controleren")
    expect(inhoud(hand)).to_contain_text("Succesvol gecontroleerd")


def vul_client(hand: Hand, zaak: Zaak) -> None:
    """Wie het is, en onder welke groepen de cliënt valt."""
    hand.vul("Geboortedatum", date(1994, 5, 25))
    hand.vul("Burgerservicenummer (BSN)", BSN)
    for groep in zaak.doelgroepen:
        hand.vink(groep)


def vul_werkgever(hand: Hand, zaak: Zaak, iban: str = "NL91ABNA0417164300") -> None:
    """Wie het werk geeft; bij intern ook waar het geld heen gaat."""
    hand.vul("Naam van de werkgever", "Kwekerij Het Pad")
    hand.vul("Contactpersoon", "Wim van der Plas")
    if zaak.vorm == INTERN:
        hand.vul("Rekeningnummer (IBAN) van de werkgever", iban)


def vul_dienstverband(hand: Hand, zaak: Zaak) -> None:
    """Het contract, en de periode die wordt gevraagd."""
    hand.kies("Soort dienstverband", "Onbepaalde tijd")
    hand.vul("Eerste werkdag", zaak.begin)
    hand.vul("Uren per week", zaak.uren_per_week)
    hand.vul("Loonwaarde in procenten", "55")
    verder(hand, "Periode en begeleiding")
    hand.kies("Begeleidingsregime", zaak.regime)
    hand.vul("Eerste dag van de periode", zaak.begin)
    hand.vul("Laatste dag van de periode", zaak.eind)


def vul_begeleiding(hand: Hand, zaak: Zaak) -> None:
    """Wat deze financier bij de aanvraag al wil weten; een ander vraagt het later, of niet."""
    if not zaak.plan or zaak.vorm == INTERN:
        if zaak.plan:
            verder(hand, "Coachingsplan")
            vul_plan(hand, zaak.plan)
        return
    verder(hand, "Wat is er nodig?")
    verder(hand, "Matching")
    hand.vul("Capaciteiten en eisen: de werknemer", MATCHING)
    verder(hand, "Coachingsplan")
    vul_plan(hand, zaak.plan)
    for doel in zaak.hoofddoelen:
        hand.vink(doel)
    verder(hand, "Betaling")
    hand.kies("Aan wie wordt de vergoeding betaald?", MACHTIGING)


def vul_plan(hand: Hand, onderdelen: Sequence[str]) -> None:
    for onderdeel in onderdelen:
        hand.vul(onderdeel, f"{onderdeel}: samen oefenen op de werkplek.")


def maak_definitief(hand: Hand) -> None:
    """Vanaf de controle."""
    hand.volg("Maak definitief")
    hand.druk_op("Ja, maak definitief")
    gelukt(hand, "De aanvraag is definitief en heet nu AJ")


def lever_aan(hand: Hand) -> None:
    """Vanaf de pagina om in te dienen: brengt elk document dat daar nog ontbreekt, één voor één."""
    hier, nog = hand.pagina.url, inhoud(hand).get_by_role("link", name=re.compile("^Voeg toe"))
    while nog.count():
        wat = nog.first.get_attribute("aria-label") or ""
        hand.volg(wat)
        hand.breng("Bestand", "stuk.pdf", maak_pdf(wat))
        hand.druk_op("Voeg dit document toe")
        gelukt(hand, "Het document is toegevoegd.")
        hand.pagina.goto(hier)


def dien_in(hand: Hand) -> None:
    """Vanaf de pagina om in te dienen."""
    lever_aan(hand)
    hand.druk_op("Ja, dien in")
    gelukt(hand, "is ingediend. Vandaag is de dag van ontvangst.")


def open_zaak(hand: Hand, zaak: Zaak) -> None:
    """De eerste keer zoekt iemand de zaak op naam; daarna weet hij waar zij is."""
    if hand.pagina in zaak.gevonden:
        hand.pagina.goto(zaak.gevonden[hand.pagina])
        return
    hand.volg("Zaken")
    hand.vul("Naam, werkgever, nummer of BSN", zaak.achternaam)
    hand.druk_op("Zoek")
    hand.volg(zaak.client)
    expect(kop(hand)).to_have_text(zaak.client)
    zaak.gevonden[hand.pagina] = hand.pagina.url


def doe(hand: Hand, zaak: Zaak, taak: str) -> None:
    """Opent de zaak en begint aan wat daar als volgende staat."""
    open_zaak(hand, zaak)
    expect(hand.pagina.get_by_role("region", name="Dit is nu aan u")).to_be_visible()
    hand.volg(taak)


def niets_te_doen(hand: Hand, zaak: Zaak) -> None:
    """Voor deze lezer staat er geen knop; er staat op wie de zaak wacht."""
    open_zaak(hand, zaak)
    expect(hand.pagina.get_by_role("region", name="Dit is nu aan u")).to_have_count(0)


def vraag_offerte(hand: Hand, organisatie: str = NOORDERLICHT) -> None:
    hand.kies("Jobcoachorganisatie", organisatie)
    hand.vul("Waarom is begeleiding nodig, en wat vraagt u?", "Begeleiding bij het inwerken, een half jaar lang.")
    hand.druk_op("Vraag de offerte")
    gelukt(hand, "De offerte is gevraagd")


def adviseer(hand: Hand, tekst: str) -> None:
    hand.vul("Uw advies", tekst)
    hand.kies("Wat raadt u aan?", "Toekennen")
    hand.druk_op("Leg het advies vast")
    gelukt(hand, "Uw advies is vastgelegd")


def besluit(hand: Hand, motivering: str = "") -> None:
    """Neemt het voorstel over."""
    if motivering:
        hand.vul("Motivering", motivering)
    hand.druk_op("Kijk het besluit na")
    hand.druk_op("Neem het besluit")
    gelukt(hand, "Het besluit is genomen")


def geef_opdracht(hand: Hand) -> None:
    hand.druk_op("Ja, geef de opdracht")
    gelukt(hand, "De opdracht is gegeven")


def koppel(hand: Hand, zaak: Zaak, coach: str, accordeerder: str) -> None:
    """Wie coacht en wie kijkt zijn uren na?"""
    open_zaak(hand, zaak)
    hand.volg("Periode en jobcoaches")
    hand.kies("Jobcoach", coach)
    hand.kies("Accordeerder", accordeerder)
    hand.druk_op("Koppel")
    gelukt(hand, "De jobcoach is gekoppeld")


def schrijf_notitie(hand: Hand, tekst: str) -> None:
    """Op de pagina van de zaak."""
    hand.vul("Nieuwe notitie", tekst)
    hand.druk_op("Notitie opslaan")
    gelukt(hand, "Uw notitie is opgeslagen.")
