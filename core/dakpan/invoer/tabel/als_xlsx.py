"""Een werkmap van Excel lezen: het eerste blad, regel voor regel, en nooit meer dan erin hoort.

Een formule wordt niet uitgerekend: wat telt is de uitkomst die het rekenblad erbij bewaarde.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from dakpan.invoer.tabel.onleesbaar import Onleesbaar

MEESTE_UITGEPAKT = 40_000_000
MEESTE_DELEN = 300
MEESTE_KOLOMMEN = 60
LAATSTE_RIJ = 1_048_576  # verder telt Excel niet
_MINUUT = timedelta(minutes=1)
_STUK = "dit Excel-bestand is niet te lezen; open het, sla het opnieuw op als .xlsx en probeer het nog eens"


def lees_xlsx(inhoud: bytes) -> Iterator[Sequence[str]]:
    """De cellen per regel, als tekst; van het blad dat vooraan staat."""
    _keur_zip(inhoud)
    try:
        yield from _cellen(inhoud)
    except Onleesbaar:
        raise
    except Exception as fout:
        raise Onleesbaar(_STUK) from fout


def _cellen(inhoud: bytes) -> Iterator[Sequence[str]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - alleen nodig als iemand een werkmap brengt

    map_ = load_workbook(BytesIO(inhoud), read_only=True, data_only=True, keep_links=False)
    try:
        bladen = map_.worksheets
        if not bladen:
            raise Onleesbaar("in dit Excel-bestand staat geen blad met cellen")
        bladen[0].reset_dimensions()
        for rij in bladen[0].iter_rows(max_row=LAATSTE_RIJ, max_col=MEESTE_KOLOMMEN, values_only=True):
            yield [_tekst(cel) for cel in rij] if rij.count(None) < len(rij) else ()
    finally:
        map_.close()


def _keur_zip(inhoud: bytes) -> None:
    """Een klein bestand dat heel groot uitpakt komt niet verder; ook geen eigen XML-namen, want die kunnen groeien."""
    try:
        with ZipFile(BytesIO(inhoud)) as zip_:
            delen = zip_.infolist()
            if len(delen) > MEESTE_DELEN or sum(een.file_size for een in delen) > MEESTE_UITGEPAKT:
                raise Onleesbaar("dit Excel-bestand is uitgepakt te groot; splits het in kleinere bestanden")
            if "xl/workbook.xml" not in zip_.namelist():
                raise Onleesbaar("dit is geen Excel (.xlsx); sla het vanuit uw rekenblad op als .xlsx of als CSV")
            if any(_eigen_namen(zip_.read(een)) for een in delen if een.filename.endswith((".xml", ".rels"))):
                raise Onleesbaar(_STUK)
    except BadZipFile as fout:
        raise Onleesbaar(_STUK) from fout


def _eigen_namen(xml: bytes) -> bool:
    return b"<!DOCTYPE" in xml or b"<!ENTITY" in xml


def _tekst(cel: Any) -> str:
    """Zoals iemand het zou typen: een dag als 2026-03-01, een klok of een duur als 1:30."""
    match cel:
        case None:
            return ""
        case bool():
            return "ja" if cel else "nee"
        case datetime():
            return _moment(cel)
        case date():
            return cel.isoformat()
        case time():
            return _uren(timedelta(0, cel.second, cel.microsecond, 0, cel.minute, cel.hour))
        case timedelta():
            return _uren(cel)
    return str(cel).removesuffix(".0") if not isinstance(cel, str) else cel.strip()


def _moment(wanneer: datetime) -> str:
    """Een dag zonder tijd is een dag; dag nul van Excel is alleen een tijd."""
    if wanneer.time() == time():
        return wanneer.date().isoformat()
    if wanneer.year < 1901:
        return _uren(wanneer - datetime(1899, 12, 30, tzinfo=wanneer.tzinfo))
    return wanneer.isoformat(" ", "minutes")


def _uren(duur: timedelta) -> str:
    """Op de dichtstbijzijnde minuut: een rekenblad bewaart een tijd als deel van een dag."""
    minuten = (duur + _MINUUT // 2) // _MINUUT
    return f"{'-' if minuten < 0 else ''}{abs(minuten) // 60}:{abs(minuten) % 60:02d}"
