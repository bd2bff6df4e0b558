"""De twee vormen van UBL die wij schrijven, met hun namen en naamruimten."""

from dataclasses import dataclass

from dakpan.betaling.factuur.domain import Factuur, Factuursoort
from dakpan.betaling.xmlboom import Boom

_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
EURO = "EUR"


@dataclass(frozen=True, slots=True)
class Documentvorm:
    """Hoe heten de onderdelen die in een factuur en een creditnota anders heten?"""

    wortel: str
    typeveld: str
    typecode: str
    regel: str
    aantal: str


FACTUUR = Documentvorm("Invoice", "cbc:InvoiceTypeCode", "380", "cac:InvoiceLine", "cbc:InvoicedQuantity")
CREDITNOTA = Documentvorm("CreditNote", "cbc:CreditNoteTypeCode", "381", "cac:CreditNoteLine", "cbc:CreditedQuantity")


def vorm_van(factuur: Factuur) -> Documentvorm:
    return CREDITNOTA if factuur.soort is Factuursoort.CREDITNOTA else FACTUUR


def boom_voor(vorm: Documentvorm) -> Boom:
    """De naamruimten van dit document."""
    return Boom(
        {
            None: f"{_UBL}{vorm.wortel}-2",
            "cac": f"{_UBL}CommonAggregateComponents-2",
            "cbc": f"{_UBL}CommonBasicComponents-2",
        }
    )
