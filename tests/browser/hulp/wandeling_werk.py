"""Wat mensen doen als de coach aan het werk is: uren, akkoord, verslag, declaratie, factuur en betaling."""

import re
from collections.abc import Sequence
from datetime import date

from playwright.sync_api import Page, expect
from tests.browser.hulp.wandeling import Hand, gelukt, inhoud, kop
from tests.browser.hulp.wandeling_stappen import Zaak, open_zaak

WERK = "De persoon inwerken en trainen: handelingen aanleren"
ZOEK = "Zoek in deze lijst"
DAG_KLOPT = "Ja, deze dag klopt"
VERLOOP = "De taken zitten erin; het tempo komt nog."


def schrijf_uren(hand: Hand, zaak: Zaak, minuten: int, beoogd: str) -> None:
    """Eén activiteit, vandaag, in de agenda met alle cliënten."""
    hand.volg("Uren")
    hand.volg("Activiteit toevoegen")
    _zoek_op(hand, zaak.client)
    hand.alleen("Cliënten", _keuze(hand.pagina, zaak.client))
    hand.kies("Doel en activiteit", WERK)
    hand.vul("Duur in minuten", str(minuten))
    hand.vul("Beoogd resultaat", beoogd)
    hand.vul("Bereikt resultaat", "De eerste ronde ging zonder hulp.")
    hand.druk_op("Opslaan")
    gelukt(hand, "De activiteit is opgeslagen.")


def _zoek_op(hand: Hand, client: str) -> None:
    """Wie veel cliënten heeft typt eerst een naam; zonder JavaScript klapt hij de lijst uit."""
    if hand.pagina.get_by_label(ZOEK).count():
        hand.vul(ZOEK, client)
    elif (rest := hand.pagina.locator("details.dp-vakjes__meer:not([open]) summary")).count():
        hand.klap_open(rest.inner_text())


def sluit_week(hand: Hand) -> None:
    """Vanaf de week. Op maandag staat die ervoor nog open, en weken gaan op volgorde."""
    if (eerder := hand.pagina.get_by_role("link", name=re.compile("^Naar week "))).count():
        hand.volg(eerder.inner_text())
        hand.druk_op("Week sluiten")
        hand.volg("Uren")
    hand.druk_op("Week sluiten")
    gelukt(hand, "De week is gesloten. De uren wachten nu op akkoord.")


def accordeer(hand: Hand, zaak: Zaak) -> None:
    """Alleen de uren van deze zaak."""
    hand.volg("Accorderen")
    hand.vink(_keuze(hand.pagina, zaak.client))
    hand.druk_op("Gekozen accorderen")
    gelukt(hand, "1 activiteit is akkoord.")


def _keuze(pagina: Page, client: str) -> str:
    """Hoe het vakje van deze cliënt heet: er staat nog een nummer of een dag bij."""
    regel = pagina.locator("label.dp-vakje").filter(has_text=re.compile(rf"^\s*{re.escape(client)}\b")).last
    return (regel.text_content() or "").strip()


def schrijf_verslag(hand: Hand, zaak: Zaak, taak: str, vragen: Sequence[str], bijlagen: Sequence[str] = ()) -> None:
    """Het eerste verslag dat er nog niet is; het blijft een concept."""
    open_zaak(hand, zaak)
    hand.volg(taak)
    expect(kop(hand)).to_have_text("Verslagen")
    hand.volg(inhoud(hand).get_by_role("row").nth(1).get_by_role("link").inner_text())
    for vraag in vragen:
        hand.vul(vraag, VERLOOP)
    for bijlage in bijlagen:
        hand.vink(bijlage)
    hand.druk_op("Opslaan en nakijken")
    gelukt(hand, "Het verslag is opgeslagen als concept.")


def dien_verslag_in(hand: Hand) -> None:
    hand.druk_op("Indienen bij de financier")
    gelukt(hand, "De financier kan het nu lezen.")


def open_declareren(hand: Hand, zaak: Zaak) -> None:
    """Vanaf de lijst met wat nu te declareren is."""
    hand.volg("Declaraties")
    hand.volg(zaak.client)


def bereken_proef(hand: Hand, soort: str, tot_en_met: date) -> None:
    """Vanaf de pagina om te declareren."""
    hand.kies("Soort declaratie", soort)
    hand.vul("Uren tot en met", tot_en_met)
    hand.vul("Btw-percentage", "21")
    hand.druk_op("Bereken een proefdeclaratie")


def dien_declaratie_in(hand: Hand) -> str:
    """Definitief, na nog een keer vragen. Het antwoord is haar nummer."""
    hand.volg("Definitief maken en indienen")
    hand.druk_op("Ja, definitief maken en indienen")
    gelukt(hand, "De declaratie is ingediend bij de financier.")
    return kop(hand).inner_text()


def maak_factuur(hand: Hand, nummer: str) -> None:
    """Vanaf de declaratie."""
    hand.volg("Factuur maken")
    hand.vul("Factuurnummer", nummer)
    hand.druk_op("Factuur maken")
    gelukt(hand, f"Factuur {nummer} is gemaakt")


def keur_goed(hand: Hand, declaratie: str) -> None:
    """De financier zoekt de declaratie op en zet de betaling klaar."""
    hand.volg("Declaraties")
    hand.volg(declaratie)
    hand.kies("Is deze declaratie akkoord?", "Ja, zet de betaling klaar")
    hand.druk_op("Vastleggen")
    gelukt(hand, "Goedgekeurd: de betaling staat klaar.")


def geef_vrij(hand: Hand, begunstigde: str, bedrag: str) -> None:
    """Een ander dan wie haar klaarzette."""
    hand.volg("Betalingen")
    rij = inhoud(hand).get_by_role("row").filter(has_text=begunstigde).filter(has_text=bedrag)
    hand.vink((rij.get_by_role("checkbox").locator("..").text_content() or "").strip())
    hand.druk_op("Geef de gekozen betalingen vrij")
    hand.druk_op("Ja, geef vrij")
    gelukt(hand, "Eén betaling is vrijgegeven.")


def maak_betaalbestand(hand: Hand, op: date) -> str:
    """Alles wat die dag mag in één bestand; de inhoud zoals de bank haar krijgt."""
    hand.volg("Betalingen")
    if hand.pagina.get_by_label("De bank betaalt op").input_value() != str(op):
        hand.vul("De bank betaalt op", op)
        hand.druk_op("Maak betaalbestand")
    if hand.pagina.get_by_role("checkbox", name=DAG_KLOPT, exact=True).count():
        hand.vink(DAG_KLOPT)
    hand.druk_op("Maak betaalbestand")
    gelukt(hand, "haal het op en geef het aan de bank")
    return hand.haal_op("Haal het bestand op")
