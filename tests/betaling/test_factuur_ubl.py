"""Het document doorstaat de officiële stylesheets van CEN en Peppol, zonder fouten en zonder waarschuwingen."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from dakpan.betaling.factuur.schemas import lees_factuur
from dakpan.betaling.factuur.ubl import schrijf_ubl

VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
ALLEEN_HET_PROFIEL = {"PEPPOL-EN16931-R004"}  # Peppol wil zijn eigen CustomizationID zien
VELDEN = ("omschrijving", "uren", "tarief", "btw_categorie", "btw_percentage", "reden_vrijstelling")
UUR = ("Jobcoaching", "14.88", "95.45")

GEVALLEN: dict[str, dict[str, Any]] = {
    "gewoon": {},
    "zonder wat weg mag": {"vervaldatum": None, "periode": None, "declaratienummer": None},
    "zonder verplichtingnummer": {"verplichtingnummer": None},
    "creditnota": {"soort": "creditnota", "verwijst_naar": "2026-0000"},
    "creditnota zonder vervaldatum": {"soort": "creditnota", "verwijst_naar": "2026-0000", "vervaldatum": None},
    "factuur die verwijst": {"verwijst_naar": "2026-0000"},
    "tekst": {"regels.0.omschrijving": "Smit & Zn. <é> ☃ ]]> \"'\r\n", "leverancier.naam": "A & B"},
    "afnemer met kvk": {"afnemer.oin": None, "afnemer.kvk": "87654321"},
    "afnemer met alles": {"afnemer.kvk": "87654321", "afnemer.btw_nummer": "NL000099998B57"},
    "afnemer in België": {"afnemer.adres.land": "BE", "afnemer.adres.postcode": "1000"},
    "groot": {"regels.0.uren": "999999.99", "regels.0.tarief": "999999.99"},
    "klein": {"regels.0.uren": "0.01", "regels.0.tarief": "0.01"},
}
REGELS: dict[str, list[tuple[str, str, str | None]]] = {
    "twee percentages": [("S", "21.00", None), ("S", "9.00", None), ("S", "21.00", None)],
    "belast, vrijgesteld en verlegd": [("S", "21.00", None), ("E", "0.00", "art. 11"), ("AE", "0.00", None)],
    "vrijgesteld": [("E", "0.00", "Vrijgesteld: art. 11 lid 1 Wet OB"), ("E", "0.00", "Anders vrijgesteld")],
    "buiten btw": [("O", "0.00", None), ("O", "0.00", "Valt niet onder de Wet OB")],
    "verlegd": [("AE", "0.00", None), ("AE", "0.00", "Btw verlegd naar de afnemer")],
}
BEIDE_PROFIELEN = pytest.mark.parametrize("profiel", ["peppol", "nlcius"])


def _toegestaan(profiel: str) -> set[str]:
    return ALLEEN_HET_PROFIEL if profiel == "nlcius" else set()


@BEIDE_PROFIELEN
@pytest.mark.parametrize("geval", GEVALLEN)
def test_stylesheets_van_cen_en_peppol(factuur_met: Any, schematron: Any, profiel: str, geval: str) -> None:
    document = schrijf_ubl(lees_factuur(factuur_met({**GEVALLEN[geval], "profiel": profiel})))
    assert schematron(document) == _toegestaan(profiel)


@BEIDE_PROFIELEN
@pytest.mark.parametrize("soort", ["factuur", "creditnota"])
@pytest.mark.parametrize("geval", REGELS)
def test_elke_btw_categorie(factuur_met: Any, schematron: Any, profiel: str, soort: str, geval: str) -> None:
    regels = [dict(zip(VELDEN, (*UUR, *btw), strict=True)) for btw in REGELS[geval]]
    gegevens = factuur_met({"regels": regels, "profiel": profiel, "soort": soort, "verwijst_naar": "2026-0000"})
    assert schematron(schrijf_ubl(lees_factuur(gegevens))) == _toegestaan(profiel)


@pytest.mark.parametrize("naam", ["factuur", "creditnota"])
def test_de_voorbeelden_kloppen(schematron: Any, naam: str) -> None:
    gegevens = json.loads((VOORBEELDEN / f"{naam}.json").read_text("utf-8"))
    assert schematron(schrijf_ubl(lees_factuur(gegevens))) == _toegestaan(gegevens["profiel"])


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel"),
    [
        (">1718.56</cbc:PayableAmount>", ">1718.57</cbc:PayableAmount>", "BR-CO-16"),
        (">298.26</cbc:TaxAmount>", ">300.26</cbc:TaxAmount>", "BR-CO-17"),
        ("<cbc:ID>4500012345</cbc:ID>", "<cbc:ID></cbc:ID>", "PEPPOL-EN16931-R008"),
        ('CompanyID schemeID="0106"', 'CompanyID schemeID="0088"', "NL-R-003"),
        ("<cbc:PaymentMeansCode>58<", "<cbc:PaymentMeansCode>10<", "NL-R-008"),
        ("<cbc:PostalZone>1234 CD</cbc:PostalZone>", "", "NL-R-004"),
        ('unitCode="HUR"', 'unitCode="UUR"', "BR-CL-23"),
    ],
)
def test_een_kapot_document_valt_door_de_mand(
    factuur_met: Any, schematron: Any, oud: str, nieuw: str, regel: str
) -> None:
    document = schrijf_ubl(lees_factuur(factuur_met())).decode()
    assert oud in document
    assert regel in schematron(document.replace(oud, nieuw).encode())


_tekst = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))
_gevuld = _tekst.filter(lambda tekst: bool(tekst.strip()))
_getal = st.integers(1, 999_999_99).map(lambda getal: f"{getal // 100}.{getal % 100:02d}")
# Onder een half procent leest het stylesheet van CEN nul procent (BR-CO-17); zo'n tarief bestaat niet.
_percentage = st.integers(50, 100_00).map(lambda getal: f"{getal // 100}.{getal % 100:02d}")
_btw = st.one_of(
    st.tuples(st.just("S"), _percentage, st.none()),
    st.tuples(st.just("E"), st.just("0.00"), _gevuld),
    st.tuples(st.just("AE"), st.just("0.00"), st.one_of(st.none(), _gevuld)),
)
_regel = st.builds(
    lambda wat, uren, tarief, btw: dict(zip(VELDEN, (wat, uren, tarief, *btw), strict=True)),
    _gevuld,
    _getal,
    _getal,
    _btw,
)


@settings(max_examples=40)
@given(regels=st.lists(_regel, min_size=1, max_size=6), naam=_gevuld)
def test_wat_de_lezer_aanneemt_doorstaat_de_stylesheets(schematron: Any, regels: list[Any], naam: str) -> None:
    gegevens = json.loads((VOORBEELDEN / "factuur.json").read_text("utf-8"))
    gegevens["regels"], gegevens["leverancier"]["naam"] = regels, naam
    assert schematron(schrijf_ubl(lees_factuur(gegevens))) == set()


def test_dezelfde_factuur_geeft_dezelfde_bytes(factuur_met: Any) -> None:
    eerste, tweede = (schrijf_ubl(lees_factuur(factuur_met())) for _ in range(2))
    assert eerste == tweede
    assert eerste.startswith(b"<?xml version='1.0' encoding='UTF-8'?>")


def test_tekst_komt_er_uit_zoals_zij_erin_ging(factuur_met: Any) -> None:
    tekst = "Smit & Zn. <é> ☃ ]]>\r\n\t&amp;"
    boom = etree.fromstring(schrijf_ubl(lees_factuur(factuur_met({"regels.0.omschrijving": tekst}))))
    assert boom.findtext(".//{*}Item/{*}Name") == tekst


def test_zonder_verplichtingnummer_is_de_declaratie_het_kenmerk(factuur_met: Any) -> None:
    boom = etree.fromstring(schrijf_ubl(lees_factuur(factuur_met({"verplichtingnummer": None}))))
    assert boom.findtext("{*}BuyerReference") == "UJ000123"
    assert boom.find("{*}OrderReference") is None


def test_buiten_btw_noemt_geen_btw_nummer(factuur_met: Any, maak_regel: Any) -> None:
    gegevens = factuur_met({"regels": [maak_regel("1.00", "1.00", "O", "0.00")]})
    boom = etree.fromstring(schrijf_ubl(lees_factuur(gegevens)))
    assert boom.find(".//{*}PartyTaxScheme") is None
