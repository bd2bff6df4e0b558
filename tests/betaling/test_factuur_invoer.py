"""Elke verkeerde waarde wordt gemeld bij haar eigen veld, en alle tegelijk."""

from typing import Any

import pytest

from dakpan.betaling.factuur.domain import Factuursoort, Profiel
from dakpan.betaling.factuur.schemas import lees_factuur
from dakpan.betaling.factuur.velden import landcodes

FOUT: list[tuple[str, object]] = [
    ("nummer", None),
    ("nummer", "  "),
    ("nummer", 7),
    ("nummer", "2026\u00000001"),
    ("nummer", "2026\ufffe0001"),
    ("soort", "aanmaning"),
    ("profiel", "xrechnung"),
    ("factuurdatum", "2026-02-30"),
    ("factuurdatum", "05-10-2026"),
    ("vervaldatum", "2026-10-04"),
    ("periode.eind", "2026-06-30"),
    ("periode.begin", None),
    ("periode", []),
    ("verplichtingnummer", ""),
    ("declaratienummer", " "),
    ("leverancier", None),
    ("leverancier", "Voorbeeld"),
    ("leverancier.naam", ""),
    ("leverancier.kvk", "1234567"),
    ("leverancier.btw_nummer", "NL000099998B58"),
    ("leverancier.btw_nummer", None),
    ("leverancier.iban", "NL91ABNA0417164301"),
    ("leverancier.adres.straat", " "),
    ("leverancier.adres.postcode", "0234 AB"),
    ("leverancier.adres.postcode", None),
    ("leverancier.adres.plaats", None),
    ("leverancier.adres.land", "BE"),
    ("leverancier.adres.land", "nl"),
    ("afnemer.oin", "123"),
    ("afnemer.oin", None),
    ("afnemer.kvk", "12 34 56 78"),
    ("afnemer.btw_nummer", "BE0123456789"),
    ("afnemer.adres", None),
    ("afnemer.adres.postcode", "12345"),
    ("afnemer.adres.land", "EU"),
    ("afnemer.adres.land", "Nederland"),
    ("regels", []),
    ("regels", {}),
    ("regels.0", "uren"),
    ("regels.0.omschrijving", ""),
    ("regels.0.uren", "0.00"),
    ("regels.0.uren", "-1.00"),
    ("regels.0.uren", "14,88"),
    ("regels.0.uren", 14.88),
    ("regels.0.uren", "1000000.00"),
    ("regels.0.tarief", "0.00"),
    ("regels.0.tarief", "-95.45"),
    ("regels.0.tarief", "9" * 5000 + ".00"),
    ("regels.0.btw_categorie", "Z"),
    ("regels.0.btw_percentage", "0.00"),
    ("regels.0.btw_percentage", "100.01"),
    ("regels.0.btw_percentage", None),
    ("regels.0.reden_vrijstelling", "vrijgesteld"),
]


@pytest.mark.parametrize(("pad", "waarde"), FOUT)
def test_een_verkeerde_waarde_noemt_haar_veld(factuur_met: Any, foute_velden: Any, pad: str, waarde: object) -> None:
    assert foute_velden(lees_factuur, factuur_met({pad: waarde})) == [pad]


@pytest.mark.parametrize("categorie", ["E", "O", "AE"])
def test_zonder_btw_hoort_nul_procent(factuur_met: Any, foute_velden: Any, categorie: str) -> None:
    wijziging = {"regels.0.btw_categorie": categorie, "regels.0.reden_vrijstelling": "om een reden"}
    assert foute_velden(lees_factuur, factuur_met(wijziging)) == ["regels.0.btw_percentage"]


def test_vrijgesteld_vraagt_een_reden(factuur_met: Any, foute_velden: Any, maak_regel: Any) -> None:
    gegevens = factuur_met({"regels": [maak_regel("1.00", "1.00", "E", "0.00")]})
    assert foute_velden(lees_factuur, gegevens) == ["regels.0.reden_vrijstelling"]


def test_creditnota_verwijst_naar_een_factuur(factuur_met: Any, foute_velden: Any) -> None:
    assert foute_velden(lees_factuur, factuur_met({"soort": "creditnota"})) == ["verwijst_naar"]


def test_zonder_kenmerk_van_de_afnemer_is_er_geen_factuur(factuur_met: Any, foute_velden: Any) -> None:
    gegevens = factuur_met({"verplichtingnummer": None, "declaratienummer": None})
    assert foute_velden(lees_factuur, gegevens) == ["verplichtingnummer"]


def test_buiten_btw_staat_alleen(factuur_met: Any, foute_velden: Any, maak_regel: Any) -> None:
    regels = [maak_regel("1.00", "1.00", "O", "0.00"), maak_regel("1.00", "1.00", "S", "21.00")]
    gegevens = factuur_met({"regels": [*regels, regels[0]]})
    assert foute_velden(lees_factuur, gegevens) == ["regels.0.btw_categorie", "regels.2.btw_categorie"]


def test_buiten_btw_kan_zonder_btw_nummer(factuur_met: Any, maak_regel: Any) -> None:
    gegevens = factuur_met({"regels": [maak_regel("1.00", "1.00", "O", "0.00")], "leverancier.btw_nummer": None})
    assert lees_factuur(gegevens).leverancier.btw_nummer is None


def test_alle_fouten_komen_tegelijk(factuur_met: Any, foute_velden: Any, maak_regel: Any) -> None:
    gegevens = factuur_met(
        {
            "soort": "creditnota",
            "nummer": "",
            "vervaldatum": "2026-10-04",
            "periode.eind": "2026-06-30",
            "verplichtingnummer": None,
            "declaratienummer": None,
            "leverancier.kvk": "1",
            "leverancier.btw_nummer": None,
            "leverancier.adres.postcode": "1",
            "afnemer.oin": None,
            "regels": [maak_regel("0.00", "x", "S", "0.00"), maak_regel("1.00", "1.00", "O", "9.00")],
            "korting": "1.00",
        }
    )
    assert foute_velden(lees_factuur, gegevens) == [
        "afnemer.oin",
        "korting",
        "leverancier.adres.postcode",
        "leverancier.btw_nummer",
        "leverancier.kvk",
        "nummer",
        "periode.eind",
        "regels.0.btw_percentage",
        "regels.0.tarief",
        "regels.0.uren",
        "regels.1.btw_categorie",
        "regels.1.btw_percentage",
        "verplichtingnummer",
        "vervaldatum",
        "verwijst_naar",
    ]


def test_leeg_object_noemt_wat_verplicht_is(foute_velden: Any) -> None:
    verplicht = ["afnemer", "factuurdatum", "leverancier", "nummer", "regels", "verplichtingnummer"]
    assert foute_velden(lees_factuur, {}) == verplicht


def test_weggelaten_velden_krijgen_hun_gewone_waarde(factuur_met: Any) -> None:
    gegevens = factuur_met()
    for veld in ("soort", "profiel", "vervaldatum", "periode", "declaratienummer", "verwijst_naar"):
        del gegevens[veld]
    del gegevens["afnemer"]["adres"]["land"]
    factuur = lees_factuur(gegevens)
    assert (factuur.soort, factuur.profiel) == (Factuursoort.FACTUUR, Profiel.PEPPOL)
    assert factuur.afnemer.adres.land == "NL"


def test_postcode_en_iban_komen_in_hun_vaste_vorm(factuur_met: Any) -> None:
    gegevens = factuur_met({"afnemer.adres.postcode": "1234cd", "leverancier.iban": "nl91 abna 0417 1643 00"})
    factuur = lees_factuur(gegevens)
    assert factuur.afnemer.adres.postcode == "1234 CD"
    assert factuur.leverancier.iban.nummer == "NL91ABNA0417164300"


def test_buiten_nederland_is_de_postcode_vrij(factuur_met: Any) -> None:
    gegevens = factuur_met({"afnemer.adres.land": "BE", "afnemer.adres.postcode": None})
    assert lees_factuur(gegevens).afnemer.adres.postcode is None


def test_landen_zijn_die_van_iso_3166() -> None:
    assert len(landcodes()) == 249
    assert {"NL", "BE", "DE", "BQ"} <= landcodes()
