"""Meet ``dakpan kwartaal`` op PostgreSQL, met rijbeveiliging, naast één optelling van dezelfde uren; ook na kill -9.

``PYTHONPATH=. python bench/kwartaal_postgres.py MAP [ZAKEN]``: dezelfde zaken als ``bench/kwartaal.py``, gewoonlijk
tienduizend, op de server van ``DAKPAN_TEST_POSTGRES`` of een eigen. De rekentijd is die van de opdracht en die van de
server voor haar samen; een optelling ernaast telt net zo.
"""

import os
import sys
from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, sleep

import psycopg
from sqlalchemy import URL
from tests.hulp.databases import als_tekst

from dakpan.begrippen.periode import Kwartaal
from dakpan.opslag.basis import db
from dakpan.wandeling.kwartaal.ronde import PER_KEER
from kwartaal import FINANCIER, KEER, PER_ZAAK, WERK, Tijd, draai, keuze
from loket import ZONDER_HULP, loket

ZAKEN = 10_000
_KAAL = "SELECT zaak_id, sum(duur) FROM activiteit WHERE tenant_id = %s GROUP BY zaak_id"
OPRUIMEN = 2
_TIK = os.sysconf("SC_CLK_TCK")


def main(plek: Path, zaken: int = ZAKEN) -> None:
    """Schrijft van elke ronde de verhouding met de optelling, en of onderbreken iets verandert."""
    nu = Kwartaal.van(date.today())  # noqa: DTZ011 - de demonstratie is rond vandaag gevuld
    vorig = Kwartaal.van(nu.periode.begin - timedelta(1))
    with loket("postgresql", plek, zaken, keuze(vorig)) as app:
        with app.app_context():
            bron = db.engine.url
            db.engine.dispose()
        uren = _vul_aan(bron, zaken * PER_ZAAK)
        print(f"{FINANCIER}: {zaken} lopende zaken, {uren} activiteiten", flush=True)
        ronde = ("kwartaal", FINANCIER, vorig.iso)
        heel, onderbroken = (_kopie(bron, naam) for naam in ("heel", "onderbroken"))
        werk = [_meet(naam, plek, heel, ronde) for naam in ("eerste", "tweede")]
        print("een tweede keer verandert", "niets" if werk[0] == werk[1] else "IETS", flush=True)
        draai(plek, *ronde, stop_na=max(1, zaken // PER_KEER // 2), database=als_tekst(onderbroken))
        hervat = _meet("hervatte", plek, onderbroken, ronde)
        print("onderbroken met kill -9 en hervat:", "hetzelfde" if hervat == werk[0] else "ANDERS")


def _meet(naam: str, plek: Path, url: URL, ronde: tuple[str, ...]) -> Mapping[str, str]:
    kaal, server = _optelling(url), _van_server(url)
    een = draai(plek, *ronde, database=als_tekst(url))
    rekentijd = een.tijd.rekentijd + _van_server(url) - server
    print(f"{naam} ronde: {een.tijd.klok:.1f} s op de klok, {rekentijd:.1f} s rekentijd, waarvan", end=" ")
    print(f"{een.tijd.rekentijd:.1f} s in de opdracht zelf; {een.piek:.0f} MB")
    print(f"  de optelling: {kaal.klok:.3f} s op de klok, {kaal.rekentijd:.3f} s rekentijd:", end=" ")
    print(f"{een.tijd.klok / kaal.klok:.0f} keer op de klok, {rekentijd / kaal.rekentijd:.0f} keer in rekentijd")
    print("  ", een.antwoord.strip()[:400].replace("\n", " "))
    print("  ", werk := _werk(url), flush=True)
    return werk


def _beheer(url: URL) -> "psycopg.Connection[tuple[object, ...]]":
    """Als beheerder, zonder de rol waarmee het loket werkt."""
    adres = url.difference_update_query(["options"]).set(drivername="postgresql")
    return psycopg.connect(als_tekst(adres), autocommit=True, options=ZONDER_HULP)


def _kopie(bron: URL, naam: str) -> URL:
    kopie = f"{bron.database}_{naam}"
    with _beheer(bron.set(database="postgres")) as verbinding:
        verbinding.execute(f'DROP DATABASE IF EXISTS "{kopie}" WITH (FORCE)')
        verbinding.execute(f'CREATE DATABASE "{kopie}" TEMPLATE "{bron.database}"')
    return bron.set(database=kopie)


def _van_server(url: URL) -> float:
    """Hoeveel rekentijd is er besteed aan vragen van wie al weg is? In seconden, van alle verbindingen samen."""
    sleep(OPRUIMEN)  # een verbinding telt pas als de server haar heeft opgeruimd
    with _beheer(url.set(database="postgres")) as verbinding:
        (map_,) = verbinding.execute("SHOW data_directory").fetchone() or ("",)
    pid = Path(str(map_), "postmaster.pid").read_text(encoding="ascii").split()[0]
    delen = Path("/proc", pid, "stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(delen[13]) + int(delen[14])) / _TIK


def _optelling(url: URL) -> Tijd:
    """Het midden van een paar keer, elk tien keer achter elkaar: de rekentijd telt in honderdsten van seconden.

    Ook hier telt wie vraagt mee, en wie antwoordt.
    """
    tijden = []
    for _keer in range(KEER):
        server, klok, zelf = _van_server(url), perf_counter(), process_time()
        with _beheer(url) as verbinding:
            for _nog in range(10):
                verbinding.execute(_KAAL, (FINANCIER,)).fetchall()
        klok, zelf = perf_counter() - klok, process_time() - zelf
        tijden.append(Tijd(klok / 10, (_van_server(url) - server + zelf) / 10))
    return Tijd(*map(median, zip(*tijden, strict=True)))


def _werk(url: URL) -> dict[str, str]:
    """Per tabel hoeveel rijen en een vingerafdruk van alles wat erin staat."""
    with _beheer(url) as verbinding:
        return {vraag.split(" FROM ")[1].split()[0]: _vingerafdruk(verbinding, vraag) for vraag in WERK}


def _vingerafdruk(verbinding: "psycopg.Connection[tuple[object, ...]]", vraag: str) -> str:
    rijen = sorted(map(repr, verbinding.execute(vraag).fetchall()))
    return f"{len(rijen)}:{sha256(''.join(rijen).encode()).hexdigest()[:12]}"


def _vul_aan(bron: URL, doel: int) -> int:
    """Elke activiteit nog een paar keer, met een ander begin van haar id, tot het er genoeg zijn."""
    tel = "SELECT count(*) FROM activiteit WHERE tenant_id = %s"
    with _beheer(bron) as verbinding:
        er_zijn = int(str((verbinding.execute(tel, (FINANCIER,)).fetchone() or (0,))[0]))
        namen = verbinding.execute("SELECT * FROM activiteit LIMIT 0").description or ()
        rest = ", ".join(f'"{een.name}"' for een in namen if een.name != "id")
        for nummer, al in enumerate(range(er_zijn, doel, er_zijn), start=1):
            nieuw = f"('{160 + nummer:02x}' || substr(id::text, 3))::uuid"
            vraag = f"INSERT INTO activiteit (id, {rest}) SELECT {nieuw}, {rest} FROM activiteit WHERE tenant_id = %s"  # noqa: S608 - eigen namen
            verbinding.execute(f"{vraag} AND id::text < 'a' LIMIT %s", (FINANCIER, doel - al))
        verbinding.execute("VACUUM ANALYZE")
        return int(str((verbinding.execute(tel, (FINANCIER,)).fetchone() or (0,))[0]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:3]))
