"""Maakt van een gevulde demonstratie een loket met honderdduizend zaken, voor het meten van de lijsten.

Elke zaak van de demonstratie wordt vele malen overgenomen, met alles wat een lijst ervan toont. Dat gaat langs de weg
voor grote hoeveelheden (de genoemde uitzondering van de wacht), in de database zelf: één opdracht per tabel.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Column, Engine, String, Table, Uuid, text
from sqlalchemy.orm import Session

from dakpan.opslag.motor import maak_motor, tel_opnieuw
from dakpan.opslag.vrager import Uitzondering
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.tabellen import METADATA

ZAKEN = 100_000
# Van ouder naar kind, zodat elke verwijzing klopt.
TABELLEN = (
    *("persoon", "werkgever", "zaak", "aanvraag", "behandeling", "besluit", "mijlpaal", "jobcoachperiode"),
    *("koppeling", "declaratie", "declaratieteller", "activiteit"),
    *("verslag", "betaalopdracht", "bericht", "aanspreekpunt"),
    *("coachingsplan", "gehouden_evaluatie", "verplichting"),
)
# Alleen als alles meer wordt: hiervan hangt de kwartaalronde af.
OOK = ("factuur", "creditnota", "correctie", "vordering")
# Wat per kopie anders is: de rij zelf en de rijen waar zij bij hoort. Mensen en organisaties blijven dezelfde.
EIGEN = {"id", "zaak_id", "persoon_id", "werkgever_id", "aanvraag_id", "periode_id", "declaratie_id", "besluit_id"}
EIGEN |= {"factuur_id", "creditnota_id"}
UNIEK = {"nummer", "sleutel", "kenmerk"}
# Het nummer van de kopie, in acht letters van een id. SQLite bewaart een id als tekst, PostgreSQL niet.
_NUMMER = {"sqlite": "printf('%08x', n * :stap)", "postgresql": "lpad(to_hex(n::bigint * :stap), 8, '0')"}
_RUIMTE = 16**8
_TEKST = {"sqlite": "{}", "postgresql": "replace({}::text, '-', '')"}
_ID = {"sqlite": "({})", "postgresql": "({})::uuid"}


@dataclass(frozen=True, slots=True)
class Keuze:
    """Welke zaken van welke financier worden er meer? ``waar``: een voorwaarde op ``zaak``.

    ``alleen``: per tabel welke kopieën (``n``) een rij krijgen; ``anders``: wat er in een kolom komt in plaats van wat
    er stond. Zo ontbreekt er bij een deel van de zaken iets.
    """

    tenant: str
    waar: str = "true"
    alleen: Mapping[str, str] = field(default_factory=dict)
    anders: Mapping[tuple[str, str], str] = field(default_factory=dict)


def vul(database: str, zaken: int = ZAKEN, keuze: Keuze | None = None) -> int:
    """Hoeveel zaken staan er nu? Een tweede keer vullen doet niets. ``keuze``: alleen van deze zaken meer."""
    motor = maak_motor(database)
    with Session(motor) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        van = f"tenant_id = '{keuze.tenant}' AND {keuze.waar}" if keuze is not None else "true"
        aanwezig: int = sessie.execute(text(f"SELECT count(*) FROM zaak WHERE {van}")).scalar_one()  # noqa: S608 - eigen tekst
        kopieen = max(0, zaken - aanwezig) // aanwezig + (zaken > aanwezig)
        eerste = _eerste(sessie, van) if keuze is not None and kopieen else {}
        for tabel in (*TABELLEN, *(OOK if keuze is None else ())) if kopieen else ():
            with zonder_indexen(sessie, tabel):
                kopieer = _kopieer(METADATA.tables[tabel], motor.dialect.name, keuze, eerste)
                sessie.execute(text(kopieer), {"kopieen": kopieen, "stap": _RUIMTE // (kopieen + 1)})
        sessie.commit()
    _ruim_op(motor)
    motor.dispose()
    return aanwezig + aanwezig * kopieen


def _eerste(sessie: Session, van: str) -> Mapping[str, Sequence[str]]:
    """De rijen die er meer worden, per kolom die ernaar verwijst, vóór er een kopie is."""
    zaken = f"SELECT {{}} FROM zaak WHERE {van}"  # noqa: S608 - eigen tekst
    vragen = {een: zaken.format(een) for een in ("persoon_id", "werkgever_id")}
    vragen["zaak_id"] = zaken.format("id")
    vragen["periode_id"] = f"SELECT id FROM jobcoachperiode WHERE zaak_id IN ({vragen['zaak_id']})"  # noqa: S608 - eigen tekst
    return {naam: [str(een) for (een,) in sessie.execute(text(vraag)) if een] for naam, vraag in vragen.items()}


@contextmanager
def zonder_indexen(sessie: Session, tabel: str) -> Iterator[None]:
    """SQLite vult een grote tabel vele malen sneller zonder indexen, en maakt ze daarna in één keer."""
    if sessie.get_bind().dialect.name != "sqlite":
        yield
        return
    sessie.execute(text("PRAGMA cache_size = -1000000"))  # kB
    vraag = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = :tabel"
    indexen = [*sessie.execute(text(vraag), {"tabel": tabel})]
    for naam, _sql in indexen:
        sessie.execute(text(f'DROP INDEX "{naam}"'))
    yield
    for _naam, sql in indexen:
        sessie.connection().exec_driver_sql(sql)


def _ruim_op(motor: Engine) -> None:
    """Wat een database in gebruik elke dag krijgt: weten hoeveel er staat en welke rijen iedereen ziet."""
    tel_opnieuw(motor)
    if motor.dialect.name == "postgresql":
        with motor.connect() as verbinding:
            verbinding.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM ANALYZE")


def _kopieer(tabel: Table, soort: str, keuze: Keuze | None, eerste: Mapping[str, Sequence[str]]) -> str:
    kolommen = ", ".join(f'"{een.name}"' for een in tabel.c)
    return (
        "WITH RECURSIVE reeks(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM reeks WHERE n < :kopieen) "  # noqa: S608 - eigen namen
        f'INSERT INTO "{tabel.name}" ({kolommen}) SELECT {", ".join(_waarden(tabel, soort, keuze))} '
        f'FROM "{tabel.name}" CROSS JOIN reeks WHERE {_welke(tabel, keuze, eerste)}'
    ).replace("::", r"\:\:")


def _welke(tabel: Table, keuze: Keuze | None, eerste: Mapping[str, Sequence[str]]) -> str:
    if keuze is None:
        return "true"
    kolom = next(een for een in ("zaak_id", "periode_id", "id") if een in tabel.c)
    ids = ", ".join(f"'{een}'" for een in eerste[f"{tabel.name}_id" if kolom == "id" else kolom])
    return f"tenant_id = '{keuze.tenant}' AND {kolom} IN ({ids}) AND {keuze.alleen.get(tabel.name, 'true')}"


def _waarden(tabel: Table, soort: str, keuze: Keuze | None) -> Iterator[str]:
    anders = keuze.anders if keuze is not None else {}
    return (anders.get((tabel.name, een.name)) or _waarde(een, soort) for een in tabel.c)


def _waarde(kolom: Column[object], soort: str) -> str:
    """Een id krijgt het nummer van de kopie op de plaats van de tijd: zo liggen de zaken door elkaar."""
    naam = f'"{kolom.name}"'
    if kolom.name in EIGEN and isinstance(kolom.type, Uuid):
        tekst = _TEKST[soort].format(naam)
        return _ID[soort].format(f"substr({tekst}, 1, 4) || {_NUMMER[soort]} || substr({tekst}, 13)")
    uniek = kolom.name in UNIEK and isinstance(kolom.type, String)  # een versienummer blijft wat het is
    return f"{naam} || '-' || n" if uniek else naam
