"""Elk sjabloon haalt alleen bouwstenen op die er zijn: een verplaatst bestand valt hier op, niet bij een werkgever."""

import re
from pathlib import Path

import pytest

import dakpan

KERN = Path(dakpan.__file__).parent
SJABLONEN = sorted(een for een in KERN.rglob("templates/**/*.html"))
VERWIJST = re.compile(r"{%-?\s*(?:from|include|extends|import)\s+[\"']([^\"']+\.html)[\"']")


def _naam(pad: Path) -> str:
    """Zoals een ander sjabloon het noemt: vanaf de map ``templates``."""
    delen = pad.parts
    return "/".join(delen[len(delen) - delen[::-1].index("templates") :])


BEKEND = {_naam(een) for een in SJABLONEN}


@pytest.mark.parametrize("sjabloon", SJABLONEN, ids=_naam)
def test_wat_een_sjabloon_ophaalt_bestaat(sjabloon: Path) -> None:
    opgehaald = set(VERWIJST.findall(sjabloon.read_text(encoding="utf-8")))
    assert opgehaald <= BEKEND, f"{_naam(sjabloon)} haalt op wat er niet is: {sorted(opgehaald - BEKEND)}"


# Deze zeggen hoe iets ervoor staat en zijn geen antwoord op een knop.
GEEN_ANTWOORD = {"betaling/een_correctie.html", "aanvraag/controle.html"}
MISLUKT = re.compile(r"melding\('fout'.*")


def test_wie_iets_deed_wat_niet_lukte_begint_bij_de_melding() -> None:
    """Met toetsen begint iemand anders weer bovenaan, en leest een voorleesprogramma de hele kop nog eens."""
    zonder = {
        _naam(een)
        for een in SJABLONEN
        for regel in MISLUKT.findall(een.read_text(encoding="utf-8"))
        if "aandacht=True" not in regel
    }
    assert zonder == GEEN_ANTWOORD
