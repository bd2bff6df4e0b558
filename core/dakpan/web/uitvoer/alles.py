"""Alles van één organisatie of financier in één zip: elke tabel als CSV, elk bestand zoals het is bewaard.

De opdracht op de opdrachtregel en de knop in het loket schrijven hiermee hetzelfde. Er staat nooit meer in het geheugen
dan een handvol rijen of één bestand.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy.orm import Session

from dakpan import tabellen
from dakpan.opslag.alles import bijlagen_van, regels_van, soorten, velden_van
from dakpan.web.uitvoer.als_csv import schrijf_csv
from dakpan.web.uitvoer.blad import Blad

UITLEG = """Alles meegenomen uit Dakpan op {dag}

tabellen/    elke tabel als CSV: puntkomma's ertussen, UTF-8, de eerste regel noemt de velden.
bestanden/   elk document ({bestanden}), in een map per tabel; de naam begint met het id van zijn rij.

Zo staat het er:
- Een rij heeft een id. Een veld dat op _id eindigt wijst naar het id in die andere tabel, bij dezelfde tenant_id.
- Een bedrag is in euro's met een punt: 1420.30. Een duur is uren en minuten: 2:30. Uren in honderdsten: 27.21.
- Een dag is jaar-maand-dag. Een tijdstip staat in UTC, met +00:00 erachter.
- Begint een tekst met = + - of @, dan staat er een apostrof voor; zo maakt een rekenblad er geen formule van.
- Wat tussen accolades of rechte haken staat is JSON.
- Wachtwoorden, sleutels en burgerservicenummers zitten er niet in.

Tabellen met rijen:
{gevuld}

Zonder rijen: {leeg}
"""


class Meegenomen(NamedTuple):
    """Hoeveel er in de zip zit."""

    rijen: int
    bestanden: int


def schrijf_alles(sessie: Session, naar: IO[bytes] | Path, nu: datetime) -> Meegenomen:
    """Alles wat de vrager van deze sessie van de wacht mag lezen."""
    assert tabellen.METADATA.tables  # noqa: S101 - wie alles meeneemt kent elke tabel
    rijen: dict[str, int] = {}
    bestanden = 0
    with ZipFile(naar, "w", ZIP_DEFLATED) as zip_:
        for soort in soorten():
            rijen[soort.__tablename__] = _tabel(sessie, soort, zip_, nu)
            for een in bijlagen_van(sessie, soort):
                zip_.writestr(f"bestanden/{een.tabel}/{een.naam.replace('/', '_')}", een.inhoud)
                bestanden += 1
        zip_.writestr("leesmij.txt", _leesmij(rijen, bestanden, nu))
    return Meegenomen(sum(rijen.values()), bestanden)


def _leesmij(rijen: Mapping[str, int], bestanden: int, nu: datetime) -> str:
    """Wat er in de zip zit, en hoe een ander programma het leest."""
    gevuld = "\n".join(f"- {naam}: {aantal}" for naam, aantal in rijen.items() if aantal)
    leeg = ", ".join(naam for naam, aantal in rijen.items() if not aantal)
    return UITLEG.format(dag=f"{nu:%d-%m-%Y}", bestanden=bestanden, gevuld=gevuld or "- geen", leeg=leeg or "geen")


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
