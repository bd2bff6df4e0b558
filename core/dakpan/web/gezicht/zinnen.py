"""De zinnen van de kern zelf: weigeringen, meldingen bij velden en redenen, gemaakt waar geen scherm bekend is.

Zij worden pas vertaald als zij op een scherm komen (``dakpan.web.vertaling``). Een zin met waarden erin krijgt hier
zijn plaatsen terug: ``f"Eerst tekent {wie}"`` wordt ``Eerst tekent %(wie)s``, met de context ``zin``.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dakpan.web.vertaling import CONTEXT

# Waar een mens leest wat de kern zegt. Bronnen, rekenstappen en bevindingen niet: die blijven Nederlands.
MAPPEN = (
    "aanvraag",
    "begrippen",
    "betaling",
    "dossier",
    "invoer",
    "opslag",
    "partijen",
    "plan",
    "rapportage",
    "uren",
    "wandeling",
)
NIET_OP_SCHERM = re.compile(
    r"tables|contract|leesbaar|factureren/tekst|json|toml|raad|pain001|ubl\w*|xmlboom|tekenset|migreren|motor|keuring"
    r"|rijbeveiliging|sleutels|sporen|typen|rijen|basis|naast_elkaar|doelen|wacht|voorstellen|termijnregels|versies"
    r"|schiften|declareren|tenantbestanden|waardentabel|eerste|inrichting|regelboek|inhoud|bezorgen|datumtekst"
    r"|opslag/lijst|opslag/lezend|rustdagen|gelijkgesteld|verlenging|bezwaar|stukvragen|planpapier|onderhanden/papier|opdrachtpapier|onderdelen|opschorting|herberekenen|beveiligen|tijdlijnuitleg|\d{4}_\w+"
)
_REGELTEKST = {
    "stap",
    "Stap",
    "Bron",
    "Bevinding",
    "Kenmerk",
    "bij",
    "compile",
    "text",
    "Blueprint",
    "get",
    "post",
    "lees",
}
_AL_VERTAALD = {"_", "_l", "ngettext"}
_PLAATS = re.compile(r"\{(\w+)\}")
_WOORD = re.compile(r"[^\W\d_]{2,}")
_NAAM = re.compile(r"[a-z]\w*", re.IGNORECASE)
_GEEN_ZIN = re.compile(r"[<>\\{}]|^[a-z_.:/]+$|^%")


def zinnen_in(kern: Path) -> Iterator[tuple[str, str | None]]:
    """Elke zin van de kern, met haar context als er waarden in staan."""
    for map_ in MAPPEN:
        for bestand in sorted(kern.joinpath(map_).rglob("*.py")):
            if not any(map(NIET_OP_SCHERM.fullmatch, (bestand.stem, f"{bestand.parent.name}/{bestand.stem}"))):
                yield from zinnen_van(bestand.read_text(encoding="utf-8"))


def spelers_in(map_: Path) -> Iterator[str]:
    """Wat elke speler van de demonstratie doet."""
    for bestand in sorted(map_.glob("*.toml")):
        yield from (
            een["doet"] for een in _tabellen(tomllib.loads(bestand.read_text(encoding="utf-8"))) if "doet" in een
        )


def _tabellen(waarde: Any) -> Iterator[dict[str, Any]]:
    if isinstance(waarde, dict):
        yield waarde
    for een in waarde.values() if isinstance(waarde, dict) else waarde if isinstance(waarde, list) else ():
        yield from _tabellen(een)


def zinnen_van(code: str) -> Iterator[tuple[str, str | None]]:
    """Elke zin in deze code: wat een functie teruggeeft, meegeeft of als vaste tekst bewaart."""
    for tekst in filter(_is_zin, _teksten(ast.parse(code))):
        yield tekst, CONTEXT if "%(" in tekst else None


def _is_zin(tekst: str) -> bool:
    kaal = re.sub(r"%\(\w+\)s", "", tekst)
    return " " in tekst.strip() and len(_WOORD.findall(kaal)) > 0 and not _GEEN_ZIN.search(kaal)


def _teksten(boom: ast.AST) -> Iterator[str]:
    match boom:
        case ast.Call(func=ast.Name(id=naam) | ast.Attribute(attr=naam)) if naam in _REGELTEKST | _AL_VERTAALD:
            return
        case ast.Expr(value=ast.Constant()):  # een docstring
            return
        case ast.JoinedStr(values=delen):
            yield _met_plaatsen(delen)
            return
        case ast.Constant(value=str(tekst)):
            yield _PLAATS.sub(r"%(\1)s", tekst)
        case ast.arg() | ast.Subscript():  # een type, of een sleutel
            return
        case ast.AnnAssign(value=waarde):
            yield from _teksten(waarde) if waarde is not None else ()
            return
    for kind in ast.iter_child_nodes(boom):
        yield from _teksten(kind)


def _met_plaatsen(delen: list[ast.expr]) -> str:
    namen: list[str] = []
    stukken: list[str] = []
    for deel in delen:
        if isinstance(deel, ast.FormattedValue):
            namen.append(_naam(deel.value, namen))
            stukken.append(f"%({namen[-1]})s")
        elif isinstance(deel, ast.Constant):
            stukken.append(str(deel.value).replace("%", "%%"))
    return "".join(stukken)


def _naam(waarde: ast.expr, bezet: list[str]) -> str:
    """De laatste naam in de uitdrukking, zodat wie vertaalt ziet wat er komt te staan."""
    naam = _NAAM.findall(ast.unparse(waarde))[-1].lower()
    return naam if naam not in bezet else f"{naam}_{len(bezet) + 1}"
