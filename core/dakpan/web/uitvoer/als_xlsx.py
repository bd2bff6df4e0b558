"""Een of meer lijsten in één werkmap voor Excel; regel voor regel geschreven, nooit de hele lijst in het geheugen."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

from dakpan.begrippen.honderdsten import Honderdsten
from dakpan.web.uitvoer.blad import Blad, Waarde, als_tekst

_BREED = 18
# Wat in Excel past; meer regels gaan verder op een volgend blad.
_MEESTE_REGELS = 1_048_575
_LANGSTE_NAAM = 31
_LANGSTE_CEL = 32_767
_OPTIES = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def schrijf_xlsx(bladen: Sequence[Blad], naar: IO[bytes], gemaakt_op: datetime) -> None:
    """Elk blad een eigen tab, met de koppen vast bovenaan."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - elke start telt

    with Workbook(naar, _OPTIES) as werkmap:
        werkmap.set_properties({"created": gemaakt_op})
        vormen = {
            "kop": werkmap.add_format({"bold": True}),
            "dag": werkmap.add_format({"num_format": "dd-mm-yyyy"}),
            "getal": werkmap.add_format({"num_format": "#,##0.00"}),
        }
        for blad in bladen:
            _schrijf_blad(werkmap, blad, vormen)


def _schrijf_blad(werkmap: Any, blad: Blad, vormen: dict[str, Any]) -> None:
    tab: Any = None
    for nummer, regel in enumerate(blad.regels):
        deel, op = divmod(nummer, _MEESTE_REGELS)
        if op == 0:
            tab = _nieuwe_tab(werkmap, blad, deel, vormen)
        for kolom, waarde in enumerate(regel):
            _schrijf_cel(tab, op + 1, kolom, waarde, vormen)
    if tab is None:
        _nieuwe_tab(werkmap, blad, 0, vormen)


def _nieuwe_tab(werkmap: Any, blad: Blad, deel: int, vormen: dict[str, Any]) -> Any:
    achter = f" {deel + 1}" if deel else ""
    tab = werkmap.add_worksheet(blad.naam[: _LANGSTE_NAAM - len(achter)] + achter)
    tab.set_column(0, max(len(blad.koppen) - 1, 0), _BREED)
    tab.freeze_panes(1, 0)
    for kolom, kop in enumerate(blad.koppen):
        tab.write_string(0, kolom, kop, vormen["kop"])
    return tab


def _schrijf_cel(tab: Any, rij: int, kolom: int, waarde: Waarde, vormen: dict[str, Any]) -> None:
    match waarde:
        case None:
            return
        case str():
            tab.write_string(rij, kolom, als_tekst(waarde)[:_LANGSTE_CEL])
        case Honderdsten():
            tab.write_number(rij, kolom, Decimal(waarde.iso), vormen["getal"])
        case date():
            tab.write_datetime(rij, kolom, waarde, vormen["dag"])
        case _:
            tab.write_number(rij, kolom, waarde)
