"""Elke verkeerde waarde wordt gemeld bij haar eigen veld, en alle tegelijk."""

from typing import Any

import pytest

from dakpan.betaling.betaalbestand.schemas import lees_betaalopdracht

FOUT: list[tuple[str, object]] = [
    ("bericht_id", None),
    ("bericht_id", ""),
    ("bericht_id", "//"),
    ("bericht_id", "x" * 36),
    ("uitvoeringsdatum", "15-10-2026"),
    ("uitvoeringsdatum", None),
    ("betaler", []),
    ("betaler.naam", "☃ ☃"),
    ("betaler.iban", "NL91ABNA0417164301"),
    ("betaler.bic", "ABNANL2"),
    ("betaler.bic", "ABNANL2A12"),
    ("betaler.bic", "abnanl2a"),
    ("betalingen", []),
    ("betalingen", None),
    ("betalingen.1", "100"),
    ("betalingen.3.iban", "NL20INGB0001234568"),
    ("betalingen.3.iban", "XX"),
    ("betalingen.0.bedrag", "0.00"),
    ("betalingen.0.bedrag", "-1420.30"),
    ("betalingen.0.bedrag", "1420.3"),
    ("betalingen.0.bedrag", 1420),
    ("betalingen.0.bedrag", "1000000000.00"),
    ("betalingen.0.naam", "N" * 71),
    ("betalingen.0.naam", "a\u0000b"),
    ("betalingen.0.omschrijving", "x" * 141),
    ("betalingen.0.omschrijving", "€" * 47),
    ("betalingen.0.kenmerk", "漢字"),
    ("betalingen.2.kenmerk", "UJ000120"),
]


@pytest.mark.parametrize(("pad", "waarde"), FOUT)
def test_een_verkeerde_waarde_noemt_haar_veld(opdracht_met: Any, foute_velden: Any, pad: str, waarde: object) -> None:
    assert foute_velden(lees_betaalopdracht, opdracht_met({pad: waarde})) == [pad]


def test_dubbel_na_omzetten_is_ook_dubbel(opdracht_met: Any, foute_velden: Any) -> None:
    gegevens = opdracht_met({"betalingen.0.kenmerk": "één", "betalingen.2.kenmerk": "/een/"})
    assert foute_velden(lees_betaalopdracht, gegevens) == ["betalingen.2.kenmerk"]


def test_hoofdletters_maken_verschil(opdracht_met: Any) -> None:
    gegevens = opdracht_met({"betalingen.0.kenmerk": "a", "betalingen.2.kenmerk": "A"})
    assert lees_betaalopdracht(gegevens).aantal == 4


def test_alle_fouten_komen_tegelijk(opdracht_met: Any, foute_velden: Any) -> None:
    gegevens = opdracht_met(
        {
            "bericht_id": "",
            "uitvoeringsdatum": "morgen",
            "betaler.iban": "NL",
            "betalingen.1.kenmerk": "UJ000120",
            "betalingen.1.bedrag": "0.00",
            "betalingen.2": None,
            "betalingen.3.iban": "NL",
            "betalingen.3.naam": "N" * 71,
            "betalingen.3.valuta": "USD",
        }
    )
    assert foute_velden(lees_betaalopdracht, gegevens) == [
        "bericht_id",
        "betaler.iban",
        "betalingen.1.bedrag",
        "betalingen.1.kenmerk",
        "betalingen.2",
        "betalingen.3.iban",
        "betalingen.3.naam",
        "betalingen.3.valuta",
        "uitvoeringsdatum",
    ]


def test_leeg_object_noemt_wat_verplicht_is(foute_velden: Any) -> None:
    assert foute_velden(lees_betaalopdracht, {}) == ["bericht_id", "betaler", "betalingen", "uitvoeringsdatum"]


def test_grenzen_horen_er_nog_bij(opdracht_met: Any) -> None:
    gegevens = opdracht_met(
        {
            "bericht_id": "x" * 35,
            "betalingen.0.kenmerk": "y" * 35,
            "betalingen.0.naam": "N" * 70,
            "betalingen.0.omschrijving": "o" * 140,
            "betalingen.0.bedrag": "999999999.99",
            "betalingen.1.omschrijving": None,
        }
    )
    assert lees_betaalopdracht(gegevens).aantal == 4


def test_iban_mag_met_spaties(opdracht_met: Any) -> None:
    gegevens = opdracht_met({"betaler.iban": "NL91 ABNA 0417 1643 00"})
    assert lees_betaalopdracht(gegevens).betaler.iban.nummer == "NL91ABNA0417164300"
