"""De betalingen van één zaak op het scherm: met de hand klaarzetten, en vaststellen na een voorschot."""

from datetime import date

import pytest
from flask import Flask
from tests.betaling.dienst.loket import Loket
from tests.betaling.pagina.test_declareren_pagina import adres, bezoek, naar
from tests.hulp.bouw import Bouwzaak
from tests.hulp.motoren import motor_van

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.begrippen.bedrag import Bedrag
from dakpan.dossier.domain import Zaakstap
from dakpan.partijen.rechten import Rol

BEGIN, EIND = date(2022, 3, 1), date(2023, 2, 28)


def intern(loket: Loket, tot: Zaakstap) -> Bouwzaak:
    """Een zaak met interne jobcoaching tot aan deze stap; toegekend is € 4.500,00."""
    zaak = loket.wereld.zaak(loket.tenant_id, None, begin=BEGIN, eind=EIND, tot=tot, vorm=Vorm.INTERN, uren=None)
    loket.iban_van_werkgever(zaak)
    loket.besluit(zaak, bedrag=Bedrag(4500_00))
    return zaak


@pytest.fixture(name="stad")
def _stad(sqlite_gemigreerd: str) -> Loket:
    """Een stad waar de verdeling over de tijd niet in bron is."""
    return Loket.open(motor_van(sqlite_gemigreerd), "verzonnendam")


@pytest.fixture(name="voorschot")
def _voorschot(sqlite_gemigreerd: str) -> Loket:
    """Een financier die alles vooraf betaalt en later vaststelt."""
    return Loket.open(motor_van(sqlite_gemigreerd), "uwv-oost")


def test_wat_nog_niet_aan_de_beurt_is_wordt_geweigerd(app: Flask, dorp: Loket) -> None:
    zaak = dorp.zaak(minuten=[], tot=Zaakstap.DECLARATIE)
    betaler = bezoek(app, dorp.betaler)
    assert betaler.get(adres(zaak, "betaling")).status_code == 200
    antwoord = betaler.post(adres(zaak, "betaling"), {"bedrag": "10", "vanaf": "2022-09-01", "grond": "kwartaal"})
    assert antwoord.status_code == 409
    assert betaler.get(adres(zaak, "vaststelling")).status_code == 409


def test_met_de_hand_klaarzetten(app: Flask, stad: Loket) -> None:
    zaak = intern(stad, Zaakstap.BETALING)
    betaler = bezoek(app, stad.betaler)
    pagina = betaler.get(adres(zaak, "betaling")).text
    assert "Hoe het toegekende bedrag over de tijd wordt verdeeld is niet in bron" in pagina
    te_veel = {"bedrag": "4.500,01", "vanaf": "2022-09-01", "grond": "kwartaal 1"}
    antwoord = betaler.post(adres(zaak, "betaling"), te_veel)
    assert (antwoord.status_code, "4.500,01" in antwoord.text, "kwartaal 1" in antwoord.text) == (422, True, True)
    gepast = {**te_veel, "bedrag": "1.125,00"}
    assert naar(betaler.post(adres(zaak, "betaling"), gepast)) == adres(zaak, "betaling")
    pagina = betaler.get(adres(zaak, "betaling")).text
    assert "De betaling staat klaar; een collega geeft haar vrij." in pagina
    assert "1.125,00" in pagina


def test_vaststellen_met_een_reden(app: Flask, voorschot: Loket) -> None:
    zaak = intern(voorschot, Zaakstap.VASTSTELLING)
    beslisser = bezoek(app, voorschot.beoordelaar)
    assert "4.500,00" in beslisser.get(adres(zaak, "vaststelling")).text
    zonder = beslisser.post(adres(zaak, "vaststelling"), {"bedrag": "4.500,01"})
    assert (zonder.status_code, "4.500,01" in zonder.text) == (422, True)
    gegevens = {"bedrag": "4.000,00", "motivering": "Het dienstverband eindigde eerder."}
    assert naar(beslisser.post(adres(zaak, "vaststelling"), gegevens)) == adres(zaak, "betaling")
    assert "4.000,00" in beslisser.get(adres(zaak, "betaling")).text
    nog_eens = beslisser.post(adres(zaak, "vaststelling"), gegevens)
    assert nog_eens.status_code == 409


def test_is_alles_verdeeld_dan_valt_er_niets_met_de_hand_klaar_te_zetten(app: Flask, stad: Loket) -> None:
    zaak = intern(stad, Zaakstap.BETALING)
    betaler = bezoek(app, stad.betaler)
    alles = {"bedrag": "4.500,00", "vanaf": "2022-09-01", "grond": "in één keer"}
    betaler.get(adres(zaak, "betaling"))
    naar(betaler.post(adres(zaak, "betaling"), alles))
    assert "over de tijd wordt verdeeld is niet in bron" not in betaler.get(adres(zaak, "betaling")).text


def test_wie_niet_met_betalingen_werkt_krijgt_geen_weg_naar_een_dichte_lijst(app: Flask, stad: Loket) -> None:
    """De lijst met betalingen is voor wie betaalt of vrijgeeft; een consulent gaat naar de zaak terug."""
    zaak = intern(stad, Zaakstap.BETALING)
    betaler = bezoek(app, stad.betaler)
    betaler.get(adres(zaak, "betaling"))
    naar(betaler.post(adres(zaak, "betaling"), {"bedrag": "4.500,00", "vanaf": "2022-09-01", "grond": "alles"}))
    consulent = bezoek(app, stad.wereld.financier(stad.tenant_id, "Con Sulent", Rol.WERKCONSULENT))
    for wie, lijst in ((consulent, False), (betaler, True)):
        pagina = wie.get(adres(zaak, "betaling")).text
        inhoud = pagina.partition("<main")[2]
        assert ('href="/betalingen"' in inhoud) is lijst
        assert f'href="/zaken/{zaak.tenant_id}/{zaak.zaak_id}"' in inhoud
