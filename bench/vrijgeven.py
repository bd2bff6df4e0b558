"""Meet vijfduizend betalingen in één keer vrijgeven, en daarna in één bestand voor de bank zetten.

``PYTHONPATH=. python bench/vrijgeven.py MAP`` vult MAP de eerste keer: elke betaling is van een andere zaak, dat is het
meeste werk. Gemeten wordt rekentijd, met hoeveel opdrachten de database kreeg, naast dezelfde rijen kaal bijwerken:
één ``executemany`` die de stand verandert. Alles wordt teruggedraaid.
"""

import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from flask import Flask
from sqlalchemy import event, select

from dakpan.betaling.betalen.alles_vrijgeven import geef_alles_vrij, stapel
from dakpan.betaling.betalen.betalingen import maak_betaalbestand
from dakpan.demo.omgeving import DATABASE
from dakpan.opslag.basis import db
from dakpan.opslag.geschiedenis import REDEN
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.accounts import als_ik
from dakpan.partijen.tables import Account, Lidmaatschap
from loket import loket
from vul import Keuze

BETALINGEN, FINANCIER = 5_000, "staphorst"
VRIJGEVER = f"financieel2@{FINANCIER}.voorbeeld.invalid"
# De sleutel is termijn:<besluit>:<nummer>, bij een kopie met nog iets erachter.
NUMMER = "{0}sleutel LIKE 'termijn%' AND substr({0}sleutel, 46, 1) = '1'"
# Van een zaak die zonder declaratie wordt betaald telkens de eerste betaling, nog niet vrijgegeven.
EERSTE = f"EXISTS (SELECT 1 FROM betaalopdracht b WHERE b.zaak_id = zaak.id AND {NUMMER.format('b.')})"  # noqa: S608 - eigen tekst
KEUZE = Keuze(
    FINANCIER,
    EERSTE,
    alleen={"betaalopdracht": NUMMER.format("")},
    anders={("betaalopdracht", "status"): "'klaargezet'", ("betaalopdracht", "betaalbestand_id"): "NULL"},
)


def main(plek: Path) -> None:
    """Schrijft van beide hoeveel rekentijd en hoeveel opdrachten."""
    with loket("sqlite", plek, BETALINGEN, KEUZE) as app, app.app_context():
        opdrachten = list[str]()
        event.listen(db.engine, "before_cursor_execute", lambda *wat: opdrachten.append(wat[2]))
        handeling = _als_vrijgever(app)
        handeling.sessie.info[REDEN] = "meting"  # een gebruiksgeval in een ander legt zelf niets vast
        dag = handeling.vandaag
        van = process_time()
        nu = geef_alles_vrij(handeling, dag, stapel(handeling, dag).vingerafdruk)
        handeling.sessie.flush()
        tussen, aantal = process_time(), len(opdrachten)
        bestand = maak_betaalbestand(handeling, dag)
        handeling.sessie.flush()
        klaar = process_time()
        print(f"{len(nu.betalingen)} vrijgegeven: {tussen - van:.2f} s, {aantal} opdrachten")
        print(f"{bestand.aantal} in een bestand: {klaar - tussen:.2f} s, {len(opdrachten) - aantal} opdrachten")
        handeling.sessie.rollback()
        db.session.remove()
    print(f"dezelfde rijen kaal bijwerken: {_kaal(plek / DATABASE):.2f} s")


def _als_vrijgever(app: Flask) -> Handeling:
    boek, bos = app.extensions["dakpan.regelboek"], app.extensions["dakpan.sleutelbos"]
    namen = {slug: tenant.naam for slug, tenant in boek.tenants.items()}
    account = db.session.scalars(select(Account).where(Account.email == VRIJGEVER)).one()
    leden = db.session.scalars(select(Lidmaatschap).where(Lidmaatschap.account_id == account.id))
    ik = als_ik(account, leden.all()[0], namen)
    return Handeling(db.session(), replace(ik, nu=ik.lidmaatschappen[0]).vrager(), datetime.now(UTC), boek, bos)


def _kaal(bestand: Path) -> float:
    with closing(sqlite3.connect(bestand)) as verbinding:
        klaar = "SELECT id FROM betaalopdracht WHERE tenant_id = ? AND status = 'klaargezet'"
        ids = [*verbinding.execute(klaar, (FINANCIER,))]
        van = process_time()
        zet = "UPDATE betaalopdracht SET status = 'vrijgegeven' WHERE tenant_id = ? AND id = ?"
        verbinding.executemany(zet, [(FINANCIER, een) for (een,) in ids])
        return process_time() - van


if __name__ == "__main__":
    main(Path(sys.argv[1]))
