"""Vragen en telefoonnotities op het scherm van een zaak: een bericht is van beide kanten, een notitie van één."""

from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_wandeling_pagina import verzend
from tests.aanvraag.loket.webloket import Webloket


def test_een_bericht_gaat_naar_de_ander_en_een_telefoonnotitie_blijft_hier(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_ingediend(loket.coach)
    coach, beslisser = webloket.als(loket.coach), webloket.als(loket.beslisser)
    plek = f"{adres(zaak)}/gesprek"
    verzend(coach, plek, tekst="Is het contract goed leesbaar?")
    verzend(coach, plek, f"{adres(zaak)}/telefoon", met="Ria Meel", besproken="Zij stuurt morgen een scan.")
    eigen, ander = coach.get(plek).text, beslisser.get(plek).text
    assert "Is het contract goed leesbaar?" in eigen
    assert "Zij stuurt morgen een scan." in eigen
    assert "Is het contract goed leesbaar?" in ander
    assert "Zij stuurt morgen een scan." not in ander


def test_een_lege_notitie_mag_niet_en_wat_er_stond_blijft_staan(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_ingediend(loket.coach)
    coach = webloket.als(loket.coach)
    coach.get(f"{adres(zaak)}/gesprek")
    antwoord = coach.post(f"{adres(zaak)}/telefoon", {**coach.verborgen, "met": "Ria Meel", "besproken": ""})
    assert antwoord.status_code == 422
    assert "Ria Meel" in antwoord.text
