"""Wat gaat er mee naar een andere financier, en wat blijft? De keuze staat in één tabel."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from dakpan.aanvraag.herkomst import BSN, Overgenomen
from dakpan.aanvraag.overnemen import uit_eerdere
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.tables import Zaak


class Deel(StrEnum):
    """Antwoorden die samen meegaan of samen blijven."""

    CLIENT = "client"
    WERKGEVER = "werkgever"
    DIENSTVERBAND = "dienstverband"
    BEGELEIDING = "begeleiding"
    BEHOEFTE = "behoefte"
    PLAN = "plan"


# De eerste vier zegt elke nieuwe aanvraag opnieuw; de laatste twee gaan alleen mee als iemand daarvoor kiest.
VELDEN: Mapping[Deel, tuple[str, ...]] = {
    Deel.CLIENT: ("client.", "persoon.doelgroepen"),
    Deel.WERKGEVER: ("werkgever.",),
    Deel.DIENSTVERBAND: ("dienstverband.",),
    Deel.BEGELEIDING: ("aanvraag.vorm", "aanvraag.regime", "aanvraag.jobcoach.", "aanvulling.jobcoach_"),
    Deel.BEHOEFTE: ("aanvulling.behoefte", "aanvulling.huidige_begeleiding"),
    Deel.PLAN: ("hoofddoelen", "teksten."),
}
NAAR_KEUZE = (Deel.BEHOEFTE, Deel.PLAN)
# De nieuwe financier stelt zelf vast wie het is; de rekening van de werkgever hoort bij de oude betalingen.
NOOIT = frozenset({BSN, "werkgever.iban"})


def wat_meegaat(zaak: Zaak, aanvraag: Aanvraag, gekozen: Collection[Deel]) -> dict[Deel, dict[str, Overgenomen]]:
    """Per deel de antwoorden die meegaan; een deel waar niets in staat ontbreekt."""
    bekend = {veld: een for veld, een in uit_eerdere(zaak, aanvraag).items() if veld not in NOOIT}
    delen = {deel: _van(bekend, deel) for deel in Deel if deel not in NAAR_KEUZE or deel in gekozen}
    return {deel: antwoorden for deel, antwoorden in delen.items() if antwoorden}


def _van(bekend: Mapping[str, Overgenomen], deel: Deel) -> dict[str, Overgenomen]:
    return {veld: een for veld, een in bekend.items() if veld.startswith(VELDEN[deel])}
