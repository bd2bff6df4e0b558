"""Meet tienduizend regels uren inlezen naast dezelfde rijen kaal invoegen, in dezelfde database.

``PYTHONPATH=. python bench/inlezen.py MAP`` meet op SQLite, met ``postgresql`` erachter op PostgreSQL. Gemeten wordt
rekentijd van brengen, bekijken en vastleggen, met alle regels van het scherm, de wacht en de geschiedenis. De kale kant
voegt dezelfde activiteiten nog eens in met één ``executemany``, zonder iets na te kijken of bij te houden. Elke ronde
wordt teruggedraaid.
"""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise, product
from pathlib import Path
from statistics import median
from time import process_time

from flask import Flask
from sqlalchemy import insert, select

from dakpan.dossier import inleesbestanden
from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.opslag.basis import db, nieuw_id
from dakpan.opslag.geschiedenis import REDEN
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Uitzondering
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.partijen.accounts import als_ik
from dakpan.partijen.tables import Account, Lidmaatschap
from dakpan.tabellen import METADATA
from dakpan.uren.inlezen import bekijk, lees_in
from dakpan.uren.keuzes import activiteiten_van
from dakpan.uren.perioden import MijnPeriode, mijn_perioden
from dakpan.uren.tables import GeslotenWeek
from dakpan.uren.week import Week
from loket import loket

RONDES, REGELS = 3, 10_000
COACH, MERK = "coach@noorderlicht.voorbeeld.invalid", "Dit schreef de meting"
KOP = "Zaak;Financier;Datum;Begin;Minuten;Doel;Locatie;Beoogd resultaat;Reden buiten het plan"


def main(plek: Path, soort: str = "sqlite") -> None:
    """Schrijft de tijden, en het midden van de verhoudingen."""
    with loket(soort, plek, zaken=0) as app, app.app_context():
        rondes = [_ronde(app) for _ in range(RONDES)]
    brengen, bekijken, vastleggen, kaal = (median(een) for een in zip(*rondes, strict=True))
    keer = median(sum(een[:3]) / een[3] for een in rondes)
    print(f"{REGELS} regels: brengen {brengen:.2f} s, bekijken {bekijken:.2f} s, vastleggen {vastleggen:.2f} s")
    print(f"{soort}: samen {keer:.1f} keer dezelfde rijen kaal invoegen ({kaal:.2f} s)")


def _ronde(app: Flask) -> tuple[float, float, float, float]:
    handeling = _als_coach(app)
    sessie, inhoud = handeling.sessie, "\r\n".join((KOP, *_regels(handeling))).encode()
    sessie.info[REDEN] = "meting"  # een gebruiksgeval in een ander legt zelf niets vast
    try:
        tijden = [process_time()]
        bestand = inleesbestanden.breng(handeling, Inleessoort.UREN, "meting.csv", inhoud)
        sessie.flush()
        tijden.append(process_time())
        uitkomst = bekijk(handeling, inleesbestanden.tabel_van(handeling, bestand))
        tijden.append(process_time())
        if lees_in(handeling, bestand.id, uitkomst.zegel) != REGELS:
            raise SystemExit("niet elke regel is ingelezen")
        tijden.append(process_time())
        kaal = _kaal()
    finally:
        del sessie.info[REDEN]
        sessie.rollback()
        db.session.remove()
    een, twee, drie = (tot - van for van, tot in pairwise(tijden))
    return een, twee, drie, kaal


def _als_coach(app: Flask) -> Handeling:
    boek, bos = app.extensions["dakpan.regelboek"], app.extensions["dakpan.sleutelbos"]
    namen = {slug: tenant.naam for slug, tenant in boek.tenants.items()}
    account = db.session.scalars(select(Account).where(Account.email == COACH)).one()
    leden = db.session.scalars(select(Lidmaatschap).where(Lidmaatschap.account_id == account.id))
    ik = als_ik(account, leden.all()[0], namen)
    vrager = replace(ik, nu=ik.lidmaatschappen[0]).vrager()
    return Handeling(db.session(), vrager, datetime.now(UTC), boek, bos)


def _regels(handeling: Handeling) -> list[str]:
    """Elke cliënt van de coach op elke dag die hij nog kan schrijven, elke minuut een activiteit."""
    dicht = set(handeling.sessie.scalars(select(GeslotenWeek.weeknummer)))
    dagen = [
        (een, een.gekoppeld[0].begin + timedelta(nummer))
        for een in mijn_perioden(handeling)
        for nummer in range((een.gekoppeld[0].eind - een.gekoppeld[0].begin).days + 1)
        if not een.bezwaar
    ]
    open_ = [(een, dag) for een, dag in dagen if dag <= handeling.vandaag and Week.van(dag).code not in dicht]
    doelen = {een: _doel(handeling, een, dag) for een, dag in open_}
    return [
        f"{een.nummer};{een.tenant_id};{dag};{minuut // 60}:{minuut % 60:02};1;{doelen[een]};kantoor;{MERK};meting"
        for minuut, (een, dag) in islice(product(range(1, 24 * 60), open_), REGELS)
    ]


def _doel(handeling: Handeling, een: MijnPeriode, dag: date) -> str:
    return activiteiten_van(handeling, een.tenant_id, een.peildatum(dag)).resultaat.doelen[0].doel.value


def _kaal() -> float:
    """Wat er net is ingelezen nog eens, met andere ids."""
    with langs_de_wacht(db.session(), Uitzondering.VULLING):
        tabel = METADATA.tables["activiteit"]
        rijen = [dict(een._mapping) for een in db.session.execute(select(*tabel.c).where(tabel.c.beoogd == MERK))]
        nieuw = [{**een, "id": nieuw_id()} for een in rijen]
        van = process_time()
        db.session.connection().execute(insert(tabel), nieuw)
        return process_time() - van


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
