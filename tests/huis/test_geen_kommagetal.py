"""Nergens een kommagetal: geld, uren en tijd zijn gehele getallen, en delen gebeurt met breuken.

Een deling mag alleen als een van beide kanten zichtbaar een ``Fraction`` is, of tekst (een pad). Zichtbaar is:
``Fraction(…)``, iets waarvan de code zelf zegt dat het een ``Fraction`` is, of een rekensom daarmee.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

HUIS = Path(__file__).parents[2]
BESTANDEN = sorted(pad for deel in ("core", "plugins") for pad in (HUIS / deel).rglob("*.py"))
VERBODEN_NAMEN = {"float": "een kommagetal", "complex": "een kommagetal", "round": "rondt af zonder te zeggen hoe"}
VERBODEN_MODULES = {"cmath", "numpy", "random", "statistics"}
GEHEEL = {"ceil", "comb", "floor", "gcd", "isqrt", "lcm"}  # wat `math` geeft zonder kommagetal
MAG_NOEMEN = {
    "core/dakpan/testing/typen.py": "noemt het soort om het in een antwoord van een regelset te weigeren",
}
Functie = ast.FunctionDef | ast.AsyncFunctionDef


def _is_fraction(annotatie: ast.expr | None) -> bool:
    return isinstance(annotatie, ast.Name) and annotatie.id == "Fraction"


@cache
def _namen_van_breuken() -> frozenset[str]:
    """Functies, eigenschappen en velden die overal waar zij bestaan een ``Fraction`` beloven."""
    wel: set[str] = set()
    niet: set[str] = set()
    for pad in BESTANDEN:
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if isinstance(knoop, Functie):
                (wel if _is_fraction(knoop.returns) else niet).add(knoop.name)
            elif isinstance(knoop, ast.ClassDef):
                velden = [veld for veld in knoop.body if isinstance(veld, ast.AnnAssign)]
                for veld in velden:
                    (wel if _is_fraction(veld.annotation) else niet).add(ast.unparse(veld.target))
    return frozenset(wel - niet)


def _toekenningen(functie: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    for knoop in ast.walk(functie):
        if not isinstance(knoop, ast.Assign):
            continue
        for doel in knoop.targets:
            paren = [(doel, knoop.value)]
            if isinstance(doel, ast.Tuple) and isinstance(knoop.value, ast.Tuple):
                paren = list(zip(doel.elts, knoop.value.elts, strict=True))
            yield from ((naam.id, waarde) for naam, waarde in paren if isinstance(naam, ast.Name))


class Breuken:
    """Welke uitdrukkingen zijn in deze functie zichtbaar een breuk?"""

    def __init__(self, functie: ast.AST) -> None:
        argumenten = [knoop for knoop in ast.walk(functie) if isinstance(knoop, ast.arg)]
        self.namen = {argument.arg for argument in argumenten if _is_fraction(argument.annotation)}
        gegeven = list(_toekenningen(functie))
        for _ in gegeven:
            telkens = {naam for naam, _ in gegeven}
            geen = {naam for naam, waarde in gegeven if not self.is_breuk(waarde)}
            self.namen |= telkens - geen

    def is_breuk(self, uitdrukking: ast.expr) -> bool:
        match uitdrukking:
            case ast.Name(id=naam):
                return naam in self.namen
            case ast.Attribute(attr=naam):
                return naam in _namen_van_breuken()
            case ast.Call(func=ast.Name(id="min" | "max"), args=keuzes):
                return all(map(self.is_breuk, keuzes))
            case ast.Call(func=ast.Name(id=naam) | ast.Attribute(attr=naam)):
                return naam == "Fraction" or naam in _namen_van_breuken()
            case ast.BinOp(left=links, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right=rechts):
                return self.is_breuk(links) or self.is_breuk(rechts)
            case ast.UnaryOp(operand=een):
                return self.is_breuk(een)
            case _:
                return False


def _is_tekst(uitdrukking: ast.expr) -> bool:
    return isinstance(uitdrukking, ast.JoinedStr) or (
        isinstance(uitdrukking, ast.Constant) and isinstance(uitdrukking.value, str)
    )


def _delingen(boom: ast.Module) -> Iterator[str]:
    functies = [knoop for knoop in ast.walk(boom) if isinstance(knoop, Functie)]
    paren = [(functie, Breuken(functie)) for functie in functies]
    breuken_bij = {id(deel): breuken for functie, breuken in paren for deel in ast.walk(functie)}
    los = Breuken(ast.Module([], []))
    for knoop in ast.walk(boom):
        breuken = breuken_bij.get(id(knoop), los)
        match knoop:
            case ast.BinOp(left=links, op=ast.Div(), right=rechts):
                kanten = [links, rechts]
            case ast.AugAssign(target=ast.Name() as links, op=ast.Div(), value=rechts):
                kanten = [ast.Name(links.id), rechts]
            case _:
                continue
        if not any(breuken.is_breuk(kant) or _is_tekst(kant) for kant in kanten):
            yield f"regel {knoop.lineno}: deelt zonder breuk: {ast.unparse(knoop)}"


def _andere(boom: ast.Module) -> Iterator[str]:
    for knoop in ast.walk(boom):
        match knoop:
            case ast.Constant(value=float() | complex()):
                yield f"regel {knoop.lineno}: een kommagetal: {ast.unparse(knoop)}"
            case ast.Name(id=naam) if naam in VERBODEN_NAMEN:
                yield f"regel {knoop.lineno}: {naam}: {VERBODEN_NAMEN[naam]}"
            case ast.BinOp(op=ast.Pow()):
                yield f"regel {knoop.lineno}: een macht kan een kommagetal geven: {ast.unparse(knoop)}"
            case ast.Attribute(attr="truediv") | ast.alias(name="truediv" | "fsum" | "math"):
                yield f"regel {knoop.lineno}: geeft een kommagetal: {ast.unparse(knoop)}"
            case ast.ImportFrom(module="math", names=namen) if {naam.name for naam in namen} - GEHEEL:
                yield f"regel {knoop.lineno}: geeft een kommagetal: {ast.unparse(knoop)}"
            case ast.Import(names=namen) if {naam.name for naam in namen} & VERBODEN_MODULES:
                yield f"regel {knoop.lineno}: geeft een kommagetal: {ast.unparse(knoop)}"
            case ast.ImportFrom(module=module) if module in VERBODEN_MODULES:
                yield f"regel {knoop.lineno}: geeft een kommagetal: {ast.unparse(knoop)}"


def kommagetallen(code: str) -> list[str]:
    """Elke plek waar een kommagetal staat of kan ontstaan."""
    boom = ast.parse(code)
    return [*_delingen(boom), *_andere(boom)]


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: str(pad.relative_to(HUIS)))
def test_geen_kommagetal(pad: Path) -> None:
    gevonden = kommagetallen(pad.read_text(encoding="utf-8"))
    if pad.relative_to(HUIS).as_posix() in MAG_NOEMEN:
        gevonden = [plek for plek in gevonden if "float: " not in plek and "complex: " not in plek]
    assert gevonden == []


def test_de_uitzonderingen_zijn_nog_nodig() -> None:
    for naam in MAG_NOEMEN:
        assert kommagetallen((HUIS / naam).read_text(encoding="utf-8"))


FOUT = [
    "y = x / 100",
    "def f(x: int) -> int:\n    return x / 100",
    "def f(x):\n    y = x * 2\n    return y / 3",
    "def f(x: Fraction, y: int):\n    return y / 100",
    "def f(x):\n    y = Fraction(1)\n    y = x\n    return y / 100",
    "def f(x):\n    return min(Fraction(1), x) / 2",
    "def f(x):\n    x /= 2",
    "x = 0.5",
    "x = 1e3",
    "x = 2j",
    "x = float('1')",
    "def f(x: float) -> None: ...",
    "x = round(y)",
    "x = 10 ** -2",
    "import math",
    "from math import sqrt",
    "from operator import truediv",
    "import operator\nx = operator.truediv",
    "import statistics",
    "from random import uniform",
]
GOED = [
    "x = Fraction(1, 3) / 2",
    "x = 1 / Fraction(3)",
    "def f(x: Fraction) -> Fraction:\n    return x / 12",
    "def f(a):\n    m, n = maanden_met_deel(a, a), 3\n    d = m / 12\n    return d / n",
    "def f(u):\n    return min(Fraction(1), u.exact / 24)",
    "def f(a, b):\n    return (a * b.deel - 1) / 182",
    "def f(x: Fraction):\n    x /= 2",
    "x = y // 60",
    "x = 'a/b'",
    "x = pad / 'tenants'",
    "from math import floor",
    "def f(**opties): ...",
]


@pytest.mark.parametrize("code", FOUT)
def test_de_wachter_ziet_het(code: str) -> None:
    assert kommagetallen(code)


@pytest.mark.parametrize("code", GOED)
def test_de_wachter_laat_dit_door(code: str) -> None:
    assert kommagetallen(code) == []
