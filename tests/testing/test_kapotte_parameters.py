"""Gedateerde parameters die niet deugen: de testkit noemt de parameter en wat eraan schort."""

from dataclasses import replace
from datetime import date

import pytest

from dakpan.pluginkit import Bedrag, Bron, Parameters, Waarde
from dakpan.regels.parameters.model import Getal, Parameter, Reeks, Soort
from dakpan.testing.reeksen import foute_parameters
from dakpan_uwv import Uwv

BRON = Bron("Verzonnen regeling voor deze test")


def waarde(vanaf: date, tot_en_met: date | None = None, bron: Bron = BRON) -> Waarde[Getal]:
    return Waarde(Bedrag(1_00), vanaf, bron, tot_en_met)


def parameters(*waarden: Waarde[Getal], titel: str = "Tarief", versie: str = "1") -> Parameters:
    tarief = Parameter("tarief", titel, Soort.BEDRAG, "euro per uur", BRON.ontbreekt, {("midden",): Reeks(waarden)})
    return Parameters("x", "X", versie, {}, {"tarief": tarief})


def test_de_parameters_van_uwv_deugen() -> None:
    assert list(foute_parameters(Uwv.eigen_parameters())) == []


def test_een_aangegeven_gat_mag() -> None:
    met_gat = parameters(waarde(date(2022, 1, 1), date(2022, 6, 30)), waarde(date(2023, 1, 1)))

    assert list(foute_parameters(met_gat)) == []


@pytest.mark.parametrize(
    ("kapot", "melding"),
    [
        (parameters(waarde(date(2023, 1, 1)), waarde(date(2022, 1, 1))), "zet de waarden op volgorde"),
        (parameters(waarde(date(2023, 1, 1)), waarde(date(2023, 1, 1))), "zet de waarden op volgorde"),
        (parameters(waarde(date(2022, 1, 1), date(2023, 1, 1)), waarde(date(2023, 1, 1))), "overlapt"),
        (parameters(waarde(date(2022, 1, 1), bron=BRON.ontbreekt)), "geen bron met titel en zekerheid"),
        (parameters(titel=" "), "een parameter heeft een titel"),
        (parameters(versie=""), "[regelset] heeft geen versie"),
        (replace(parameters(), titel=""), "[regelset] heeft geen titel"),
    ],
)
def test_een_slechte_parameter_valt_op(kapot: Parameters, melding: str) -> None:
    (fout,) = foute_parameters(kapot)

    assert melding in fout
