"""Alles van één organisatie of financier in één zip: elke tabel als CSV, elk bestand zoals het is bewaard.

De opdracht op de opdrachtregel en de knop in het loket schrijven hiermee hetzelfde. Er staat nooit meer in het geheugen
dan een handvol rijen of één bestand.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy.orm import Session

from dakpan import tabellen
from dakpan.opslag.alles import bijlagen_van, regels_van, soorten, velden_van
from dakpan.web.uitvoer.als_csv import schrijf_csv
from dakpan.web.uitvoer.blad import Blad


class Meegenomen(NamedTuple):
    """Hoeveel er in de zip zit."""

    rijen: int
    bestanden: int


def schrijf_alles(sessie: Session, naar: IO[bytes] | Path, nu: datetime) -> Meegenomen:
    """Alles wat de vrager van deze sessie van de wacht mag lezen."""
    assert tabellen.METADATA.tables  # noqa: S101 - wie alles meeneemt kent elke tabel
    rijen = bestanden = 0
    with ZipFile(naar, "w", ZIP_DEFLATED) as zip_:
        for soort in soorten():
            rijen += _tabel(sessie, soort, zip_, nu)
            for een in bijlagen_van(sessie, soort):
                zip_.writestr(f"bestanden/{een.tabel}/{een.naam.replace('/', '_')}", een.inhoud)
                bestanden += 1
    return Meegenomen(rijen, bestanden)


def _tabel(sessie: Session, soort: Any, zip_: ZipFile, nu: datetime) -> int:
    geteld = 0

    def regels() -> Iterator[Sequence[str]]:
        nonlocal geteld
        for regel in regels_van(sessie, soort):
            geteld += 1
            yield regel

    blad = Blad(soort.__tablename__, velden_van(soort), regels())
    with zip_.open(f"tabellen/{blad.naam}.csv", "w", force_zip64=True) as naar:
        schrijf_csv([blad], naar, nu)
    return geteld
