"""Nummers van organisaties en rekeningen: zonder goed nummer bestaat het object niet."""

from typing import Any

import pytest

from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.nummers import Bsn, BtwNummer, Iban, Kvk, Nummer, Oin

# De voorbeelden van de uitgevers zelf, met korte en lange rekeningnummers en letters erin.
ANDERE_LANDEN = [
    "BE68539007547034", "CH9300762011623852957", "DE89370400440532013000", "ES9121000418450200051332",
    "FR1420041010050500013M02606", "GB82WEST12345698765432", "MT84MALT011000012345MTLCAST001S", "NO9386011117947",
]  # fmt: skip
GOED: list[tuple[type[Nummer], str]] = [
    (Kvk, "12345678"),
    (Oin, "00000001002220647000"),
    (BtwNummer, "NL000099998B57"),
    (Iban, "NL91ABNA0417164300"),
    *((Iban, nummer) for nummer in ANDERE_LANDEN),
]
FOUT: list[tuple[type[Nummer], str]] = [
    (Kvk, "1234567"),
    (Kvk, "123456789"),
    (Kvk, "12 345678"),
    (Kvk, "1234567a"),
    (Kvk, "１２３４５６７８"),
    (Oin, "0000000100222064700"),
    (Oin, "000000010022206470000"),
    (BtwNummer, "NL000099998B58"),
    (BtwNummer, "000099998B57"),
    (BtwNummer, "NL000099998b57"),
    (BtwNummer, "BE0123456789"),
    (Iban, "NL91ABNA0417164301"),
    (Iban, "NL91ABNA041716430"),
    (Iban, "NL91ABNA04171643000"),
    (Iban, "NL19ABNA0417164300"),
    (Iban, "NL91 ABNA 0417 1643 00"),
    (Iban, "nl91abna0417164300"),
    (Iban, "XX91ABNA0417164300"),
    (Iban, "DE89370400440532013001"),
    (Iban, "NL01INGB0000000002"),
    (Iban, ""),
]


@pytest.mark.parametrize(("soort", "nummer"), GOED)
def test_goed_nummer_staat_er_onveranderd(soort: type[Nummer], nummer: str) -> None:
    assert str(soort(nummer)) == nummer


@pytest.mark.parametrize(("soort", "nummer"), FOUT)
def test_fout_nummer_bestaat_niet(soort: type[Nummer], nummer: str) -> None:
    with pytest.raises(OngeldigeWaarde) as fout:
        soort(nummer)
    assert str(fout.value) == soort.eis


@pytest.mark.parametrize("soort", [Bsn, Kvk, BtwNummer, Oin, Iban])
@pytest.mark.parametrize("waarde", [111222333, 12345678, None, b"12345678", ["12345678"]])
def test_alleen_tekst_is_een_nummer(soort: type[Nummer], waarde: Any) -> None:
    with pytest.raises(OngeldigeWaarde):
        soort(waarde)


def test_iban_zoals_mensen_het_schrijven() -> None:
    assert Iban.uit_tekst("nl91 abna 0417 1643 00") == Iban("NL91ABNA0417164300")


@pytest.mark.parametrize("eerste", range(1, 10))
def test_iban_met_een_verkeerd_cijfer_valt_op(eerste: int) -> None:
    with pytest.raises(OngeldigeWaarde):
        Iban(f"NL91ABNA{eerste}417164300")
