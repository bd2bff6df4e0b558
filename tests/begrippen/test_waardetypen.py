"""Wat voor elk waardetype geldt: vast, streng van soort en niet te verwarren met een ander."""

import dataclasses
import operator
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.nummers import Bsn, Iban
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.periode import Kwartaal, Periode
from dakpan.begrippen.uren import Uren

GETALLEN: list[Any] = [Bedrag(100), Uren(100), Percentage(100), Duur(100)]
ALLE: list[Any] = [
    *GETALLEN,
    Periode(date(2023, 1, 1), date(2023, 12, 31)),
    Kwartaal(2023, 1),
    Bsn("111222333"),
    Iban("NL91ABNA0417164300"),
]
PAREN = [(een, ander) for een in GETALLEN for ander in [*GETALLEN, 100, "1.00"] if type(een) is not type(ander)]
VERKEERD = [0.1, 1.0, True, Decimal("1.00"), "1.00", Fraction(1), None]


def _naam(waarde: object) -> str:
    return type(waarde).__name__


@pytest.mark.parametrize("soort", [Bedrag, Uren, Percentage, Duur])
@pytest.mark.parametrize("waarde", VERKEERD, ids=_naam)
def test_alleen_een_geheel_getal(soort: Callable[[Any], object], waarde: Any) -> None:
    with pytest.raises(OngeldigeWaarde, match="telt gehele"):
        soort(waarde)


@pytest.mark.parametrize("waarde", ALLE, ids=_naam)
def test_een_waarde_verandert_nooit(waarde: Any) -> None:
    for veld in dataclasses.fields(waarde):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(waarde, veld.name, getattr(waarde, veld.name))


@pytest.mark.parametrize("waarde", ALLE, ids=_naam)
def test_een_waarde_krijgt_geen_nieuw_veld(waarde: Any) -> None:
    with pytest.raises((AttributeError, TypeError)):
        waarde.iets = 1
    assert not hasattr(waarde, "__dict__")


@pytest.mark.parametrize("waarde", ALLE, ids=_naam)
def test_gelijke_waarden_zijn_een_sleutel(waarde: Any) -> None:
    assert len({waarde, dataclasses.replace(waarde)}) == 1


@pytest.mark.parametrize(("een", "ander"), PAREN, ids=_naam)
def test_verschillende_soorten_zijn_nooit_gelijk(een: Any, ander: Any) -> None:
    assert een != ander


@pytest.mark.parametrize("vergelijk", [operator.lt, operator.le, operator.gt, operator.ge])
@pytest.mark.parametrize(("een", "ander"), PAREN, ids=_naam)
def test_verschillende_soorten_vergelijken_niet(vergelijk: Callable[[Any, Any], bool], een: Any, ander: Any) -> None:
    with pytest.raises(TypeError):
        vergelijk(een, ander)


@pytest.mark.parametrize("reken", [operator.add, operator.sub, operator.mul, operator.truediv])
@pytest.mark.parametrize(("een", "ander"), PAREN, ids=_naam)
def test_verschillende_soorten_rekenen_niet(reken: Callable[[Any, Any], object], een: Any, ander: Any) -> None:
    with pytest.raises(TypeError):
        reken(een, ander)


@pytest.mark.parametrize("soort", [Bedrag, Uren, Percentage, Duur])
def test_meer_is_meer(soort: Callable[[int], Any]) -> None:
    assert soort(1) < soort(2) <= soort(2)
    assert max(soort(3), soort(5), soort(4)) == soort(5)
