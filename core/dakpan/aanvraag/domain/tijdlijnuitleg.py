"""Elke stap van de telling in één zin, zodat iemand haar met de hand kan overdoen."""

from collections.abc import Iterator, Mapping

from dakpan.aanvraag.domain.tijdlijn import (
    Contractsoort,
    Schakel,
    Telling,
    Telregels,
    Tijdlijn,
    Tijdvakken,
    Verband,
    jaar_na,
)
from dakpan.begrippen.periode import Periode
from dakpan.uitleg.berekening import Stap, stap
from dakpan.uitleg.bron import Bron

_NA_GAT: Mapping[Verband, str] = {
    Verband.AANSLUITEND: "Het contract tot en met {na} en dat vanaf {naar} sluiten aan: de termijn loopt door",
    Verband.DOORLOPEND: "Tussen {na} en {naar} zitten {dagen}; tot en met {langste} loopt de termijn door",
    Verband.OPNIEUW: "Tussen {na} en {naar} zitten {dagen}, meer dan {langste}: op {naar} begint een nieuwe termijn",
    Verband.OPEN: "Tussen {na} en {naar} zitten {dagen}; of de termijn dan doorloopt: niet in bron",
}
_NA_FUNCTIE: Mapping[Verband, str] = {
    Verband.OPNIEUW: "Op {naar} begint een andere functie bij dezelfde werkgever, en zo een nieuwe termijn",
    Verband.OPEN: "Op {naar} begint een andere functie bij dezelfde werkgever; loopt de termijn door: niet in bron",
}


def dagen_in_woorden(aantal: int) -> str:
    """``1 dag``, ``28 dagen``"""
    return f"{aantal} dag" if aantal == 1 else f"{aantal} dagen"


def maanden_in_woorden(aantal: int) -> str:
    """``1 maand``, ``8 maanden``"""
    return f"{aantal} maand" if aantal == 1 else f"{aantal} maanden"


def uitleg_bij(
    naam: str, lijn: Tijdlijn, regels: Telregels, telling: Telling, coaching: Tijdvakken | None
) -> Iterator[Stap]:
    """Per gat, per contract elders en per getal één stap met haar bron."""
    yield from (_verband(naam, een, regels) for een in telling.schakels)
    yield from (_elders(naam, een, regels) for een in lijn.van(Contractsoort.ANDERE_WERKGEVER))
    yield _maanden(naam, regels, telling, coaching)
    yield _proefplaatsing(naam, lijn, regels, telling)
    if not lijn.proefplaatsing:
        if regels.eerste_contract is not None:
            yield _eerste_contract(naam, lijn, regels.eerste_contract, telling)
        yield _jaar(naam, lijn, regels, telling, coaching)
        yield _termijn(naam, lijn, regels, telling)


def _verband(naam: str, schakel: Schakel, regels: Telregels) -> Stap:
    return stap(
        f"{naam}.tijdlijn.{schakel.verband.value}",
        (_NA_FUNCTIE if schakel.functie else _NA_GAT)[schakel.verband],
        na=schakel.na,
        naar=schakel.naar,
        dagen=dagen_in_woorden(schakel.dagen),
        langste=dagen_in_woorden(regels.onderbreking.waarde or 0),
        uitkomst=None if schakel.verband is Verband.OPEN else schakel.verband.value,
        bron=schakel.bron,
    )


def _elders(naam: str, periode: Periode, regels: Telregels) -> Stap:
    opnieuw, bron = regels.andere_werkgever
    zin = "{periode} was bij een andere werkgever: " + ("telt niet mee" if opnieuw else "of dat meetelt: niet in bron")
    uitkomst = "telt niet mee" if opnieuw else None
    return stap(f"{naam}.tijdlijn.andere_werkgever", zin, periode=periode, uitkomst=uitkomst, bron=bron)


def _maanden(naam: str, regels: Telregels, telling: Telling, coaching: Tijdvakken | None) -> Stap:
    code, aantal = f"{naam}.tijdlijn.maanden", telling.maanden_jobcoaching
    bron = regels.maximum.bron if regels.maximum.waarde is not None else regels.aansluitend
    if coaching is None:
        onzeker = [een.bron for een in telling.schakels if een.verband is Verband.OPEN]
        zin = "Hoeveel maanden jobcoaching meetellen: niet in bron"
        return stap(code, zin, uitkomst=None, bron=(onzeker or [regels.andere_werkgever.bron])[-1])
    if not coaching:
        zin = "In deze termijn was er nog geen jobcoaching: 0 maanden"
        return stap(code, zin, uitkomst=aantal, bron=bron)
    zin = "Jobcoaching van {perioden}: {maanden}; een begonnen maand telt heel"
    maanden = maanden_in_woorden(coaching.begonnen)
    return stap(code, zin, perioden=tuple(coaching), maanden=maanden, uitkomst=aantal, bron=bron)


def _proefplaatsing(naam: str, lijn: Tijdlijn, regels: Telregels, telling: Telling) -> Stap:
    perioden, aantal = lijn.van(Contractsoort.PROEFPLAATSING), telling.maanden_proefplaatsing
    zin = (
        "Proefplaatsing van {perioden}: {maanden}, apart van de maanden jobcoaching"
        if perioden
        else "Er ging geen proefplaatsing bij deze werkgever aan vooraf: {maanden}"
    )
    waarden = {"perioden": perioden, "maanden": maanden_in_woorden(aantal)}
    return stap(f"{naam}.tijdlijn.proefplaatsing", zin, **waarden, uitkomst=aantal, bron=regels.proefplaatsing)


def _eerste_contract(naam: str, lijn: Tijdlijn, bron: Bron, telling: Telling) -> Stap:
    code, aantal = f"{naam}.tijdlijn.eerste_contract", telling.eerste_overeenkomst_maanden
    eigen = tuple(een.periode for een in lijn.contracten)
    if not telling.aaneen:
        zin = "Welk contract na een onderbreking of een andere functie als eerste telt: niet in bron (eerder: {eigen})"
        return stap(code, zin, eigen=eigen, uitkomst=None, bron=bron.ontbreekt)
    if aantal is None:
        zin = "Het contract van nu is het eerste, en heeft geen einddatum"
        return stap(code, zin, uitkomst="geen einddatum", bron=bron)
    periode = eigen[0] if eigen else Periode(lijn.begin, lijn.eind or lijn.begin)
    zin = "Het eerste contract was van {periode}: {maanden}; alleen hele maanden tellen, en een proefplaatsing niet"
    waarden = {"periode": periode, "maanden": maanden_in_woorden(aantal)}
    return stap(code, zin, **waarden, uitkomst=aantal, bron=bron)


def _jaar(naam: str, lijn: Tijdlijn, regels: Telregels, telling: Telling, coaching: Tijdvakken | None) -> Stap:
    code = f"{naam}.tijdlijn.jaar"
    if coaching is None or not telling.aaneen:
        zin = "Welk jaar na een onderbreking of in een nieuwe termijn geldt: niet in bron"
        return stap(code, zin, uitkomst=None, bron=regels.jaar.ontbreekt)
    dienst, gecoacht = lijn.maanden_in_dienst, coaching.vol
    waarden = {"dienst": maanden_in_woorden(dienst), "gecoacht": maanden_in_woorden(gecoacht)}
    if telling.jaar is None:
        zin = "{dienst} in dienst geeft jaar {een}, {gecoacht} coaching geeft jaar {ander}; welk telt: niet in bron"
        jaren = {"een": jaar_na(dienst), "ander": jaar_na(gecoacht)}
        return stap(code, zin, **waarden, **jaren, uitkomst=None, bron=regels.jaar.ontbreekt)
    zin = "{dienst} in dienst en {gecoacht} coaching zijn voorbij: allebei jaar {jaar}"
    return stap(code, zin, **waarden, jaar=telling.jaar, uitkomst=telling.jaar, bron=regels.jaar)


def _termijn(naam: str, lijn: Tijdlijn, regels: Telregels, telling: Telling) -> Stap:
    code, maximum = f"{naam}.tijdlijn.termijn", regels.maximum
    if telling.termijn_eind is None:
        return stap(code, "Tot welke dag de termijn loopt: niet in bron", uitkomst=None, bron=maximum.bron.ontbreekt)
    return stap(
        code,
        "De termijn loopt vanaf {vanaf}; van {maximum} maanden zijn er {gebruikt} gebruikt, dus als de coaching vanaf "
        "{gevraagd} doorloopt is {laatste} de laatste dag",
        vanaf=telling.termijn_begin,
        maximum=maximum.waarde,
        gebruikt=telling.maanden_jobcoaching,
        gevraagd=lijn.gevraagd,
        laatste=telling.termijn_eind,
        uitkomst=telling.termijn_eind,
        bron=maximum.bron.afgeleid,
    )
