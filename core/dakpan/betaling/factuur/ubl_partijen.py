"""Leverancier en afnemer in UBL: hun adres op Peppol, postadres, btw-nummer en wettelijk nummer."""

from lxml.etree import _Element

from dakpan.begrippen.nummers import BtwNummer, Kvk, Oin
from dakpan.betaling.factuur.domain import Adres, Factuur
from dakpan.betaling.xmlboom import Boom, Kind

SCHEMA_KVK = "0106"
SCHEMA_OIN = "0190"


def leverancier(factuur: Factuur, boom: Boom) -> _Element:
    """De verkoper: KvK-nummer als adres en als wettelijk nummer (BT-34 en BT-30)."""
    partij = factuur.leverancier
    inhoud = boom.tak(
        "cac:Party",
        _genummerd("cbc:EndpointID", partij.kvk, boom),
        _adres(partij.adres, boom),
        _btw(factuur, partij.btw_nummer, boom),
        _rechtspersoon(partij.naam, partij.kvk, boom),
    )
    return boom.tak("cac:AccountingSupplierParty", inhoud)


def afnemer(factuur: Factuur, boom: Boom) -> _Element:
    """De koper: OIN als adres en KvK-nummer als wettelijk nummer; wie er één heeft gebruikt het dubbel."""
    partij = factuur.afnemer
    inhoud = boom.tak(
        "cac:Party",
        _genummerd("cbc:EndpointID", partij.oin or partij.kvk, boom),
        _adres(partij.adres, boom),
        _btw(factuur, partij.btw_nummer, boom),
        _rechtspersoon(partij.naam, partij.kvk or partij.oin, boom),
    )
    return boom.tak("cac:AccountingCustomerParty", inhoud)


def _genummerd(naam: str, nummer: Kvk | Oin | None, boom: Boom) -> Kind:
    if nummer is None:
        return None
    return boom.blad(naam, nummer.nummer, schemeID=SCHEMA_OIN if isinstance(nummer, Oin) else SCHEMA_KVK)


def _adres(adres: Adres, boom: Boom) -> _Element:
    return boom.tak(
        "cac:PostalAddress",
        boom.blad("cbc:StreetName", adres.straat),
        boom.blad("cbc:CityName", adres.plaats),
        boom.blad_als("cbc:PostalZone", adres.postcode),
        boom.tak("cac:Country", boom.blad("cbc:IdentificationCode", adres.land)),
    )


def _btw(factuur: Factuur, nummer: BtwNummer | None, boom: Boom) -> Kind:
    if nummer is None or factuur.buiten_btw:
        return None
    return boom.tak("cac:PartyTaxScheme", boom.blad("cbc:CompanyID", nummer.nummer), btw_stelsel(boom))


def btw_stelsel(boom: Boom) -> _Element:
    return boom.tak("cac:TaxScheme", boom.blad("cbc:ID", "VAT"))


def _rechtspersoon(naam: str, nummer: Kvk | Oin | None, boom: Boom) -> _Element:
    return boom.tak(
        "cac:PartyLegalEntity",
        boom.blad("cbc:RegistrationName", naam),
        _genummerd("cbc:CompanyID", nummer, boom),
    )
