"""Afsluitcode 0: een antwoord in JSON of XML, en niets op de standaardfoutuitvoer."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Voer = Callable[..., tuple[int, str, str]]


def _antwoord(voer: Voer, *argumenten: str, invoer: bytes = b"") -> Any:
    code, uit, fout = voer(*argumenten, invoer=invoer)
    assert (code, fout) == (0, "")
    return json.loads(uit)


@pytest.mark.parametrize(
    ("bestand", "cijfers"),
    [
        ("extern-in-euro", {"plafond": "3441.90", "maximum_uren": "36.05"}),
        ("intern-vast-bedrag", {"termijnbedragen": ["1290.71", "1290.71", "1290.71", "1290.72"]}),
        ("extern-in-uren", {"uren": "27.21", "uren_formulier": "27.36"}),
        ("budget-per-jaar", {"plafond": "4500.00", "maximum_uren": "56.25"}),
    ],
)
def test_toets_geeft_de_omvang(voer: Voer, bestand: str, cijfers: dict[str, Any]) -> None:
    antwoord = _antwoord(voer, "toets", f"voorbeelden/{bestand}.json")
    assert antwoord["aanspraak"] == "recht"
    assert cijfers.items() <= antwoord["omvang"].items()


def test_geen_recht_is_ook_een_antwoord(voer: Voer, dossier: dict[str, Any]) -> None:
    dossier["aanvraag"]["tarief"] = "200.00"
    antwoord = _antwoord(voer, "toets", "-", invoer=json.dumps(dossier).encode())
    assert (antwoord["aanspraak"], antwoord["omvang"]) == ("geen_recht", None)


def test_streepje_leest_de_standaardinvoer(voer: Voer) -> None:
    bestand = Path("voorbeelden/extern-in-euro.json")
    gelezen = _antwoord(voer, "toets", str(bestand))
    assert _antwoord(voer, "toets", "-", invoer=bestand.read_bytes()) == gelezen


@pytest.mark.parametrize(
    ("opties", "regelset"),
    [
        ((), "staphorst"),
        (("--regelset", "uwv"), "uwv"),
        (("--tenant", "amsterdam"), "g4"),
    ],
)
def test_een_optie_gaat_voor_de_tenant_van_het_dossier(voer: Voer, opties: tuple[str, ...], regelset: str) -> None:
    assert _antwoord(voer, "toets", "voorbeelden/extern-in-euro.json", *opties)["regelset"] == regelset


def test_de_peildatum_is_anders_de_dag_van_ontvangst(voer: Voer) -> None:
    bestand = "voorbeelden/extern-in-euro.json"
    assert _antwoord(voer, "toets", bestand)["peildatum"] == "2023-03-20"
    assert _antwoord(voer, "toets", bestand, "--peildatum", "2022-05-01")["peildatum"] == "2022-05-01"


def test_een_regelset_voor_haar_eerste_datum_antwoordt_dat_de_waarde_ontbreekt(voer: Voer) -> None:
    antwoord = _antwoord(
        voer, "toets", "voorbeelden/extern-in-euro.json", "--regelset", "staphorst", "--peildatum", "2021-12-31"
    )
    assert antwoord["aanspraak"] == "afwegen"
    assert antwoord["omvang"]["plafond"] is None


def test_vergelijk_noemt_elke_regelset(voer: Voer) -> None:
    antwoord = _antwoord(voer, "vergelijk", "voorbeelden/vergelijken.json")
    assert {"g4", "staphorst", "uwv"} <= set(antwoord["regelsets"])
    assert antwoord["verschillen"]


def test_declaratie_geeft_het_bedrag(voer: Voer) -> None:
    antwoord = _antwoord(voer, "declaratie", "voorbeelden/declaratie.json")
    assert (antwoord["declarabel"], antwoord["bedrag_excl"]) == ("14:53", "1420.30")


def test_regelsets_en_tenants_zijn_lijsten(voer: Voer) -> None:
    regelsets = [regelset["naam"] for regelset in _antwoord(voer, "regelsets")]
    assert regelsets == sorted(regelsets)
    assert {"g4", "staphorst", "uwv"} <= set(regelsets)
    assert "staphorst" in [tenant["slug"] for tenant in _antwoord(voer, "tenants")]


@pytest.mark.parametrize(
    ("opdracht", "bestand"),
    [
        ("factuur", "factuur"),
        ("factuur", "creditnota"),
        ("betaalbestand", "betaalbestand"),
        ("betaalbestand", "betaalbestand-intern"),
    ],
)
def test_een_bestand_is_xml_en_elke_keer_gelijk(voer: Voer, opdracht: str, bestand: str) -> None:
    eerste = voer(opdracht, f"voorbeelden/{bestand}.json")
    assert (eerste[0], eerste[2]) == (0, "")
    assert eerste[1].startswith("<?xml")
    assert voer(opdracht, f"voorbeelden/{bestand}.json") == eerste


def test_zonder_opdracht_komt_de_uitleg(voer: Voer) -> None:
    code, uit, fout = voer()
    assert (code, fout) == (0, "")
    assert uit.startswith("Gebruik: dakpan")


def test_de_versie(voer: Voer) -> None:
    code, uit, _ = voer("--version")
    assert code == 0
    assert uit.startswith("dakpan ")
