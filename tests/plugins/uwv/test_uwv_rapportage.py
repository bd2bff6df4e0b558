"""De verantwoording na elke periode. (Feiten 1.7; reis 9; rapport bijlage 3)"""

from dataclasses import replace
from datetime import date

import pytest
from tests.plugins.hulp import maak_dossier, regels

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.periode import Periode
from dakpan.rapportage.domain import Rapportage, Rapportageonderdeel, Rapportageplicht, Rapportagevorm
from dakpan.uitleg.bevinding import Bevinding, Ernst

PERIODE = Periode(date(2022, 2, 17), date(2022, 8, 16))
VOLLEDIG = Rapportage(
    date(2022, 9, 13),
    schriftelijk=True,
    onderdelen=frozenset(Rapportageonderdeel) - {Rapportageonderdeel.VERLOOP},
    ondertekend_door=(Partij.JOBCOACH, Partij.WERKGEVER, Partij.CLIENT),
)


def _plicht(periode: Periode = PERIODE) -> Rapportageplicht:
    (plicht,) = regels("uwv").bepaal_rapportageplan(maak_dossier(), periode).resultaat.plichten
    return plicht


def _niet_goed(rapportage: Rapportage) -> dict[str, Bevinding]:
    bevindingen = regels("uwv").toets_rapportage(rapportage, _plicht(), rapportage.uitgebracht_op)
    assert len({b.code for b in bevindingen}) == len(bevindingen)
    return {b.code: b for b in bevindingen if b.ernst is not Ernst.VOLDAAN}


@pytest.mark.parametrize(
    ("eind", "uiterlijk"),
    [
        (date(2022, 8, 16), date(2022, 9, 13)),  # reis 9
        (date(2024, 2, 1), date(2024, 2, 29)),
        (date(2023, 12, 31), date(2024, 1, 28)),
    ],
)
def test_een_verantwoording_binnen_vier_weken_na_het_eind(eind: date, uiterlijk: date) -> None:
    plicht = _plicht(Periode(date(2022, 2, 17), eind))

    assert (plicht.vorm, plicht.uiterlijk, plicht.schriftelijk) == (Rapportagevorm.VERANTWOORDING, uiterlijk, True)


def test_een_volledige_verantwoording_op_de_laatste_dag() -> None:
    assert _niet_goed(VOLLEDIG) == {}


def test_een_dag_te_laat_is_geen_weigering() -> None:
    niet_goed = _niet_goed(replace(VOLLEDIG, uitgebracht_op=date(2022, 9, 14)))

    assert set(niet_goed) == {"uwv.rapportage.termijn"}
    assert niet_goed["uwv.rapportage.termijn"].ernst is not Ernst.BLOKKEREND


@pytest.mark.parametrize("onderdeel", sorted(VOLLEDIG.onderdelen))
def test_een_onderdeel_dat_ontbreekt(onderdeel: Rapportageonderdeel) -> None:
    niet_goed = _niet_goed(replace(VOLLEDIG, onderdelen=VOLLEDIG.onderdelen - {onderdeel}))

    assert set(niet_goed) == {f"uwv.rapportage.{onderdeel.value}"}


@pytest.mark.parametrize(
    "handtekeningen",
    [
        pytest.param((), id="niemand"),
        pytest.param((Partij.JOBCOACH, Partij.WERKGEVER), id="zonder cliënt"),
        pytest.param((Partij.CLIENT, Partij.JOBCOACH, Partij.WERKGEVER), id="cliënt niet als laatste"),
    ],
)
def test_drie_handtekeningen_de_client_als_laatste(handtekeningen: tuple[Partij, ...]) -> None:
    niet_goed = _niet_goed(replace(VOLLEDIG, ondertekend_door=handtekeningen))

    assert set(niet_goed) == {"uwv.rapportage.ondertekening"}


def test_mondeling_is_niet_genoeg() -> None:
    assert set(_niet_goed(replace(VOLLEDIG, schriftelijk=False))) == {"uwv.rapportage.ondertekening"}
