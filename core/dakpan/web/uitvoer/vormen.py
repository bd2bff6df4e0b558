"""In welke vormen kan een lijst mee, en wie schrijft ze?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import IO

from dakpan.web.uitvoer.als_csv import schrijf_csv, schrijf_csvs
from dakpan.web.uitvoer.als_ods import schrijf_ods
from dakpan.web.uitvoer.als_xlsx import schrijf_xlsx
from dakpan.web.uitvoer.blad import Blad

Schrijver = Callable[[Sequence[Blad], IO[bytes], datetime], None]


class Vorm(StrEnum):
    """De soort bestand, zoals achter de punt van zijn naam."""

    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"
    ZIP = "zip"


SCHRIJVERS: Mapping[Vorm, Schrijver] = {
    Vorm.CSV: schrijf_csv,
    Vorm.XLSX: schrijf_xlsx,
    Vorm.ODS: schrijf_ods,
    Vorm.ZIP: schrijf_csvs,
}
MEDIATYPEN: Mapping[Vorm, str] = {
    Vorm.CSV: "text/csv",
    Vorm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Vorm.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Vorm.ZIP: "application/zip",
}
