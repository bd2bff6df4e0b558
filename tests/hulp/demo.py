"""Een gevulde demonstratie: één keer per ronde gevuld, daarna alleen nog gekopieerd."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from tests.hulp.ronde import Ronde

from dakpan.demo.omgeving import DATABASE, GEHEIMEN, KLAAR, Omgeving
from dakpan.demo.openen import open_demo

ADRES = "http://127.0.0.1:8000"
MELDINGEN = "meldingen.txt"


def gevulde_demo(ronde: Ronde, vandaag: date | None = None) -> Path:
    """De map van een demonstratie rond deze dag; wie haar het eerst nodig heeft vult haar."""
    plek = ronde.plek / f"demo-{vandaag or 'nu'}"
    with ronde.slot(plek.name):
        if not Omgeving(plek).is_gevuld:
            _vul(plek, vandaag)
    return plek


def _vul(plek: Path, vandaag: date | None) -> None:
    regels: list[str] = []
    app = open_demo(Omgeving(plek), ADRES, vandaag, opnieuw=True, meld=regels.append)
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()
    plek.joinpath(MELDINGEN).write_text("\n".join(regels), encoding="utf-8")


def kopieer_demo(ronde: Ronde, naar: Path, vandaag: date | None = None) -> str:
    """Een eigen kopie van die demonstratie, met haar geheimen. Het adres van de database."""
    van = gevulde_demo(ronde, vandaag)
    for naam in (GEHEIMEN, KLAAR):
        shutil.copyfile(van / naam, naar / naam)
    with closing(sqlite3.connect(van / DATABASE)) as bron, closing(sqlite3.connect(naar / DATABASE)) as doel:
        bron.backup(doel)
    return f"sqlite:///{naar / DATABASE}"
