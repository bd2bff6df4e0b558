"""Regels, btw en totalen in UBL. Alle bedragen zijn in euro's."""

from lxml.etree import _Element

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.percentage import Percentage
from dakpan.betaling.factuur.domain import BtwCategorie, Btwgroep, Factuur, Factuurregel
from dakpan.betaling.factuur.ubl_boom import EURO, Documentvorm
from dakpan.betaling.factuur.ubl_partijen import btw_stelsel
from dakpan.betaling.xmlboom import Boom, Kind

UUR = "HUR"  # UN/ECE-aanbeveling 20
VASTE_REDEN = {
    BtwCategorie.BUITEN_BTW: "Niet onderworpen aan btw",
    BtwCategorie.VERLEGD: "Btw verlegd",
}


def btw_totaal(factuur: Factuur, boom: Boom) -> _Element:
    """De btw, met een onderverdeling per categorie en percentage (BG-23)."""
    groepen = [_btw_groep(groep, boom) for groep in factuur.btwgroepen]
    return boom.tak("cac:TaxTotal", _bedrag("cbc:TaxAmount", factuur.btw, boom), *groepen)


def eindtotaal(factuur: Factuur, boom: Boom) -> _Element:
    """De totalen van het document (BG-22); er zijn geen kortingen of voorschotten."""
    return boom.tak(
        "cac:LegalMonetaryTotal",
        _bedrag("cbc:LineExtensionAmount", factuur.bedrag_excl, boom),
        _bedrag("cbc:TaxExclusiveAmount", factuur.bedrag_excl, boom),
        _bedrag("cbc:TaxInclusiveAmount", factuur.bedrag_incl, boom),
        _bedrag("cbc:PayableAmount", factuur.bedrag_incl, boom),
    )


def regel(volgnummer: int, factuurregel: Factuurregel, vorm: Documentvorm, boom: Boom) -> _Element:
    """Eén regel in uren (BG-25)."""
    return boom.tak(
        vorm.regel,
        boom.blad("cbc:ID", str(volgnummer)),
        boom.blad(vorm.aantal, _aantal(factuurregel), unitCode=UUR),
        _bedrag("cbc:LineExtensionAmount", factuurregel.bedrag, boom),
        _dienst(factuurregel, boom),
        boom.tak("cac:Price", _bedrag("cbc:PriceAmount", factuurregel.tarief, boom)),
    )


def _aantal(factuurregel: Factuurregel) -> str:
    """Telt de regel de andere kant op, dan staat de min bij het aantal: een prijs is nooit onder nul (BR-27)."""
    return f"-{factuurregel.uren.iso}" if factuurregel.bedrag < NUL_EURO else factuurregel.uren.iso


def _dienst(factuurregel: Factuurregel, boom: Boom) -> _Element:
    categorie = boom.tak(
        "cac:ClassifiedTaxCategory",
        boom.blad("cbc:ID", factuurregel.btw_categorie.value),
        _percentage(factuurregel.btw_categorie, factuurregel.btw_percentage, boom),
        btw_stelsel(boom),
    )
    return boom.tak("cac:Item", boom.blad("cbc:Name", factuurregel.omschrijving), categorie)


def _btw_groep(groep: Btwgroep, boom: Boom) -> _Element:
    categorie = boom.tak(
        "cac:TaxCategory",
        boom.blad("cbc:ID", groep.categorie.value),
        _percentage(groep.categorie, groep.percentage, boom),
        boom.blad_als("cbc:TaxExemptionReason", groep.reden or VASTE_REDEN.get(groep.categorie)),
        btw_stelsel(boom),
    )
    return boom.tak(
        "cac:TaxSubtotal",
        _bedrag("cbc:TaxableAmount", groep.grondslag, boom),
        _bedrag("cbc:TaxAmount", groep.btw, boom),
        categorie,
    )


def _percentage(categorie: BtwCategorie, percentage: Percentage, boom: Boom) -> Kind:
    """Wat buiten de btw valt heeft ook geen percentage van nul (BR-O-05)."""
    return None if categorie is BtwCategorie.BUITEN_BTW else boom.blad("cbc:Percent", percentage.iso)


def _bedrag(naam: str, bedrag: Bedrag, boom: Boom) -> _Element:
    return boom.blad(naam, bedrag.iso, currencyID=EURO)
