"""Een huis met kleine kamers: bestanden, functies, uitleg en namen blijven binnen de maat."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

HUIS = Path(__file__).parents[2]
KERN = HUIS / "core" / "dakpan"
LANGSTE_BESTAND, MIDDELSTE_BESTAND, MIDDELSTE_FUNCTIE, VANZELFSPREKEND = 300, 75, 8, 6

Functie = ast.FunctionDef | ast.AsyncFunctionDef
Metdocstring = Functie | ast.ClassDef


# Een migratie is een lijst van stappen die nooit meer verandert: daar gelden de maten van code niet.
MIGRATIES = KERN / "opslag" / "migraties" / "versions"


def _bestanden(*delen: str) -> list[Path]:
    alle = (pad for deel in delen for pad in (HUIS / deel).rglob("*.py"))
    return sorted(pad for pad in alle if "node_modules" not in pad.parts and MIGRATIES not in pad.parents)


CODE = _bestanden("core", "plugins")
ALLES = [*CODE, *_bestanden("tests", "bench", "examples", "voorbeelden")]
FINANCIER = re.compile(
    r"(?<![a-z])(uwv|g4|staphorst|amsterdam|rotterdam|den[ _-]?haag|utrecht)(?![a-z0-9])", re.IGNORECASE
)


def _naam(pad: Path) -> str:
    return pad.relative_to(HUIS).as_posix()


def _regels(pad: Path) -> int:
    return len(pad.read_text(encoding="utf-8").splitlines())


def _boom(pad: Path) -> ast.Module:
    return ast.parse(pad.read_text(encoding="utf-8"))


def _docstring(knoop: Metdocstring | ast.Module) -> ast.Expr | None:
    eerste = knoop.body[0] if knoop.body else None
    return eerste if isinstance(eerste, ast.Expr) and ast.get_docstring(knoop) is not None else None


def _lengte(knoop: Metdocstring) -> int:
    """Regels van de kop tot en met de laatste regel, zonder docstring."""
    uitleg = _docstring(knoop)
    return _hoog(knoop) - (_hoog(uitleg) if uitleg is not None else 0)


def _hoog(knoop: ast.stmt) -> int:
    return (knoop.end_lineno or knoop.lineno) - knoop.lineno + 1


def _openbaar(knoop: ast.Module | ast.ClassDef) -> Iterator[Metdocstring]:
    """Wat een ander kan gebruiken: functies, klassen en hun methoden zonder streepje vooraan."""
    for lid in knoop.body:
        if isinstance(lid, Metdocstring) and not lid.name.startswith("_"):
            yield lid
            if isinstance(lid, ast.ClassDef):
                yield from _openbaar(lid)


@pytest.mark.parametrize("pad", ALLES, ids=_naam)
def test_geen_bestand_is_te_lang(pad: Path) -> None:
    assert _regels(pad) <= LANGSTE_BESTAND


def test_het_middelste_bestand_past_op_een_scherm() -> None:
    lengtes = [_regels(pad) for pad in CODE if pad.name != "__init__.py" or _regels(pad) >= 5]
    assert median(lengtes) <= MIDDELSTE_BESTAND


def test_de_middelste_functie_telt_hooguit_acht_regels() -> None:
    functies = [knoop for pad in CODE for knoop in ast.walk(_boom(pad)) if isinstance(knoop, Functie)]
    assert median(map(_lengte, functies)) <= MIDDELSTE_FUNCTIE


def _elders_uitgelegd(lid: Metdocstring) -> bool:
    """Een hook is een vraag uit ``Vragen``, een schema is het rekencontract: daar staat de uitleg, één keer."""
    merken = [knoop.id for knoop in lid.decorator_list if isinstance(knoop, ast.Name)]
    ouders = [ouder.id for ouder in lid.bases if isinstance(ouder, ast.Name)] if isinstance(lid, ast.ClassDef) else []
    return "hookimpl" in merken or "Strikt" in ouders


def _zonder_uitleg(pad: Path) -> set[str]:
    leden = (lid for lid in _openbaar(_boom(pad)) if _docstring(lid) is None and _lengte(lid) > VANZELFSPREKEND)
    return {f"{_naam(pad)}: {lid.name}" for lid in leden if not _elders_uitgelegd(lid)}


@pytest.mark.parametrize("pad", CODE, ids=_naam)
def test_wat_niet_vanzelf_spreekt_heeft_uitleg(pad: Path) -> None:
    assert _zonder_uitleg(pad) == set()


@pytest.mark.parametrize("pad", CODE, ids=_naam)
def test_elk_bestand_zegt_waarvoor_het_er_is(pad: Path) -> None:
    assert ast.get_docstring(_boom(pad))


@pytest.mark.parametrize("pad", sorted(KERN.rglob("*.py")), ids=_naam)
def test_de_kern_noemt_geen_financier(pad: Path) -> None:
    assert FINANCIER.findall(pad.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("tekst", ["UWV", "dakpan_uwv", "g4", "Den Haag", "den-haag", "# Staphorst 1.5", "uwv.omvang"])
def test_de_wachter_herkent_een_financier(tekst: str) -> None:
    assert FINANCIER.search(tekst)


@pytest.mark.parametrize("tekst", ["uw vraag", "g40", "Utrechtse", "gemeente", "log4j"])
def test_de_wachter_herkent_wat_geen_financier_is(tekst: str) -> None:
    assert not FINANCIER.search(tekst)


def test_de_maat_telt_de_docstring_niet_mee() -> None:
    functie = ast.parse('def f(\n    x: int,\n) -> int:\n    """Een.\n\n    Twee.\n    """\n    return x\n').body[0]
    assert isinstance(functie, ast.FunctionDef)
    assert _lengte(functie) == 4
