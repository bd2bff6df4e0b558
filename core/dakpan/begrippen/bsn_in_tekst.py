"""Staat er een burgerservicenummer in wat iemand typt? Dan hoort die tekst niet in een adres."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

from dakpan.begrippen.nummers import Bsn

_CIJFERS_VAN_BSN = 9
_KENMERK = re.compile(r"[A-Za-z]{1,3}-[0-9]{4}-[0-9]+")
_CIJFERS, _LETTERS = re.compile(r"[0-9]+"), re.compile(r"[^\W0-9_]")


def zoek_bsn(tekst: str) -> str:
    """Het BSN dat in deze tekst staat, hoe het ook is geschreven; leeg: er staat er geen.

    Negen cijfers en verder niets zijn er altijd een; naast andere woorden moeten zij ook aan de elfproef voldoen.
    Een kenmerk zoals ``Z-2022-00012`` is geen BSN.
    """
    gelezen = _KENMERK.sub(" ", "".join(map(_als_cijfer, tekst)))
    kandidaten = list(_negen_cijfers(gelezen))
    if (
        kandidaten
        and not _LETTERS.search(gelezen)
        and len(_CIJFERS.sub("", gelezen)) + _CIJFERS_VAN_BSN == len(gelezen)
    ):
        return kandidaten[0]
    return next(filter(Bsn.klopt, kandidaten), "")


def _als_cijfer(teken: str) -> str:
    """Een cijfer uit welk schrift ook, zoals wij het schrijven."""
    cijfer = unicodedata.decimal(teken, None)
    return teken if cijfer is None else str(cijfer)


def _negen_cijfers(tekst: str) -> Iterator[str]:
    """Elke reeks van negen cijfers, ook met tekens ertussen, maar niet met letters."""
    for deel in _LETTERS.split(tekst):
        groepen = _CIJFERS.findall(deel)
        for begin in range(len(groepen)):
            samen = list(accumulate(groepen[begin:]))
            yield from (reeks for reeks in samen if len(reeks) == _CIJFERS_VAN_BSN)
