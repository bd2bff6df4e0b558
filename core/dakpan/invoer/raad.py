"""Wat bedoelde iemand die een naam verkeerd schreef?"""

from collections.abc import Iterable
from difflib import get_close_matches


def bedoelde_u(naam: str, bekend: Iterable[str], anders: str | None = None) -> str:
    """De naam die er het meest op lijkt; lijkt er geen, dan ``anders`` of alle namen om uit te kiezen."""
    namen = list(bekend)
    raad = get_close_matches(naam, namen, n=1)
    if raad:
        return f"bedoelde u '{raad[0]}'?"
    return f"kies uit {', '.join(namen)}" if anders is None else anders
