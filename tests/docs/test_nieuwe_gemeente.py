"""Wie docs/nieuwe-gemeente.md volgt krijgt wat er staat: elk bestand wordt bewaard, elke opdracht uitgevoerd."""

import os
import re
import shutil
import subprocess
import sysconfig
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

CHECKOUT = Path(__file__).parents[2]
DOCUMENT = CHECKOUT.joinpath("docs", "nieuwe-gemeente.md").read_text(encoding="utf-8")
_BLOK = re.compile(r"(?P<vooraf>[^\n]*)\n\n```(?P<soort>[a-z]+)\n(?P<inhoud>.*?)```", re.DOTALL)
_BEWAAR = re.compile(r"[Bb]ewaar dit als `([^`]+)`:$")
_STAAT_IN = re.compile(r"[Dd]it staat in `([^`]+)`:$")
_STAND = "stand.sh"

pytestmark = pytest.mark.traag


class Blok(NamedTuple):
    """Een stuk tussen accenten, en het bestand dat de zin ervoor noemt: om te bewaren, of waar het al in staat."""

    soort: str
    inhoud: str
    bewaar: str | None
    staat_in: str | None


def blokken() -> Iterator[Blok]:
    for gevonden in _BLOK.finditer(DOCUMENT):
        bewaar, staat_in = (zin.search(gevonden["vooraf"]) for zin in (_BEWAAR, _STAAT_IN))
        yield Blok(gevonden["soort"], gevonden["inhoud"], bewaar and bewaar[1], staat_in and staat_in[1])


class Terminal:
    """Eén terminal: wie ``cd`` of ``export`` typt merkt dat bij de volgende opdracht nog."""

    def __init__(self, thuis: Path) -> None:
        self._stand, self._thuis = thuis.joinpath(_STAND), thuis
        self._stand.write_text(f"cd {thuis.joinpath('dakpan')}", encoding="utf-8")

    @property
    def plaats(self) -> Path:
        """In welke map staat men nu?"""
        return Path(self.voer_uit("pwd").strip())

    def voer_uit(self, opdrachten: str) -> str:
        """De uitvoer van de opdrachten zoals iemand ze typt; pip bouwt zonder netwerk."""
        omgeving = {
            "PATH": os.defpath,
            "HOME": str(self._thuis),
            "LANG": "C.UTF-8",
            "PIP_NO_INDEX": "1",
            "PIP_NO_BUILD_ISOLATION": "0",  # pip leest dit als: bouw in deze omgeving
        }
        bewaar = f"{{ export -p; echo cd $PWD; }} > {self._stand}"
        klaar = subprocess.run(
            ["/bin/bash", "-e", "-c", f"source {self._stand}\n{opdrachten}\n{bewaar}"],
            cwd=self._thuis, env=omgeving, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert klaar.returncode == 0, f"{opdrachten}\n{klaar.stdout}\n{klaar.stderr}"
        return klaar.stdout


@pytest.fixture(name="terminal")
def _terminal(tmp_path: Path) -> Terminal:
    """Een terminal in de map van Dakpan, voor zover het document haar nodig heeft, met een eigen omgeving.

    In die omgeving staat alles wat hier is geïnstalleerd, zonder het hier te veranderen.
    """
    folder = tmp_path.joinpath("dakpan")
    shutil.copytree(CHECKOUT.joinpath("examples"), folder.joinpath("examples"))
    venv.create(folder.joinpath(".venv"))
    pakketten = Path(next(folder.glob(".venv/lib/python*/site-packages")))
    hier = sysconfig.get_path("purelib")
    pakketten.joinpath("hier.pth").write_text(f"import site; site.addsitedir({hier!r})\n", encoding="utf-8")
    dakpan = folder.joinpath(".venv", "bin", "dakpan")
    dakpan.write_text(f"#!{dakpan.with_name('python')}\nfrom dakpan.cli import main\nmain()\n", encoding="utf-8")
    dakpan.chmod(0o755)
    return Terminal(tmp_path)


def loop_door(terminal: Terminal) -> None:
    """Doet alles wat het document vraagt, en kijkt of er gebeurt wat er staat."""
    uitvoer = ""
    for blok in blokken():
        match blok:
            case Blok("sh"):
                uitvoer = terminal.voer_uit(blok.inhoud)
            case Blok("text"):
                assert blok.inhoud.strip("\n") in uitvoer
            case Blok(bewaar=str(naam)):
                pad = terminal.plaats.joinpath(naam)
                pad.parent.mkdir(exist_ok=True)
                pad.write_text(blok.inhoud, encoding="utf-8")
            case Blok(staat_in=str(naam)):
                assert blok.inhoud in terminal.plaats.joinpath(naam).read_text(encoding="utf-8")
            case _:
                pytest.fail(f"bij dit blok staat niet waar het hoort:\n{blok.inhoud}")


def test_het_document_klopt_van_begin_tot_eind(terminal: Terminal, tmp_path: Path) -> None:
    loop_door(terminal)

    assert terminal.plaats == tmp_path.joinpath("mijn-gemeenten")
    assert {pad.name for pad in tmp_path.joinpath("dakpan").iterdir()} == {".venv", "examples"}
    _een_wijziging_werkt_meteen(terminal)


def _een_wijziging_werkt_meteen(terminal: Terminal) -> None:
    """Wie het document heeft gevolgd maakt een tikfout in zijn eigen pakket, en ziet wat er bedoeld was."""
    parameters = terminal.plaats.joinpath("mijn-gemeente", "gemeente_voorbeeld", "parameters.toml")
    goed = parameters.read_text(encoding="utf-8")
    parameters.write_text(goed.replace('midden = "22.22"', 'midden = "44.44"'), encoding="utf-8")
    assert '"44.44"' in terminal.voer_uit("dakpan regelsets")

    parameters.write_text(goed.replace('midden = "22.22"', 'middel = "22.22"'), encoding="utf-8")
    melding = terminal.voer_uit("dakpan regelsets 2>&1 || true")
    assert "parameters.budget.waarden.1.middel: deze sleutel bestaat niet; bedoelde u 'midden'?" in melding


def test_elk_blok_wordt_gevonden() -> None:
    """Een blok zonder lege regel ervoor zou stil worden overgeslagen."""
    assert len(list(blokken())) == DOCUMENT.count("\n```") // 2


def test_het_contract_in_het_pakket_loopt_echt_mee(terminal: Terminal) -> None:
    """Telt pytest de tests van de klasse uit het document, of vindt het niets?"""
    opdracht = "python -m pytest -q -p no:cacheprovider examples/gemeente_voorbeeld -k TestVoorbeeld"
    uitvoer = terminal.voer_uit(f"source .venv/bin/activate\n{opdracht}")

    geslaagd = re.search(r"(\d+) passed", uitvoer)
    assert geslaagd is not None
    assert int(geslaagd[1]) > 10
