"""Maakt van een gevulde demonstratie een loket met honderdduizend zaken, voor het meten van de lijsten.

Elke zaak van de demonstratie wordt vele malen overgenomen, met alles wat een lijst ervan toont. Dat gaat langs de weg
voor grote hoeveelheden (de genoemde uitzondering van de wacht), in de database zelf: één opdracht per tabel.
"""

from collections.abc import Iterator

from sqlalchemy import Column, Table, text
from sqlalchemy.orm import Session

from dakpan.opslag.motor import maak_motor
from dakpan.opslag.vrager import Uitzondering
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.tabellen import METADATA

ZAKEN = 100_000
# Van ouder naar kind, zodat elke verwijzing klopt.
TABELLEN = (
    *("persoon", "werkgever", "zaak", "aanvraag", "behandeling", "besluit", "mijlpaal", "jobcoachperiode"),
    *("koppeling", "declaratie", "activiteit", "verslag", "betaalopdracht", "bericht", "aanspreekpunt"),
)
# Wat per kopie anders is: de rij zelf en de rijen waar zij bij hoort. Mensen en organisaties blijven dezelfde.
EIGEN = {"id", "zaak_id", "persoon_id", "werkgever_id", "aanvraag_id", "periode_id", "declaratie_id"}
UNIEK = {"nummer", "sleutel", "kenmerk"}


def vul(database: str, zaken: int = ZAKEN) -> int:
    """Hoeveel zaken staan er nu? Alleen voor SQLite; een tweede keer vullen doet niets."""
    motor = maak_motor(database)
    with Session(motor) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        aanwezig: int = sessie.execute(text("SELECT count(*) FROM zaak")).scalar_one()
        kopieen = max(0, zaken - aanwezig) // aanwezig + (zaken > aanwezig)
        for tabel in TABELLEN:
            sessie.execute(text(_kopieer(METADATA.tables[tabel])), {"kopieen": kopieen})
        sessie.execute(text("ANALYZE"))
        sessie.commit()
        aanwezig += aanwezig * kopieen
    motor.dispose()
    return aanwezig


def _kopieer(tabel: Table) -> str:
    kolommen = ", ".join(f'"{een.name}"' for een in tabel.c)
    return (
        "WITH RECURSIVE reeks(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM reeks WHERE n < :kopieen) "  # noqa: S608 - eigen namen
        f'INSERT INTO "{tabel.name}" ({kolommen}) SELECT {", ".join(_waarden(tabel))} '
        f'FROM "{tabel.name}" CROSS JOIN reeks WHERE :kopieen > 0'
    )


def _waarden(tabel: Table) -> Iterator[str]:
    return (_waarde(een) for een in tabel.c)


def _waarde(kolom: Column[object]) -> str:
    """Een id krijgt het nummer van de kopie op de plaats van de tijd: zo liggen de zaken door elkaar."""
    naam = f'"{kolom.name}"'
    if kolom.name in EIGEN:
        return f"substr({naam}, 1, 4) || printf('%08x', n * 3100000) || substr({naam}, 13)"
    return f"{naam} || '-' || n" if kolom.name in UNIEK else naam
