"""Een toepassing met alleen het proefhuis, zonder database."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_wtf.csrf import CSRFProtect
from tests.web.proefhuis import bp

from dakpan.instellingen import Instellingen
from dakpan.loket.app import Dakpan
from dakpan.loket.inrichten import koppel_instellingen
from dakpan.partijen.tenant import Huisstijl
from dakpan.web.fouten import koppel_fouten
from dakpan.web.huisstijl import koppel_huisstijl
from dakpan.web.koppen import koppel_koppen
from dakpan.web.opmaak import koppel_opmaak
from dakpan.web.opslag import Klok
from dakpan.web.schil import Ingang, Schil, Wissel, koppel_schil, levert_schil
from dakpan.web.statisch import koppel_statisch
from dakpan.web.taal import koppel_taal

GEHEIM = "5nQ8zK2vT7xL4mB9wR3yH6cJ1dF0gP-s"
HUISSTIJLEN = {
    "groendam": Huisstijl("Gemeente Groendam", "#1b5e3a", "Groendam"),
    "geelstad": Huisstijl("Gemeente Geelstad", "#ffcc00", "Geelstad"),
}


def maak_proef(*, https: bool = False) -> Flask:
    """De onderdelen van ``create_app`` die geen database nodig hebben, met het proefhuis erin."""
    instellingen = Instellingen("sqlite://", GEHEIM, (GEHEIM,), GEHEIM, demo=True, https=https)
    app = Dakpan("dakpan.web", static_folder=None)
    koppel_instellingen(app, instellingen)
    app.extensions["dakpan.klok"] = Klok(None)
    koppel_koppen(app, https=https)
    koppel_taal(app)
    koppel_opmaak(app)
    koppel_schil(app, demo=True)
    koppel_statisch(app)
    koppel_huisstijl(app, HUISSTIJLEN)
    CSRFProtect(app)
    koppel_fouten(app)
    app.register_blueprint(bp)
    levert_schil(app, _schil)
    return app


def _schil() -> Schil:
    return Schil(
        naam="Sanne de Wit",
        namens="Jobcoachbureau De Stap",
        navigatie=(
            Ingang("Wat moet ik doen", "/", huidig=True, aantal=3),
            Ingang("Zaken", "/#zaken"),
            Ingang("Uren", "/#uren"),
            Ingang("Declaraties", "/#declaraties"),
            Ingang("Vergelijken", "/#vergelijken"),
        ),
        wissels=(Wissel("7", "Stichting Opstap"),),
        wissel_url="/wissel",
        afmelden="/afmelden",
        demo=True,
        stil_na=1800,
        ping="/ping",
    )


@pytest.fixture
def app() -> Flask:
    return maak_proef()


@pytest.fixture
def bezoeker(app: Flask) -> FlaskClient:
    return app.test_client()
