"""Tabellen passen in elke breedte, en worden blokken als de kolommen te smal zijn."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dakpan.aanvraag.leesbaar import vergelijking_als_tekst
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.service import Vergelijking, vergelijk
from dakpan.partijen.regelboek import Regelboek
from dakpan.regels.register import Register
from dakpan.uitleg.leesbaar import en_samen, lange_datum, voor_mensen
from dakpan.uitleg.tabel import SMALST, feiten, overzicht, tabel, wikkel


def _vergelijking(aantal: int) -> Vergelijking:
    """Dezelfde uitkomsten onder zoveel namen als gevraagd."""
    boek = Regelboek(Register(), {})
    dossier = DossierSchema().lees(json.loads(Path("voorbeelden/vergelijken.json").read_text(encoding="utf-8")))
    echt = vergelijk([boek.van_regelset(naam) for naam in ("g4", "staphorst", "uwv")], dossier, date(2022, 3, 10))
    namen = [f"gemeente_{nummer}" for nummer in range(aantal)]
    bron = ["g4", "staphorst", "uwv"] * aantal
    return replace(
        echt,
        per_regelset={naam: echt.per_regelset[van] for naam, van in zip(namen, bron, strict=False)},
        verschillen=tuple(
            replace(v, per_regelset={naam: v.per_regelset[van] for naam, van in zip(namen, bron, strict=False)})
            for v in echt.verschillen
        ),
    )


@pytest.mark.parametrize("breed", [SMALST, 80, 100])
@pytest.mark.parametrize("aantal", range(1, 8))
def test_een_vergelijking_past_met_elk_aantal_regelsets(
    monkeypatch: pytest.MonkeyPatch, aantal: int, breed: int
) -> None:
    monkeypatch.setattr("dakpan.aanvraag.naast_elkaar.breedte", lambda: breed)
    tekst = vergelijking_als_tekst(_vergelijking(aantal))
    assert max(map(len, tekst.splitlines())) <= breed
    assert all(f"gemeente_{nummer}" in tekst for nummer in range(aantal))
    assert ("maatwerk" in tekst) == (aantal > 1)


def test_vijf_regelsets_in_tachtig_tekens_worden_blokken() -> None:
    tekst = vergelijking_als_tekst(_vergelijking(5))
    assert "\n  gemeente_0  niet in bron\n" in tekst
    assert "\ndienstverband\n" in tekst


def test_van_vier_regelsets_staan_de_cijfers_nog_naast_elkaar() -> None:
    regels = vergelijking_als_tekst(_vergelijking(4)).splitlines()
    assert any(regel.split() == ["Is", "er", "recht?", "ja", "ja", "ja", "ja"] for regel in regels)


def test_wat_past_blijft_een_tabel() -> None:
    assert overzicht(("", "a", "b"), [("hoeveel", "€ 1,00", "€ 2,00")], 80) == [
        "         a       b",
        "-------  ------  ------",
        "hoeveel  € 1,00  € 2,00",
    ]


def test_getallen_staan_rechts() -> None:
    assert tabel(("Wat", "Bedrag"), [("x", "€ 5,00"), ("y", "€ 1.000,00")], 80, rechts=(1,)) == [
        "Wat      Bedrag",
        "---  ----------",
        "x        € 5,00",
        "y    € 1.000,00",
    ]


def test_een_woord_breekt_alleen_als_het_nergens_past() -> None:
    regels = overzicht(("Onderwerp", "a", "b"), [("begeleidingsregimes", "licht " * 30, "midden " * 30)], 60)
    assert any(regel.startswith("begeleidingsregimes  ") for regel in regels)
    assert max(map(len, wikkel("x" * 100, 40))) == 40


@pytest.mark.parametrize("vast", ["€ 1.420,30", "27,21 uur", "par. 1.5", "17 februari 2022", "jaar 1"])
def test_wat_bij_elkaar_hoort_breekt_niet(vast: str) -> None:
    for lengte in range(20, 40):
        assert vast in "\n".join(wikkel(f"een zin van enige lengte met {vast} erin en nog wat erna", lengte))


def test_stuurtekens_uit_een_bestand_bereiken_de_terminal_niet() -> None:
    assert wikkel("Boef\x1b[2J\x07 B.V.", 80) == ["Boef [2J  B.V."]


def test_feiten_staan_onder_elkaar() -> None:
    assert feiten([("Van", "a\nb"), ("Bedrag", "€ 1,00")], 80) == ["Van     a", "        b", "Bedrag  € 1,00"]


def test_woorden_voor_waarden() -> None:
    assert lange_datum(date(2022, 2, 17)) == "17 februari 2022"
    assert voor_mensen((date(2022, 2, 17), None, "zeer_licht")) == "17 februari 2022, niet in bron en zeer licht"
    assert en_samen(["a"]) == "a"
