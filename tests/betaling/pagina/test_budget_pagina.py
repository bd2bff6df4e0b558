"""Budget invullen en kiezen hoe er wordt geteld, met elke fout bij haar veld en alleen voor wie dat recht heeft."""

from flask import Flask
from tests.betaling.dienst.loket import Loket
from tests.hulp.bezoeker import Bezoeker

from dakpan.partijen.rechten import Rol


def test_invullen_en_kiezen_hoe_er_wordt_geteld(app: Flask, dorp: Loket) -> None:
    beheer = Bezoeker(app).als(dorp.betaler)
    beheer.get("/budget/invullen?jaar=2022&kostenplaats=44")
    fout = beheer.post("/budget/invullen", {"jaar": "22", "kostenplaats": "44", "bedrag": "-1"})
    assert (fout.status_code, all(f'href="#veld-{een}"' in fout.text for een in ("jaar", "bedrag"))) == (422, True)
    goed = {"jaar": "2022", "kostenplaats": "44", "bedrag": "1000"}
    assert beheer.post("/budget/invullen", goed).location == "/budget"
    assert "€\N{NO-BREAK SPACE}1.000,00" in beheer.get("/budget").text
    beheer.get("/budget/invullen?jaar=2022")
    dubbel = beheer.post("/budget/invullen", {**goed, "bedrag": "2000"})
    assert (dubbel.status_code, "al een budget: €\N{NO-BREAK SPACE}1.000,00" in dubbel.text) == (409, True)
    vervang = beheer.post("/budget/invullen", {**beheer.verborgen, **goed, "bedrag": "2000"})
    assert vervang.location == "/budget"
    assert "€\N{NO-BREAK SPACE}2.000,00" in beheer.get("/budget").text
    beheer.get("/budget/tellen")
    assert beheer.post("/budget/tellen", {"jaarwijze": "dagen"}).location == "/budget"
    assert "Verdeeld over de jaren, naar dagen" in beheer.get("/budget").text
    kas = Bezoeker(app).als(dorp.wereld.financier("staphorst", "Kas Alleen", Rol.FINANCIEEL))
    assert kas.get("/budget").status_code == 200
    assert [kas.post(adres, goed).status_code for adres in ("/budget/invullen", "/budget/tellen")] == [403, 403]
