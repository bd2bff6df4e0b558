"""Bestanden die iemand meeneemt: met een naam die nergens kwaad kan en een soort die de browser niet uitvoert."""

import re

# Een pagina of tekening waar script in kan staan wordt als losse bytes gegeven.
_GEWOON = frozenset({"application/pdf", "application/xml", "image/jpeg", "image/png", "text/csv", "text/plain"})
_ONBEKEND = "application/octet-stream"
_GEEN_NAAM = re.compile(r"[^\w .,()+-]+")
_LANGSTE = 120


def veilig_type(mediatype: str) -> str:
    """De soort zoals zij verstuurd wordt."""
    kaal = mediatype.partition(";")[0].strip().lower()
    return kaal if kaal in _GEWOON else _ONBEKEND


def veilige_naam(naam: str) -> str:
    """Een bestandsnaam zonder mappen, stuurtekens of verborgen begin; ``..`` en leeg worden ``document``."""
    schoon = _GEEN_NAAM.sub("_", naam).strip(" ._")
    begin, punt, soort = schoon.rpartition(".")
    kort = f"{begin[:_LANGSTE]}{punt}{soort[:10]}" if punt else schoon[:_LANGSTE]
    return kort or "document"
