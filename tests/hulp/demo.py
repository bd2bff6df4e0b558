"""Een gevulde demonstratie: één keer per ronde gevuld, daarna alleen nog gekopieerd."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from flask import Flask
from tests.hulp.loketten import neem_loket
from tests.hulp.ronde import Ronde

from dakpan.demo.meespelen import koppel_meespelen
from dakpan.demo.omgeving import DATABASE, GEHEIMEN, KLAAR, Omgeving
from dakpan.demo.openen import open_demo
from dakpan.demo.postvak import verhuis_post
from dakpan.instellingen import Instellingen
from dakpan.loket.app import create_app, laad

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


def neem_demo(omgeving: Omgeving, adres: str) -> Flask:
    """De webapp van een gevulde demonstratie, zoals ``open_demo`` haar opent; zo mogelijk een die al geladen is."""
    instellingen = omgeving.instellingen(adres, omgeving.gezet_op)
    app = neem_loket(instellingen, ("demo", instellingen.geheime_sleutel, instellingen.vandaag), _met_spelers)
    if omgeving.adres != adres:
        verhuis_post(app, omgeving.adres, adres)
        omgeving.verhuis(adres)
    return app


def _met_spelers(instellingen: Instellingen) -> Flask:
    app = laad(create_app(instellingen))
    koppel_meespelen(app)
    return app
