"""Wat vraagt deze financier op zijn formulier, naast wat de regels nodig hebben? De vereiste stukken zeggen het.

De kern kent de vragen; of zij nodig zijn zegt de regelset, door een stuk of een onderdeel ervan te noemen.
"""

from typing import NamedTuple

from dakpan.aanvraag.domain.stukken import VereisteStukken

# Zo heten de onderdelen in de stukken van een regelset (docs/hooks.md).
ADRES = "gegevens van de cliënt"
BEHOEFTE = "begeleidingsbehoefte"
MACHTIGING = "machtiging betaling"
MATCHING = "matching"
CERTIFICAAT = "certificaat"


class Stukvragen(NamedTuple):
    """Welke vragen horen bij de stukken van deze zaak? Persoonlijke gegevens alleen als een stuk ze noemt."""

    adres: bool = False
    behoefte: bool = False
    machtiging: bool = False
    matching: bool = False
    certificaat: bool = False


def stukvragen(stukken: VereisteStukken) -> Stukvragen:
    """Wat noemen deze stukken?"""
    codes = {een.code for een in stukken.stukken}
    delen = {deel for een in stukken.stukken for deel in een.bevat}
    return Stukvragen(ADRES in delen, BEHOEFTE in delen, MACHTIGING in delen, MATCHING in codes, CERTIFICAAT in codes)
