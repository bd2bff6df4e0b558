"""Een lijst als CSV zoals een Nederlands rekenblad haar opent: puntkomma's, een komma in een getal, dag-maand-jaar."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from io import TextIOWrapper
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dakpan.begrippen.honderdsten import Honderdsten
from dakpan.web.uitvoer.blad import Blad, Waarde, als_tekst

# Wie hiermee begint is voor een rekenblad een formule, en die mag een ander nooit meegeven.
_FORMULE = ("=", "+", "-", "@", "\t", "\r")


def schrijf_csv(bladen: Sequence[Blad], naar: IO[bytes], gemaakt_op: datetime) -> None:
    """Eén blad; ``ValueError`` bij meer, want een CSV-bestand is één tabel."""
    del gemaakt_op
    (blad,) = bladen
    _schrijf(blad, naar)


def schrijf_csvs(bladen: Sequence[Blad], naar: IO[bytes], gemaakt_op: datetime) -> None:
    """Elk blad als eigen bestand, samen in één zip."""
    with ZipFile(naar, "w") as zip_:
        for blad in bladen:
            lid = ZipInfo(f"{blad.naam}.csv", gemaakt_op.timetuple()[:6])
            lid.compress_type = ZIP_DEFLATED
            with zip_.open(lid, "w", force_zip64=True) as een:
                _schrijf(blad, een)


def _schrijf(blad: Blad, naar: IO[bytes]) -> None:
    # De bladwijzer vooraan zegt een rekenblad dat het utf-8 is.
    tekst = TextIOWrapper(naar, encoding="utf-8-sig", newline="")
    rij = csv.writer(tekst, delimiter=";", lineterminator="\r\n")
    rij.writerow(blad.koppen)
    for regel in blad.regels:
        rij.writerow([_cel(een) for een in regel])
    tekst.flush()
    tekst.detach()


def _cel(waarde: Waarde) -> str:
    match waarde:
        case None:
            return ""
        case str():
            schoon = als_tekst(waarde)
            return f"'{schoon}" if schoon.startswith(_FORMULE) else schoon
        case Honderdsten():
            return waarde.iso.replace(".", ",")
        case date():
            return f"{waarde:%d-%m-%Y}"
        case _:
            return str(waarde)
