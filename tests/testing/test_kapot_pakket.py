"""Een pakket dat bij het laden iets doet wat niet mag: de testkit ziet het zonder één vraag te stellen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dakpan.pluginkit import Regelset
from dakpan.testing import RegelsetContract


@pytest.fixture(name="contract")
def _contract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RegelsetContract:
    """Een contract voor een pakket ``los_pakket``, waarvan elke test zelf de inhoud schrijft."""
    tmp_path.joinpath("los_pakket").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    regelset = type("Los", (Regelset,), {"pakket": "los_pakket"})
    contract = type("Contract", (RegelsetContract,), {"regelset": regelset})()
    assert isinstance(contract, RegelsetContract)
    return contract


def schrijf(tmp_path: Path, inhoud: str) -> None:
    tmp_path.joinpath("los_pakket", "__init__.py").write_text(inhoud, encoding="utf-8")


def meldingen(belofte: Callable[[], None]) -> str:
    """Wat de testkit aan te merken heeft; leeg als de belofte is gehouden."""
    try:
        belofte()
    except AssertionError as fout:
        return str(fout)
    return ""


def test_een_net_pakket_mag(contract: RegelsetContract, tmp_path: Path) -> None:
    schrijf(tmp_path, "from datetime import date\nfrom dakpan.pluginkit import Regelset\nBEGIN = date(2024, 1, 1)\n")

    assert meldingen(contract.test_laden_vraagt_geen_klok) == ""
    assert meldingen(contract.test_gebruikt_van_de_kern_alleen_pluginkit) == ""


def test_een_klok_buiten_de_functies_valt_op(contract: RegelsetContract, tmp_path: Path) -> None:
    schrijf(tmp_path, "from datetime import date\nVANDAAG = date.today()\n")

    with pytest.raises(AssertionError, match=r"date\.today\(\) in .*los_pakket.*regel 2"):
        contract.test_laden_vraagt_geen_klok()


def test_een_pakket_dat_niet_laadt_valt_op(contract: RegelsetContract, tmp_path: Path) -> None:
    schrijf(tmp_path, "import bestaat_niet\n")

    with pytest.raises(AssertionError, match="No module named 'bestaat_niet'"):
        contract.test_laden_vraagt_geen_klok()


@pytest.mark.parametrize(
    ("inhoud", "naam"),
    [
        ("from dakpan.begrippen.bedrag import Bedrag", "dakpan.begrippen.bedrag"),
        ("import dakpan.regels.regels", "dakpan.regels.regels"),
        ("from dakpan import opslag", "dakpan.opslag"),
        ("def f():\n    from dakpan.partijen import tenant\n", "dakpan.partijen"),
    ],
)
def test_een_import_langs_het_pluginkit_valt_op(
    contract: RegelsetContract, tmp_path: Path, inhoud: str, naam: str
) -> None:
    schrijf(tmp_path, inhoud)

    with pytest.raises(AssertionError, match=rf"gebruik dakpan\.pluginkit in plaats van {naam}"):
        contract.test_gebruikt_van_de_kern_alleen_pluginkit()


@pytest.mark.parametrize("inhoud", ["from dakpan import pluginkit", "import dakpan.pluginkit", "from . import anders"])
def test_elke_weg_naar_het_pluginkit_mag(contract: RegelsetContract, tmp_path: Path, inhoud: str) -> None:
    schrijf(tmp_path, inhoud)

    assert meldingen(contract.test_gebruikt_van_de_kern_alleen_pluginkit) == ""
