"""Geen sjabloon heeft iets inline, en elke tekst is vertaald."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from dakpan.web.gezicht import woorden

HUIS = Path(__file__).parents[2]
KERN = HUIS / "core" / "dakpan"
GEZICHT = KERN / "web" / "gezicht"
SJABLONEN = sorted(KERN.rglob("templates/**/*.html"))
INLINE = re.compile(
    r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style\b|<script\b(?![^>]*\bsrc=)|javascript:"""
    r"""|(?:src|href|action)\s*=\s*["']?(?:https?:)?//""",
    re.IGNORECASE,
)
MACRO = re.compile(r"\{%-? macro .*?\{%-? endmacro -?%\}|\{#.*?#\}", re.DOTALL)
PLEK = re.compile(r"%\(\w+\)s")


@pytest.mark.parametrize("sjabloon", SJABLONEN, ids=lambda pad: pad.relative_to(KERN).as_posix())
def test_niets_inline_en_niets_van_elders(sjabloon: Path) -> None:
    assert INLINE.findall(sjabloon.read_text(encoding="utf-8")) == []


def test_de_wachter_ziet_wat_niet_mag() -> None:
    for fout in ("<p style='x'>", '<a onclick="x">', "<style>", "<script>x", '<img src="https://elders.example/a">'):
        assert INLINE.search(fout)


@pytest.mark.parametrize("sjabloon", SJABLONEN, ids=lambda pad: pad.relative_to(KERN).as_posix())
def test_een_ingevoegd_sjabloon_vertaalt_pas_bij_gebruik(sjabloon: Path) -> None:
    """Jinja bewaart een ingevoegd sjabloon: een vertaling buiten een macro zou voor altijd in één taal staan."""
    if sjabloon.parent.name == "bouwstenen":
        assert "_(" not in MACRO.sub("", sjabloon.read_text(encoding="utf-8"))


def test_vastgelegde_pakketten_noemen_geen_adres() -> None:
    vastgelegd = (GEZICHT / "package-lock.json").read_text(encoding="utf-8")
    assert "http" not in vastgelegd
    pakketten = json.loads((GEZICHT / "package.json").read_text(encoding="utf-8"))
    for versie in {**pakketten["dependencies"], **pakketten["devDependencies"]}.values():
        assert re.fullmatch(r"\d+\.\d+\.\d+", versie)


def test_elke_vertaling_houdt_de_plekken_van_haar_tekst() -> None:
    for lijst in sorted(woorden.VERTALINGEN.glob("*/LC_MESSAGES/*.po")):
        with lijst.open("rb") as bron:
            vertaald = [melding for melding in read_po(bron) if melding.id and woorden.vertaald(melding.string)]
        assert vertaald
        assert [melding.id for melding in vertaald if _plekken(melding.id) != _plekken(melding.string)] == []


def _plekken(tekst: str | Sequence[str] | None) -> set[str]:
    return set(PLEK.findall(tekst if isinstance(tekst, str) else (tekst or [""])[-1]))


def test_alle_teksten_worden_gevonden() -> None:
    gevonden = {melding.id for melding in woorden.verzamel()}
    assert {"Naar de inhoud", "dit veld is verplicht; vul het in", "Deze pagina bestaat niet"} <= gevonden
    assert ("Eén antwoord klopt nog niet", "%(num)s antwoorden kloppen nog niet") in gevonden
