"""Een id in JSON."""

from typing import Any
from uuid import UUID

from dakpan.invoer.velden import Waardeveld

_EIS = "schrijf het id zoals GET /clienten het noemt"


def idveld(**opties: Any) -> Waardeveld[UUID]:
    return Waardeveld(_lees, _EIS, **opties)


def _lees(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise ValueError(f"'{tekst}' is geen id; {_EIS}") from fout
