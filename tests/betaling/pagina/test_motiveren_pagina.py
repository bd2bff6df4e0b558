"""Meer dan twee uur aan de verantwoordingsrapportage: eerst de motivering, dan pas definitief."""

from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from tests.betaling.dienst.loket import Loket
from tests.betaling.pagina.test_declareren_pagina import bezoek, dien_in, maak_proef, naar
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.declaratie.motiveren import motiveer
from dakpan.betaling.declaratie.papier import inhoud_van
from dakpan.plan.domain import Doel
from dakpan.uren.domain import RAPPORTAGE_SCHRIJVEN

VRAAG = "Er is 2:30 geschreven voor de verantwoordingsrapportage; motiveer meer dan 2:00."
WAAROM = "Drie leidinggevenden lazen mee, en elk had eigen afspraken."


def test_zonder_motivering_niet_definitief(app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak) -> None:
    dorp.schrijf(zaak, [150], date(2022, 5, 2), doel=Doel.EVALUATIE_EN_COORDINATIE.value, soort=RAPPORTAGE_SCHRIJVEN)
    proef = maak_proef(declarant, zaak)
    leest = declarant.get(proef).text
    assert VRAAG in leest
    assert "Definitief maken en indienen" not in leest
    assert "Definitief maken kan zodra de motivering hierboven is bewaard." in leest
    geweigerd = declarant.post(f"{proef}/indienen", declarant.verborgen)
    assert (geweigerd.status_code, "Motiveer dat eerst, bij deze proef." in geweigerd.text) == (409, True)

    declarant.get(proef)
    leeg = declarant.post(f"{proef}/motivering", {**declarant.verborgen, "motivering": " "})
    assert (leeg.status_code, 'href="#veld-motivering"' in leeg.text) == (422, True)
    te_lang = declarant.post(f"{proef}/motivering", {**declarant.verborgen, "motivering": "x" * 2_001})
    assert (te_lang.status_code, "x" * 2_001 in te_lang.text) == (422, True)
    naar(declarant.post(f"{proef}/motivering", {**declarant.verborgen, "motivering": WAAROM}))

    opnieuw = maak_proef(declarant, zaak)
    assert WAAROM in declarant.get(opnieuw).text, "een nieuwe proef houdt wat er stond"
    dien_in(declarant, opnieuw)
    assert f"Motivering:</strong> {WAAROM}" in bezoek(app, dorp.beoordelaar).get(opnieuw).text
    with dorp.met(dorp.declarant, zaak) as (handeling, van_zaak):
        rij = haal_declaratie(handeling, van_zaak, _id(opnieuw))
        with pytest.raises(KanNiet, match="er verandert niets meer aan"):
            motiveer(handeling, van_zaak, rij.id, rij.versie, "Anders")
    with dorp.met(dorp.beoordelaar, zaak) as (handeling, van_zaak):
        van_pdf = inhoud_van(van_zaak, haal_declaratie(handeling, van_zaak, _id(opnieuw)), "UWV Noord")
    groepen = {een["titel"]: een["rijen"] for een in van_pdf["groepen"]}
    assert groepen["Motivering"] == [(VRAAG, WAAROM)]


def _id(adres: str) -> UUID:
    return UUID(adres.rpartition("/")[2])


def test_zonder_bevinding_is_er_niets_te_motiveren(declarant: Bezoeker, zaak: Bouwzaak) -> None:
    proef = maak_proef(declarant, zaak)
    leest = declarant.get(proef).text
    assert "veld-motivering" not in leest
    antwoord = declarant.post(f"{proef}/motivering", {**declarant.verborgen, "motivering": "Zomaar"})
    assert (antwoord.status_code, "niets te motiveren" in antwoord.text) == (409, True)
