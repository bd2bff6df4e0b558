"""Hetzelfde dossier door alle regelsets, naast elkaar voor mensen."""

from collections.abc import Iterator, Mapping

from dakpan.aanvraag.cijfers import hoeveel_uren, in_kort, waarvoor
from dakpan.aanvraag.domain.termijn import Termijnsoort
from dakpan.aanvraag.service import Toets, Vergeleken, Vergelijking
from dakpan.uitleg.bevinding import Aanspraak, Ernst
from dakpan.uitleg.leesbaar import (
    bevindingen,
    document,
    en_samen,
    kop,
    lange_datum,
    legenda,
    stappen,
    titel,
    voor_mensen,
)
from dakpan.uitleg.tabel import Regels, breedte, overzicht, wikkel
from dakpan.uitleg.tonen import in_woorden

_ANTWOORD: Mapping[Aanspraak, str] = {
    Aanspraak.RECHT: "ja",
    Aanspraak.GEEN_RECHT: "nee",
    Aanspraak.AFWEGEN: "afwegen",
}
_ALSOF = "Ook waar geen recht is staat hoeveel het zou zijn als niets in de weg stond."


def vergelijking_als_tekst(vergelijking: Vergelijking) -> str:
    """Bij wie is er recht, op hoeveel, en waarin verschillen de regelsets? Daarna waarom."""
    breed = breedte()
    per_regelset = vergelijking.per_regelset
    return document(
        titel(f"Bij wie is er recht op jobcoaching? {_bij_wie(vergelijking)}.", breed),
        wikkel(f"Hetzelfde dossier, op {lange_datum(vergelijking.peildatum)}. {_ALSOF}", breed),
        overzicht(("", *per_regelset), _cijfers(list(per_regelset.values())), breed),
        *(blok for naam, van in per_regelset.items() for blok in _bezwaren(naam, van.toets, breed)),
        _verschillen(vergelijking, breed),
        *(stappen(van.ter_vergelijking.stappen, breed, f"Zo rekent {naam}") for naam, van in per_regelset.items()),
        legenda(breed),
    )


def _bij_wie(vergelijking: Vergelijking) -> str:
    """De regelsets die ja zeggen; anders die het afwegen."""
    aanspraken = {naam: van.toets.aanspraak for naam, van in vergelijking.per_regelset.items()}
    recht = [naam for naam, aanspraak in aanspraken.items() if aanspraak is Aanspraak.RECHT]
    misschien = [naam for naam, aanspraak in aanspraken.items() if aanspraak is Aanspraak.AFWEGEN]
    if recht:
        return f"Bij {en_samen(recht)}"
    return f"Misschien bij {en_samen(misschien)}; dat moet iemand afwegen" if misschien else "Bij niemand"


def _cijfers(alle: list[Vergeleken]) -> list[tuple[str, ...]]:
    omvangen = [van.ter_vergelijking.resultaat for van in alle]
    return [
        ("Is er recht?", *(_ANTWOORD[van.toets.aanspraak] for van in alle)),
        ("Ten hoogste", *map(in_kort, omvangen)),
        ("Voor", *map(waarvoor, omvangen)),
        ("In uren", *map(hoeveel_uren, omvangen)),
        ("Wie beoordeelt", *(str(van.toets.beoordelaar) for van in alle)),
        ("Aanvragen t/m", *(_datum(van.toets, Termijnsoort.AANVRAAG_UITERLIJK) for van in alle)),
        ("Beslissing t/m", *(_datum(van.toets, Termijnsoort.BESLISSING_UITERLIJK) for van in alle)),
        ("Langst t/m", *(_datum(van.toets, Termijnsoort.MAXIMALE_EINDDATUM) for van in alle)),
    ]


def _datum(toets: Toets, soort: Termijnsoort) -> str:
    """Kort geschreven, zodat er meer regelsets naast elkaar passen."""
    return in_woorden(next((termijn.datum for termijn in toets.termijnen if termijn.soort is soort), None))


def _bezwaren(naam: str, toets: Toets, breed: int) -> Iterator[Regels]:
    """Wat staat er bij deze regelset in de weg?"""
    for ernst in (Ernst.BLOKKEREND, Ernst.AFWEGEN):
        yield bevindingen(toets.bevindingen, ernst, breed, van=f"{naam}: ")


def _verschillen(vergelijking: Vergelijking, breed: int) -> Regels:
    rijen = [
        (verschil.onderwerp.value, *(voor_mensen(k.tekst if k else None) for k in verschil.per_regelset.values()))
        for verschil in vergelijking.verschillen
    ]
    tabel = overzicht(("Onderwerp", *vergelijking.per_regelset), rijen, breed)
    return [*kop("Waarin zij verschillen", breed), *tabel] if rijen else []
