"""``--leesbaar``: hetzelfde antwoord voor mensen, in gewoon Nederlands, binnen 80 tekens."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Voer = Callable[..., tuple[int, str, str]]

OPDRACHTEN: dict[tuple[str, ...], tuple[str, ...]] = {
    ("toets", "voorbeelden/extern-in-euro.json"): (
        "Is er recht op jobcoaching? Ja.",
        "€ 3.441,90",
        "36,05 uur",
        "€ 95,45 per uur",
        "de werkconsulent",
        "26 april 2023",
        "par. 3 (afgeleid)",
    ),
    ("toets", "voorbeelden/intern-vast-bedrag.json"): ("€ 5.162,85", "in 4 betalingen: € 1.290,71", "€ 1.290,72"),
    ("toets", "voorbeelden/extern-in-uren.json"): ("27,21 uur", "27,36 uur", "181 dagen", "de beslisser", "3,00%"),
    ("toets", "voorbeelden/budget-per-jaar.json"): (
        "€ 4.500,00",
        "56,25 uur",
        "Eerste datum    niet in bron",
        "(niet in bron)",
    ),
    ("vergelijk", "voorbeelden/vergelijken.json"): (
        "Bij g4, staphorst en uwv.",
        "€ 4.500,00     € 5.162,85     87,35 uur",
        "Aanvragen t/m   niet in bron   26-04-2022",
        "begeleidingsregimes",
        "niet in bron",
    ),
    ("declaratie", "voorbeelden/declaratie.json"): (
        "Betaalbaar: 14:53 uur, samen € 1.718,56 inclusief btw",
        "€ 1.420,30 exclusief btw",
        "-0:37",
        "14,88 uur",
        "€ 298,26",
    ),
    ("factuur", "voorbeelden/factuur.json"): ("Factuur 2026-0001: € 1.718,56", "4 november 2026", "€ 1.420,30"),
    ("factuur", "voorbeelden/creditnota.json"): ("Creditnota 2026-0002: € 230,99", "factuur 2026-0001", "NLCIUS"),
    ("betaalbestand", "voorbeelden/betaalbestand.json"): (
        "2 betalingen, samen € 1.968,56",
        "15 oktober 2026",
        "NL91 ABNA 0417 1643 00",
        "DE89 3704 0044 0532 0130 00",
    ),
    ("betaalbestand", "voorbeelden/betaalbestand-intern.json"): ("1 betaling, samen € 1.290,71",),
    ("regelsets",): ("€ 5.162,85", "jaar 1", "vanaf 1 januari 2022", " gegeven, ", "€ 74,78"),
    ("tenants",): ("Er zijn ", "Gemeente Staphorst", "staphorst vanaf 01-01-2022"),
}


@pytest.mark.parametrize("opdracht", OPDRACHTEN, ids=" ".join)
def test_de_cijfers_staan_erin_en_het_past(voer: Voer, opdracht: tuple[str, ...]) -> None:
    code, uit, fout = voer(*opdracht, "--leesbaar")
    assert (code, fout) == (0, "")
    kaal = uit.replace("\N{NO-BREAK SPACE}", " ")
    for cijfer in OPDRACHTEN[opdracht]:
        assert cijfer in kaal
    assert max(map(len, uit.splitlines())) <= 80
    assert not [regel for regel in uit.splitlines() if regel != regel.rstrip()]


@pytest.mark.parametrize("opdracht", OPDRACHTEN, ids=" ".join)
def test_de_tekst_is_gewone_tekst(voer: Voer, opdracht: tuple[str, ...]) -> None:
    uit = voer(*opdracht, "--leesbaar")[1]
    assert not {"\x1b", "\N{NO-BREAK SPACE}", "\t"} & set(uit)
    assert not [vreemd for vreemd in ("None", "Decimal", "_", ".contract.", "  bron: ,") if vreemd in uit]


def test_de_eerste_regels_geven_het_antwoord(voer: Voer) -> None:
    eerste = voer("toets", "voorbeelden/extern-in-euro.json", "--leesbaar")[1].splitlines()[:8]
    for vraag in ("Is er recht", "Op hoeveel", "Wie beoordeelt", "Eerste datum"):
        assert any(regel.startswith(vraag) for regel in eerste)


def test_de_bevindingen_staan_per_ernst_met_hun_bron(voer: Voer, dossier: dict[str, Any]) -> None:
    dossier["aanvraag"]["tarief"] = "200.00"
    dossier["dienstverband"]["loonwaarde"] = 20
    regels = voer("toets", "-", "--leesbaar", invoer=json.dumps(dossier).encode())[1].splitlines()
    assert regels[0] == "Is er recht op jobcoaching? Nee."
    assert "Op hoeveel      niets, want er is geen recht" in regels
    plaatsen = [regels.index(f"{kop} ({aantal})") for kop, aantal in (("Blokkerend", 1), ("Afwegen", 1))]
    voldaan = next(nummer for nummer, regel in enumerate(regels) if regel.startswith("Voldaan ("))
    assert plaatsen[0] < plaatsen[1] < regels.index("Termijnen") < voldaan
    na_blokkerend = regels[plaatsen[0] : plaatsen[1]]
    assert any("€ 200,00" in regel for regel in na_blokkerend)
    assert any(regel.startswith("  bron: Uitvoeringsregels") for regel in na_blokkerend)


def test_wat_iemand_moet_afwegen_heet_ook_zo(voer: Voer, dossier: dict[str, Any]) -> None:
    dossier["dienstverband"]["loonwaarde"] = 20
    uit = voer("toets", "-", "--leesbaar", invoer=json.dumps(dossier).encode())[1]
    assert uit.startswith("Is er recht op jobcoaching? Dat moet iemand afwegen.")


def test_een_cijfer_dat_ontbreekt_is_niet_in_bron(voer: Voer) -> None:
    uit = voer(
        "toets",
        "voorbeelden/extern-in-euro.json",
        "--regelset",
        "staphorst",
        "--peildatum",
        "2021-12-31",
        "--leesbaar",
    )[1]
    assert "Op hoeveel      niet in bron" in uit


def test_te_laat_zegt_hoeveel_dagen_vervallen(voer: Voer) -> None:
    laat = Path("voorbeelden/extern-in-uren.json").read_bytes().replace(b"2022-03-17", b"2022-03-30")
    uit = voer("toets", "-", "--leesbaar", invoer=laat)[1]
    assert "13 dagen vervallen" in uit
    assert "25,26 uur" in uit


def test_een_vergelijking_zegt_wat_er_in_de_weg_staat_en_wat_het_anders_was(voer: Voer) -> None:
    kort = Path("voorbeelden/vergelijken.json").read_bytes().replace(b'"36.00"', b'"10.00"')
    uit = voer("vergelijk", "-", "--leesbaar", invoer=kort)[1]
    assert uit.startswith("Bij wie is er recht op jobcoaching? Bij g4.")
    assert "staphorst: Blokkerend (1)" in uit
    assert "24,26 uur" in uit


def test_een_declaratie_zonder_tarief_heeft_geen_bedrag(voer: Voer) -> None:
    gegevens = json.loads(Path("voorbeelden/declaratie.json").read_bytes())
    del gegevens["tarieven"]
    gegevens["tenant"] = "amsterdam"
    code, uit, _ = voer("declaratie", "-", "--leesbaar", invoer=json.dumps(gegevens).encode())
    assert code == 0
    assert uit.startswith("Betaalbaar: 14:53 uur, bedrag niet in bron")
    assert "Bedrag  niet in bron\n" in uit
