"""De afspraak van maart 2015: wie, welk regime en hoe lang; de rest is aan elke stad."""

from datetime import date

import pytest
from tests.plugins.hulp import Json, ernst_van, maak_dossier, met_code, toets_bij

from dakpan.aanvraag.service import Toets

VORMEN = ("extern", "intern", "gemeentelijk")
AFSPRAAK = "Vraag en antwoord jobcoaching, afspraak G4 en UWV"


def _zaak(peildatum: date | None = None, /, **anders: Json) -> Toets:
    return toets_bij("g4", maak_dossier(**anders), peildatum)


def _ernst(code: str, **anders: Json) -> str | None:
    return ernst_van(_zaak(**anders), f"g4.{code}")


@pytest.mark.parametrize(
    ("doelgroepen", "verwacht"),
    [
        ([], "blokkerend"),
        (["sfb"], "blokkerend"),
        (["geboren_buiten_nederland"], "blokkerend"),
        (["participatiewet"], "voldaan"),
        (["banenafspraak"], "voldaan"),
        (["bijstand"], "voldaan"),
        (["maatwerk"], "voldaan"),
        (["sfb", "maatwerk"], "voldaan"),
    ],
)
def test_wie_onder_de_gemeente_valt(doelgroepen: list[str], verwacht: str) -> None:
    assert _ernst("verantwoordelijke_instantie", persoon={"doelgroepen": doelgroepen}) == verwacht


@pytest.mark.parametrize("doelgroepen", [[], ["sfb"], ["participatiewet"], ["banenafspraak", "bijstand"]])
def test_aan_de_doelgroep_stelt_de_afspraak_geen_eis(doelgroepen: list[str]) -> None:
    assert _ernst("doelgroep", persoon={"doelgroepen": doelgroepen}) == "voldaan"


@pytest.mark.parametrize(
    ("regime", "verwacht"),
    [("zeer_licht", "blokkerend"), ("licht", "voldaan"), ("midden", "voldaan"), ("intensief", "blokkerend")],
)
@pytest.mark.parametrize("vorm", VORMEN)
def test_alleen_licht_en_midden(vorm: str, regime: str, verwacht: str) -> None:
    """De begeleidingsregimes "licht" en "midden"; een motivering helpt niet."""
    aanvraag = {"vorm": vorm, "regime": regime, "motivering_intensief": "Crisis."}

    assert _ernst("regime.niet_beschikbaar", aanvraag=aanvraag) == verwacht


@pytest.mark.parametrize("regime", ["zeer_licht", "intensief"])
def test_een_ander_regime_wordt_met_de_reden_van_de_g4_geweigerd(regime: str) -> None:
    """Reis 12: "Intensief and zeer licht refused with the G4 reason"."""
    uitkomst = _zaak(aanvraag={"regime": regime})
    [geweigerd] = met_code(uitkomst, "g4.regime.niet_beschikbaar")

    assert uitkomst.aanspraak == "geen_recht"
    assert "vier grote steden kennen alleen licht en midden" in geweigerd.tekst


@pytest.mark.parametrize(
    ("jaar", "motivering", "verwacht"),
    [
        (1, None, "voldaan"),
        (2, None, "voldaan"),
        (3, None, "afwegen"),  # jaar 3 (optioneel)
        (3, "", "afwegen"),
        (3, " \n", "afwegen"),
        (3, "Langdurig ziek geweest.", "voldaan"),
        (4, None, "blokkerend"),  # compenseren maximaal 2-3 jaar
        (4, "Langdurig ziek geweest.", "blokkerend"),
        (9, None, "blokkerend"),
    ],
)
def test_twee_jaar_en_een_optioneel_derde(jaar: int, motivering: str | None, verwacht: str) -> None:
    assert _ernst("duur.maximum", aanvraag={"jaar": jaar, "verlenging_gemotiveerd": motivering}) == verwacht


@pytest.mark.parametrize(
    "anders", [{"historie": {"maanden_jobcoaching": 200}}, {"aanvraag": {"eind": "2030-01-01"}}], ids=str
)
def test_alleen_het_jaar_telt_voor_de_duur(anders: Json) -> None:
    assert _ernst("duur.maximum", **anders) == "voldaan"


@pytest.mark.parametrize("dag", [date(1950, 1, 1), date(2015, 3, 1), date(2026, 1, 1)])
@pytest.mark.parametrize("regime", ["midden", "intensief"])
@pytest.mark.parametrize("doelgroepen", [[], ["participatiewet"]])
def test_elk_antwoord_zegt_dat_een_stad_eigen_regels_kan_hebben(dag: date, regime: str, doelgroepen: list[str]) -> None:
    uitkomst = _zaak(dag, aanvraag={"regime": regime}, persoon={"doelgroepen": doelgroepen})

    assert ernst_van(uitkomst, "g4.eigen_regels") == "informatie"


@pytest.mark.parametrize(
    "anders",
    [
        {"dienstverband": {"uren_per_week": "2.00", "eind": "2023-03-02", "loonwaarde": 0}},
        {"dienstverband": {"soort": "nul_uren", "uitzendbeding": True}},
        {"dienstverband": {"soort": "stage"}},
        {"dienstverband": {"soort": "min_max", "minimum_uren_per_week": "0.00"}},
        {"aanvraag": {"soort": "proefplaatsing"}},
        {"aanvraag": {"ontvangen_op": "2025-01-01", "jobcoach": {}, "tarief": "500.00"}},
        {"persoon": {"ziek_sinds": "2020-01-01"}, "historie": {"interne_voorziening_loopt": True}},
    ],
    ids=str,
)
@pytest.mark.parametrize("vorm", VORMEN)
def test_eisen_van_anderen_stelt_de_afspraak_niet(vorm: str, anders: dict[str, Json]) -> None:
    alles = {**anders, "aanvraag": {"vorm": vorm, **anders.get("aanvraag", {})}}

    assert _zaak(**alles).aanspraak == "recht"


def test_wat_de_afspraak_openlaat_heet_niet_in_bron() -> None:
    [open_] = met_code(_zaak(), "g4.niet_in_bron")

    assert (open_.ernst, open_.bron.zekerheid) == ("informatie", "ontbreekt")
    assert "niet in bron" in open_.tekst


@pytest.mark.parametrize("volgnummer", [1, 2, 6])
def test_de_werkconsulent_beoordeelt(volgnummer: int) -> None:
    assert _zaak(aanvraag={"volgnummer": volgnummer}).beoordelaar == "werkconsulent"


@pytest.mark.parametrize(
    ("jaar", "motivering", "woorden"),
    [
        (2, None, "binnen de 2 jaar"),
        (3, None, "motiveer de verlenging"),
        (3, "Langdurig ziek.", "de verlenging is gemotiveerd"),
        (4, None, "na 3 jaar is het aan de werkgever"),
    ],
)
def test_elk_jaar_heeft_zijn_eigen_uitleg(jaar: int, motivering: str | None, woorden: str) -> None:
    """Vraag en antwoord: "dan is het aan de werkgever om hierin te voorzien"."""
    uitkomst = _zaak(aanvraag={"jaar": jaar, "verlenging_gemotiveerd": motivering})

    assert woorden in met_code(uitkomst, "g4.duur.maximum")[0].tekst


BRONNEN = {
    "verantwoordelijke_instantie": ("UWV-rapport Jobcoaching onder de loep (2023)", "par. 6.1", "tekst"),
    "doelgroep": ("UWV-rapport Jobcoaching onder de loep (2023)", "par. 6.1", "tekst"),
    "regime.niet_beschikbaar": (AFSPRAAK, "tabel maximale kosten per begeleidingsniveau", "tekst"),
    "duur.maximum": (AFSPRAAK, "structurele jobcoaching; UWV-rapport par. 6.1", "tekst"),
    "eigen_regels": (AFSPRAAK, "", "tekst"),
    "niet_in_bron": (AFSPRAAK, "", "ontbreekt"),
}


def test_elke_bevinding_noemt_haar_bron() -> None:
    bronnen = {b.code.removeprefix("g4."): b.bron for b in _zaak().bevindingen}

    assert {code: (bron.titel, bron.vindplaats, bron.zekerheid) for code, bron in bronnen.items()} == BRONNEN
    assert {bron.datum for bron in bronnen.values() if bron.titel == AFSPRAAK} == {date(2015, 3, 1)}


def test_dat_de_werkconsulent_beoordeelt_is_afgeleid() -> None:
    assert _zaak().stappen[-1].bron.zekerheid == "afgeleid"
