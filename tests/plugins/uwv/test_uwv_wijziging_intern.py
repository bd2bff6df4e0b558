"""De subsidie na een vroegtijdig einde of andere uren. (Feiten 2.2; Protocol Interne Jobcoach 2015, 2.5 en 4.1)

Midden, jaar 1, 2015: € 4.500 voor 12 maanden van 24 uur, van 01-03-2015 tot en met 29-02-2016.
"""

from datetime import date

import pytest
from tests.plugins.hulp import Json, maak_dossier, regels

from dakpan.aanvraag.domain.omvang import Wijziging, Wijzigingsoort
from dakpan.begrippen.uren import Uren

JAAR: Json = {"vorm": "intern", "begin": "2015-03-01", "eind": "2016-02-29", "ontvangen_op": "2015-03-01"}
NA_ZES_MAANDEN, NA_NEGEN_MAANDEN = date(2015, 9, 1), date(2015, 12, 1)


def _plafond(wijziging: Wijziging, uren: str, **aanvraag: object) -> str | None:
    dossier = maak_dossier(dienstverband={"uren_per_week": uren}, aanvraag={**JAAR, **aanvraag})
    na = regels("uwv").bereken_na_wijziging(dossier, [wijziging], dossier.aanvraag.ontvangen_op)
    return None if na.resultaat.plafond is None else na.resultaat.plafond.iso


def _einde(op: date) -> Wijziging:
    return Wijziging(Wijzigingsoort.EINDE, op, op)


def _andere_uren(uren: str, vanaf: date, gemeld: date) -> Wijziging:
    return Wijziging(Wijzigingsoort.UREN, vanaf, gemeld, Uren.uit_iso(uren))


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (NA_ZES_MAANDEN, "2250.00"),
        (date(2015, 9, 16), "2437.50"),  # 6 en 15/30 maand
        (date(2015, 3, 1), "0.00"),
        (date(2014, 1, 1), "0.00"),
        (date(2016, 3, 1), "4500.00"),
        (date(2020, 1, 1), "4500.00"),
    ],
)
def test_vroegtijdig_einde(op: date, verwacht: str) -> None:
    assert _plafond(_einde(op), "24.00") == verwacht


@pytest.mark.parametrize(
    ("oud", "nieuw", "gemeld", "verwacht"),
    [
        pytest.param("24.00", "12.00", NA_ZES_MAANDEN, "3375.00", id="minder: zes maanden heel, zes half"),
        pytest.param("24.00", "12.00", NA_NEGEN_MAANDEN, "3375.00", id="minder, laat gemeld: vanaf de verandering"),
        pytest.param("12.00", "24.00", NA_ZES_MAANDEN, "3375.00", id="meer: zes maanden half, zes heel"),
        pytest.param("12.00", "24.00", NA_NEGEN_MAANDEN, "2812.50", id="meer, laat gemeld: vanaf de ontvangst"),
        pytest.param("12.00", "24.00", date(2016, 6, 1), "2250.00", id="meer, gemeld na het eind: niets"),
        pytest.param("12.00", "24.00", date(2015, 4, 1), "3375.00", id="meer, vooraf gemeld: vanaf de verandering"),
        pytest.param("24.00", "40.00", NA_ZES_MAANDEN, "4500.00", id="meer dan 24 uur geeft niet meer"),
        pytest.param("40.00", "24.00", NA_ZES_MAANDEN, "4500.00", id="tot 24 uur geeft niet minder"),
    ],
)
def test_andere_uren(oud: str, nieuw: str, gemeld: date, verwacht: str) -> None:
    assert _plafond(_andere_uren(nieuw, NA_ZES_MAANDEN, gemeld), oud) == verwacht


# 2.5: vast, hoe lang of kort ook
@pytest.mark.parametrize("op", [date(2015, 3, 2), NA_ZES_MAANDEN])
def test_een_proefplaatsing_houdt_haar_vaste_bedrag(op: date) -> None:
    assert _plafond(_einde(op), "12.00", soort="proefplaatsing") == "600.00"


def test_na_2015_blijft_het_bedrag_leeg() -> None:
    assert (
        _plafond(_einde(date(2016, 6, 1)), "24.00", begin="2016-03-01", ontvangen_op="2016-03-01", eind="2017-02-28")
        is None
    )
