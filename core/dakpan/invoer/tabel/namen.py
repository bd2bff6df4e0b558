"""Wanneer zijn twee woorden in een bestand hetzelfde woord?"""

import re
import unicodedata
from functools import lru_cache

_GEEN_WOORD = re.compile(r"[\W_]+")


# In een bestand staan steeds dezelfde doelen, activiteiten en namen.
@lru_cache(1024)
def platte_naam(tekst: str) -> str:
    """Zonder hoofdletters, accenten en leestekens: "Beoogd resultaat*" en "beoogd_resultaat" zijn hetzelfde."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    kaal = "".join(teken for teken in los if not unicodedata.combining(teken))
    return _GEEN_WOORD.sub(" ", kaal).strip()
