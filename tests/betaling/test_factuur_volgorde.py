"""De onderdelen staan in de volgorde van het UBL 2.1-schema; de stylesheets kijken daar niet naar."""

from typing import Any

import pytest
from lxml import etree

from dakpan.betaling.factuur.schemas import lees_factuur
from dakpan.betaling.factuur.ubl import schrijf_ubl

PARTIJEN = "AccountingSupplierParty AccountingCustomerParty PaymentMeans PaymentTerms TaxTotal LegalMonetaryTotal"
VOLGORDE = {
    "Invoice": "CustomizationID ProfileID ID IssueDate DueDate InvoiceTypeCode DocumentCurrencyCode BuyerReference "
    f"InvoicePeriod OrderReference BillingReference AdditionalDocumentReference {PARTIJEN} InvoiceLine",
    "CreditNote": "CustomizationID ProfileID ID IssueDate CreditNoteTypeCode DocumentCurrencyCode BuyerReference "
    f"InvoicePeriod OrderReference BillingReference AdditionalDocumentReference {PARTIJEN} CreditNoteLine",
    "InvoicePeriod": "StartDate EndDate",
    "AdditionalDocumentReference": "ID DocumentDescription",
    "Party": "EndpointID PostalAddress PartyTaxScheme PartyLegalEntity",
    "PostalAddress": "StreetName CityName PostalZone Country",
    "PartyTaxScheme": "CompanyID TaxScheme",
    "PartyLegalEntity": "RegistrationName CompanyID",
    "PaymentMeans": "PaymentMeansCode PaymentDueDate PaymentID PayeeFinancialAccount",
    "TaxTotal": "TaxAmount TaxSubtotal",
    "TaxSubtotal": "TaxableAmount TaxAmount TaxCategory",
    "TaxCategory": "ID Percent TaxExemptionReason TaxScheme",
    "LegalMonetaryTotal": "LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount PayableAmount",
    "InvoiceLine": "ID InvoicedQuantity LineExtensionAmount Item Price",
    "CreditNoteLine": "ID CreditedQuantity LineExtensionAmount Item Price",
    "Item": "Name ClassifiedTaxCategory",
    "ClassifiedTaxCategory": "ID Percent TaxScheme",
}
VERWIJZING = {"verwijst_naar": "2026-0000"}
VRIJ = {"btw_categorie": "E", "btw_percentage": "0.00", "reden_vrijstelling": "art. 11"}


@pytest.mark.parametrize("soort", ["factuur", "creditnota"])
@pytest.mark.parametrize("weg", [[], ["vervaldatum"], ["verplichtingnummer"], ["periode", "declaratienummer"]])
def test_volgorde_van_ubl(factuur_met: Any, soort: str, weg: list[str]) -> None:
    gegevens = factuur_met({**VERWIJZING, "soort": soort, **dict.fromkeys(weg)})
    gegevens["regels"].append({**gegevens["regels"][0], **VRIJ})
    for tak in etree.fromstring(schrijf_ubl(lees_factuur(gegevens))).iter():
        kinderen = [etree.QName(kind).localname for kind in tak]
        naam = etree.QName(tak).localname
        assert len(kinderen) <= 1 or naam in VOLGORDE, naam
        if naam in VOLGORDE:
            plaatsen = [VOLGORDE[naam].split().index(kind) for kind in kinderen]
            assert plaatsen == sorted(plaatsen), naam
