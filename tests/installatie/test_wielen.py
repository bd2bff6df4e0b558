"""Dakpan en een vierde regelset, elk uit een eigen wiel geïnstalleerd in een kale omgeving zonder netwerk."""

from __future__ import annotations

import json
import shutil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

if TYPE_CHECKING:
    from tests.installatie.conftest import Installatie, Omgeving

CHECKOUT = Path(__file__).parents[2]
VOORBEELD = CHECKOUT.joinpath("examples", "gemeente_voorbeeld")
PAKKETTEN = {"dakpan", "dakpan_uwv", "dakpan_g4", "dakpan_staphorst"}
MEEGELEVERD = {pad.stem for pad in CHECKOUT.joinpath("tenants").glob("*.toml")}
DOSSIER = {
    "persoon": {"doelgroepen": ["banenafspraak"]},
    "dienstverband": {"soort": "onbepaalde_tijd", "begin": "2025-03-01", "uren_per_week": "24.00", "loonwaarde": 45},
    "aanvraag": {
        "soort": "eerste",
        "vorm": "extern",
        "regime": "midden",
        "begin": "2025-03-01",
        "eind": "2025-08-31",
        "ontvangen_op": "2025-03-10",
        "tarief": "90.00",
        "jobcoach": {"hbo": True, "opleiding": True},
    },
}

pytestmark = pytest.mark.traag


@pytest.fixture(name="omgeving")
def _omgeving(installatie: Installatie) -> Omgeving:
    return installatie.omgeving


@pytest.fixture(name="dossier")
def _dossier(tmp_path: Path) -> Path:
    pad = tmp_path.joinpath("dossier.json")
    pad.write_text(json.dumps(DOSSIER), encoding="utf-8")
    return pad


@pytest.fixture(name="eigen_tenants")
def _eigen_tenants(tmp_path: Path) -> Path:
    """De map die een gemeente zelf maakt, buiten Dakpan en buiten het pakket."""
    return Path(shutil.copytree(VOORBEELD.joinpath("tenants"), tmp_path.joinpath("eigen")))


def _inhoud(wiel: Path) -> list[PurePosixPath]:
    with ZipFile(wiel) as archief:
        return [PurePosixPath(naam) for naam in archief.namelist()]


def test_het_wiel_bevat_de_kern_de_drie_regelsets_en_niets_anders(installatie: Installatie) -> None:
    inhoud = _inhoud(installatie.dakpan_wiel)

    boven = {pad.parts[0] for pad in inhoud if not pad.parts[0].endswith(".dist-info")}
    assert boven == PAKKETTEN
    assert {str(pad.parent) for pad in inhoud if pad.name == "py.typed"} == PAKKETTEN
    assert {str(pad.parent) for pad in inhoud if pad.name == "parameters.toml"} == PAKKETTEN - {"dakpan"}


def test_het_wiel_bevat_de_tenants(installatie: Installatie) -> None:
    tenants = {pad.stem for pad in _inhoud(installatie.dakpan_wiel) if pad.match("dakpan/meegeleverde_tenants/*.toml")}

    assert tenants == MEEGELEVERD


def test_het_wiel_bevat_geen_tests_en_geen_rommel(installatie: Installatie) -> None:
    namen = [pad for wiel in (installatie.dakpan_wiel, installatie.voorbeeld_wiel) for pad in _inhoud(wiel)]

    assert [pad for pad in namen if pad.name.startswith(("test_", "conftest")) or "tests" in pad.parts] == []
    assert [pad for pad in namen if pad.suffix == ".pyc" or pad.name.startswith(".")] == []


def test_het_wiel_van_de_gemeente_bevat_alleen_haar_pakket(installatie: Installatie) -> None:
    inhoud = _inhoud(installatie.voorbeeld_wiel)

    assert {pad.parts[0] for pad in inhoud if not pad.parts[0].endswith(".dist-info")} == {"gemeente_voorbeeld"}
    assert {"parameters.toml", "py.typed"} <= {pad.name for pad in inhoud}


def test_regelsets_toont_de_vierde_naast_de_drie(omgeving: Omgeving) -> None:
    assert [regelset["naam"] for regelset in omgeving.dakpan("regelsets")] == ["g4", "staphorst", "uwv", "voorbeeld"]


def test_vergelijk_neemt_de_vierde_mee(omgeving: Omgeving, dossier: Path) -> None:
    antwoord = omgeving.dakpan("vergelijk", dossier)

    vier = {"g4", "staphorst", "uwv", "voorbeeld"}
    assert set(antwoord["regelsets"]) == vier
    assert antwoord["regelsets"]["voorbeeld"]["omvang_ter_vergelijking"]["uren"] == "14.81"
    assert all(set(verschil["per_regelset"]) == vier for verschil in antwoord["verschillen"])
    termijn = next(v for v in antwoord["verschillen"] if v["onderwerp"] == "beslistermijn")
    assert termijn["per_regelset"]["voorbeeld"] == "40 dagen na ontvangst"


def test_de_meegeleverde_tenants_komen_uit_het_wiel(omgeving: Omgeving) -> None:
    assert {tenant["slug"] for tenant in omgeving.dakpan("tenants")} == MEEGELEVERD


def test_een_eigen_map_met_de_optie_tenants(omgeving: Omgeving, dossier: Path, eigen_tenants: Path) -> None:
    slugs = {tenant["slug"] for tenant in omgeving.dakpan("tenants", "--tenants", eigen_tenants)}
    antwoord = omgeving.dakpan("toets", dossier, "--tenant", "voorbeeld", "--tenants", eigen_tenants)

    assert slugs == {*MEEGELEVERD, "voorbeeld"}
    assert (antwoord["regelset"], antwoord["omvang"]["uren"]) == ("voorbeeld", "14.81")


def test_een_eigen_map_met_de_variabele(omgeving: Omgeving, dossier: Path, eigen_tenants: Path) -> None:
    variabele = {"DAKPAN_TENANTS": str(eigen_tenants)}

    slugs = {tenant["slug"] for tenant in omgeving.dakpan("tenants", **variabele)}
    antwoord = omgeving.dakpan("toets", dossier, "--tenant", "voorbeeld", **variabele)

    assert slugs == {*MEEGELEVERD, "voorbeeld"}
    assert antwoord["aanspraak"] == "recht"


def test_dezelfde_map_met_optie_en_variabele_telt_een_keer(omgeving: Omgeving, eigen_tenants: Path) -> None:
    beide = omgeving.dakpan("tenants", "--tenants", eigen_tenants, DAKPAN_TENANTS=str(eigen_tenants))

    assert len(beide) == len(MEEGELEVERD) + 1


def test_het_contract_slaagt_ook_zonder_pytest(omgeving: Omgeving) -> None:
    opdracht = """
from dakpan.testing import RegelsetContract
from gemeente_voorbeeld import Voorbeeld
contract = type("Contract", (RegelsetContract,), {"regelset": Voorbeeld})()
for naam in dir(contract):
    if naam.startswith("test_"):
        getattr(contract, naam)()
        print(naam)
"""

    assert len(omgeving.draai("-c", opdracht).splitlines()) > 10


def test_bewerkbaar_geinstalleerd_komen_de_tenants_uit_de_checkout(ontwikkelomgeving: Omgeving) -> None:
    assert {tenant["slug"] for tenant in ontwikkelomgeving.dakpan("tenants")} == MEEGELEVERD


def test_zonder_installatie_komen_de_tenants_uit_de_checkout(omgeving: Omgeving) -> None:
    """De kern uit de checkout gaat voor de geïnstalleerde, en neemt haar eigen tenants mee."""
    opdracht = """
import dakpan
from dakpan.partijen.tenantbestanden import meegeleverde_map
print(dakpan.__file__)
print(meegeleverde_map())
"""
    kern, tenants = omgeving.draai("-c", opdracht, PYTHONPATH=str(CHECKOUT.joinpath("core"))).splitlines()

    assert Path(kern) == CHECKOUT.joinpath("core", "dakpan", "__init__.py")
    assert Path(tenants) == CHECKOUT.joinpath("tenants")


def test_de_eigen_tests_van_het_voorbeeld_slagen(ontwikkelomgeving: Omgeving, tmp_path: Path) -> None:
    gekopieerd = shutil.copytree(VOORBEELD, tmp_path.joinpath("gekopieerd"))

    uitvoer = ontwikkelomgeving.draai(
        "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", gekopieerd, gekopieerd
    )

    assert " passed" in uitvoer
