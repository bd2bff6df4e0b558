"""Eén parameter als tabel: de jaren naast elkaar, de datums onder elkaar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dakpan.begrippen.periode import Periode
from dakpan.regels.parameters.model import Getal, Parameter, Reeks, Sleutel
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.leesbaar import bronregel, en_samen, lange_datum, voor_mensen
from dakpan.uitleg.tabel import Regels, tabel, wikkel
from dakpan.uitleg.waarde import Waarde

_Geldt = tuple[date, date | None] | None


@dataclass(frozen=True, slots=True)
class _Cel:
    """Een waarde, of None waar er geen is, met haar plaats in de tabel."""

    rij: Sleutel
    kolom: str
    waarde: Waarde[Getal] | None

    @property
    def geldt(self) -> _Geldt:
        return (self.waarde.vanaf, self.waarde.tot_en_met) if self.waarde is not None else None


def parameterblok(parameter: Parameter, breed: int) -> Regels:
    """Welke waarden heeft deze parameter, vanaf wanneer, en waar staan zij?"""
    cellen = [cel for sleutel, reeks in parameter.reeksen.items() for cel in _cellen(sleutel, reeks)]
    if not aantal_waarden(parameter)[0]:
        zin = f"{parameter.titel} ({parameter.eenheid}): {voor_mensen(None)}"
        return [*wikkel(zin, breed), *bronregel(parameter.gemis, breed)]
    return [
        *wikkel(f"{parameter.titel} ({parameter.eenheid})", breed),
        *(f"  {regel}".rstrip() for regel in _tabel(cellen, breed - 2)),
        *(regel for bron, wanneer in _bronnen(parameter, cellen) for regel in bronregel(bron, breed, woord=wanneer)),
    ]


def aantal_waarden(parameter: Parameter) -> tuple[int, int]:
    """Hoeveel waarden zijn er gegeven, en hoeveel sleutels hebben er geen?"""
    aantallen = [len(reeks.waarden) for reeks in parameter.reeksen.values()]
    return sum(aantallen), aantallen.count(0)


def _cellen(sleutel: Sleutel, reeks: Reeks) -> Iterator[_Cel]:
    """Van een dubbele sleutel (regime en jaar) wordt het laatste deel een kolom."""
    rij, kolom = (sleutel[:-1], sleutel[-1]) if len(sleutel) > 1 else (sleutel, "")
    for waarde in reeks.waarden or (None,):
        yield _Cel(rij, kolom, waarde)


def _tabel(cellen: list[_Cel], breed: int) -> Regels:
    kolommen = list(dict.fromkeys(cel.kolom for cel in cellen))
    met_naam = any(cel.rij for cel in cellen)
    rijen = [
        (
            *((voor_mensen(rij) if rij else "",) if met_naam else ()),
            *(_waarde(cellen, rij, geldt, kolom) for kolom in kolommen),
            _geldigheid(geldt),
        )
        for rij, geldt in dict.fromkeys((cel.rij, cel.geldt) for cel in cellen)
    ]
    koppen = (*(("Voor",) if met_naam else ()), *map(_kolomkop, kolommen), "Geldt")
    getallen = range(int(met_naam), int(met_naam) + len(kolommen))
    return tabel(koppen, rijen, breed, rechts=getallen)


def _kolomkop(kolom: str) -> str:
    if not kolom:
        return "Waarde"
    return f"jaar {kolom}" if kolom.isdecimal() else voor_mensen(kolom)


def _waarde(cellen: list[_Cel], rij: Sleutel, geldt: _Geldt, kolom: str) -> str:
    passend = (cel.waarde for cel in cellen if (cel.rij, cel.geldt, cel.kolom) == (rij, geldt, kolom))
    waarde = next(passend, None)
    return voor_mensen(waarde.waarde if waarde is not None else None)


def _geldigheid(geldt: _Geldt) -> str:
    if geldt is None:
        return ""
    vanaf, tot_en_met = geldt
    if tot_en_met is None:
        return f"vanaf {lange_datum(vanaf)}"
    return str(Periode(vanaf, tot_en_met))


def _bronnen(parameter: Parameter, cellen: list[_Cel]) -> Iterator[tuple[Bron, str]]:
    """Elke bron één keer; bij meer dan één met de datums waarvoor zij geldt."""
    datums: dict[Bron, list[date]] = {}
    for cel in cellen:
        lijst = datums.setdefault(cel.waarde.bron if cel.waarde is not None else parameter.gemis, [])
        if cel.waarde is not None and cel.waarde.vanaf not in lijst:
            lijst.append(cel.waarde.vanaf)
    for bron, dagen in datums.items():
        wanneer = f"vanaf {en_samen(map(lange_datum, sorted(dagen)))}" if dagen else "waar niets staat"
        yield bron, f"bron {wanneer}" if len(datums) > 1 else "bron"
