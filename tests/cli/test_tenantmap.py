"""Eigen tenants: met ``--tenants`` of ``DAKPAN_TENANTS``; een kapot bestand stopt elke opdracht."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Voer = Callable[..., tuple[int, str, str]]
Fouten = Callable[..., dict[str, str]]

GOED = """
naam = "Gemeente Verzonnendam"

[huisstijl]
naam = "Gemeente Verzonnendam"
kleur = "#123456"
logotekst = "Verzonnendam"

[[regelset]]
vanaf = 2022-01-01
naam = "staphorst"
"""


@pytest.fixture(name="tenants")
def _tenants(tmp_path: Path) -> Path:
    (tmp_path / "verzonnendam.toml").write_text(GOED, encoding="utf-8")
    return tmp_path


def test_een_eigen_tenant_doet_mee(voer: Voer, tenants: Path) -> None:
    code, uit, _ = voer("tenants", "--tenants", str(tenants))
    assert code == 0
    assert "verzonnendam" in [tenant["slug"] for tenant in json.loads(uit)]
    code, uit, _ = voer(
        "toets", "voorbeelden/extern-in-euro.json", "--tenants", str(tenants), "--tenant", "verzonnendam"
    )
    assert (code, json.loads(uit)["regelset"]) == (0, "staphorst")


def test_de_omgeving_kan_de_map_ook_noemen(voer: Voer, tenants: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAKPAN_TENANTS", str(tenants))
    assert "verzonnendam" in voer("tenants")[1]
    assert voer("tenants", "--tenants", str(tenants))[0] == 0  # twee keer dezelfde map is één keer lezen
    assert "Gemeente Verzonnendam" in voer("tenants", "--leesbaar")[1]


@pytest.mark.parametrize(
    ("van", "naar", "sleutel", "remedie"),
    [
        ("#123456", "blauw", "huisstijl.kleur", "schrijf #rrggbb"),
        ('naam = "staphorst"', 'naam = "nergens"', "regelset.1.naam", "kies uit"),
        ("logotekst", "logoteks", "huisstijl.logoteks", "bedoelde u 'logotekst'?"),
        ("2022-01-01", '"2022-01-01"', "regelset.1.vanaf", "zoals 2022-01-01"),
        ("[huisstijl]", "[huisstijl", "bestand", "geen geldige TOML"),
    ],
)
@pytest.mark.parametrize("manier", ["optie", "omgeving"])
def test_een_kapot_bestand_stopt_met_bestand_sleutel_en_remedie(
    fouten: Fouten,
    tenants: Path,
    monkeypatch: pytest.MonkeyPatch,
    manier: str,
    van: str,
    naar: str,
    sleutel: str,
    remedie: str,
) -> None:
    bestand = tenants / "verzonnendam.toml"
    bestand.write_text(GOED.replace(van, naar), encoding="utf-8")
    if manier == "omgeving":
        monkeypatch.setenv("DAKPAN_TENANTS", str(tenants))
    opties = ("--tenants", str(tenants)) if manier == "optie" else ()
    melding = fouten("toets", "voorbeelden/extern-in-euro.json", *opties)["inrichting"]
    assert melding.startswith(f"{bestand}: {sleutel}: ")
    assert remedie in melding


def test_een_map_die_er_niet_is(fouten: Fouten, tmp_path: Path) -> None:
    assert "maak hem aan" in fouten("tenants", "--tenants", str(tmp_path / "nergens"))["inrichting"]


MET_TABEL_2 = """
naam = "UWV Noord"

[huisstijl]
naam = "UWV Noord"
kleur = "#004699"
logotekst = "UWV Noord"

[[regelset]]
vanaf = 2014-07-01
naam = "uwv"

[regelset.parameters.bronnen.werkinstructie]
titel = "Werkinstructie (verzonnen)"

[[regelset.parameters.percentage_tabel2.waarden]]
vanaf = 2016-01-01
bron = "werkinstructie"
vindplaats = "blad 2"
zekerheid = "tekst"
midden = { 1 = "8.00" }
"""


def test_een_eigen_bestand_gaat_voor_een_meegeleverde_tenant_en_vult_tabel_2_in(voer: Voer, tmp_path: Path) -> None:
    dossier = json.loads(Path("voorbeelden/extern-in-uren.json").read_text(encoding="utf-8"))
    dossier["aanvraag"] |= {"jaar": 1, "eerste_overeenkomst_maanden": 11}
    pad = tmp_path / "zaak.json"
    pad.write_text(json.dumps(dossier), encoding="utf-8")
    leeg = json.loads(voer("toets", str(pad))[1])
    assert leeg["omvang"]["percentage"] is None

    eigen = tmp_path / "eigen"
    eigen.mkdir()
    (eigen / "uwv-noord.toml").write_text(MET_TABEL_2, encoding="utf-8")
    gevuld = json.loads(voer("toets", str(pad), "--tenants", str(eigen))[1])
    # 8% × 38 × 24 × 181 / 182 = 72,5591…
    assert (gevuld["omvang"]["percentage"], gevuld["omvang"]["uren"]) == ("8.00", "72.56")
    assert gevuld["stappen"][0]["bron"]["titel"] == "Werkinstructie (verzonnen)"
    assert len(json.loads(voer("tenants", "--tenants", str(eigen))[1])) == 9
