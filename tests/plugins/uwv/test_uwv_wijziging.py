"""Een vroegtijdig einde of andere uren halverwege. (Feiten 1.7; Protocol 2014 A.8)

Periode 17-02-2022 tot en met 17-08-2022: precies 182 dagen. Midden, jaar 1, 36 uur: 10% × 36 × 24 = 86,40 uur.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plugins.hulp import Json, maak_dossier, regels

from dakpan.aanvraag.domain.omvang import Omvang, Wijziging, Wijzigingsoort
from dakpan.begrippen.uren import Uren
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bevinding import Ernst

BEGIN, EIND = date(2022, 2, 17), date(2022, 8, 17)
HALVERWEGE = BEGIN + timedelta(91)
PERIODE: Json = {"begin": "2022-02-17", "eind": "2022-08-17", "ontvangen_op": "2022-02-17"}


def _na(wijziging: Wijziging, uren: str = "36.00", **aanvraag: object) -> Berekening[Omvang]:
    dossier = maak_dossier(dienstverband={"uren_per_week": uren}, aanvraag={**PERIODE, **aanvraag})
    return regels("uwv").bereken_na_wijziging(dossier, [wijziging], dossier.aanvraag.ontvangen_op)


def _uren(wijziging: Wijziging, uren: str = "36.00", **aanvraag: object) -> str | None:
    gevonden = _na(wijziging, uren, **aanvraag).resultaat.uren
    return None if gevonden is None else gevonden.iso


def _einde(op: date) -> Wijziging:
    """``op`` is de eerste dag zonder baan."""
    return Wijziging(Wijzigingsoort.EINDE, op, op)


def _andere_uren(uren: str, vanaf: date, gemeld: date | None = None) -> Wijziging:
    return Wijziging(Wijzigingsoort.UREN, vanaf, gemeld or vanaf, Uren.uit_iso(uren))


@pytest.mark.parametrize(
    ("op", "dagen", "verwacht"),
    [
        (HALVERWEGE, 91, "43.20"),
        (BEGIN + timedelta(1), 1, "0.47"),
        (BEGIN, 0, "0.00"),
        (BEGIN - timedelta(10), 0, "0.00"),
        (EIND, 181, "85.93"),
        (EIND + timedelta(1), 182, "86.40"),
        (EIND + timedelta(100), 182, "86.40"),
    ],
)
def test_vroegtijdig_einde_telt_minder_dagen(op: date, dagen: int, verwacht: str) -> None:
    na = _na(_einde(op)).resultaat

    assert na.uren is not None
    assert (na.dagen, na.uren.iso) == (dagen, verwacht)


# 86,40 / 182 per dag; de sanctiedagen liggen aan het begin
@pytest.mark.parametrize(
    ("op", "sanctie", "verwacht"),
    [
        (HALVERWEGE, 14, "36.55"),  # 91 − 14 = 77 dagen: 36,5538…
        (BEGIN + timedelta(14), 14, "0.00"),
        (BEGIN + timedelta(10), 10, "0.00"),  # nooit meer sanctiedagen dan er over zijn
        (BEGIN + timedelta(15), 14, "0.47"),
    ],
)
def test_vroegtijdig_einde_na_een_late_aanvraag(op: date, sanctie: int, verwacht: str) -> None:
    na = _na(_einde(op), ontvangen_op="2022-03-31").resultaat

    assert na.uren is not None
    assert (na.sanctiedagen, na.uren.iso) == (sanctie, verwacht)


@pytest.mark.parametrize("gemeld", [HALVERWEGE, HALVERWEGE + timedelta(60), EIND])
def test_minder_uren_gaat_altijd_in_op_de_dag_van_de_verandering(gemeld: date) -> None:
    assert _uren(_andere_uren("18.00", HALVERWEGE, gemeld)) == "64.80"  # 43,20 + 21,60


# 18 uur wordt 36: 2,4 × (18 × dagen ervoor + 36 × dagen erna) / 182
@pytest.mark.parametrize(
    ("dagen_later", "verwacht"),
    [
        (0, "64.80"),
        (28, "64.80"),  # tot 28 dagen terug
        (29, "64.56"),  # één dag te laat: 92 en 90 dagen, 64,5626…
        (35, "63.14"),  # zeven dagen te laat: 98 en 84 dagen, 63,1384…
    ],
)
def test_meer_uren_gaat_ten_hoogste_vier_weken_terug(dagen_later: int, verwacht: str) -> None:
    gemeld = HALVERWEGE + timedelta(dagen_later)

    assert _uren(_andere_uren("36.00", HALVERWEGE, gemeld), uren="18.00") == verwacht


# Vier weken voor het eind op 17-08-2022 is 20-07-2022.
@pytest.mark.parametrize(
    ("gemeld", "verwacht", "te_laat"),
    [
        (date(2022, 7, 20), "50.08", False),  # 153 dagen van 18 uur en 29 van 36: 50,0835…
        (date(2022, 7, 21), "43.20", True),
        (date(2022, 9, 1), "43.20", True),
    ],
)
def test_meer_uren_kan_tot_vier_weken_voor_het_eind(gemeld: date, verwacht: str, te_laat: bool) -> None:
    na = _na(_andere_uren("36.00", date(2022, 7, 20), gemeld), uren="18.00")

    assert na.resultaat.uren is not None
    assert na.resultaat.uren.iso == verwacht
    gevonden = [(b.code, b.ernst) for b in na.bevindingen]
    assert gevonden == ([("uwv.wijziging.te_laat", Ernst.INFORMATIE)] if te_laat else [])


# Vier weken voor 10-08-2022 is 13-07-2022, en voor 18-08-2022 is 21-07-2022; gerekend wordt nog over de hele periode.
@pytest.mark.parametrize(
    ("gemeld", "gold", "verwacht"),
    [
        (date(2022, 7, 13), date(2022, 8, 10), "50.08"),
        (date(2022, 7, 14), date(2022, 8, 10), "43.20"),
        (date(2022, 7, 21), date(2022, 8, 18), "50.08"),
    ],
)
def test_het_eind_dat_gold_bij_het_melden_telt(gemeld: date, gold: date, verwacht: str) -> None:
    anders = replace(_andere_uren("36.00", date(2022, 7, 20), gemeld), gold_tot_en_met=gold)

    assert _uren(anders, uren="18.00") == verwacht


# Proefplaatsing in 2015: één week voor het eind op 30-04-2015 is 23-04-2015.
@pytest.mark.parametrize(
    ("gemeld", "verwacht"),
    [
        (date(2015, 4, 23), "16.38"),  # 53 dagen van 18 uur en 8 van 36: 16,3780…
        (date(2015, 4, 24), "14.48"),  # 61 dagen van 18 uur: 14,4791…
    ],
)
def test_bij_een_proefplaatsing_tot_een_week_voor_het_eind(gemeld: date, verwacht: str) -> None:
    periode = {"begin": "2015-03-01", "eind": "2015-04-30", "ontvangen_op": "2015-03-01", "soort": "proefplaatsing"}

    assert _uren(_andere_uren("36.00", date(2015, 4, 23), gemeld), uren="18.00", **periode) == verwacht


def test_andere_uren_na_een_late_aanvraag() -> None:
    # 14 sanctiedagen: 2,4 × (36 × 77 + 18 × 91) / 182 = 58,1538…
    assert _uren(_andere_uren("18.00", HALVERWEGE), ontvangen_op="2022-03-31") == "58.15"


def test_de_som_na_een_late_aanvraag_is_met_de_hand_na_te_rekenen() -> None:
    """In de som staan de dagen die tellen, niet die van voor de sanctie."""
    tekst = _na(_andere_uren("18.00", HALVERWEGE), ontvangen_op="2022-03-31").stappen[-1].tekst

    assert "36 uur × 77 dagen + 18 uur × 91 dagen" in tekst
    assert tekst.endswith("; de eerste 14 dagen tellen niet mee")


@pytest.mark.parametrize(
    ("vanaf", "verwacht"),
    [
        (BEGIN - timedelta(30), "43.20"),  # al voor het begin 18 uur
        (BEGIN, "43.20"),
        (EIND, "86.16"),  # alleen de laatste dag: 86,1626…
        (EIND + timedelta(1), "86.40"),
    ],
)
def test_minder_uren_buiten_de_periode(vanaf: date, verwacht: str) -> None:
    assert _uren(_andere_uren("18.00", vanaf)) == verwacht


def test_dezelfde_uren_veranderen_niets() -> None:
    assert _uren(_andere_uren("36.00", HALVERWEGE, EIND)) == "86.40"


def test_zonder_percentage_blijven_de_uren_leeg() -> None:
    na = _na(_einde(HALVERWEGE), eerste_overeenkomst_maanden=6)

    assert na.resultaat.uren is None
    assert [b.code for b in na.bevindingen] == ["uwv.parameter_ontbreekt", "uwv.wijziging.terugbetalen"]


# Rapport par. 2.3: bij een vroeg einde betaalt wie te veel schreef het verschil terug
def test_een_vroeg_einde_zegt_dat_het_verschil_terug_moet() -> None:
    assert "terugbetaald" in _na(_einde(HALVERWEGE)).bevindingen[-1].tekst


def test_bij_vaste_uren_staat_het_gevolg_van_een_wijziging_niet_in_de_bron() -> None:
    na = _na(_einde(HALVERWEGE), soort="proefplaatsing")

    assert na.resultaat.uren is None
    assert [(b.code, b.ernst) for b in na.bevindingen] == [
        ("uwv.parameter_ontbreekt", Ernst.AFWEGEN),
        ("uwv.niet_in_bron", Ernst.INFORMATIE),
    ]


DAGEN_ROND_DE_PERIODE = st.dates(date(2022, 1, 1), date(2022, 10, 1))


@given(DAGEN_ROND_DE_PERIODE, DAGEN_ROND_DE_PERIODE)
def test_een_later_einde_geeft_nooit_minder_uren(een: date, ander: date) -> None:
    vroeg, laat = (_na(_einde(op)).resultaat for op in sorted((een, ander)))

    assert vroeg.uren is not None
    assert laat.uren is not None
    assert vroeg.uren <= laat.uren <= Uren(86_40)


@given(DAGEN_ROND_DE_PERIODE, DAGEN_ROND_DE_PERIODE, st.integers(0, 168_00))
def test_andere_uren_blijven_tussen_de_oude_en_de_nieuwe(vanaf: date, gemeld: date, honderdsten: int) -> None:
    nieuw = Uren(honderdsten)
    na = _na(Wijziging(Wijzigingsoort.UREN, vanaf, gemeld, nieuw)).resultaat
    geheel_nieuw = _na(Wijziging(Wijzigingsoort.UREN, BEGIN, BEGIN, nieuw)).resultaat

    assert na.uren is not None
    assert geheel_nieuw.uren is not None
    assert min(Uren(86_40), geheel_nieuw.uren) <= na.uren <= max(Uren(86_40), geheel_nieuw.uren)


@pytest.mark.parametrize(
    ("wijziging", "zin"),
    [
        (_andere_uren("18.00", HALVERWEGE), "telt de periode 182 dagen, in 2 delen van 91 en 91 dagen"),
        (_einde(HALVERWEGE), "telt de periode 91 dagen"),
    ],
)
def test_de_delen_staan_er_alleen_als_het_er_meer_zijn(wijziging: Wijziging, zin: str) -> None:
    tekst = next(een.tekst for een in _na(wijziging).stappen if een.code == "uwv.wijziging.dagen")
    assert tekst == f"Na de wijziging {zin}"
