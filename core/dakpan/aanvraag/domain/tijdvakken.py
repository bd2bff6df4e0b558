"""De tijdlijn zoals iemand haar invult: een paar tijdvakken met vaste namen."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from dakpan.aanvraag.domain.tijdlijn import Contractsoort, EerderContract
from dakpan.begrippen.periode import Periode

MEESTE_TIJDVAKKEN = 8
NUMMERS = range(1, MEESTE_TIJDVAKKEN + 1)
# Zoveel lege regels staan er om te beginnen; is alles vol, dan komt er één bij.
EERST = 2
EERDER, TOELICHTING = "eerder_contract", "tijdlijn_toelichting"
DELEN = ("soort", "begin", "eind", "coaching", "coaching_begin", "coaching_eind")
_DEEL = "aanvulling."


class Tijdvaksoort(StrEnum):
    """Wat was er in dit tijdvak? ``COACHING``: nog jobcoaching, in een contract dat er al staat of in dat van nu."""

    CONTRACT = "contract"
    PROEFPLAATSING = "proefplaatsing"
    ANDERE_FUNCTIE = "andere_functie"
    ANDERE_WERKGEVER = "andere_werkgever"
    COACHING = "coaching"


BIJ_DEZE_WERKGEVER = (Tijdvaksoort.CONTRACT, Tijdvaksoort.PROEFPLAATSING, Tijdvaksoort.ANDERE_FUNCTIE)


class Gecoacht(StrEnum):
    """Was er in dit contract jobcoaching?"""

    HEEL = "heel"
    DEEL = "deel"
    NIET = "niet"


class Tijdvak(NamedTuple):
    """Eén regel van het formulier; wat nog niet is ingevuld is None."""

    nummer: int
    soort: Tijdvaksoort | None = None
    begin: date | None = None
    eind: date | None = None
    coaching: Gecoacht | None = None
    coaching_begin: date | None = None
    coaching_eind: date | None = None

    @property
    def periode(self) -> Periode | None:
        """None: er ontbreekt een dag, of het eind ligt voor het begin."""
        return _periode(self.begin, self.eind)

    @property
    def gecoacht(self) -> Periode | None:
        """De dagen met coaching in dit contract."""
        if self.soort is Tijdvaksoort.COACHING or self.coaching is Gecoacht.HEEL:
            return self.periode
        return _periode(self.coaching_begin, self.coaching_eind) if self.coaching is Gecoacht.DEEL else None

    @property
    def is_eigen(self) -> bool:
        """Een contract of proefplaatsing bij deze werkgever?"""
        return self.soort in BIJ_DEZE_WERKGEVER


def _periode(begin: date | None, eind: date | None) -> Periode | None:
    return None if begin is None or eind is None or eind < begin else Periode(begin, eind)


def naam_van(nummer: int, deel: str) -> str:
    """Hoe een antwoord heet, zonder het deel ervoor: ``contract_1_begin``."""
    return f"contract_{nummer}_{deel}"


def veld_van(nummer: int, deel: str) -> str:
    """Dezelfde naam met het deel ervoor, zoals het formulier haar kent."""
    return f"{_DEEL}{naam_van(nummer, deel)}"


ALLE_NAMEN = tuple(naam_van(nummer, deel) for nummer in NUMMERS for deel in DELEN)
# Zonder eerder contract hoort hier niets van bij de aanvraag.
AFHANKELIJK = frozenset({*ALLE_NAMEN, TOELICHTING})


def lees_tijdvakken(aanvulling: Mapping[str, Any]) -> tuple[Tijdvak, ...]:
    """Elk tijdvak waar iets van is ingevuld; leeg als er geen eerder contract was."""
    if not aanvulling.get(EERDER):
        return ()
    alle = (_lees(nummer, aanvulling) for nummer in NUMMERS)
    return tuple(een for een in alle if any(een[1:]))


def _lees(nummer: int, aanvulling: Mapping[str, Any]) -> Tijdvak:
    soort, begin, eind, coaching, van, tot = (aanvulling.get(naam_van(nummer, deel)) for deel in DELEN)
    return Tijdvak(
        nummer,
        Tijdvaksoort(soort) if soort else None,
        als_dag(begin),
        als_dag(eind),
        Gecoacht(coaching) if coaching else None,
        als_dag(van),
        als_dag(tot),
    )


def als_dag(waarde: date | str | None) -> date | None:
    """Een dag zoals hij is bewaard of al gelezen; leeg is None."""
    return (
        date.fromisoformat(waarde)
        if isinstance(waarde, str) and waarde
        else waarde
        if isinstance(waarde, date)
        else None
    )


def hoeveel_tonen(aanvulling: Mapping[str, Any]) -> int:
    """Hoeveel regels staan er op de pagina? Nul als er geen eerder contract was."""
    if not aanvulling.get(EERDER):
        return 0
    laatste = max((een.nummer for een in lees_tijdvakken(aanvulling)), default=0)
    return min(MEESTE_TIJDVAKKEN, max(EERST, laatste + 1))


def als_antwoorden(eerder: Iterable[EerderContract], coaching: Iterable[Periode]) -> dict[str, str]:
    """De antwoorden die deze tijdlijn opschrijven, op volgorde. Leeg: er is geen eerder contract, of te veel."""
    eigen = tuple(eerder)
    regels = [*_regels(eigen), *(_regel(Tijdvaksoort.COACHING, een) for een in coaching)]
    if not eigen or len(regels) > MEESTE_TIJDVAKKEN:
        return {}
    return {veld_van(nummer, deel): waarde for nummer, regel in enumerate(regels, 1) for deel, waarde in regel.items()}


def _regels(eerder: Iterable[EerderContract]) -> Iterator[dict[str, str]]:
    for een in eerder:
        regel = _regel(Tijdvaksoort(een.soort.value), een.periode)
        eerste = een.coaching[:1]
        if een.soort is Contractsoort.ANDERE_WERKGEVER:
            yield regel
            continue
        if not eerste:
            yield {**regel, "coaching": Gecoacht.NIET.value}
        elif eerste[0] == een.periode:
            yield {**regel, "coaching": Gecoacht.HEEL.value}
        else:
            deel = {"coaching_begin": eerste[0].begin.isoformat(), "coaching_eind": eerste[0].eind.isoformat()}
            yield {**regel, "coaching": Gecoacht.DEEL.value, **deel}
        yield from (_regel(Tijdvaksoort.COACHING, nog) for nog in een.coaching[1:])


def _regel(soort: Tijdvaksoort, periode: Periode) -> dict[str, str]:
    return {"soort": soort.value, "begin": periode.begin.isoformat(), "eind": periode.eind.isoformat()}
