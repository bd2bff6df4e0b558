"""De regels die alleen NLCIUS (SI-UBL 2.0) stelt: er is geen vrij pakket met hun stylesheet, dus met de hand.

De nummers zijn die van SI-UBL 2.0.3; BR-NL-6, 14 tot en met 18, 22 en 23 bestaan niet of hebben geen controle.
"""

from typing import Any

import pytest
from lxml import etree

from dakpan.betaling.factuur.schemas import lees_factuur
from dakpan.betaling.factuur.ubl import schrijf_ubl

RUIMTEN = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "f": "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
    "c": "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
}
NLCIUS = "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0"
VERKOPER = "/*/cac:AccountingSupplierParty/cac:Party"
KOPER = "/*/cac:AccountingCustomerParty/cac:Party"
VOLLEDIG = "cbc:StreetName and cbc:CityName and cbc:PostalZone"

MOET = {
    "SI-V20-INV-R000": f"/*/cbc:CustomizationID = '{NLCIUS}'",
    "SI-INV-R000": "/f:Invoice or /c:CreditNote",
    "BR-NL-1": f"{VERKOPER}/cac:PartyLegalEntity/cbc:CompanyID[@schemeID='0106' or @schemeID='0190'] != ''",
    "BR-NL-2": "/*/cbc:BuyerReference or /*/cac:OrderReference/cbc:ID",
    "BR-NL-3": f"{VERKOPER}/cac:PostalAddress[{VOLLEDIG}]",
    "BR-NL-4": f"{KOPER}/cac:PostalAddress[cac:Country/cbc:IdentificationCode != 'NL' or ({VOLLEDIG})]",
    "BR-NL-7": "/f:Invoice/cbc:InvoiceTypeCode = '380' or /c:CreditNote/cbc:CreditNoteTypeCode = '381'",
    "BR-NL-8": "not(/f:Invoice/cbc:InvoiceTypeCode = '381') and not(/c:CreditNote/cbc:CreditNoteTypeCode = '380')",
    "BR-NL-10": f"{KOPER}/cac:PartyLegalEntity/cbc:CompanyID[@schemeID='0106' or @schemeID='0190'] != ''",
    "BR-NL-11": "/*/cac:PaymentMeans",
    "BR-NL-12": "/*/cac:PaymentMeans/cbc:PaymentMeansCode = '58'",
    "BR-NL-25": f"not({VERKOPER}/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID != 'VAT'])",
    "BR-NL-33": "not(//cac:TaxTotal/cbc:TaxAmount[@currencyID != /*/cbc:DocumentCurrencyCode])",
    # NL-R-001 en de toelichting bij BR-NL-9: wie herstelt, noemt de factuur.
    "creditnota noemt de factuur": "/f:Invoice or /*/cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID",
}
MAG_NIET = {
    "BR-NL-5": "//cac:TaxRepresentativeParty",
    "BR-NL-9": "//cbc:InvoiceTypeCode[. = '384']",
    "BR-NL-13": "//cac:OrderLineReference",
    "BR-NL-19": "//cbc:TaxCurrencyCode",
    "BR-NL-20": "//cbc:TaxPointDate",
    "BR-NL-21": "//cac:InvoicePeriod/cbc:DescriptionCode",
    "BR-NL-24": "//cac:InvoiceDocumentReference/cbc:IssueDate",
    "BR-NL-26": "//cbc:CompanyLegalForm",
    "BR-NL-27": "//cac:AddressLine",
    "BR-NL-28": "//cbc:CountrySubentity",
    "BR-NL-29": "//cbc:PaymentMeansCode/@name",
    "BR-NL-30": "//cac:PayeeFinancialAccount/cbc:Name",
    "BR-NL-31": "//cac:FinancialInstitutionBranch",
    "BR-NL-32 en BR-NL-34": "//cbc:AllowanceChargeReasonCode",
    "BR-NL-35": "//cbc:TaxExemptionReasonCode",
    "SI-UBL-2": "//*[not(*) and not(normalize-space())]",
}
GEVALLEN: dict[str, dict[str, Any]] = {
    "factuur": {},
    "zonder wat weg mag": {"vervaldatum": None, "periode": None, "verplichtingnummer": None},
    "creditnota": {"soort": "creditnota", "verwijst_naar": "2026-0000"},
    "afnemer met kvk": {"afnemer.oin": None, "afnemer.kvk": "87654321"},
    "verlegd": {"regels.0.btw_categorie": "AE", "regels.0.btw_percentage": "0.00"},
    "buiten btw": {"regels.0.btw_categorie": "O", "regels.0.btw_percentage": "0.00"},
}


def _voldoet(boom: etree._Element, voorwaarde: str) -> bool:
    return bool(boom.xpath(f"boolean({voorwaarde})", namespaces=RUIMTEN))


@pytest.fixture(name="document", params=list(GEVALLEN))
def _document(request: pytest.FixtureRequest, factuur_met: Any) -> etree._Element:
    factuur = lees_factuur(factuur_met({**GEVALLEN[request.param], "profiel": "nlcius"}))
    return etree.fromstring(schrijf_ubl(factuur))


@pytest.mark.parametrize("regel", MOET)
def test_wat_er_moet_staan(document: etree._Element, regel: str) -> None:
    assert _voldoet(document, MOET[regel])


@pytest.mark.parametrize("regel", MAG_NIET)
def test_wat_er_niet_mag_staan(document: etree._Element, regel: str) -> None:
    assert not _voldoet(document, MAG_NIET[regel])


def test_alleen_het_profiel_verschilt(factuur_met: Any) -> None:
    peppol, nlcius = (schrijf_ubl(lees_factuur(factuur_met({"profiel": p}))) for p in ("peppol", "nlcius"))
    anders = [(een, ander) for een, ander in zip(peppol.splitlines(), nlcius.splitlines(), strict=True) if een != ander]
    assert len(anders) == 1
    assert NLCIUS.encode() in anders[0][1]


def test_een_lege_boom_voldoet_nergens_aan() -> None:
    leeg = etree.fromstring("<leeg/>")
    nooit_fout = {"BR-NL-8", "BR-NL-25", "BR-NL-33"}  # deze verbieden alleen iets
    assert not any(_voldoet(leeg, MOET[regel]) for regel in MOET.keys() - nooit_fout)


VERBODEN = f"""
<Invoice xmlns="{RUIMTEN["f"]}" xmlns:cac="{RUIMTEN["cac"]}" xmlns:cbc="{RUIMTEN["cbc"]}">
  <cbc:InvoiceTypeCode>384</cbc:InvoiceTypeCode><cbc:TaxPointDate/><cbc:TaxCurrencyCode/>
  <cac:InvoicePeriod><cbc:DescriptionCode/></cac:InvoicePeriod>
  <cac:InvoiceDocumentReference><cbc:IssueDate/></cac:InvoiceDocumentReference>
  <cac:TaxRepresentativeParty><cbc:CompanyLegalForm/><cac:AddressLine/></cac:TaxRepresentativeParty>
  <cbc:CountrySubentity/><cbc:PaymentMeansCode name="overboeking"/>
  <cac:PayeeFinancialAccount><cbc:Name/><cac:FinancialInstitutionBranch/></cac:PayeeFinancialAccount>
  <cbc:AllowanceChargeReasonCode/><cbc:TaxExemptionReasonCode/><cac:OrderLineReference/>
</Invoice>"""


@pytest.mark.parametrize("regel", MAG_NIET)
def test_elk_verbod_slaat_aan(regel: str) -> None:
    assert _voldoet(etree.fromstring(VERBODEN), MAG_NIET[regel])
