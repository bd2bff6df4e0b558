"""Het contract van elke regelset, en één geval dat met de hand is nagerekend."""

from dataclasses import replace
from datetime import date

from dakpan.pluginkit import Bedrag, Uren
from dakpan.testing import RegelsetContract
from dakpan.testing.raster import BASIS
from gemeente_voorbeeld import Voorbeeld


class TestVoorbeeld(RegelsetContract):
    regelset = Voorbeeld


def test_midden_bij_24_van_36_uur() -> None:
    """22,22 × 24/36 = 14,813…, dus 14,81 uur."""
    omvang = Voorbeeld().bereken_omvang(BASIS, date(2024, 6, 1)).resultaat

    assert omvang.uren == Uren(14_81)


def test_meer_dan_een_volledige_baan_geeft_niet_meer_uren() -> None:
    ruim = replace(BASIS, dienstverband=replace(BASIS.dienstverband, uren_per_week=Uren(40_00)))

    assert Voorbeeld().bereken_omvang(ruim, date(2024, 6, 1)).resultaat.uren == Uren(22_22)


def test_het_tarief_wisselt_op_nieuwjaarsdag() -> None:
    tarieven = [
        Voorbeeld().bereken_omvang(BASIS, dag).resultaat.maximum_tarief
        for dag in (date(2023, 12, 31), date(2024, 12, 31), date(2025, 1, 1))
    ]

    assert tarieven == [None, Bedrag(111_11), Bedrag(122_22)]
