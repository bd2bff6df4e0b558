"""De factuur als UBL 2.1, volgens EN 16931 en Peppol BIS Billing 3 of NLCIUS (SI-UBL 2.0)."""

from collections.abc import Iterator

from lxml.etree import _Element

from dakpan.betaling.factuur.domain import Factuur, Factuursoort, Profiel
from dakpan.betaling.factuur.ubl_bedragen import btw_totaal, eindtotaal, regel
from dakpan.betaling.factuur.ubl_boom import EURO, FACTUUR, Documentvorm, boom_voor, vorm_van
from dakpan.betaling.factuur.ubl_partijen import afnemer, leverancier
from dakpan.betaling.xmlboom import Boom, Kind, als_bytes

SPECIFICATIE = {
    Profiel.PEPPOL: "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
    Profiel.NLCIUS: "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0",
}
PROCES = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
SEPA_OVERBOEKING = "58"
WETTELIJKE_TERMIJN = {
    Factuursoort.FACTUUR: "Betaling binnen de wettelijke termijn",
    Factuursoort.CREDITNOTA: "Te veel betaald geld wordt verrekend of terugbetaald zoals de financier kiest",
}


def schrijf_ubl(factuur: Factuur) -> bytes:
    """Het UBL-document in UTF-8; dezelfde factuur geeft dezelfde bytes."""
    vorm = vorm_van(factuur)
    boom = boom_voor(vorm)
    return als_bytes(boom.tak(vorm.wortel, *_inhoud(factuur, vorm, boom)))


def _inhoud(factuur: Factuur, vorm: Documentvorm, boom: Boom) -> Iterator[Kind]:
    """De onderdelen in de volgorde die het schema van UBL voorschrijft."""
    yield from _kop(factuur, vorm, boom)
    yield from _verwijzingen(factuur, boom)
    yield leverancier(factuur, boom)
    yield afnemer(factuur, boom)
    yield _betaalwijze(factuur, vorm, boom)
    yield _betaaltermijn(factuur, boom)
    yield btw_totaal(factuur, boom)
    yield eindtotaal(factuur, boom)
    for volgnummer, factuurregel in enumerate(factuur.regels, start=1):
        yield regel(volgnummer, factuurregel, vorm, boom)


def _kop(factuur: Factuur, vorm: Documentvorm, boom: Boom) -> Iterator[Kind]:
    yield boom.blad("cbc:CustomizationID", SPECIFICATIE[factuur.profiel])
    yield boom.blad("cbc:ProfileID", PROCES)
    yield boom.blad("cbc:ID", factuur.nummer)
    yield boom.blad("cbc:IssueDate", factuur.factuurdatum.isoformat())
    if vorm is FACTUUR:
        yield boom.blad_als("cbc:DueDate", _vervaldatum(factuur))
    yield boom.blad(vorm.typeveld, vorm.typecode)
    if factuur.opmerking is not None:
        yield boom.blad("cbc:Note", factuur.opmerking)
    yield boom.blad("cbc:DocumentCurrencyCode", EURO)


def _verwijzingen(factuur: Factuur, boom: Boom) -> Iterator[Kind]:
    """Zonder verplichtingnummer is het declaratienummer het kenmerk waaraan de afnemer de factuur herkent."""
    if factuur.verplichtingnummer is None:
        yield boom.blad_als("cbc:BuyerReference", factuur.declaratienummer)
    yield _periode(factuur, boom)
    if factuur.verplichtingnummer is not None:
        yield boom.tak("cac:OrderReference", boom.blad("cbc:ID", factuur.verplichtingnummer))
    if factuur.verwijst_naar is not None:
        vorige = boom.tak("cac:InvoiceDocumentReference", boom.blad("cbc:ID", factuur.verwijst_naar))
        yield boom.tak("cac:BillingReference", vorige)
    if factuur.declaratienummer is not None:
        yield boom.tak(
            "cac:AdditionalDocumentReference",
            boom.blad("cbc:ID", factuur.declaratienummer),
            boom.blad("cbc:DocumentDescription", "Declaratie"),
        )


def _periode(factuur: Factuur, boom: Boom) -> Kind:
    if factuur.periode is None:
        return None
    return boom.tak(
        "cac:InvoicePeriod",
        boom.blad("cbc:StartDate", factuur.periode.begin.isoformat()),
        boom.blad("cbc:EndDate", factuur.periode.eind.isoformat()),
    )


def _betaalwijze(factuur: Factuur, vorm: Documentvorm, boom: Boom) -> _Element:
    """Een creditnota heeft de vervaldatum hier, want UBL kent er geen DueDate."""
    rekening = boom.blad("cbc:ID", factuur.leverancier.iban.nummer)
    return boom.tak(
        "cac:PaymentMeans",
        boom.blad("cbc:PaymentMeansCode", SEPA_OVERBOEKING),
        None if vorm is FACTUUR else boom.blad_als("cbc:PaymentDueDate", _vervaldatum(factuur)),
        boom.blad("cbc:PaymentID", factuur.nummer),
        boom.tak("cac:PayeeFinancialAccount", rekening),
    )


def _betaaltermijn(factuur: Factuur, boom: Boom) -> Kind:
    """BR-CO-25: zonder vervaldatum staat er een betaaltermijn."""
    if factuur.vervaldatum is not None:
        return None
    return boom.tak("cac:PaymentTerms", boom.blad("cbc:Note", WETTELIJKE_TERMIJN[factuur.soort]))


def _vervaldatum(factuur: Factuur) -> str | None:
    return factuur.vervaldatum.isoformat() if factuur.vervaldatum else None
