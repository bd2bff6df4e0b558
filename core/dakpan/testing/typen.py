"""Draagt een antwoord alleen de waardetypen van het domein, overal waar zij horen?"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as Verzameling
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_NOOIT = (float, complex, Decimal, datetime)
_BLADEREN = (str, int, NoneType, date, time, Fraction, Enum)
_VELDEN: dict[type, Mapping[str, Any]] = {}


def vreemde_waarden(waarde: object, pad: str, gezien: dict[int, object]) -> Iterator[str]:
    """Elke plek waar een kommagetal, ``Decimal``, ``datetime`` of iets vreemds staat.

    ``gezien`` houdt bij wat al is nagekeken (en houdt het vast, zodat een id niet opnieuw wordt gebruikt).
    """
    if id(waarde) in gezien:
        return
    gezien[id(waarde)] = waarde
    if isinstance(waarde, _NOOIT):
        yield f"{pad} is {waarde!r} ({type(waarde).__name__}); gebruik Bedrag, Uren, Duur, Percentage, Fraction of date"
    elif velden := _velden(type(waarde)):
        yield from _in_velden(waarde, velden, pad, gezien)
    elif isinstance(waarde, Mapping):
        for naam, inhoud in waarde.items():
            yield from vreemde_waarden(inhoud, f"{pad}[{naam}]", gezien)
    elif isinstance(waarde, list | tuple | Verzameling):
        for nummer, inhoud in enumerate(waarde):
            yield from vreemde_waarden(inhoud, f"{pad}[{nummer}]", gezien)
    elif not isinstance(waarde, _BLADEREN):
        yield f"{pad} is een {type(waarde).__name__}; dat hoort niet in een antwoord"


def _in_velden(waarde: object, velden: Mapping[str, Any], pad: str, gezien: dict[int, object]) -> Iterator[str]:
    for naam, soort in velden.items():
        inhoud, hier = getattr(waarde, naam), f"{pad}.{naam}"
        vreemd = list(vreemde_waarden(inhoud, hier, gezien))
        yield from vreemd
        if not vreemd and not past(inhoud, soort):
            yield f"{hier} is {inhoud!r}; daar hoort {_leesbaar(soort)}"


def _velden(klasse: type) -> Mapping[str, Any]:
    """De velden van een dataclass of ``NamedTuple`` met hun annotatie; leeg voor iets anders."""
    if klasse not in _VELDEN:
        soorten = get_type_hints(klasse) if is_dataclass(klasse) or hasattr(klasse, "_fields") else {}
        namen = [veld.name for veld in fields(klasse)] if is_dataclass(klasse) else getattr(klasse, "_fields", ())
        _VELDEN[klasse] = {naam: soorten.get(naam, Any) for naam in namen}
    return _VELDEN[klasse]


def past(waarde: object, hint: Any) -> bool:
    """Is deze waarde van de soort die de annotatie belooft? Wat niet te toetsen is past."""
    oorsprong, delen = get_origin(hint), get_args(hint)
    if oorsprong in (Union, UnionType):
        return any(past(waarde, deel) for deel in delen)
    if oorsprong is tuple and len(delen) == 2 and delen[1] is Ellipsis:
        return isinstance(waarde, tuple) and all(past(deel, delen[0]) for deel in waarde)
    soort = oorsprong or hint
    if soort in (int, bool):
        return type(waarde) is soort
    return isinstance(waarde, soort) if isinstance(soort, type) else True


def _leesbaar(hint: Any) -> str:
    return hint.__name__ if isinstance(hint, type) and get_origin(hint) is None else str(hint).replace("dakpan.", "")
