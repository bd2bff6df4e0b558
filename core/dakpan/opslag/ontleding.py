"""Waar in een opdracht wordt uit een tabel gelezen, en wat geldt daar altijd? Ontleed uit de tekst die vertrekt.

Een voorwaarde geldt altijd als zij met AND op het hoogste niveau staat: in de WHERE van dezelfde SELECT, of in de ON
van een gewone JOIN. In de ON van een LEFT JOIN geldt zij alleen voor de tabel die erbij komt. Onder een OR, NOT of
CASE, in de lijst met kolommen of in een andere arm van een UNION geldt zij niet.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_TEKEN = re.compile(
    r"""'(?:[^']|'')*' | %\(\w+\)s(?:::[A-Z]+)? | \? | (?:"[^"]*"|\w+)(?:\.(?:"[^"]*"|\w+))* | \S""", re.VERBOSE
)
_NAAM = re.compile(r"%\((\w+)\)s")
_CLAUSULES = ("SELECT", "FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "FOR")
_SAMEN = {"UNION", "EXCEPT", "INTERSECT"}
_SOORT_JOIN = {"LEFT", "RIGHT", "FULL", "NATURAL", "CROSS", "INNER", "OUTER"}
_EIGENAAR = {"tenant_id", "organisatie_id"}
_LIJST = {"kant", "id"}

# Een groep is wat tussen haakjes staat, of tussen CASE en END: een lijst met tekens en groepen.
Groep = list[Any]


class Grens(NamedTuple):
    """Deze kolom van deze tabel (of haar alias) is gelijk aan, of een van, deze parameters (naam of plaats)."""

    alias: str
    kolom: str
    parameters: tuple[str | int, ...]


class Plek(NamedTuple):
    """Hier wordt een tabel gelezen; ``altijd``: wat voor elke rij ervan geldt."""

    tabel: str
    alias: str
    altijd: tuple[Grens, ...]


def plekken(tekst: str) -> list[Plek]:
    """Elke plek in de tekst waar een SELECT uit een tabel leest."""
    return list(_in_groep(_boom(tekst)))


def _boom(tekst: str) -> Groep:
    """De tekst als groepen in groepen; een vraagteken krijgt zijn volgnummer."""
    stapel: list[Groep] = [[]]
    vragen = 0
    for teken in _TEKEN.findall(tekst):
        if teken == "(" or _woord(teken) == "CASE":
            stapel.append([])
        elif teken == ")" or _woord(teken) == "END":
            if len(stapel) == 1:  # geen opdracht zoals wij die maken: er is niets op te vertrouwen
                return []
            dicht = stapel.pop()
            stapel[-1].append(dicht)
        elif teken == "?":
            stapel[-1].append(f"?{vragen}")
            vragen += 1
        else:
            stapel[-1].append(teken)
    return stapel[0] if len(stapel) == 1 else []


def _woord(deel: Any) -> str:
    return deel.upper() if isinstance(deel, str) else ""


def _splits(delen: Groep, woorden: set[str]) -> Iterator[Groep]:
    stuk: Groep = []
    for deel in delen:
        if _woord(deel) in woorden:
            yield stuk
            stuk = []
        else:
            stuk.append(deel)
    yield stuk


def _in_groep(groep: Groep) -> Iterator[Plek]:
    for arm in _splits(groep, _SAMEN):
        clausules = _clausules(arm)
        bron = clausules.pop("FROM", []) if "SELECT" in clausules else []
        yield from _in_bron(bron, tuple(_en(clausules.get("WHERE", []))))
        for deel in [deel for stuk in clausules.values() for deel in stuk if isinstance(deel, list)]:
            yield from _in_groep(deel)


def _clausules(arm: Groep) -> dict[str, Groep]:
    """De delen van een SELECT. Staat er iets in een andere volgorde, dan is er geen WHERE om op te vertrouwen."""
    gevonden: dict[str, Groep] = {"": []}
    nu, plaats = "", -1
    for deel in arm:
        if (woord := _woord(deel)) in _CLAUSULES:
            vreemd = _CLAUSULES.index(woord) <= plaats
            nu, plaats = ("", len(_CLAUSULES)) if vreemd else (woord, _CLAUSULES.index(woord))
            if vreemd:
                gevonden[""] += gevonden.pop("WHERE", [])
            gevonden.setdefault(nu, [])
        else:
            gevonden[nu].append(deel)
    return gevonden


def _in_bron(bron: Groep, altijd: tuple[Grens, ...]) -> Iterator[Plek]:
    """De tabellen achter FROM, ook die in een join tussen haakjes."""
    joins = list(_joins(bron))
    if any({"RIGHT", "FULL"} & soort for soort, _wat, _op in joins):
        altijd = ()
    else:
        altijd += tuple(grens for soort, _wat, op in joins if "LEFT" not in soort for grens in _en(op))
    for soort, wat, op in joins:
        hier = altijd + (tuple(_en(op)) if "LEFT" in soort and "NATURAL" not in soort else ())
        yield from _in_tabel(wat, hier)
        for deel in [deel for deel in op if isinstance(deel, list)]:
            yield from _in_groep(deel)


def _in_tabel(wat: Groep, altijd: tuple[Grens, ...]) -> Iterator[Plek]:
    if not wat:
        return
    if isinstance(wat[0], list):
        woorden = set(map(_woord, wat[0]))
        is_join = "JOIN" in woorden and "SELECT" not in woorden
        yield from _in_bron(wat[0], altijd) if is_join else _in_groep(wat[0])
        return
    tabel = wat[0].replace('"', "").rpartition(".")[2]
    alias = wat[-1] if len(wat) > 1 else tabel
    yield Plek(tabel.casefold(), str(alias), altijd)
    for deel in wat[1:]:
        if isinstance(deel, list):
            yield from _in_groep(deel)


def _joins(bron: Groep) -> Iterator[tuple[set[str], Groep, Groep]]:
    """Per tabel: hoe zij erbij komt, de tabel zelf, en haar ON."""
    soort, wat, op = set[str](), Groep(), Groep()
    straks, doel = set[str](), wat
    for deel in bron:
        woord = _woord(deel)
        if woord in {",", "JOIN"}:
            yield soort, wat, op
            soort, wat, op = straks, Groep(), Groep()
            straks, doel = set(), wat
        elif woord in _SOORT_JOIN:
            straks.add(woord)
        elif woord == "ON":
            doel = op
        elif woord not in {"AS", "LATERAL"}:
            doel.append(deel)
    yield soort, wat, op


def _en(delen: Groep) -> Iterator[Grens]:
    """De grenzen die met AND op het hoogste niveau staan."""
    if any(_woord(deel) in {"OR", "SELECT"} for deel in delen):
        return
    tussen = False  # de AND van BETWEEN verbindt niets
    for stuk in _splits(delen, {"AND"}):
        if not tussen:
            if len(stuk) == 1 and isinstance(stuk[0], list):
                yield from _en(stuk[0])
            else:
                yield from _grens(stuk)
        tussen = any(_woord(deel) == "BETWEEN" for deel in stuk)


def _grens(stuk: Groep) -> Iterator[Grens]:
    """``alias.tenant_id = ?``, ``alias.kant IN (?, ?)`` of ``alias.id IN (?)``, en verder niets."""
    if len(stuk) != len(("links", "teken", "rechts")) or not isinstance(stuk[0], str):
        return
    alias, _, kolom = stuk[0].rpartition(".")
    gelijk = kolom in _EIGENAAR and stuk[1] == "=" and isinstance(stuk[2], str)
    een_van = kolom in _LIJST and _woord(stuk[1]) == "IN" and isinstance(stuk[2], list)
    waarden = [stuk[2]] if gelijk else [deel for deel in stuk[2] if deel != ","] if een_van else []
    plaatsen = [_plaats(waarde) for waarde in waarden]
    if plaatsen and None not in plaatsen:
        yield Grens(alias, kolom, tuple(plaats for plaats in plaatsen if plaats is not None))


def _plaats(waarde: Any) -> str | int | None:
    """De naam of het volgnummer van een parameter; een vaste waarde in de tekst telt niet."""
    if not isinstance(waarde, str):
        return None
    if waarde.startswith("?"):
        return int(waarde[1:])
    gevonden = _NAAM.match(waarde)
    return gevonden[1] if gevonden else None
