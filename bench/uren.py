"""Meet een activiteit opslaan naast een kaal programma dat hetzelfde opzoekt, natelt en invoegt, op dezelfde database.

``PYTHONPATH=. python bench/uren.py MAP`` meet op SQLite, met ``postgresql`` erachter op PostgreSQL. Van het loket telt
het hele verzoek: koekje, aanmelding, rechten, formulier, regels van de financier, wacht en geschiedenis. De twee kanten
wisselen elkaar af; elke ronde haalt buiten de tijd weer weg wat zij schreef, zodat de dag niet voller wordt.
"""

import re
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from statistics import median
from time import perf_counter_ns, process_time_ns
from typing import Any, NamedTuple

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, select
from werkzeug.test import EnvironBuilder, run_wsgi_app

from bezoek import aangemeld, geheim
from dakpan.opslag.basis import db
from dakpan.opslag.handeling import NEDERLAND
from dakpan.opslag.vrager import Uitzondering
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.partijen.tables import Organisatie
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from kaal_uren import kaal_programma
from loket import loket

RONDES, PER_RONDE = 15, 20
COACH, MERK = "coach@noorderlicht", "Dit schreef de meting"
_KEUZE = re.compile(r'name="klanten" value="([^"]+)"')
_DAG = re.compile(r'name="datum"[^>]*value="([^"]+)"')
_WERK = re.compile(r'<option value="([a-z_]+:[^"]*)"')


class Kant(NamedTuple):
    """Eén van de twee programma's, met het verzoek dat het telkens krijgt."""

    app: Flask
    pad: str
    velden: Mapping[str, str]
    koekje: str = ""

    def verzoeken(self) -> list[dict[str, Any]]:
        kop = [("Cookie", self.koekje)] if self.koekje else []
        bouwers = (EnvironBuilder(self.pad, method="POST", data=self.velden, headers=kop) for _ in range(PER_RONDE))
        return [een.get_environ() for een in bouwers]


class Meting(NamedTuple):
    """Per verzoek, in microseconden."""

    klok: float
    rekentijd: float


def main(plek: Path, soort: str = "sqlite") -> None:
    """Schrijft hoeveel verzoeken per seconde elke kant haalt, en het midden van de verhoudingen."""
    with loket(soort, plek, zaken=0) as app:
        beide = kanten(app)
        paren = [tuple(ronde(kant, app) for kant in beide) for _ in range(RONDES + 1)][1:]
    for naam, metingen in zip(("loket", "kaal"), zip(*paren, strict=True), strict=True):
        klok, rekentijd = (median(een) for een in zip(*metingen, strict=True))
        print(f"{naam:6}{1e6 / klok:6.0f} per seconde, {rekentijd:6.0f} µs rekentijd per verzoek")
    keer = median(kaal.klok / ons.klok for ons, kaal in paren)
    cpu = median(ons.rekentijd / kaal.rekentijd for ons, kaal in paren)
    print(f"{soort}: {keer:.2f} van de verzoeken per seconde, {cpu:.1f} keer de rekentijd")


def kanten(app: Flask) -> tuple[Kant, Kant]:
    """Het loket, en het kale programma op dezelfde database."""
    van_ons = van_loket(app)
    with app.app_context():
        return van_ons, _kaal(van_ons.velden)


def van_loket(app: Flask, wie: str = COACH) -> Kant:
    """Het formulier zoals de coach het opent, met de eerste cliënt en het eerste doel gekozen."""
    bezoeker: FlaskClient = aangemeld(app, wie)
    pagina = bezoeker.get("/uren/nieuw").text
    klant, dag, werk = (een.findall(pagina)[0] for een in (_KEUZE, _DAG, _WERK))
    wat = {"klanten": klant, "datum": dag, "activiteit": werk, "begin": "00:00", "duur": "1", "locatie": "werkplek"}
    velden = {"csrf_token": geheim(pagina), **wat, "beoogd": MERK, "bereikt": ""}
    koekje = bezoeker.get_cookie(app.config["SESSION_COOKIE_NAME"])
    if koekje is None:
        raise SystemExit("de speler is niet aangemeld")
    return Kant(app, "/uren/nieuw", velden, f"{koekje.key}={koekje.value}")


def _kaal(velden: Mapping[str, str]) -> Kant:
    """Hetzelfde werk, met de ids die het kale programma niet opzoekt."""
    tenant_id, _, periode_id = velden["klanten"].partition("/")
    with langs_de_wacht(db.session(), Uitzondering.VULLING):
        eerder = db.session.execute(
            select(Activiteit.medewerker_id, Activiteit.weeknummer, Activiteit.doel).limit(1)
        ).one()
        db.session.rollback()
    als_tekst = (lambda een: een.replace("-", "")) if db.engine.dialect.name == "sqlite" else str
    wie = {"tenant_id": tenant_id, "periode_id": als_tekst(periode_id), "medewerker_id": als_tekst(str(eerder[0]))}
    rest = {een: velden[een] for een in ("datum", "duur", "beoogd", "bereikt")}
    return Kant(
        kaal_programma(db.engine),
        "/uren",
        {**wie, **rest, "begin": "0", "weeknummer": eerder.weeknummer, "doel": eerder.doel},
    )


def ronde(kant: Kant, loket: Flask) -> Meting:
    """Stuurt ``PER_RONDE`` keer hetzelfde naar deze kant, en haalt in het loket weer weg wat er kwam."""
    verzoeken = kant.verzoeken()
    klok, rekentijd = perf_counter_ns(), process_time_ns()
    for een in verzoeken:
        _verzend(kant.app, een)
    meting = Meting(*(ns / 1e3 / PER_RONDE for ns in (perf_counter_ns() - klok, process_time_ns() - rekentijd)))
    with loket.app_context():
        ruim_op()
    return meting


def _verzend(app: Flask, omgeving: dict[str, Any]) -> None:
    """Zonder server ertussen; wat niet is opgeslagen telt niet als verzoek."""
    _tekst, stand, _koppen = run_wsgi_app(app.wsgi_app, omgeving, buffered=True)
    if not stand.startswith("30"):
        raise SystemExit(f"{app.name} antwoordde {stand}")


def ruim_op() -> None:
    """Haalt weg wat een ronde schreef; zo wordt de dag niet voller."""
    with langs_de_wacht(db.session(), Uitzondering.VULLING):
        # Langs de index van een organisatie: bij miljoenen activiteiten is alles langsgaan geen optie.
        vandaag, van_wie = datetime.now(NEDERLAND).date(), Activiteit.organisatie_id.in_(select(Organisatie.id))
        deze = (van_wie, Activiteit.status == Urenstatus.VOORRAAD, Activiteit.datum == vandaag)
        weg = db.session.execute(delete(Activiteit).where(*deze, Activiteit.beoogd == MERK))
        db.session.commit()
    if weg.rowcount != PER_RONDE:  # type: ignore[attr-defined]
        raise SystemExit(f"er zijn er {PER_RONDE} verzonden en {weg.rowcount} opgeslagen")  # type: ignore[attr-defined]


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
