"""Regelsets worden gevonden op naam; wat niet klopt stopt met een melding die zegt wat te doen."""

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from dakpan.invoer.toml import OngeldigBestand
from dakpan.regels.fouten import OngeldigeRegelset
from dakpan.regels.parameters.parameters import parameters_van
from dakpan.regels.regelset import Regelset
from dakpan.regels.register import GROEP, Register

CODE = """
from dakpan.regels.regelset import Regelset


class Proef(Regelset):
    pakket = "{pakket}"
"""
TOML = '[regelset]\nnaam = "proef"\ntitel = "Proef"\nversie = "7"\n[bronnen]\n[parameters]\n'


def _punt(naam: str, waarde: str) -> EntryPoint:
    return EntryPoint(naam, waarde, GROEP)


@pytest.fixture(name="pakket")
def _pakket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Een pakket met een regelset ``proef``, dat na de test weer verdwijnt."""
    folder = tmp_path / "dakpan_proef_register"
    folder.mkdir()
    (folder / "__init__.py").write_text(CODE.format(pakket=folder.name), encoding="utf-8")
    (folder / "parameters.toml").write_text(TOML, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, folder.name, raising=False)
    parameters_van.cache_clear()
    yield folder
    parameters_van.cache_clear()


def test_een_regelset_op_naam(pakket: Path) -> None:
    klasse = Register([_punt("proef", f"{pakket.name}:Proef")]).klasse("proef")
    assert issubclass(klasse, Regelset)
    assert (klasse().parameters.versie, klasse().parameters.titel) == ("7", "Proef")


def test_namen_staan_op_alfabet() -> None:
    assert Register([_punt("b", "x:Y"), _punt("a", "x:Y")]).namen == ("a", "b")


def test_de_meegeleverde_regelsets_zijn_er() -> None:
    assert {"g4", "staphorst", "uwv"} <= set(Register().namen)


def test_zonder_regelsets_is_er_niets() -> None:
    assert Register([]).namen == ()


def test_een_dubbele_naam_noemt_beide() -> None:
    with pytest.raises(
        OngeldigeRegelset, match="'proef' is twee keer geïnstalleerd: een:X en twee:Y; verwijder er één"
    ):
        _ = Register([_punt("proef", "een:X"), _punt("proef", "twee:Y")]).namen


def test_een_onbekende_naam() -> None:
    with pytest.raises(KeyError, match="weg"):
        Register([]).klasse("weg")


@pytest.mark.parametrize("waarde", ["datetime:date", "math:pi", "dakpan.regels.parameters.parameters:Parameters"])
def test_geen_regelset(waarde: str) -> None:
    with pytest.raises(OngeldigeRegelset, match=f"'proef': {waarde} is geen klasse die van Regelset erft"):
        Register([_punt("proef", waarde)]).klasse("proef")


@pytest.mark.parametrize("waarde", ["dakpan_bestaat_niet:Regels", "dakpan.regels.regelset:Weg"])
def test_wat_niet_laadt(waarde: str) -> None:
    with pytest.raises(OngeldigeRegelset, match=rf"'proef' \({waarde}\) laadt niet"):
        Register([_punt("proef", waarde)]).klasse("proef")


def test_een_regelset_heet_overal_hetzelfde(pakket: Path) -> None:
    with pytest.raises(
        OngeldigeRegelset, match=r"'anders' noemt zich in parameters\.toml 'proef'; gebruik dezelfde naam"
    ):
        Register([_punt("anders", f"{pakket.name}:Proef")]).klasse("anders")


@pytest.mark.parametrize(
    ("toml", "melding"),
    [
        (TOML.replace("versie", "versei"), "regelset.versei: deze sleutel bestaat niet; bedoelde u 'versie'?"),
        (TOML.replace('versie = "7"\n', ""), "regelset.versie: deze sleutel is verplicht; vul hem in"),
        (TOML.replace("[parameters]", "[parameter]"), "parameter: deze sleutel bestaat niet; bedoelde u 'parameters'?"),
        (TOML.replace("[regelset]", "[regelset"), "dit is geen geldige TOML"),
    ],
)
def test_een_slecht_parameterbestand(pakket: Path, toml: str, melding: str) -> None:
    (pakket / "parameters.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(OngeldigBestand) as fout:
        Register([_punt("proef", f"{pakket.name}:Proef")]).klasse("proef")
    assert str(fout.value).startswith(f"{pakket.name}/parameters.toml: ")
    assert melding in str(fout.value)
