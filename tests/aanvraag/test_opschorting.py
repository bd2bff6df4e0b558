"""Awb 4:15: hoeveel dagen staat de beslistermijn stil, en wanneer eindigt zij dan? Met de hand uitgerekend."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.aanvraag.domain.aanvullingen import Aanvulstatus, nagelaten
from dakpan.aanvraag.domain.opschorting import Langer, Stilstand, opgeschort, stilstand
from dakpan.uitleg.bron import Bron

# Reis 4: ontvangen op 17-03-2022; 56 dagen later is 12-05-2022.
EIND = date(2022, 5, 12)
GEVRAAGD, TOT = date(2022, 4, 1), date(2022, 4, 15)


def test_zonder_verzoek_staat_er_niets_stil() -> None:
    berekening = opgeschort(date(2022, 3, 17) + timedelta(56), [])
    assert berekening.resultaat == EIND
    assert "stond niet stil" in berekening.stappen[0].tekst


@pytest.mark.parametrize(
    ("aangevuld", "dagen", "eind"),
    [
        (date(2022, 4, 1), 0, date(2022, 5, 12)),  # nog dezelfde dag
        (date(2022, 4, 2), 0, date(2022, 5, 12)),  # de dag erna: tot die dag, dus geen dag
        (date(2022, 4, 11), 9, date(2022, 5, 21)),  # 2 tot en met 10 april
        (date(2022, 4, 15), 13, date(2022, 5, 25)),  # op de laatste dag
        (None, 14, date(2022, 5, 26)),  # ongebruikt voorbij: 2 tot en met 15 april
        (date(2022, 4, 20), 14, date(2022, 5, 26)),  # te laat aangevuld telt niet langer
    ],
)
def test_een_verzoek(aangevuld: date | None, dagen: int, eind: date) -> None:
    stil = stilstand(GEVRAAGD, TOT, aangevuld)
    assert (stil.tot - stil.vanaf).days == dagen
    berekening = opgeschort(EIND, [stil])
    assert berekening.resultaat == eind
    assert str(berekening.stappen[0].bron) == "Algemene wet bestuursrecht, art. 4:15, eerste lid, onder a"


def test_een_dag_telt_een_keer() -> None:
    eerste, tweede = stilstand(GEVRAAGD, TOT), stilstand(date(2022, 4, 12), date(2022, 4, 26))
    # 2 tot en met 26 april: 25 dagen na 12 mei
    assert opgeschort(EIND, [tweede, eerste]).resultaat == date(2022, 6, 6)


def test_een_latere_dag_telt_na_wat_al_stilstond_en_alleen_als_zij_later_is() -> None:
    bron = Bron("Een wet")
    stil, langer = stilstand(GEVRAAGD, TOT), Langer(date(2022, 4, 20), date(2022, 6, 1), bron)
    # 14 dagen stil: 26 mei; dan zes dagen langer
    berekening = opgeschort(EIND, [langer, stil])
    assert [een.uitkomst for een in berekening.stappen] == [date(2022, 5, 26), date(2022, 6, 1)]
    assert "6 dagen langer" in berekening.stappen[1].tekst
    assert opgeschort(EIND, [stil, langer._replace(uiterlijk=date(2022, 5, 20))]).resultaat == date(2022, 5, 26)
    assert opgeschort(EIND, [langer._replace(vanaf=date(2022, 5, 13))]).resultaat == EIND


def test_een_termijn_die_voorbij_is_gaat_niet_weer_lopen() -> None:
    berekening = opgeschort(EIND, [stilstand(date(2022, 5, 12), date(2022, 5, 26))])
    assert berekening.resultaat == EIND
    assert "al voorbij" in berekening.stappen[0].tekst


@given(st.integers(0, 400), st.integers(0, 56))
def test_precies_n_dagen_stil_is_n_dagen_later(dagen: int, na: int) -> None:
    vanaf = EIND - timedelta(na)
    assert opgeschort(EIND, [Stilstand(vanaf, vanaf + timedelta(dagen))]).resultaat == EIND + timedelta(dagen)


@given(st.lists(st.tuples(st.integers(0, 56), st.integers(0, 30)), max_size=5))
def test_nooit_meer_dan_alle_dagen_samen_en_nooit_eerder(paren: list[tuple[int, int]]) -> None:
    stil = [Stilstand(EIND - timedelta(na), EIND - timedelta(na - dagen)) for na, dagen in paren]
    berekening = opgeschort(EIND, stil)
    assert EIND <= berekening.resultaat <= EIND + timedelta(sum(dagen for _, dagen in paren))
    assert len(berekening.stappen) == max(len(stil), 1)


def test_vier_weken_om_niet_in_behandeling_te_nemen() -> None:
    kan = nagelaten(Aanvulstatus.GEVRAAGD, TOT, None)
    assert kan is not None
    assert (kan.vanaf, kan.tot_en_met) == (date(2022, 4, 16), date(2022, 5, 13))
    assert [kan.kan_op(dag) for dag in (TOT, kan.vanaf, kan.tot_en_met, date(2022, 5, 14))] == [
        False,
        True,
        True,
        False,
    ]


def test_na_een_antwoord_dat_niet_genoeg_is_tellen_de_weken_vanaf_het_antwoord() -> None:
    kan = nagelaten(Aanvulstatus.ONVOLDOENDE, TOT, date(2022, 4, 11))
    assert kan is not None
    assert kan.tot_en_met == date(2022, 5, 9)


@pytest.mark.parametrize("status", [Aanvulstatus.AANGEVULD, Aanvulstatus.VOLLEDIG, Aanvulstatus.VERVALLEN])
def test_wie_aanvulde_blijft_in_behandeling(status: Aanvulstatus) -> None:
    assert nagelaten(status, TOT, TOT) is None
