"""Het loket van de demonstratie op SQLite of PostgreSQL, om met veel zaken te meten."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flask import Flask
from sqlalchemy import make_url, text
from tests.hulp.databases import Postgres, als_tekst
from tests.hulp.ronde import LEEFT, Ronde, grendel

from dakpan.cli.bedienen import ruim_zelden_op
from dakpan.demo.meespelen import koppel_meespelen
from dakpan.demo.omgeving import Omgeving
from dakpan.demo.openen import open_demo
from dakpan.demo.vulling import vul as vul_demo
from dakpan.loket.app import create_app, laad
from dakpan.opslag.basis import db
from dakpan.opslag.migreren import migreer
from vul import ZAKEN, Keuze, vul

NAAM = "dakpan_bench"
# Een hulpje van de database telt niet mee in de rekentijd van wie het vroeg; zonder hulpjes telt alles.
ZONDER_HULP = "-cmax_parallel_workers_per_gather=0"


@contextmanager
def loket(soort: str, plek: Path, zaken: int = ZAKEN, keuze: Keuze | None = None) -> Iterator[Flask]:
    """Het loket met zoveel zaken; 0: alleen die van de demonstratie. ``keuze``: alleen van deze meer.

    Op een aangewezen PostgreSQL blijven zij staan, in een database per aantal; een eigen ruimt zich op.
    """
    omgeving = Omgeving(plek)
    if soort == "sqlite":
        app = open_demo(omgeving, "http://localhost", None, opnieuw=False, meld=print)
        print(f"{vul(omgeving.instellingen('', None).database, zaken, keuze)} zaken")
        ruim_zelden_op()
        yield app
        return
    ronde = Ronde.begin()
    with grendel(ronde.plek / LEEFT):
        app = _op_postgres(omgeving, Postgres.van(ronde), zaken, keuze)
        ruim_zelden_op()
        yield app


def _op_postgres(omgeving: Omgeving, postgres: Postgres, zaken: int, keuze: Keuze | None) -> Flask:
    """Gevuld als beheerder, bediend als gewone gebruiker: dan geldt de rijbeveiliging."""
    naam = f"{NAAM}_{zaken}" + (f"_{keuze.tenant}" if keuze is not None else "")
    url = postgres.server.set(database=naam)
    if not postgres.bestaat(naam):
        postgres.maak(naam=naam)
    migreer(als_tekst(url))
    postgres.geef_loket_rechten(url)
    bediend = make_url(postgres.als_loket(als_tekst(url)))
    opties = f"{bediend.query.get('options', '')} {ZONDER_HULP}".strip()
    database = als_tekst(bediend.update_query_dict({"options": opties}))
    app = laad(create_app(replace(omgeving.instellingen("", None), database=database)))
    koppel_meespelen(app)
    with app.app_context():
        leeg = not db.session.execute(text("SELECT count(*) FROM account")).scalar_one()
        db.session.remove()
    if leeg:
        vul_demo(app, app.extensions["dakpan.klok"].nu().date(), print)
    print(f"{vul(als_tekst(url), zaken, keuze)} zaken")
    return app
