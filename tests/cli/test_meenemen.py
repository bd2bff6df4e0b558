"""``dakpan meenemen``: één zip met elke tabel en elk bestand, of een fout die zegt wat er mist."""

import secrets
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van

from dakpan.opslag.alles import soorten

Voer = Callable[..., tuple[int, str, str]]


@pytest.fixture(name="wereld")
def _wereld(sqlite_gemigreerd: str, monkeypatch: pytest.MonkeyPatch) -> Wereld:
    monkeypatch.setenv("DAKPAN_DATABASE", sqlite_gemigreerd)
    for naam in ("GEHEIME_SLEUTEL", "BSN_SLEUTELS", "BSN_ZOEKSLEUTEL"):
        monkeypatch.setenv(f"DAKPAN_{naam}", secrets.token_urlsafe(48))
    wereld = Wereld(motor_van(sqlite_gemigreerd))
    wereld.zaak("uwv-noord", wereld.organisatie(), "Mila Bakker")
    return wereld


@pytest.mark.usefixtures("wereld")
def test_alles_van_een_organisatie_in_een_zip(voer: Voer, tmp_path: Path) -> None:
    code, uit, _fout = voer("meenemen", str(tmp_path / "alles.zip"), "--organisatie", "00000001")
    assert (code, "rijen en 0 bestanden" in uit) == (0, True)
    with ZipFile(tmp_path / "alles.zip") as zip_:
        assert {Path(naam).stem for naam in zip_.namelist()} == {"leesmij", *(een.__tablename__ for een in soorten())}
        assert "Mila;Bakker" in zip_.read("tabellen/persoon.csv").decode("utf-8-sig")
    assert [een.name for een in tmp_path.glob("*.half")] == []


@pytest.mark.usefixtures("wereld")
def test_wie_niets_of_een_vreemde_noemt_hoort_het(voer: Voer, tmp_path: Path) -> None:
    for extra in ((), ("--organisatie", "99999999")):
        code, uit, fout = voer("meenemen", str(tmp_path / "alles.zip"), *extra)
        assert code == 2
        assert "noem een financier of een organisatie" in uit + fout or "geen organisatie met KvK-nummer" in uit + fout
    assert not (tmp_path / "alles.zip").exists()
