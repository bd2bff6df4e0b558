"""De subsidie voor een interne jobcoach. (Feiten 2.2; Protocol Interne Jobcoach 2015, 2.5 en 2.7)"""

from datetime import date

import pytest
from tests.plugins.hulp import Json, ernst_van, maak_dossier, toets_bij

from dakpan.aanvraag.domain.omvang import Eenheid
from dakpan.aanvraag.service import Toets
from dakpan.uitleg.bevinding import Aanspraak, Ernst

EEN_JAAR: Json = {"begin": "2015-03-01", "eind": "2016-02-29", "ontvangen_op": "2015-03-01"}


def _toets(dag: date | None = None, dienstverband: Json | None = None, **aanvraag: object) -> Toets:
    gegevens = {**EEN_JAAR, "vorm": "intern", "motivering_intensief": "Crisis.", **aanvraag}
    return toets_bij("uwv", maak_dossier(aanvraag=gegevens, dienstverband=dienstverband), dag)


def _plafond(dag: date | None = None, dienstverband: Json | None = None, **aanvraag: object) -> str | None:
    omvang = _toets(dag, dienstverband, **aanvraag).omvang
    assert omvang is not None
    assert omvang.eenheid is Eenheid.EURO
    return omvang.plafond.iso if omvang.plafond is not None else None


# Normbedragen 2015, bijlage Q2: jaar 1, 2, 3 en later
NORM_2015 = {
    "licht": ("2700.00", "1400.00", "1400.00", "1400.00"),
    "midden": ("4500.00", "2700.00", "1400.00", "1400.00"),
    "intensief": ("6800.00", "4500.00", "2700.00", "2700.00"),
}


@pytest.mark.parametrize(
    ("regime", "jaar", "verwacht"),
    [(regime, jaar, bedrag) for regime, rij in NORM_2015.items() for jaar, bedrag in enumerate(rij, start=1)],
)
@pytest.mark.parametrize("dag", [date(2015, 1, 1), date(2015, 12, 31)], ids=str)
def test_jaarbedragen_van_2015(dag: date, regime: str, jaar: int, verwacht: str) -> None:
    assert _plafond(dag, regime=regime, jaar=jaar) == verwacht


# Beleidsregels onderzoek interne jobcoaching, art. 5: in elk jaar hetzelfde
@pytest.mark.parametrize(
    ("regime", "verwacht"),
    [("zeer_licht", "1400.00"), ("licht", "2700.00"), ("midden", "4500.00"), ("intensief", "6800.00")],
)
@pytest.mark.parametrize("jaar", [1, 2, 3, 4])
@pytest.mark.parametrize("dag", [date(2014, 7, 1), date(2014, 12, 31)], ids=str)
def test_jaarbedragen_van_2014(dag: date, jaar: int, regime: str, verwacht: str) -> None:
    assert _plafond(dag, regime=regime, jaar=jaar) == verwacht


# Normbedragen 2015, bijlage Q2: een vast bedrag, hoe lang de proefplaatsing ook duurt
@pytest.mark.parametrize(("regime", "verwacht"), [("licht", "500.00"), ("midden", "600.00"), ("intensief", "750.00")])
@pytest.mark.parametrize("eind", ["2015-03-01", "2015-04-30", "2016-02-29"])
@pytest.mark.parametrize("uren", ["12.00", "40.00"])
def test_proefplaatsing_in_2015(uren: str, eind: str, regime: str, verwacht: str) -> None:
    plafond = _plafond(None, {"uren_per_week": uren}, regime=regime, soort="proefplaatsing", eind=eind, jaar=3)

    assert plafond == verwacht


@pytest.mark.parametrize(
    ("dag", "anders"),
    [
        (date(2014, 6, 30), {}),
        (date(2015, 6, 1), {"regime": "zeer_licht"}),
        (date(2016, 1, 1), {}),  # Q2 wordt nooit doorgetrokken na 2015
        (date(2022, 1, 1), {}),
        (date(2014, 12, 31), {"soort": "proefplaatsing"}),
        (date(2015, 6, 1), {"soort": "proefplaatsing", "regime": "zeer_licht"}),
        (date(2016, 1, 1), {"soort": "proefplaatsing"}),
    ],
)
def test_wat_niet_in_de_bron_staat_ontbreekt(dag: date, anders: Json) -> None:
    uitkomst = _toets(dag, **anders)

    assert uitkomst.omvang is not None
    assert uitkomst.omvang.plafond is None
    assert uitkomst.aanspraak is Aanspraak.AFWEGEN
    assert ernst_van(uitkomst, "uwv.parameter_ontbreekt") is Ernst.AFWEGEN
    assert ernst_van(uitkomst, "uwv.niet_geindexeerd") is None


# Midden jaar 1: € 4.500 × min(1, uren / 24)
@pytest.mark.parametrize(
    ("uren", "verwacht"),
    [
        ("12.00", "2250.00"),
        ("18.00", "3375.00"),
        ("23.99", "4498.13"),  # 4498,125
        ("24.00", "4500.00"),
        ("24.01", "4500.00"),
        ("40.00", "4500.00"),
    ],
)
def test_naar_rato_van_24_uur(uren: str, verwacht: str) -> None:
    assert _plafond(None, {"uren_per_week": uren}) == verwacht


def test_min_max_rekent_met_het_minimum() -> None:
    baan = {"soort": "min_max", "uren_per_week": "36.00", "minimum_uren_per_week": "12.00"}

    assert _plafond(None, baan) == "2250.00"


# Midden jaar 1: € 4.500 × maanden / 12
@pytest.mark.parametrize(
    ("begin", "eind", "verwacht"),
    [
        ("2015-03-01", "2015-08-31", "2250.00"),  # 6 maanden
        ("2015-03-01", "2015-03-31", "375.00"),  # 1 maand
        ("2015-03-01", "2015-03-10", "120.97"),  # 10/31 maand: 120,967…
        ("2015-02-15", "2015-03-14", "375.00"),  # een maand eindigt de dag voor hetzelfde dagnummer
        ("2015-01-31", "2015-02-28", "375.00"),
        ("2015-03-01", "2015-09-15", "2437.50"),  # 6 en 15/30 maand
        ("2015-03-01", "2016-02-28", "4487.07"),  # 11 en 28/29 maand: 4487,068…
        ("2015-03-01", "2016-02-29", "4500.00"),  # een jaar
        ("2015-03-01", "2017-02-28", "4500.00"),  # langer dan een jaar blijft een jaarbedrag
    ],
)
def test_naar_rato_van_de_maanden(begin: str, eind: str, verwacht: str) -> None:
    assert _plafond(date(2015, 3, 1), begin=begin, eind=eind, ontvangen_op=begin) == verwacht


def test_uren_en_maanden_samen_met_een_afronding() -> None:
    # 4500 × 12,03 / 24 = 2255,625; × 6 / 12 = 1127,8125. Wie eerst 2255,63 maakt komt op 1127,82.
    assert _plafond(None, {"uren_per_week": "12.03"}, eind="2015-08-31") == "1127.81"


def test_te_laat_verandert_het_bedrag_niet() -> None:
    uitkomst = _toets(date(2015, 6, 1), ontvangen_op="2015-06-01")

    assert ernst_van(uitkomst, "uwv.termijn.sanctie") is Ernst.INFORMATIE
    assert uitkomst.omvang is not None
    assert uitkomst.omvang.plafond is not None
    assert (uitkomst.omvang.plafond.iso, uitkomst.omvang.sanctiedagen) == ("4500.00", 0)


def test_intern_kent_geen_uren() -> None:
    omvang = _toets().omvang

    assert omvang is not None
    assert (omvang.uren, omvang.uren_formulier, omvang.percentage, omvang.dagen) == (None, None, None, None)
    assert (omvang.maximum_uren, omvang.maximum_tarief, omvang.termijnbedragen) == (None, None, None)
