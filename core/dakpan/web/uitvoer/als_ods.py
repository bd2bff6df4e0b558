"""Een of meer lijsten als OpenDocument, voor LibreOffice en wie geen Excel heeft; in stukjes geschreven."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import IO, Any

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.web.uitvoer.blad import Blad, Waarde, als_tekst

_Cel = tuple[str | None, str | None, str | None, Callable[[Any], str | None]]


def _getal(waarde: Bedrag | Uren) -> str:
    return waarde.iso


# Per soort: hoe zij in het bestand heet, waar de waarde staat, hoe zij eruitziet, en haar tekst.
_CELLEN: tuple[tuple[type, _Cel], ...] = (
    (str, ("string", None, None, als_tekst)),
    (int, ("float", "office:value", None, str)),
    (date, ("date", "office:date-value", "date", date.isoformat)),
    (Bedrag, ("float", "office:value", None, _getal)),
    (Uren, ("float", "office:value", None, _getal)),
    (type(None), (None, None, None, lambda _niets: None)),
)


def schrijf_ods(bladen: Sequence[Blad], naar: IO[bytes], gemaakt_op: datetime) -> None:
    """Elk blad een eigen tab."""
    from stream_write_ods import stream_write_ods  # noqa: PLC0415 - elke start telt

    for stuk in stream_write_ods(_tabs(bladen), _CELLEN, lambda: gemaakt_op):
        naar.write(stuk)


def _tabs(bladen: Sequence[Blad]) -> Iterator[tuple[str, Sequence[str], Iterator[Sequence[Waarde]]]]:
    for blad in bladen:
        yield blad.naam, blad.koppen, (tuple(map(_gewoon, regel)) for regel in blad.regels)


def _gewoon(waarde: Waarde) -> Waarde:
    """De schrijver kent alleen ``str`` zelf, en geen tekst die ook een taal of een keuze is."""
    return str(waarde) if isinstance(waarde, str) else waarde
