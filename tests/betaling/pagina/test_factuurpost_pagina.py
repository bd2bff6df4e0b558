"""Een factuur versturen op het scherm: zien wat er weggaat, twee keer vraagt het na, en wat de financier ziet."""

from flask import Flask
from tests.betaling.dienst.loket import Loket
from tests.betaling.pagina.test_declareren_pagina import bezoek, dien_in, maak_proef, naar
from tests.hulp.bezoeker import Bezoeker, brieven
from tests.hulp.bouw import Bouwzaak

AAN = "facturen@dorp.voorbeeld.invalid"


def test_van_adres_invullen_tot_een_tweede_keer(app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak) -> None:
    dorp.rekening()
    declaratie = maak_proef(declarant, zaak)
    dien_in(declarant, declaratie)
    declarant.get(f"{declaratie}/factuur")
    declarant.post(f"{declaratie}/factuur", {**declarant.verborgen, "nummer": "F-7"})
    assert "geen e-mailadres voor facturen" in declarant.get(declaratie).text
    assert naar(declarant.get(f"{declaratie}/factuur/versturen")) == declaratie

    betaler = bezoek(app, dorp.betaler)
    betaler.get("/betalingen/rekening")
    velden = {"naam": "Dorp", "iban": "NL20INGB0001234567", "factuurnaam": "Dorp", "kvk": "12345678"}
    adres = {"straat": "Plein 2", "postcode": "1234 CD", "plaats": "Proefstad"}
    fout = betaler.post("/betalingen/rekening", {**betaler.verborgen, **velden, **adres, "email": "zomaar iets"})
    assert (fout.status_code, "schrijf een e-mailadres" in fout.text) == (422, True)
    naar(betaler.post("/betalingen/rekening", {**betaler.verborgen, **velden, **adres, "email": AAN}))

    vraag = declarant.get(f"{declaratie}/factuur/versturen").text
    assert all(stuk in vraag for stuk in (AAN, "Factuur F-7, declaratienummer UJ-", "factuur-F-7.xml"))
    assert brieven(app) == []
    assert naar(declarant.post(f"{declaratie}/factuur/versturen", declarant.verborgen)) == declaratie
    declarant.get(declaratie)
    nog_eens = declarant.post(f"{declaratie}/factuur/versturen")
    assert (nog_eens.status_code, "Ja, verstuur haar nog een keer" in nog_eens.text) == (409, True)
    assert [een.aan for een in brieven(app)] == [AAN]
    naar(declarant.post(f"{declaratie}/factuur/versturen", declarant.verborgen))
    assert len(brieven(app)) == 2
    assert bezoek(app, dorp.beoordelaar).get(declaratie).text.count(f"door Dirk Declarant, naar {AAN}") == 2
