"""Par. 1.5, vergoeding externe jobcoaching: een plafond naar rato van 36 uur en een maximaal uurtarief."""

from datetime import date

import pytest
from tests.plugins.hulp import met_code
from tests.plugins.staphorst.zaak import MET_INTENTIE, PROEF, Anders, berekend, plafond, zaak

# De tabel "Vergoedingsbedragen interne jobcoaching per 01-01-2022", met de hand overgenomen.
JAARBEDRAGEN = {
    ("licht", 1): "3030.37",
    ("licht", 2): "1571.30",
    ("licht", 3): "1571.30",
    ("midden", 1): "5162.85",
    ("midden", 2): "2581.43",
    ("midden", 3): "1571.30",
    ("intensief", 1): "7632.04",
    ("intensief", 2): "3816.02",
    ("intensief", 3): "3030.37",
}
RIJEN = [(regime, jaar, bedrag) for (regime, jaar), bedrag in JAARBEDRAGEN.items()]


@pytest.mark.parametrize(("regime", "jaar", "bedrag"), RIJEN)
@pytest.mark.parametrize("uren", ["36.00", "36.01", "40.00", "168.00"])
def test_vanaf_36_uur_het_hele_jaarbedrag(regime: str, jaar: int, bedrag: str, uren: str) -> None:
    aanvraag = {"regime": regime, "jaar": jaar}

    assert plafond(aanvraag=aanvraag, dienstverband={"uren_per_week": uren}) == bedrag


@pytest.mark.parametrize(
    ("regime", "jaar", "uren", "bedrag"),
    [
        ("midden", 1, "24.00", "3441.90"),  # 5162,85 × 24/36; reis 10
        ("midden", 1, "18.00", "2581.43"),  # 2581,425: half omhoog
        ("licht", 1, "18.00", "1515.19"),  # 1515,185: half omhoog
        ("licht", 2, "12.00", "523.77"),  # 523,7667
        ("licht", 3, "20.00", "872.94"),  # 872,9444
        ("midden", 1, "32.50", "4660.91"),  # 4660,90625
        ("midden", 1, "35.99", "5161.42"),  # 5161,4159
        ("intensief", 1, "18.00", "3816.02"),
        ("midden", 1, "0.00", "0.00"),
    ],
)
def test_naar_rato_van_36_uur_half_omhoog(regime: str, jaar: int, uren: str, bedrag: str) -> None:
    """ "naar rato van het aantal gewerkte uren/omvang dienstverband (… fulltime 36-urig dienstverband)"."""
    aanvraag = {"regime": regime, "jaar": jaar}

    assert plafond(aanvraag=aanvraag, dienstverband={"uren_per_week": uren}) == bedrag


def test_bij_min_max_telt_het_minimum() -> None:
    baan = {"soort": "min_max", "uren_per_week": "36.00", "minimum_uren_per_week": "24.00"}

    assert plafond(dienstverband=baan) == "3441.90"


@pytest.mark.parametrize("eind", ["2023-03-01", "2023-03-31", "2024-02-29", "2026-02-28"])
def test_het_plafond_is_dat_van_het_coachingsjaar_ook_voor_een_kortere_periode(eind: str) -> None:
    assert plafond(aanvraag={"eind": eind}) == "5162.85"


@pytest.mark.parametrize("contract_eind", [None, "2023-08-31", "2023-03-01", "2022-12-31"])
def test_een_korter_contract_verlaagt_het_plafond_van_extern_niet(contract_eind: str | None) -> None:
    """De zin over een contract korter dan een jaar staat bij de interne vergoeding."""
    assert plafond(dienstverband={"begin": "2022-01-01", "eind": contract_eind}) == "5162.85"


@pytest.mark.parametrize(
    ("uren", "tarief", "verwacht"),
    [
        ("24.00", "95.45", "36.05"),  # 3441,90 / 95,45 = 36,0597
        ("24.00", None, "36.05"),  # zonder bod: het maximum
        ("36.00", "95.45", "54.08"),  # 54,0895
        ("36.00", "95.44", "54.09"),  # 54,0952
        ("36.00", "80.00", "64.53"),  # 64,5356
        ("24.00", "50.00", "68.83"),  # 68,838
        ("36.00", "0.01", "516285.00"),
        ("36.00", "95.46", "54.08"),  # meer dan het maximum telt niet
        ("0.00", "95.45", "0.00"),
    ],
)
def test_het_aantal_uren_past_in_het_plafond(uren: str, tarief: str | None, verwacht: str) -> None:
    """Het plafond gedeeld door het laagste van bod en maximum, naar beneden."""
    omvang = berekend(aanvraag={"tarief": tarief}, dienstverband={"uren_per_week": uren}).resultaat

    assert omvang.maximum_uren is not None
    assert omvang.maximum_uren.iso == verwacht


def test_het_maximale_tarief_staat_erbij_ook_bij_een_lager_bod() -> None:
    omvang = berekend(aanvraag={"tarief": "80.00"}).resultaat

    assert omvang.maximum_tarief is not None
    assert omvang.maximum_tarief.iso == "95.45"
    assert omvang.termijnbedragen is None


TABEL, TARIEF = "Vergoeding per begeleidingsregime per jaar", "Maximaal uurtarief"


def _opgemerkt(code: str, dag: str, **anders: Anders) -> list[str]:
    uitkomst = zaak(date.fromisoformat(dag), **anders)
    return sorted(bevinding.tekst for bevinding in met_code(uitkomst, f"staphorst.{code}"))


@pytest.mark.parametrize("tarief", ["95.45", None])
def test_voor_2022_ontbreken_bedrag_en_tarief(tarief: str | None) -> None:
    tarief_mist, tabel_mist = _opgemerkt("parameter_ontbreekt", "2021-12-31", aanvraag={"tarief": tarief})

    assert tabel_mist.startswith(TABEL)
    assert tarief_mist.startswith(TARIEF)


def test_voor_2022_zijn_alle_cijfers_leeg_en_weegt_een_mens_af() -> None:
    uitkomst = zaak(date(2021, 12, 31), aanvraag={"tarief": "200.00"})

    assert uitkomst.aanspraak == "afwegen"
    assert uitkomst.omvang is not None
    assert (uitkomst.omvang.plafond, uitkomst.omvang.maximum_tarief, uitkomst.omvang.maximum_uren) == (None,) * 3


def test_op_de_eerste_dag_is_alles_er() -> None:
    uitkomst = zaak(date(2022, 1, 1))

    assert uitkomst.aanspraak == "recht"
    assert not _opgemerkt("niet_geindexeerd", "2022-01-01")


@pytest.mark.parametrize(
    ("dag", "wat"),
    [
        ("2022-06-30", []),
        ("2022-07-01", [TARIEF]),  # "halfjaarlijks geïndexeerd"
        ("2022-12-31", [TARIEF]),
        ("2023-01-01", [TARIEF, TABEL]),  # "jaarlijks op 1 januari geïndexeerd"
        ("2090-01-01", [TARIEF, TABEL]),
    ],
)
def test_een_bedrag_dat_geindexeerd_had_moeten_zijn_wordt_gemeld(dag: str, wat: list[str]) -> None:
    gemeld = _opgemerkt("niet_geindexeerd", dag, aanvraag={"tarief": "95.45"})

    assert [zin.startswith(begin) for zin, begin in zip(gemeld, wat, strict=True)] == [True] * len(wat)


def test_een_niet_geindexeerd_bedrag_verandert_niets_aan_de_aanspraak() -> None:
    uitkomst = zaak(date(2026, 5, 1))

    assert uitkomst.aanspraak == "recht"
    assert uitkomst.omvang is not None
    assert uitkomst.omvang.plafond is not None
    assert uitkomst.omvang.plafond.iso == "5162.85"


@pytest.mark.parametrize("regime", ["licht", "midden", "intensief"])
def test_extern_tijdens_een_proefplaatsing_staat_niet_in_de_bron(regime: str) -> None:
    """De tabel bij een proefplaatsing is er alleen voor interne jobcoaching."""
    uitkomst = zaak(aanvraag={**PROEF, "regime": regime}, dienstverband=MET_INTENTIE)
    [gemist] = met_code(uitkomst, "staphorst.parameter_ontbreekt")

    assert (uitkomst.aanspraak, gemist.ernst, gemist.bron.zekerheid) == ("afwegen", "afwegen", "ontbreekt")
    assert uitkomst.omvang is not None
    assert (uitkomst.omvang.plafond, uitkomst.omvang.maximum_uren) == (None, None)


def test_de_stappen_zijn_met_de_hand_na_te_rekenen() -> None:
    stappen = {
        stap.code.removeprefix("staphorst.omvang."): stap
        for stap in berekend(aanvraag={"tarief": "80.00"}, dienstverband={"uren_per_week": "24.00"}).stappen
    }

    assert stappen["jaarbedrag"].tekst == "Regime midden, jaar 1: € 5.162,85"
    assert stappen["plafond"].tekst.startswith("€ 5.162,85 × 2/3 (24 uur van 36 uur)")
    assert stappen["maximum_uren"].tekst.startswith("€ 3.441,90 / € 80,00 per uur")
    assert stappen["maximum_uren"].bron.zekerheid == "afgeleid"


def test_een_stap_zonder_bedrag_zegt_dat_het_ontbreekt() -> None:
    stappen = {stap.code.removeprefix("staphorst.omvang."): stap for stap in berekend(date(2021, 12, 31)).stappen}

    assert stappen["jaarbedrag"].tekst == "Regime midden, jaar 1: niet in bron"
    assert {stappen[naam].bron.zekerheid for naam in ("jaarbedrag", "maximum_tarief")} == {"ontbreekt"}
    assert {stappen[naam].uitkomst for naam in stappen} == {None}


def test_bij_min_max_laat_de_stap_het_minimum_zien() -> None:
    baan = {"soort": "min_max", "uren_per_week": "36.00", "minimum_uren_per_week": "24.00"}

    assert "(24 uur van 36 uur)" in berekend(dienstverband=baan).stappen[1].tekst
