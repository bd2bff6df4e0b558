"""Afsluitcode 2: één problem+json-object op de standaardfoutuitvoer, met elke fout, en verder niets."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Voer = Callable[..., tuple[int, str, str]]
Fouten = Callable[..., dict[str, str]]

DOSSIER = "voorbeelden/extern-in-euro.json"
LEZERS = ("toets", "vergelijk", "declaratie", "factuur", "betaalbestand")


@pytest.mark.parametrize("opdracht", LEZERS)
@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"geen json", "geen geldige JSON"),
        (b"", "hier staat niets"),
        (b"[]", "JSON-object"),
        (b'"tekst"', "JSON-object"),
        (b'{"tenant": NaN}', "NaN is geen getal"),
        (b'{"tenant": -Infinity}', "-Infinity is geen getal"),
        (b'{"tenant": "a", "tenant": "b"}', "twee keer"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_wat_geen_json_object_is_wordt_geweigerd(fouten: Fouten, opdracht: str, inhoud: bytes, reden: str) -> None:
    gevonden = fouten(opdracht, "-", invoer=inhoud)
    assert set(gevonden) == {"bestand"}
    assert reden in gevonden["bestand"]


@pytest.mark.parametrize("opdracht", LEZERS)
def test_een_bestand_dat_er_niet_is(fouten: Fouten, opdracht: str, tmp_path: Path) -> None:
    assert "bestaat niet" in fouten(opdracht, str(tmp_path / "nergens.json"))["bestand"]
    assert "is een map" in fouten(opdracht, str(tmp_path))["bestand"]


@pytest.mark.parametrize("opdracht", LEZERS)
def test_een_leeg_object_noemt_elk_verplicht_veld(fouten: Fouten, opdracht: str) -> None:
    assert len(fouten(opdracht, "-", invoer=b"{}")) > 2


@pytest.mark.parametrize(
    ("argumenten", "veld"),
    [
        (("onbekend",), "opdracht"),
        (("toets",), "DOSSIER.json"),
        (("toets", DOSSIER, "nog-een"), "opdracht"),
        (("toets", DOSSIER, "--onbekend"), "--onbekend"),
        (("toets", DOSSIER, "--peildatum"), "--peildatum"),
        (("--onbekend",), "--onbekend"),
        (("regelsets", "--tenant", "staphorst"), "--tenant"),
        (("aanvullen", "onbekend"), "TERMINAL"),
    ],
)
def test_een_opdracht_die_niet_bestaat(fouten: Fouten, argumenten: tuple[str, ...], veld: str) -> None:
    assert set(fouten(*argumenten)) == {veld}


@pytest.mark.parametrize(
    ("opties", "veld", "reden"),
    [
        (("--tenant", "nergenshuizen"), "--tenant", "kies uit amsterdam"),
        (("--regelset", "nergens"), "--regelset", "kies uit g4"),
        (("--regelset", "uwv", "--tenant", "uwv-noord"), "--regelset", "niet allebei"),
        (("--peildatum", "20-03-2023"), "--peildatum", "2023"),
        (("--peildatum", "2023-02-30"), "--peildatum", ""),
        (("--peildatum", "2021-12-31"), "tenant", "vanaf 2022-01-01"),
        (("--tenant", "staphorst", "--peildatum", "2021-12-31"), "--tenant", "vanaf 2022-01-01"),
    ],
)
def test_een_keuze_die_niet_kan(fouten: Fouten, opties: tuple[str, ...], veld: str, reden: str) -> None:
    gevonden = fouten("toets", DOSSIER, *opties)
    assert set(gevonden) == {veld}
    assert reden in gevonden[veld]


def test_zonder_regelset_is_er_niets_te_toetsen(fouten: Fouten, dossier: dict[str, Any]) -> None:
    for tenant in ({}, {"tenant": None}):
        zonder = {**{naam: deel for naam, deel in dossier.items() if naam != "tenant"}, **tenant}
        gevonden = fouten("toets", "-", invoer=json.dumps(zonder).encode())
        assert "--regelset" in gevonden["tenant"]


def test_een_onbekende_tenant_in_het_dossier(fouten: Fouten, dossier: dict[str, Any]) -> None:
    dossier["tenant"] = "nergenshuizen"
    assert "kies uit" in fouten("toets", "-", invoer=json.dumps(dossier).encode())["tenant"]


@pytest.mark.parametrize("opdracht", [("toets", "-", "--regelset", "staphorst"), ("vergelijk", "-")])
def test_een_tenant_die_niet_wordt_gebruikt_hoeft_er_niet_te_zijn(
    voer: Voer, dossier: dict[str, Any], opdracht: tuple[str, ...]
) -> None:
    dossier["tenant"] = "nergenshuizen"
    assert voer(*opdracht, invoer=json.dumps(dossier).encode())[0] == 0


def test_alle_fouten_staan_er_in_een_keer(fouten: Fouten, dossier: dict[str, Any]) -> None:
    dossier["aanvraag"] |= {"regime": "zwaar", "eind": "2023-02-01", "tarief": 95.45}
    dossier["dienstverband"] |= {"uren_per_week": "24", "onbekend": 1}
    dossier["persoon"]["doelgroepen"] = ["banenafspraak", "niemand"]
    invoer = json.dumps(dossier).encode()
    gevonden = fouten("toets", "-", "--peildatum", "morgen", "--tenant", "nergenshuizen", invoer=invoer)
    assert set(gevonden) >= {
        "--peildatum",
        "--tenant",
        "aanvraag.regime",
        "aanvraag.tarief",
        "dienstverband.uren_per_week",
        "dienstverband.onbekend",
        "persoon.doelgroepen.1",
    }


def test_een_dossier_dat_niet_te_lezen_is_verbergt_de_andere_fouten_niet(fouten: Fouten) -> None:
    gevonden = fouten("toets", "nergens.json", "--peildatum", "morgen", "--tenant", "nergenshuizen")
    assert set(gevonden) == {"bestand", "--peildatum", "--tenant"}


def test_zonder_dossier_is_er_geen_klacht_over_zijn_tenant(fouten: Fouten) -> None:
    assert set(fouten("toets", "nergens.json")) == {"bestand"}


def test_fouten_in_een_declaratie_en_de_tenant_samen(fouten: Fouten) -> None:
    declaratie = json.loads(Path("voorbeelden/declaratie.json").read_text(encoding="utf-8"))
    declaratie |= {"tenant": "nergenshuizen", "toegekend_uren": 27}
    declaratie["activiteiten"][3]["duur"] = "2 uur"
    gevonden = fouten("declaratie", "-", invoer=json.dumps(declaratie).encode())
    assert set(gevonden) == {"tenant", "toegekend_uren", "activiteiten.3.duur"}


def test_fouten_in_een_betaalbestand_staan_er_allemaal(fouten: Fouten) -> None:
    opdracht = json.loads(Path("voorbeelden/betaalbestand.json").read_text(encoding="utf-8"))
    opdracht["betalingen"][0]["iban"] = "NL00ABNA0417164300"
    opdracht["betalingen"][1]["bedrag"] = "0.00"
    gevonden = fouten("betaalbestand", "-", invoer=json.dumps(opdracht).encode())
    assert set(gevonden) == {"betalingen.0.iban", "betalingen.1.bedrag"}


def test_leesbaar_verandert_niets_aan_een_fout(fouten: Fouten) -> None:
    assert set(fouten("toets", "nergens.json", "--leesbaar")) == {"bestand"}


def test_een_fout_van_ons_toont_geen_spoor(voer: Voer, monkeypatch: pytest.MonkeyPatch) -> None:
    def breek() -> None:
        raise RuntimeError("geheim")

    monkeypatch.setattr("dakpan.cli.regelsets.Register", breek)
    code, uit, fout = voer("regelsets")
    assert (code, uit) == (1, "")
    assert json.loads(fout)["status"] == 500
    assert "Traceback" not in fout
    assert "geheim" not in fout


@pytest.mark.parametrize(
    ("argumenten", "raad"),
    [
        (("toest", DOSSIER), "'toest' bestaat niet; bedoelde u 'toets'?"),
        (("zomaar",), "kies uit demo, serve, migreer"),
        (("toets", DOSSIER, DOSSIER), "'toets' krijgt één bestand"),
    ],
)
def test_een_verkeerde_opdracht_zegt_welke_er_was_bedoeld(
    fouten: Fouten, argumenten: tuple[str, ...], raad: str
) -> None:
    assert raad in fouten(*argumenten)["opdracht"]


def test_een_volle_schijf_is_geen_fout_van_dakpan() -> None:
    with Path("/dev/full").open("wb") as vol:
        klaar = subprocess.run(
            [Path(sys.executable).with_name("dakpan"), "tenants"], stdout=vol, stderr=subprocess.PIPE, check=False
        )
    assert klaar.returncode == 1
    assert "kan niet worden geschreven" in json.loads(klaar.stderr)["errors"][0]["melding"]
