"""De organisatie vraagt een ingediende declaratie terug; de financier geeft haar terug of laat haar."""

from flask import Flask
from tests.betaling.dienst.loket import Loket
from tests.betaling.pagina.test_declareren_pagina import bezoek, dien_in, maak_proef
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak
from tests.uren.pagina import tekst_van

WAAROM = "Het uur van 2 maart was een halfuur."


def test_van_terugvragen_tot_terug(app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak) -> None:
    declaratie = maak_proef(declarant, zaak)
    declarant.get(declaratie)
    dien_in(declarant, declaratie)
    assert "Vraag haar terug" in declarant.get(declaratie).text
    assert "Maak nu de factuur" in declarant.get(declaratie).text
    declarant.get(f"{declaratie}/terugvragen")
    assert "niet in bron" in tekst_van(declarant)  # een gemeente noemt geen laatste dag
    assert declarant.post(f"{declaratie}/terugvragen", {**declarant.verborgen, "reden": " "}).status_code == 422
    assert declarant.post(f"{declaratie}/terugvragen", {**declarant.verborgen, "reden": WAAROM}).status_code == 303
    declarant.get(declaratie)
    assert WAAROM in tekst_van(declarant)
    assert "De financier beslist erover." in tekst_van(declarant)
    assert "Maak nu de factuur" not in tekst_van(declarant)  # wat terug moet heeft nog geen factuur nodig
    assert declarant.get(f"{declaratie}/terugvragen").status_code == 303  # er is één verzoek per declaratie
    assert declarant.get(f"{declaratie}/teruggevraagd").status_code == 403

    beoordelaar = bezoek(app, dorp.beoordelaar)
    assert "Beslis over dit verzoek" in beoordelaar.get(declaratie).text
    beoordelaar.get(f"{declaratie}/teruggevraagd")
    leeg = beoordelaar.post(f"{declaratie}/teruggevraagd", {**beoordelaar.verborgen, "doen": "blijft", "antwoord": ""})
    assert leeg.status_code == 422
    beoordelaar.get(f"{declaratie}/teruggevraagd")
    assert (
        beoordelaar.post(f"{declaratie}/teruggevraagd", {**beoordelaar.verborgen, "doen": "terug"}).status_code == 303
    )
    declarant.get(declaratie)
    assert "De financier gaf haar terug." in tekst_van(declarant)
    for plek in (declaratie, "/declaraties", "/berichten"):
        declarant.get(plek)
        assert "teruggegeven" in tekst_van(declarant), plek
        assert "teruggestuurd" not in tekst_van(declarant), plek
    declarant.get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/declaratie")
    assert "2:00" in tekst_van(declarant)  # de twee uur zijn weer te declareren


def test_zij_blijft_met_de_reden(app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak) -> None:
    declaratie = maak_proef(declarant, zaak)
    declarant.get(declaratie)
    dien_in(declarant, declaratie)
    declarant.get(f"{declaratie}/terugvragen")
    declarant.post(f"{declaratie}/terugvragen", {**declarant.verborgen, "reden": WAAROM})
    beoordelaar = bezoek(app, dorp.beoordelaar)
    beoordelaar.get(f"{declaratie}/teruggevraagd")
    beoordelaar.post(
        f"{declaratie}/teruggevraagd", {**beoordelaar.verborgen, "doen": "blijft", "antwoord": "Het logboek klopt."}
    )
    declarant.get(declaratie)
    assert "De financier laat haar zoals zij is: Het logboek klopt." in tekst_van(declarant)
