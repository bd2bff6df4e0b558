"""Deel 2 van het rekencontract en reis 13: hetzelfde dossier bij elke financier."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date

import pytest
from hypothesis import given, settings
from tests.aanvraag.jsonvorm import Json, controleer_vergelijking
from tests.aanvraag.zaken import DOSSIERS
from tests.plugins.hulp import maak_json, regels

from dakpan.aanvraag.contract import vergelijking_als_json
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.service import vergelijk

REGELSETS = ("g4", "staphorst", "uwv")
REIS_13: Json = {"dienstverband": {"soort": "onbepaalde_tijd", "eind": None}, "aanvraag": {"tarief": "95.45"}}
ONDERWERPEN = [
    "doelgroep",
    "dienstverband",
    "begeleidingsregimes",
    "budget",
    "uurtarief",
    "maximale duur",
    "aanvraagtermijn",
    "beslistermijn",
    "rapportage",
    "betaling",
]


def _vergelijk(zaak: Json, peildatum: date = date(2022, 3, 10), namen: tuple[str, ...] = REGELSETS) -> Json:
    dossier = DossierSchema().lees(deepcopy(zaak))
    return vergelijking_als_json(vergelijk([regels(naam) for naam in namen], dossier, peildatum))


def test_reis_13_de_cijfers_naast_elkaar() -> None:
    """Midden, jaar 1, 36 uur, een persoon met sfb en banenafspraak: 0,10 × 36 × 24 = 86,40; € 4.500; € 5.162,85."""
    van = _vergelijk(maak_json(**REIS_13))["regelsets"]

    assert van["uwv"]["omvang"]["uren_formulier"] == "86.40"
    assert van["uwv"]["omvang"]["uren"] == "87.35"  # 184 dagen: 86,40 × 184/182 = 87,349
    assert van["g4"]["omvang"]["plafond"] == "4500.00"
    assert van["staphorst"]["omvang"]["plafond"] == "5162.85"
    assert {naam: antwoord["aanspraak"] for naam, antwoord in van.items()} == dict.fromkeys(REGELSETS, "recht")


@pytest.mark.parametrize("doelgroepen", [["sfb"], ["banenafspraak"], ["participatiewet"], []])
def test_de_cijfers_zijn_er_ook_bij_wie_het_niet_mag(doelgroepen: list[str]) -> None:
    """ "the figures as if nothing blocked"."""
    van = _vergelijk(maak_json(**REIS_13, persoon={"doelgroepen": doelgroepen}))["regelsets"]

    assert "geen_recht" in {antwoord["aanspraak"] for antwoord in van.values()} or "banenafspraak" in doelgroepen
    assert van["uwv"]["omvang_ter_vergelijking"]["uren_formulier"] == "86.40"
    assert van["g4"]["omvang_ter_vergelijking"]["plafond"] == "4500.00"
    assert van["staphorst"]["omvang_ter_vergelijking"]["plafond"] == "5162.85"


def test_een_te_hoog_tarief_rekent_ter_vergelijking_met_het_maximum() -> None:
    staphorst = _vergelijk(maak_json(aanvraag={"tarief": "100.00"}))["regelsets"]["staphorst"]

    assert staphorst["omvang"] is None
    assert staphorst["omvang_ter_vergelijking"]["maximum_uren"] == "54.08"


def test_een_cijfer_dat_ter_vergelijking_ontbreekt_zegt_waarom() -> None:
    geblokkeerd = maak_json(persoon={"doelgroepen": ["sfb"]})
    staphorst = _vergelijk(geblokkeerd, date(2021, 12, 31))["regelsets"]["staphorst"]

    assert staphorst["aanspraak"] == "geen_recht"
    assert staphorst["omvang_ter_vergelijking"]["plafond"] is None
    assert {bevinding["code"] for bevinding in staphorst["bevindingen_ter_vergelijking"]} == {
        "staphorst.parameter_ontbreekt"
    }


def test_elk_verschil_noemt_elke_regelset_en_zijn_bron() -> None:
    verschillen = _vergelijk(maak_json())["verschillen"]

    assert [verschil["onderwerp"] for verschil in verschillen] == ONDERWERPEN
    assert all(list(verschil["per_regelset"]) == list(REGELSETS) for verschil in verschillen)


@pytest.mark.parametrize("onderwerp", ["dienstverband", "aanvraagtermijn", "beslistermijn", "rapportage", "betaling"])
def test_waar_de_g4_zwijgt_staat_niet_in_bron(onderwerp: str) -> None:
    [verschil] = [verschil for verschil in _vergelijk(maak_json())["verschillen"] if verschil["onderwerp"] == onderwerp]

    assert verschil["per_regelset"]["g4"] == "niet in bron"
    assert verschil["bronnen"]["g4"] is None
    assert "niet in bron" not in {verschil["per_regelset"][naam] for naam in ("uwv", "staphorst")}


@pytest.mark.parametrize(
    ("onderwerp", "naam", "woorden"),
    [
        ("maximale duur", "uwv", "3 jaar"),
        ("maximale duur", "g4", "2 jaar"),
        ("maximale duur", "staphorst", "verlengen kan niet"),
        ("aanvraagtermijn", "uwv", "28 dagen"),
        ("aanvraagtermijn", "staphorst", "8 weken"),
        ("begeleidingsregimes", "g4", "licht en midden"),
    ],
)
def test_wat_er_verschilt(onderwerp: str, naam: str, woorden: str) -> None:
    [verschil] = [verschil for verschil in _vergelijk(maak_json())["verschillen"] if verschil["onderwerp"] == onderwerp]

    assert woorden in verschil["per_regelset"][naam]


def test_wie_met_zichzelf_wordt_vergeleken_verschilt_niet() -> None:
    assert _vergelijk(maak_json(), namen=("g4",))["verschillen"] == []


def test_van_twee_die_verschillen_is_elk_verschil_te_zien() -> None:
    antwoord = _vergelijk(maak_json(), namen=("staphorst", "uwv"))

    assert [verschil["onderwerp"] for verschil in antwoord["verschillen"]] == ONDERWERPEN


def test_de_peildatum_geldt_voor_iedereen() -> None:
    antwoord = _vergelijk(maak_json(), date(2015, 2, 28))

    assert antwoord["peildatum"] == "2015-02-28"
    assert antwoord["regelsets"]["g4"]["omvang"]["plafond"] is None
    assert antwoord["regelsets"]["staphorst"]["omvang"]["plafond"] is None


@settings(max_examples=30)
@given(zaak=DOSSIERS)
def test_elke_vergelijking_houdt_zich_aan_het_contract(zaak: Json) -> None:
    antwoord = _vergelijk(zaak, date.fromisoformat(zaak["aanvraag"]["ontvangen_op"]))
    controleer_vergelijking(antwoord)
    assert set(antwoord["regelsets"]) >= {"uwv", "g4", "staphorst"}


@pytest.fixture(autouse=True)
def _zaak_blijft_gelijk() -> Iterator[None]:
    """Een vergelijking verandert het dossier niet dat zij leest."""
    voor = maak_json()
    yield
    assert maak_json() == voor
