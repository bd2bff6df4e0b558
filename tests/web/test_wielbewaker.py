"""Een wiel zonder gebouwde opmaak of woordenlijsten wordt niet gemaakt, en de melding zegt wat te doen."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hatch_build import Wielbewaker

HUIS = Path(__file__).parents[2]
WEB = HUIS / "core" / "dakpan" / "web"


@pytest.fixture(name="web")
def _web(tmp_path: Path) -> Path:
    web = tmp_path / "core" / "dakpan" / "web"
    for deel in ("statisch_gebouwd", "vertalingen"):
        shutil.copytree(WEB / deel, web / deel)
    return web


def _bouw(web: Path, soort: str) -> None:
    van_hatchling: Any = None  # de bewaker kijkt alleen naar de map
    Wielbewaker(str(web.parents[2]), {}, van_hatchling, van_hatchling, "", "wheel").initialize(soort, {})


def test_een_heel_wiel_mag(web: Path) -> None:
    _bouw(web, "standard")


@pytest.mark.parametrize("weg", ["statisch_gebouwd/manifest.json", "vertalingen/en/LC_MESSAGES/messages.mo"])
def test_een_wiel_waar_iets_aan_ontbreekt_niet(web: Path, weg: str) -> None:
    (web / weg).unlink()
    with pytest.raises(RuntimeError, match=rf"{weg} ontbreekt\. Bouw eerst .*make setup-kern"):
        _bouw(web, "standard")


def test_een_gebouwd_bestand_dat_weg_is_valt_op(web: Path) -> None:
    next(web.glob("statisch_gebouwd/*.css")).unlink()
    with pytest.raises(RuntimeError, match=r"dakpan-.*\.css ontbreekt"):
        _bouw(web, "standard")


def test_een_uitgecheckte_map_mag_zonder(tmp_path: Path) -> None:
    _bouw(tmp_path / "core" / "dakpan" / "web", "editable")
