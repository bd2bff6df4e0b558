"""Declaraties, facturen en betaalbestanden voor mensen."""

from dakpan.betaling.betaalbestand.domain import Betaalopdracht, Betaling
from dakpan.betaling.domain import Vergoeding
from dakpan.betaling.factureren.tekst import factuur_als_tekst
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bevinding import Ernst
from dakpan.uitleg.leesbaar import bevindingen, document, kop, lange_datum, legenda, stappen, titel, voor_mensen
from dakpan.uitleg.tabel import Regels, breedte, feiten, tabel

__all__ = ["betaalopdracht_als_tekst", "factuur_als_tekst", "vergoeding_als_tekst"]


def vergoeding_als_tekst(regelset: str, berekening: Berekening[Vergoeding]) -> str:
    """Hoeveel is er betaalbaar, en waarom?"""
    breed = breedte()
    vergoeding = berekening.resultaat
    return document(
        titel(f"Betaalbaar: {vergoeding.declarabel} uur, {_totaal(vergoeding)}", breed),
        feiten(_geld(vergoeding, regelset), breed),
        [*kop("Uren", breed), *feiten(_uren(vergoeding), breed)],
        _per_jaar(vergoeding, breed),
        *(bevindingen(berekening.bevindingen, ernst, breed) for ernst in Ernst),
        stappen(berekening.stappen, breed),
        legenda(breed),
    )


def _totaal(vergoeding: Vergoeding) -> str:
    if vergoeding.bedrag_incl is None:
        return "bedrag niet in bron"
    return f"samen {vergoeding.bedrag_incl} inclusief btw"


def _geld(vergoeding: Vergoeding, regelset: str) -> list[tuple[str, str]]:
    return [
        ("Bedrag", _bedrag(vergoeding.bedrag_excl, " exclusief btw")),
        ("Btw", _bedrag(vergoeding.btw)),
        ("Samen", _bedrag(vergoeding.bedrag_incl, " inclusief btw")),
        ("Regels", regelset),
    ]


def _bedrag(bedrag: object, erbij: str = "") -> str:
    return voor_mensen(bedrag) + (erbij if bedrag is not None else "")


def _uren(vergoeding: Vergoeding) -> list[tuple[str, str]]:
    afgekapt = vergoeding.correctie.minuten < 0
    return [
        ("Gewerkt", f"{vergoeding.totaal} telt mee"),
        ("Correctie", f"{vergoeding.correctie}, want meer is er niet toegekend" if afgekapt else "geen"),
        ("Betaalbaar", f"{vergoeding.declarabel}, dat is {vergoeding.uren}"),
        ("Blijft over", f"{vergoeding.resterend} van de toekenning"),
    ]


def _per_jaar(vergoeding: Vergoeding, breed: int) -> Regels:
    rijen = [
        (str(deel.jaar), str(deel.uren), voor_mensen(deel.tarief), voor_mensen(deel.bedrag_excl))
        for deel in vergoeding.jaardelen
    ]
    koppen = ("Jaar", "Uren", "Uurtarief", "Exclusief btw")
    return [*kop("Per jaar en tarief", breed), *tabel(koppen, rijen, breed, rechts=(1, 2, 3))] if rijen else []


def betaalopdracht_als_tekst(opdracht: Betaalopdracht) -> str:
    """Hoeveel gaat er op welke dag naar wie?"""
    breed = breedte()
    woord = "betaling" if opdracht.aantal == 1 else "betalingen"
    van = [
        ("Op", lange_datum(opdracht.uitvoeringsdatum)),
        ("Van", f"{opdracht.betaler.naam}, {opdracht.betaler.iban.in_groepen}"),
        ("Bericht", opdracht.bericht_id),
    ]
    rijen = [(b.kenmerk, _naar(b), b.iban.in_groepen, str(b.bedrag)) for b in opdracht.betalingen]
    return document(
        titel(f"{opdracht.aantal} {woord}, samen {opdracht.totaal}", breed),
        feiten(van, breed),
        tabel(("Kenmerk", "Naar", "IBAN", "Bedrag"), rijen, breed, rechts=(3,)),
    )


def _naar(betaling: Betaling) -> str:
    return f"{betaling.naam}\n{betaling.omschrijving}" if betaling.omschrijving else betaling.naam
