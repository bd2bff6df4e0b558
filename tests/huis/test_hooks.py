"""Elke vraag aan een regelset heeft een beschrijving, een antwoord en een test; elk bedrag heeft een bron."""

import inspect
from pathlib import Path

import pytest

from dakpan.regels.hookspecs import Vragen
from dakpan.regels.regels import Regels
from dakpan.regels.register import Register

HUIS = Path(__file__).parents[2]
REGELSETS = Register().namen
HOOKS = [naam for naam, wat in vars(Vragen).items() if inspect.isfunction(wat)]
TESTS = {pad: pad.read_text(encoding="utf-8") for pad in HUIS.joinpath("tests", "plugins").rglob("*.py")}
# De dienst `toets` stelt deze vier vragen; een test die haar gebruikt toetst ze alle vier.
DOOR_TOETS = {"toets_aanspraak", "bereken_omvang", "bepaal_termijnen", "bepaal_beoordelaar"}
DOCUMENT = HUIS.joinpath("docs", "hooks.md").read_text(encoding="utf-8")


def _argumenten(hook: str) -> list[str]:
    return [naam for naam in inspect.signature(getattr(Vragen, hook)).parameters if naam != "self"]


@pytest.mark.parametrize("hook", HOOKS)
def test_elke_vraag_is_een_zin(hook: str) -> None:
    uitleg = inspect.getdoc(getattr(Vragen, hook)) or ""
    assert uitleg.splitlines()[0].endswith("?")


@pytest.mark.parametrize("hook", HOOKS)
def test_elke_vraag_staat_met_haar_argumenten_in_het_document(hook: str) -> None:
    assert f"## {hook}({', '.join(_argumenten(hook))})" in DOCUMENT
    assert f"| `{hook}` |" in DOCUMENT


@pytest.mark.parametrize("regelset", REGELSETS)
@pytest.mark.parametrize("hook", HOOKS)
def test_elke_regelset_beantwoordt_elke_vraag(hook: str, regelset: str) -> None:
    assert hasattr(Register().klasse(regelset), hook)


@pytest.mark.parametrize("regelset", REGELSETS)
@pytest.mark.parametrize("hook", HOOKS)
def test_elke_vraag_heeft_een_test_per_regelset(hook: str, regelset: str) -> None:
    aanroepen = [f".{hook}(", *(["toets("] if hook in DOOR_TOETS else [])]
    van_regelset = [tekst for pad, tekst in TESTS.items() if regelset in pad.parts]
    assert any(aanroep in tekst for tekst in van_regelset for aanroep in aanroepen)


@pytest.mark.parametrize("hook", HOOKS)
def test_de_getypeerde_ingang_heeft_dezelfde_argumenten(hook: str) -> None:
    assert list(inspect.signature(getattr(Regels, hook)).parameters)[1:] == _argumenten(hook)


@pytest.mark.parametrize("regelset", REGELSETS)
def test_elk_bedrag_heeft_een_bron_met_vindplaats(regelset: str) -> None:
    parameters = Register().klasse(regelset).eigen_parameters()
    waarden = [w for p in parameters.lijst.values() for reeks in p.reeksen.values() for w in reeks.waarden]
    assert waarden
    assert all(waarde.bron.titel and waarde.bron.vindplaats for waarde in waarden)


@pytest.mark.parametrize("regelset", REGELSETS)
def test_elke_aangehaalde_bron_van_een_parameter_wordt_gebruikt(regelset: str) -> None:
    parameters = Register().klasse(regelset).eigen_parameters()
    gebruikt = {p.gemis.titel for p in parameters.lijst.values()} | {
        w.bron.titel for p in parameters.lijst.values() for reeks in p.reeksen.values() for w in reeks.waarden
    }
    assert gebruikt == {bron.titel for bron in parameters.bronnen.values()}
