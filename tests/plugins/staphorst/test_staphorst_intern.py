"""Par. 1.5, vergoeding interne jobcoaching: een vast bedrag per jaar, per kwartaal achteraf betaald (3)."""

from datetime import date

import pytest
from tests.plugins.hulp import met_code
from tests.plugins.staphorst.test_staphorst_extern import RIJEN
from tests.plugins.staphorst.zaak import INTERN, MET_INTENTIE, PROEF, Anders, berekend, betalingen, plafond, zaak

HEEL_JAAR: Anders = {**INTERN, "eind": "2024-02-29"}
ONBEPAALD: Anders = {"eind": None}


@pytest.mark.parametrize(("regime", "jaar", "bedrag"), RIJEN)
@pytest.mark.parametrize("uren", ["12.00", "24.00", "36.00"])
def test_een_heel_jaar_is_het_hele_bedrag_hoeveel_uur_ook(regime: str, jaar: int, bedrag: str, uren: str) -> None:
    """ "een vaste vergoeding … in plaats van een betaling per uur"; er is geen urenfactor."""
    aanvraag = {**HEEL_JAAR, "regime": regime, "jaar": jaar}

    assert plafond(aanvraag=aanvraag, dienstverband={"uren_per_week": uren}) == bedrag


@pytest.mark.parametrize(
    ("regime", "jaar", "eerste_drie", "laatste"),
    [
        ("midden", 1, "1290.71", "1290.72"),  # reis 11
        ("licht", 1, "757.59", "757.60"),
        ("licht", 2, "392.82", "392.84"),
        ("midden", 2, "645.35", "645.38"),
        ("midden", 3, "392.82", "392.84"),
        ("intensief", 1, "1908.01", "1908.01"),
        ("intensief", 2, "954.00", "954.02"),
        ("intensief", 3, "757.59", "757.60"),
    ],
)
def test_vier_betalingen_in_een_heel_jaar(regime: str, jaar: int, eerste_drie: str, laatste: str) -> None:
    aanvraag = {**HEEL_JAAR, "regime": regime, "jaar": jaar}

    assert betalingen(aanvraag=aanvraag) == [eerste_drie] * 3 + [laatste]


# begin, eind, plafond, betalingen; de maanden staan erachter
KORTER = [
    # 1 maart t/m 30 september is 7 maanden, dan 17 van de 31 dagen: 5162,85 × 234/372 = 3247,599
    pytest.param("2023-03-01", "2023-10-17", "3247.60", ["1082.53", "1082.53", "1082.54"], id="7 17/31"),
    # t/m 14 september 6 maanden, dan 16 van de 30 dagen: 5162,85 × 98/180 = 2810,885: half omhoog
    pytest.param("2023-03-15", "2023-09-30", "2810.89", ["936.96", "936.96", "936.97"], id="6 16/30"),
    # 31 januari + 6 maanden is 30 juli: 2581,425: half omhoog
    pytest.param("2023-01-31", "2023-07-30", "2581.43", ["1290.71", "1290.72"], id="6 vanaf 31 januari"),
    # de eerste maand van 31 januari duurt t/m 28 februari
    pytest.param("2023-01-31", "2023-02-28", "430.24", ["430.24"], id="1 vanaf 31 januari"),
    pytest.param("2024-02-29", "2025-02-28", "5162.85", ["1290.71"] * 3 + ["1290.72"], id="12 vanaf 29 februari"),
    # t/m 28 januari 11 maanden, dan 30 van de 31 dagen: 5162,85 × 371/372 = 5148,971
    pytest.param("2024-02-29", "2025-02-27", "5148.97", ["1287.24"] * 3 + ["1287.25"], id="11 30/31"),
    pytest.param("2023-03-01", "2023-03-01", "13.88", ["13.88"], id="1/31"),
    pytest.param("2023-03-01", "2023-05-31", "1290.71", ["1290.71"], id="3"),  # 1290,7125
    # de vierde maand is begonnen, dus een tweede betaling: 5162,85 × 91/360 = 1305,054
    pytest.param("2023-03-01", "2023-06-01", "1305.05", ["652.52", "652.53"], id="3 1/30"),
    pytest.param("2023-03-01", "2024-02-28", "5148.01", ["1287.00"] * 3 + ["1287.01"], id="11 28/29"),  # × 347/348
]


@pytest.mark.parametrize(("begin", "eind", "bedrag", "delen"), KORTER)
def test_een_korter_contract_is_naar_rato(begin: str, eind: str, bedrag: str, delen: list[str]) -> None:
    """ "Indien er sprake is van een arbeidscontract korter dan een jaar, wordt het bedrag naar rato … uitbetaald"."""
    anders = {
        "aanvraag": {**INTERN, "begin": begin, "eind": "2026-01-01"},
        "dienstverband": {"begin": begin, "eind": eind},
    }

    assert plafond(**anders) == bedrag
    assert betalingen(**anders) == delen


@pytest.mark.parametrize(("begin", "eind", "bedrag", "delen"), KORTER)
def test_een_kortere_aanvraag_ook(begin: str, eind: str, bedrag: str, delen: list[str]) -> None:
    anders = {"aanvraag": {**INTERN, "begin": begin, "eind": eind}, "dienstverband": {"begin": begin, **ONBEPAALD}}

    assert plafond(**anders) == bedrag
    assert betalingen(**anders) == delen


@pytest.mark.parametrize("eind", ["2024-02-29", "2024-03-01", "2026-02-28"])
@pytest.mark.parametrize("contract", [None, "2024-02-29", "2024-03-01", "2030-01-01"])
def test_een_coachingsjaar_is_twaalf_maanden_hoeveel_er_ook_gevraagd_is(eind: str, contract: str | None) -> None:
    anders = {"aanvraag": {**INTERN, "eind": eind}, "dienstverband": {"eind": contract}}

    assert plafond(**anders) == "5162.85"
    assert len(betalingen(**anders)) == 4


@pytest.mark.parametrize("jaar", [1, 2, 3])
def test_het_jaar_begint_op_de_aanvraag_welk_jaar_het_ook_is(jaar: int) -> None:
    """Het dienstverband begon eerder; de betalingen tellen vanaf het begin van de aanvraag."""
    anders = {
        "aanvraag": {**INTERN, "jaar": jaar, "begin": "2023-05-10", "eind": "2024-05-09"},
        "dienstverband": {"begin": "2021-01-01", **ONBEPAALD},
    }

    assert len(betalingen(**anders)) == 4


def test_een_contract_dat_al_voorbij_is_levert_niets_op_en_geen_fout() -> None:
    anders = {"aanvraag": INTERN, "dienstverband": {"begin": "2022-01-01", "eind": "2022-12-31"}}

    assert plafond(**anders) == "0.00"
    assert betalingen(**anders) == []


@pytest.mark.parametrize(("regime", "bedrag"), [("licht", "561.18"), ("midden", "673.42"), ("intensief", "897.89")])
@pytest.mark.parametrize("eind", ["2023-03-01", "2023-04-30", "2024-02-29"])
@pytest.mark.parametrize("jaar", [1, 4])
def test_een_proefplaatsing_is_een_vast_bedrag_in_een_betaling(regime: str, bedrag: str, eind: str, jaar: int) -> None:
    """ "Vergoedingsbedragen interne jobcoaching bij proefplaatsing per 01-01-2022"."""
    anders = {
        "aanvraag": {**INTERN, **PROEF, "regime": regime, "eind": eind, "jaar": jaar},
        "dienstverband": MET_INTENTIE,
    }

    assert plafond(**anders) == bedrag
    assert betalingen(**anders) == [bedrag]
    assert zaak(**anders).aanspraak == "recht"


@pytest.mark.parametrize(
    ("dag", "ontbreekt", "niet_geindexeerd"),
    [("2021-12-31", 1, 0), ("2022-01-01", 0, 0), ("2022-12-31", 0, 0), ("2023-01-01", 0, 1)],
)
@pytest.mark.parametrize("soort", ["eerste", "proefplaatsing"])
def test_de_bedragen_gelden_vanaf_2022_en_worden_elk_jaar_geindexeerd(
    soort: str, dag: str, ontbreekt: int, niet_geindexeerd: int
) -> None:
    uitkomst = zaak(date.fromisoformat(dag), aanvraag={**HEEL_JAAR, "soort": soort}, dienstverband=MET_INTENTIE)

    assert len(met_code(uitkomst, "staphorst.parameter_ontbreekt")) == ontbreekt
    assert len(met_code(uitkomst, "staphorst.niet_geindexeerd")) == niet_geindexeerd


@pytest.mark.parametrize("soort", ["eerste", "proefplaatsing"])
def test_voor_2022_is_er_geen_bedrag_en_geen_betaling(soort: str) -> None:
    omvang = berekend(date(2021, 12, 31), aanvraag={**HEEL_JAAR, "soort": soort}).resultaat

    assert (omvang.plafond, omvang.termijnbedragen) == (None, None)


def test_intern_heeft_geen_uurtarief_en_geen_uren() -> None:
    omvang = berekend(aanvraag={**HEEL_JAAR, "tarief": "80.00"}).resultaat

    assert (omvang.maximum_tarief, omvang.maximum_uren, omvang.uren) == (None, None, None)


@pytest.mark.parametrize("regime", ["licht", "midden", "intensief"])
@pytest.mark.parametrize("dag", [date(2021, 12, 31), date(2023, 3, 1)])
def test_gemeentelijk_heeft_geen_enkel_cijfer(regime: str, dag: date) -> None:
    """1.2: "De werkgever krijgt hiervoor geen vergoeding"."""
    uitkomst = zaak(dag, aanvraag={"vorm": "gemeentelijk", "regime": regime, "tarief": "80.00"})
    omvang = uitkomst.omvang

    assert omvang is not None
    assert uitkomst.aanspraak == "recht"
    assert (omvang.plafond, omvang.maximum_tarief, omvang.maximum_uren, omvang.termijnbedragen) == (None,) * 4
    assert not met_code(uitkomst, "staphorst.parameter_ontbreekt")
    assert not met_code(uitkomst, "staphorst.niet_geindexeerd")
