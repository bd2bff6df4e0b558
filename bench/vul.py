"""Maakt van een gevulde demonstratie een loket met honderdduizend zaken, voor het meten van de lijsten.

Elke zaak van de demonstratie wordt vele malen overgenomen, met alles wat een lijst ervan toont. Dat gaat langs de weg
voor grote hoeveelheden (de genoemde uitzondering van de wacht), in de database zelf: één opdracht per tabel.
"""

from collections.abc import Iterator

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
# Wat per kopie anders is: de rij zelf en de rijen waar zij bij hoort. Mensen en organisaties blijven dezelfde.
EIGEN = {"id", "zaak_id", "persoon_id", "werkgever_id", "aanvraag_id", "periode_id", "declaratie_id", "besluit_id"}
UNIEK = {"nummer", "sleutel", "kenmerk"}
# Het nummer van de kopie, in acht letters van een id. SQLite bewaart een id als tekst, PostgreSQL niet.
_NUMMER = {"sqlite": "printf('%08x', n * :stap)", "postgresql": "lpad(to_hex(n::bigint * :stap), 8, '0')"}
_RUIMTE = 16**8
_TEKST = {"sqlite": "{}", "postgresql": "replace({}::text, '-', '')"}
_ID = {"sqlite": "({})", "postgresql": "({})::uuid"}


def vul(database: str, zaken: int = ZAKEN, tenant: str | None = None) -> int:
    """Hoeveel zaken staan er nu? Een tweede keer vullen doet niets. ``tenant``: alleen de zaken van deze financier."""
    motor = maak_motor(database)
    van_wie = " WHERE tenant_id = :tenant" if tenant is not None else ""
    wie = {"tenant": tenant} if tenant is not None else {}
    with Session(motor) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        geteld = "SELECT count(*) FROM zaak" + van_wie  # noqa: S608 - eigen tekst
        aanwezig: int = sessie.execute(text(geteld), wie).scalar_one()
        kopieen = max(0, zaken - aanwezig) // aanwezig + (zaken > aanwezig)
        for tabel in TABELLEN if kopieen else ():
            kopieer = _kopieer(METADATA.tables[tabel], motor.dialect.name) + van_wie
            waarden = {"kopieen": kopieen, "stap": _RUIMTE // (kopieen + 1), **wie}
            sessie.execute(text(kopieer), waarden)
        sessie.commit()
    _ruim_op(motor)
    motor.dispose()
    return aanwezig + aanwezig * kopieen


def _ruim_op(motor: Engine) -> None:
    """Wat een database in gebruik elke dag krijgt: weten hoeveel er staat en welke rijen iedereen ziet."""
    tel_opnieuw(motor)
    if motor.dialect.name == "postgresql":
        with motor.connect() as verbinding:
            verbinding.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM ANALYZE")


def _kopieer(tabel: Table, soort: str) -> str:
    kolommen = ", ".join(f'"{een.name}"' for een in tabel.c)
    return (
        "WITH RECURSIVE reeks(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM reeks WHERE n < :kopieen) "  # noqa: S608 - eigen namen
        f'INSERT INTO "{tabel.name}" ({kolommen}) SELECT {", ".join(_waarden(tabel, soort))} '
        f'FROM "{tabel.name}" CROSS JOIN reeks'
    ).replace("::", r"\:\:")


def _waarden(tabel: Table, soort: str) -> Iterator[str]:
    return (_waarde(een, soort) for een in tabel.c)


def _waarde(kolom: Column[object], soort: str) -> str:
    """Een id krijgt het nummer van de kopie op de plaats van de tijd: zo liggen de zaken door elkaar."""
    naam = f'"{kolom.name}"'
    if kolom.name in EIGEN and isinstance(kolom.type, Uuid):
        tekst = _TEKST[soort].format(naam)
        return _ID[soort].format(f"substr({tekst}, 1, 4) || {_NUMMER[soort]} || substr({tekst}, 13)")
    uniek = kolom.name in UNIEK and isinstance(kolom.type, String)  # een versienummer blijft wat het is
    return f"{naam} || '-' || n" if uniek else naam
