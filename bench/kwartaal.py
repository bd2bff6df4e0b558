"""Meet de kwartaalronde naast één optelling van dezelfde uren: tijd en geheugen, op veel zaken met twintig uren elk.

``PYTHONPATH=. python bench/kwartaal.py MAP`` vult MAP de eerste keer (tien minuten, zes GB) met honderdduizend zaken
van één financier en twee miljoen activiteiten, en draait dan de ronde over het kwartaal dat voorbij is. De eerste ronde
doet het meeste werk: elke herinnering is nieuw. De tweede vindt alles klaar.
"""

import resource
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from flask import Flask

from dakpan.begrippen.periode import Kwartaal
from dakpan.demo.omgeving import DATABASE
from dakpan.opslag.basis import db
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.kwartaal.ronde import begin, loop
from loket import loket

FINANCIER, PER_ZAAK = "uwv-noord", 20
RONDES = 3
_KAAL = "SELECT zaak_id, sum(duur) FROM activiteit WHERE tenant_id = ? GROUP BY zaak_id"
_TEL = "SELECT count(*) FROM activiteit WHERE tenant_id = ?"
_ZAKEN = "SELECT count(*) FROM zaak WHERE tenant_id = ?"


def main(plek: Path) -> None:
    """Schrijft de verhouding met de optelling, en hoeveel geheugen de ronde erbij vroeg."""
    with loket("sqlite", plek, tenant=FINANCIER) as app, app.app_context():
        bestand = str(plek / DATABASE)
        with closing(sqlite3.connect(bestand)) as verbinding:
            (zaken,) = verbinding.execute(_ZAKEN, (FINANCIER,)).fetchone()
        uren = _vul_aan(bestand, FINANCIER, zaken * PER_ZAAK)
        kaal = median(_optelling(bestand, FINANCIER) for _ in range(RONDES))
        print(f"{FINANCIER}: {zaken} zaken, {uren} activiteiten; één optelling {kaal:.2f} s", flush=True)
        for naam in ("eerste", "tweede"):
            _meet(app, FINANCIER, naam, kaal)


def _meet(app: Flask, tenant: str, naam: str, kaal: float) -> None:
    boek, bos = app.extensions["dakpan.regelboek"], app.extensions["dakpan.sleutelbos"]
    vrager = Vrager(None, "Dakpan", tenant_id=tenant, rechten=frozenset({Recht.BETALEN}))
    handeling = Handeling(db.session(), vrager, datetime.now(UTC), boek, bos)
    nu = Kwartaal.van(handeling.vandaag)
    vorig = Kwartaal(nu.jaar, nu.nummer - 1) if nu.nummer > 1 else Kwartaal(nu.jaar - 1, 4)
    geheugen, van = _piek(), perf_counter()
    *_eerder, stand = loop(handeling, begin(handeling, vorig).id)
    duur = perf_counter() - van
    db.session.remove()
    erbij = (_piek() - geheugen) / 1024
    print(f"{naam} ronde: {stand.ronde.zaken} zaken, {stand.ronde.in_orde} in orde, {dict(stand.per_soort)}")
    print(f"  {duur:.1f} s, {duur / kaal:.0f} keer de optelling; {erbij:.0f} MB erbij")


def _piek() -> int:
    """De hoogste stand van het geheugen tot nu toe, in kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _optelling(bestand: str, tenant: str) -> float:
    with closing(sqlite3.connect(bestand)) as verbinding:
        van = perf_counter()
        verbinding.execute(_KAAL, (tenant,)).fetchall()
        return perf_counter() - van


def _vul_aan(bestand: str, tenant: str, doel: int) -> int:
    """Elke activiteit nog een paar keer, met een ander begin van haar id, tot het er genoeg zijn."""
    with closing(sqlite3.connect(bestand)) as verbinding:
        verbinding.execute("PRAGMA cache_size = -1000000")  # kB; anders leest zij elke index telkens opnieuw
        er_zijn: int = verbinding.execute(_TEL, (tenant,)).fetchone()[0]
        namen = [rij[1] for rij in verbinding.execute("PRAGMA table_info(activiteit)")]
        rest = ", ".join(f'"{een}"' for een in namen if een != "id")
        for nummer in range(1, doel // er_zijn):
            nieuw = f"'{160 + nummer:02x}' || substr(id, 3)"
            vraag = f"INSERT INTO activiteit (id, {rest}) SELECT {nieuw}, {rest} FROM activiteit WHERE tenant_id = ?"  # noqa: S608 - eigen namen
            verbinding.execute(f"{vraag} AND id < 'a'", (tenant,))
        verbinding.commit()
        geteld: int = verbinding.execute(_TEL, (tenant,)).fetchone()[0]
    return geteld


if __name__ == "__main__":
    main(Path(sys.argv[1]))
