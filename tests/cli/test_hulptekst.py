"""De hulptekst is Nederlands, en elk voorbeeld erin werkt."""

import io
import re
import shlex
from collections.abc import Callable
from contextlib import redirect_stdout

import pytest

from dakpan.cli.opdrachten import OPDRACHTEN
from dakpan.cli.uitvoeren import voer_uit

Voer = Callable[..., tuple[int, str, str]]

# Deze openen het loket; tests/demo en tests/browser draaien ze echt.
LOKET = {"dagelijks", "kwartaal", "meenemen", "demo", "serve", "migreer", "sleutelwissel", "gebruiker", "herbereken"}
BLADZIJDEN = ((), *((naam,) for naam in OPDRACHTEN))


def _hulp(*opdracht: str) -> str:
    with redirect_stdout(io.StringIO()) as uit:
        assert voer_uit([*opdracht, "--help"]) == 0
    return uit.getvalue()


def _rekenvoorbeelden() -> list[str]:
    voorbeelden = (voorbeeld for opdracht in BLADZIJDEN for voorbeeld in _voorbeelden(*opdracht))
    return [een for een in dict.fromkeys(voorbeelden) if shlex.split(een)[1] not in LOKET]


def _voorbeelden(*opdracht: str) -> list[str]:
    return re.findall(r"^    (dakpan .+)$", _hulp(*opdracht), re.MULTILINE)


@pytest.mark.parametrize("opdracht", BLADZIJDEN, ids=str)
def test_elke_bladzijde_is_nederlands_en_heeft_voorbeelden(opdracht: tuple[str, ...]) -> None:
    hulp = _hulp(*opdracht)
    assert hulp.startswith("Gebruik: dakpan")
    assert "Opties:" in hulp
    assert "Toont deze uitleg." in hulp
    assert max(map(len, hulp.splitlines())) <= 80
    assert _voorbeelden(*opdracht)
    assert not re.search(r"\b(Usage|Options|Commands|COMMAND|ARGS|OPTIONS|Show|exit)\b", hulp)


@pytest.mark.parametrize("voorbeeld", _rekenvoorbeelden())
def test_elk_voorbeeld_werkt(voer: Voer, voorbeeld: str) -> None:
    _, *argumenten = shlex.split(voorbeeld)
    code, uit, fout = voer(*argumenten)
    assert (code, fout) == (0, "")
    assert uit


def test_de_lijst_van_opdrachten_kapt_geen_zin_af() -> None:
    hulp = _hulp()
    assert all(f"  {naam} " in hulp for naam in OPDRACHTEN)
    assert "..." not in hulp.partition("Opdrachten:")[2]


@pytest.mark.parametrize("opdracht", BLADZIJDEN, ids=str)
def test_korte_en_lange_hulp_zijn_gelijk(voer: Voer, opdracht: tuple[str, ...]) -> None:
    assert voer(*opdracht, "-h") == voer(*opdracht, "--help")
