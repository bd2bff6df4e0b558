"""Van een tijdlijn naar wat er meetelt; welke regel geldt zegt de regelset (``Telregels``)."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from dakpan.aanvraag.domain.tijdlijn import (
    Contractsoort,
    EerderContract,
    Schakel,
    Telling,
    Telregels,
    Tijdlijn,
    Tijdvakken,
    Verband,
    jaar_na,
)
from dakpan.aanvraag.domain.tijdlijnuitleg import uitleg_bij
from dakpan.begrippen.kalender import einde_na_maanden, volle_maanden
from dakpan.begrippen.periode import Periode
from dakpan.uitleg.berekening import Berekening


def tel_tijdlijn(naam: str, lijn: Tijdlijn, regels: Telregels) -> Berekening[Telling]:
    """De maanden, het jaar en de termijn die uit deze tijdlijn volgen, met elke stap. ``naam``: die van de regelset."""
    schakels = tuple(_schakels(lijn, regels))
    aaneen = all(een.verband is Verband.AANSLUITEND for een in schakels)
    coaching = _wat_telt(lijn, schakels) if _is_bekend(lijn, schakels, regels) else None
    telling = Telling(
        schakels,
        None if coaching is None else coaching.begonnen,
        Tijdvakken.uit(lijn.van(Contractsoort.PROEFPLAATSING)).begonnen,
        _eerste_contract(lijn) if aaneen and regels.eerste_contract is not None else None,
        _jaar(lijn, coaching) if aaneen else None,
        None if coaching is None else min((een.begin for een in coaching), default=lijn.gevraagd),
        _laatste_dag(lijn, coaching, regels.maximum.waarde),
    )
    return Berekening(telling, tuple(uitleg_bij(naam, lijn, regels, telling, coaching)))


def _schakels(lijn: Tijdlijn, regels: Telregels) -> Iterator[Schakel]:
    """Van elk contract bij deze werkgever naar het volgende, tot en met dat van nu."""
    nu = EerderContract(Contractsoort.CONTRACT, Periode(lijn.begin, lijn.begin))
    for vorige, volgende in pairwise([*lijn.contracten, nu]):
        na, naar = vorige.periode.eind, volgende.periode.begin
        dagen, functie = (naar - na).days - 1, vorige.soort is not volgende.soort
        if functie:
            opnieuw, bron = regels.andere_functie
            verband = Verband.OPNIEUW if opnieuw else Verband.OPEN
        elif dagen == 0:
            verband, bron = Verband.AANSLUITEND, regels.aansluitend
        else:
            verband, bron = _na_onderbreking(lijn, Periode(na, naar), dagen, regels), regels.onderbreking.bron
        yield Schakel(na, naar, dagen, verband, bron, functie)


def _na_onderbreking(lijn: Tijdlijn, gat: Periode, dagen: int, regels: Telregels) -> Verband:
    langste = regels.onderbreking.waarde
    if langste is None:
        return Verband.OPEN
    if dagen > langste:
        return Verband.OPNIEUW
    # Een korte onderbreking met een baan elders: de ene regel telt door, de andere begint opnieuw.
    elders = lijn.van(Contractsoort.ANDERE_WERKGEVER)
    return Verband.OPEN if any(een.raakt(gat) for een in elders) else Verband.DOORLOPEND


def _is_bekend(lijn: Tijdlijn, schakels: tuple[Schakel, ...], regels: Telregels) -> bool:
    """Staat vast welke contracten bij de termijn van nu horen? Wat vóór een nieuwe termijn lag doet niet mee."""
    if lijn.van(Contractsoort.ANDERE_WERKGEVER) and not regels.andere_werkgever.waarde:
        return False
    beslissend = (een.verband for een in reversed(schakels) if een.verband in {Verband.OPNIEUW, Verband.OPEN})
    return next(beslissend, Verband.OPNIEUW) is Verband.OPNIEUW


def _wat_telt(lijn: Tijdlijn, schakels: tuple[Schakel, ...]) -> Tijdvakken:
    """De coaching sinds de laatste nieuwe termijn; die in een proefplaatsing telt nooit mee."""
    vanaf = max((een.naar for een in schakels if een.verband is Verband.OPNIEUW), default=date.min)
    eerder = (tijdvak for een in lijn.contracten if een.periode.begin >= vanaf for tijdvak in een.coaching)
    return Tijdvakken.uit([*eerder, *(() if lijn.proefplaatsing else lijn.coaching)])


def _eerste_contract(lijn: Tijdlijn) -> int | None:
    """De hele maanden van het eerste contract. None: dat is dat van nu, en het heeft geen eind of is een proef."""
    if lijn.contracten:
        eerste = lijn.contracten[0].periode
        return volle_maanden(eerste.begin, eerste.eind)
    return None if lijn.eind is None or lijn.proefplaatsing else volle_maanden(lijn.begin, lijn.eind)


def _jaar(lijn: Tijdlijn, coaching: Tijdvakken | None) -> int | None:
    """Het jaar, als jaren in dienst en jaren coaching hetzelfde zeggen; anders zegt geen bron welk van de twee telt."""
    if coaching is None or lijn.proefplaatsing:
        return None
    jaar = jaar_na(lijn.maanden_in_dienst)
    return jaar if jaar == jaar_na(coaching.vol) else None


def _laatste_dag(lijn: Tijdlijn, coaching: Tijdvakken | None, maximum: int | None) -> date | None:
    if coaching is None or maximum is None or lijn.proefplaatsing:
        return None
    return einde_na_maanden(lijn.gevraagd, maximum - coaching.begonnen)
