"""De links in de brieven van de demonstratie wijzen naar waar zij nu staat, ook na een herstart op een andere poort."""

from pathlib import Path

from flask import Flask
from sqlalchemy import select
from tests.hulp.demo import ADRES, kopieer_demo
from tests.hulp.ronde import Ronde

from dakpan.demo.omgeving import Omgeving
from dakpan.demo.openen import open_demo
from dakpan.opslag.basis import db
from dakpan.partijen.tables import Brief

ELDERS = "http://127.0.0.1:8159"


def _links_naar(app: Flask, adres: str) -> int:
    with app.app_context():
        teksten = db.session.scalars(select(Brief.tekst)).all()
        db.session.remove()
        return sum(adres in tekst for tekst in teksten)


def test_een_andere_poort_verhuist_de_links(ronde: Ronde, tmp_path: Path) -> None:
    kopieer_demo(ronde, tmp_path)
    eerst = _links_naar(open_demo(Omgeving(tmp_path), ADRES, None, opnieuw=False, meld=print), ADRES)
    daarna = open_demo(Omgeving(tmp_path), ELDERS, None, opnieuw=False, meld=print)

    assert eerst > 0
    assert (_links_naar(daarna, ELDERS), _links_naar(daarna, ADRES)) == (eerst, 0)
    assert Omgeving(tmp_path).adres == ELDERS
