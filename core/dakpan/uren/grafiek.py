"""De uren van een periode als staaf: waar elk uur op de weg naar betaling is, en wat er over is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dakpan.begrippen.afronding import half_omhoog
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.uren.toestanden import Urenstatus

# Wat het verst is staat vooraan; zo loopt de staaf vol in de richting van de toekenning.
VOLGORDE = (Urenstatus.GEDECLAREERD, Urenstatus.GEACCORDEERD, Urenstatus.TE_ACCORDEREN, Urenstatus.VOORRAAD)
OVER = "over"
Stuk = tuple[Urenstatus | str, Duur, Bedrag | None]


@dataclass(frozen=True, slots=True)
class Deel:
    """Eén stuk van de staaf. ``begin`` en ``breedte`` in procenten; ``bedrag`` None: het uurtarief is niet bekend."""

    naam: Urenstatus | str
    duur: Duur
    bedrag: Bedrag | None
    begin: str
    breedte: str


@dataclass(frozen=True, slots=True)
class Budget:
    """Wat er is toegekend: ``duur`` None als dat niet in uren te zeggen is; ``tarief`` per uur, zonder btw."""

    duur: Duur | None
    bedrag: Bedrag | None
    tarief: Bedrag | None

    @property
    def ruimte(self) -> Duur | None:
        """In hele minuten; een bedrag naar beneden, zodat er nooit meer lijkt te zijn dan er is."""
        if self.duur is not None or self.bedrag is None or self.tarief is None or not self.tarief.centen:
            return self.duur
        return Duur(self.bedrag.centen * 60 // self.tarief.centen)

    def in_geld(self, duur: Duur) -> Bedrag | None:
        """Uren keer tarief, half omhoog op de cent, zoals een declaratie rekent."""
        return None if self.tarief is None else self.tarief.keer(duur.uren.exact, half_omhoog)


def staaf(totalen: Mapping[Urenstatus, Duur], budget: Budget, geheel: Duur | None = None) -> tuple[Deel, ...]:
    """De stukken van links naar rechts; samen nooit breder dan de staaf.

    ``geheel``: hoe lang de hele staaf is, om staven naast elkaar te vergelijken; anders de toekenning, of wat er is
    geschreven als dat meer is. Met ``geheel`` erbij is er geen stuk dat over is.
    """
    som = sum(totalen.values(), GEEN_DUUR)
    ruimte = budget.ruimte
    schaal = (geheel or max(ruimte or GEEN_DUUR, som)).minuten
    stukken: list[Stuk] = [(een, totalen[een], budget.in_geld(totalen[een])) for een in VOLGORDE]
    if geheel is None and ruimte is not None:
        stukken.append((OVER, ruimte - som, _over_in_geld(budget, ruimte - som, stukken)))
    return tuple(_leg(stukken, schaal))


def _over_in_geld(budget: Budget, over: Duur, stukken: list[Stuk]) -> Bedrag | None:
    """Van een toegekend bedrag gaat af wat de uren kosten; anders is het wat de uren die over zijn kosten."""
    if budget.bedrag is not None and budget.tarief is not None:
        return budget.bedrag - sum((geld for _naam, _duur, geld in stukken if geld is not None), NUL_EURO)
    return budget.in_geld(max(over, GEEN_DUUR))


def _leg(stukken: list[Stuk], schaal: int) -> Iterator[Deel]:
    tot = 0
    for naam, duur, bedrag in stukken:
        minuten = max(duur.minuten, 0)
        yield Deel(naam, duur, bedrag, _procent(tot, schaal), _procent(minuten, schaal))
        tot += minuten


def _procent(minuten: int, schaal: int) -> str:
    """In honderdsten van een procent, naar beneden; zo past alles samen altijd in de staaf."""
    heel, rest = divmod(minuten * 10_000 // schaal if schaal else 0, 100)
    return f"{heel}.{rest:02d}%"
