"""Elk soort veld leest precies één schrijfwijze."""

from contextlib import suppress
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError, fields

from dakpan.aanvraag.domain.soorten import Regime, Vorm
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.invoer.velden import (
    Geheel,
    JaNee,
    Keuzeveld,
    bedragveld,
    datumveld,
    duurveld,
    lijst,
    percentageveld,
    tekstveld,
    tijdveld,
    urenveld,
)

VELDEN: dict[str, fields.Field[Any]] = {
    "bedrag": bedragveld(),
    "uren": urenveld(),
    "percentage": percentageveld(),
    "duur": duurveld(),
    "datum": datumveld(),
    "tijd": tijdveld(),
    "tekst": tekstveld(),
    "korte tekst": tekstveld(ten_hoogste=3),
    "keuze": Keuzeveld(Regime),
    "geheel": Geheel(0, 100),
    "ja of nee": JaNee(),
    "lijst": lijst(Geheel(0, 9)),
}

GOED: list[tuple[str, object, object]] = [
    ("bedrag", "95.45", Bedrag(9545)),
    ("bedrag", "-1.00", Bedrag(-100)),
    ("uren", "24.00", Uren(2400)),
    ("percentage", "7.50", Percentage(750)),
    ("duur", "2:30", Duur(150)),
    ("duur", "0:00", Duur(0)),
    ("datum", "2024-02-29", date(2024, 2, 29)),
    ("datum", "1900-01-01", date(1900, 1, 1)),
    ("datum", "2199-12-31", date(2199, 12, 31)),
    ("tijd", "9:00", time(9, 0)),
    ("tijd", "09:00", time(9, 0)),
    ("tijd", "23:59", time(23, 59)),
    ("tekst", "Regel een\r\n\tregel twee é 😀", "Regel een\r\n\tregel twee é 😀"),
    ("tekst", "", ""),
    ("korte tekst", "abc", "abc"),
    ("keuze", "zeer_licht", Regime.ZEER_LICHT),
    ("geheel", 0, 0),
    ("geheel", 100, 100),
    ("ja of nee", False, False),
    ("lijst", [], []),
    ("lijst", [1, 1], [1, 1]),
]
GEEN_GETAL: tuple[object, ...] = (
    *("24", "24.0", "024.00", "24,00", "１２.００", "1e2", ""),
    *(24, True, None, [], {}, ["24.00"]),
)
FOUT: dict[str, tuple[object, ...]] = {
    "bedrag": GEEN_GETAL,
    "uren": (*GEEN_GETAL, "-1.00"),
    "percentage": (*GEEN_GETAL, "-0.01", "100.01"),
    "duur": ("-0:37", "2:60", "02:30", "2.5", "2", "２:30", 150, None, "9" * 5000 + ":00"),
    "datum": (
        *("20230301", "2023-W01-1", "2023-060", "2023-3-1", "01-03-2023", "", "2023-03-01T00:00:00"),
        *("2023-02-30", "2023-02-29", "2023-13-01", "2023-00-10", "２０２３-03-01", " 2023-03-01", "2023-03-01\n"),
        *("0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "0000-00-00", 20230301, None),
    ),
    "tijd": ("24:00", "9:60", "9", "9.00", "09:00:00", " 9:00", "９:00", "9:00Z", 900, None),
    "tekst": (
        *("a\0b", "a\x1bb", "a\x7fb", "a\x85b", "a\ud800b", "\udfff", "a" * 10_001),
        *(1, True, None, ["a"], {}),
    ),
    "korte tekst": ("abcd",),
    "keuze": ("", "Licht", "licht ", "zeer licht", "extern", "ZEER_LICHT", 1, None, ["licht"]),
    "geheel": (-1, 101, True, False, "1", "", None, [1], 10**30),
    "ja of nee": (0, 1, "true", "false", "ja", "", None, []),
    "lijst": (1, "1", {}, None, [10], [None], ["1"], [[1]]),
}


@pytest.mark.parametrize(("veld", "waarde", "gelezen"), GOED)
def test_leest(veld: str, waarde: object, gelezen: object) -> None:
    assert VELDEN[veld].deserialize(waarde) == gelezen


@pytest.mark.parametrize(("veld", "waarde"), [(veld, waarde) for veld in FOUT for waarde in FOUT[veld]])
def test_weigert(veld: str, waarde: object) -> None:
    with pytest.raises(ValidationError) as fout:
        VELDEN[veld].deserialize(waarde)
    assert "Not a valid" not in str(fout.value)
    assert "Exceeds" not in str(fout.value)


@pytest.mark.parametrize("veld", VELDEN)
@pytest.mark.parametrize("tekst", ["24.00", "1e999"])
def test_een_kommagetal_is_nergens_goed(veld: str, tekst: str) -> None:
    with pytest.raises(ValidationError):
        VELDEN[veld].deserialize(float(tekst))


@pytest.mark.parametrize(
    ("veld", "waarde", "raad"),
    [
        ("bedrag", 95, "tekst tussen aanhalingstekens: schrijf een bedrag"),
        ("uren", "24", r"'24' kan niet: schrijf 24\.00"),
        ("uren", "24.0", "schrijf uren vanaf 0 met een punt en twee decimalen, zoals 86.40"),
        ("bedrag", "€ 1.095,45", r"schrijf 1095\.45"),
        ("datum", "01-03-2023", r"bedoelde u 2023-03-01\?"),
        ("datum", "1/3/2023", r"bedoelde u 2023-03-01\?"),
        ("datum", "2023-03-01T00:00:00", r"bedoelde u 2023-03-01\?"),
        ("datum", "31-02-2023", "schrijf jaar-maand-dag, zoals 2023-03-01"),
        ("datum", "morgen", "schrijf jaar-maand-dag, zoals 2023-03-01"),
        ("datum", "2023-02-30", "de datum 2023-02-30 bestaat niet; controleer maand en dag"),
        ("datum", "0001-01-01", "van 1900 tot en met 2199"),
        ("duur", "-0:37", "niet negatief"),
        ("tekst", "a\x1bb", r"het teken U\+001B is niet leesbaar; haal het weg"),
        ("tekst", "a\ud800b", r"U\+D800"),
        ("korte tekst", "abcd", "telt 4 tekens; ten hoogste 3"),
        ("keuze", "Midden", r"bedoelde u 'midden'\?"),
        ("keuze", "zeer licht", r"bedoelde u 'zeer_licht'\?"),
        ("keuze", "zwaar", "'zwaar' bestaat niet; kies uit zeer_licht, licht, midden, intensief"),
        ("geheel", 101, "van 0 tot en met 100"),
        ("ja of nee", "true", "true of false te staan, zonder aanhalingstekens"),
        ("lijst", {}, r"een lijst te staan, tussen \[ en \]"),
        ("tijd", None, r"mag niet leeg \(null\) zijn"),
    ],
)
def test_de_melding_zegt_hoe_het_wel_moet(veld: str, waarde: object, raad: str) -> None:
    with pytest.raises(ValidationError, match=raad):
        VELDEN[veld].deserialize(waarde)


def test_een_keuze_uit_twee_lijsten() -> None:
    veld = Keuzeveld(Regime, Vorm)
    assert (veld.deserialize("licht"), veld.deserialize("extern")) == (Regime.LICHT, Vorm.EXTERN)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_datum_heen_en_terug(dag: date) -> None:
    assert VELDEN["datum"].deserialize(dag.isoformat()) == dag


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"])))
def test_leesbare_tekst_blijft_zoals_zij_is(tekst: str) -> None:
    assert VELDEN["tekst"].deserialize(tekst) == tekst


@given(st.sampled_from(sorted(VELDEN)), st.text(alphabet=st.characters(codec=None)) | st.integers() | st.booleans())
def test_elke_waarde_wordt_gelezen_of_netjes_geweigerd(veld: str, waarde: object) -> None:
    with suppress(ValidationError):
        assert VELDEN[veld].deserialize(waarde) is not None
