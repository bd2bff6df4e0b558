"""Aanmelden als een speler kan in de demonstratie, met het wachtwoord of met één klik, en nergens anders."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import update
from tests.hulp.bezoeker import Bezoeker

from dakpan.demo.meespelen import demo_accounts, koppel_meespelen
from dakpan.demo.spelers import Speler, Spelers
from dakpan.demo.welkom import een_per_rol
from dakpan.loket.app import create_app
from dakpan.opslag.basis import db
from dakpan.partijen.inrichting import open_regelboek
from dakpan.partijen.tables import Account

BANNER = "Verzonnen gegevens voor de demonstratie"


@pytest.fixture
def dienst(app: Flask) -> Flask:
    """Dezelfde database onder ``dakpan serve``: daar is het geen demonstratie."""
    inrichting = replace(app.extensions["dakpan.instellingen"], demo=False)
    assert inrichting.tenants_map is not None
    return create_app(inrichting, open_regelboek([inrichting.tenants_map]))


def _eerste(spelers: Spelers) -> Speler:
    return spelers.personen[0]


def test_van_elke_rol_kan_iemand_aanmelden_met_het_wachtwoord(app: Flask, spelers: Spelers) -> None:
    for speler in een_per_rol(spelers):
        antwoord = Bezoeker(app).meld_aan(speler.email, spelers.wachtwoord)

        assert antwoord.status_code in {200, 303}, speler.email


def test_een_klik_is_genoeg(app: Flask, spelers: Spelers) -> None:
    bezoeker, speler = Bezoeker(app), _eerste(spelers)
    bezoeker.get("/aanmelden")
    antwoord = bezoeker.post("/meespelen", {"email": speler.email})
    pagina = bezoeker.get("/namens")

    assert (antwoord.status_code, antwoord.location) == (303, "/")
    assert speler.naam in pagina.text


def test_wie_voor_twee_werkt_kiest_eerst_namens_wie(app: Flask) -> None:
    bezoeker = Bezoeker(app)
    bezoeker.get("/aanmelden")
    antwoord = bezoeker.post("/meespelen", {"email": "zelfstandig@coach.voorbeeld.invalid"})

    assert antwoord.location == "/namens"
    assert bezoeker.get("/namens").text.count('name="lidmaatschap"') >= 2


def test_zonder_het_geheim_van_de_pagina_gaat_het_niet(app: Flask, spelers: Spelers) -> None:
    antwoord = Bezoeker(app).post("/meespelen", {"email": _eerste(spelers).email})

    assert antwoord.status_code in {400, 401}


@pytest.mark.parametrize("email", ["", "niemand@voorbeeld.invalid", "echt@gemeente.example"])
def test_een_ander_account_bestaat_hier_niet(app: Flask, email: str) -> None:
    with app.app_context():
        db.session.add(Account(email="echt@gemeente.example", naam="Echt Mens"))
        db.session.commit()
    bezoeker = Bezoeker(app)
    bezoeker.get("/aanmelden")

    assert bezoeker.post("/meespelen", {"email": email}).status_code == 404


def test_de_lijst_noemt_iedereen_die_actief_is_bij_zijn_huis(app: Flask, spelers: Spelers) -> None:
    speler = _eerste(spelers)
    with app.app_context():
        voor = demo_accounts(app)
        db.session.execute(update(Account).where(Account.email == speler.email).values(actief=False))
        db.session.commit()
        na = demo_accounts(app)
    namen = [groep.naam for groep in voor]

    assert {een.email for groep in voor for een in groep.spelers} == {een.email for een in spelers.personen}
    assert namen[:4] == [rij["naam"] for rij in spelers.organisaties]
    assert len(namen) == 13
    assert speler not in [een for groep in na for een in groep.spelers]


def test_de_pagina_toont_de_lijst_en_geen_geheim(app: Flask, spelers: Spelers) -> None:
    tekst = Bezoeker(app).get("/aanmelden").text

    assert "Speel mee als" in tekst
    assert all(een.email in tekst for een in spelers.personen)
    assert spelers.wachtwoord not in tekst


@pytest.mark.parametrize("pad", ["/aanmelden", "/post", "/aanmelden/vergeten", "/bestaat-niet"])
def test_elke_pagina_zegt_dat_het_verzonnen_is(app: Flask, spelers: Spelers, pad: str) -> None:
    buiten, binnen = Bezoeker(app), Bezoeker(app)
    binnen.get("/aanmelden")
    binnen.post("/meespelen", {"email": _eerste(spelers).email})

    assert BANNER in buiten.get(pad, follow_redirects=True).text
    assert BANNER in binnen.get(pad, follow_redirects=True).text


def test_onder_dakpan_serve_komt_niemand_van_de_demonstratie_binnen(dienst: Flask, spelers: Spelers) -> None:
    for speler in een_per_rol(spelers):
        assert Bezoeker(dienst).meld_aan(speler.email, spelers.wachtwoord).status_code == 422


def test_onder_dakpan_serve_bestaat_meespelen_niet(dienst: Flask, spelers: Spelers) -> None:
    bezoeker = Bezoeker(dienst)
    pagina = bezoeker.get("/aanmelden").text

    assert "Speel mee als" not in pagina
    assert BANNER not in pagina
    assert bezoeker.post("/meespelen", {"email": _eerste(spelers).email}).status_code == 404
    with pytest.raises(ValueError, match="alleen in een demonstratie"):
        koppel_meespelen(dienst)
