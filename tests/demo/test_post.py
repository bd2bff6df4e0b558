"""De links in de brieven van de demonstratie wijzen naar waar zij nu staat, ook na een herstart op een andere poort."""

import re
from base64 import b64decode
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from sqlalchemy import select
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.demo import ADRES, kopieer_demo
from tests.hulp.ronde import Ronde

from dakpan.demo.omgeving import Omgeving
from dakpan.demo.openen import open_demo
from dakpan.opslag.basis import db
from dakpan.partijen.post import bezorg, schrijf_brief, voeg_bij
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
    # Geen brief wijst naar een plek waar de demonstratie niet staat.
    assert _links_naar(daarna, "http://localhost") == 0


def test_een_bijlage_is_te_bewaren_ook_als_de_brief_is_bezorgd(app: Flask) -> None:
    """Buiten de demonstratie gaat de inhoud na het bezorgen weg; hier is de brief nergens anders te lezen."""
    nu, factuur = datetime.now(UTC), b"<Invoice>proef</Invoice>"
    with app.app_context():
        brief = schrijf_brief(db.session(), "fin@voorbeeld.invalid", "Factuur", "Dag,\n\nHierbij.", nu)
        voeg_bij(db.session(), brief, "factuur 7.xml", "application/xml", factuur)
        db.session.commit()
        while bezorg(db.session(), app.extensions["dakpan.instellingen"], nu):
            pass
        assert brief.verzonden_op is not None
    tekst = Bezoeker(app).get("/post").text
    gevonden = re.search(r'href="data:[^;"]+;base64,([^"]+)" download="factuur 7.xml"', tekst)
    assert gevonden is not None
    assert b64decode(gevonden[1]) == factuur
