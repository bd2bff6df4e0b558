"""Gebruikt een regelset van de kern alleen ``dakpan.pluginkit``?"""

import ast
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

PLUGINKIT = "dakpan.pluginkit"


def vreemde_imports(pakket: str) -> Iterator[str]:
    """Elke import uit de kern die niet via het pluginkit gaat: die kan bij een nieuwe versie verdwijnen."""
    for bestand in _bronbestanden(pakket):
        boom = ast.parse(bestand.read_text(encoding="utf-8"), str(bestand))
        for knoop in ast.walk(boom):
            for naam in _modules(knoop):
                if naam.split(".")[0] == "dakpan" and naam != PLUGINKIT:
                    yield f"{bestand}, regel {getattr(knoop, 'lineno', '?')}: gebruik {PLUGINKIT} in plaats van {naam}"


def _bronbestanden(pakket: str) -> list[Path]:
    spec = find_spec(pakket)
    mappen = spec.submodule_search_locations if spec is not None else None
    return [pad for folder in mappen or () for pad in sorted(Path(folder).rglob("*.py"))]


def _modules(knoop: ast.AST) -> Iterator[str]:
    """De modules die een import noemt; ``from dakpan import pluginkit`` telt als ``dakpan.pluginkit``."""
    if isinstance(knoop, ast.Import):
        yield from (alias.name for alias in knoop.names)
    elif isinstance(knoop, ast.ImportFrom) and knoop.level == 0:
        module = knoop.module or ""
        yield from (f"{module}.{alias.name}" for alias in knoop.names) if module == "dakpan" else (module,)
