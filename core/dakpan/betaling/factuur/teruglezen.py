"""Wat een creditnota van haar factuur overneemt: gelezen uit het document dat er al is, zodat niemand het overtypt."""

from typing import NamedTuple

from dakpan.betaling.factuur.domain import BtwCategorie

_CAC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"
_CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"

_DAGEN = {"begin": "StartDate", "eind": "EndDate"}


class Overgenomen(NamedTuple):
    """De btw, het kenmerk van de afnemer en de dagen waarover zij gaat, zoals zij op de factuur staan.

    ``periode``: begin en eind als ISO-datum. ``opmerking``: wat de factuur over haar bedrag zegt.
    """

    btw_categorie: BtwCategorie
    reden_vrijstelling: str | None
    verplichtingnummer: str | None
    periode: dict[str, str]
    opmerking: str | None


def lees_terug(ubl: bytes) -> Overgenomen:
    """Alleen voor een factuur die wij zelf schreven: één categorie btw, en ten hoogste één verplichting."""
    from lxml.etree import fromstring  # noqa: PLC0415 - laadt de XML-bibliotheek

    boom = fromstring(ubl)
    groep = f"{_CAC}TaxTotal/{_CAC}TaxSubtotal/{_CAC}TaxCategory"
    return Overgenomen(
        BtwCategorie(str(boom.findtext(f"{groep}/{_CBC}ID"))),
        boom.findtext(f"{groep}/{_CBC}TaxExemptionReason"),
        boom.findtext(f"{_CAC}OrderReference/{_CBC}ID"),
        {deel: str(boom.findtext(f"{_CAC}InvoicePeriod/{_CBC}{veld}")) for deel, veld in _DAGEN.items()},
        boom.findtext(f"{_CBC}Note"),
    )
