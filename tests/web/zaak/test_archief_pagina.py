"""De pagina's van het archief: wie ze ziet, en wat er met wat iemand aankruist gebeurt."""

import re
from uuid import UUID

import pytest
from flask import Flask
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak, Wereld

from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht


@pytest.fixture
def klaar(wereld: Wereld, zaak: Bouwzaak) -> Bouwzaak:
    with wereld.bouw(Vrager(None, "Beheer", tenant_id="staphorst")) as sessie:
        sessie.get_one(Zaak, ("staphorst", zaak.zaak_id)).status = Zaakstatus.AFGEWEZEN
    return zaak


def adres(zaak: Bouwzaak) -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"


def keuze(zaak: Bouwzaak) -> str:
    return f"{zaak.tenant_id}_{zaak.zaak_id}"


def test_van_de_zaak_naar_het_archief_en_terug(coach: Bezoeker, consulent: Bezoeker, klaar: Bouwzaak) -> None:
    assert "Leg in het archief" in coach.get(adres(klaar)).text
    antwoord = coach.post("/archief/erin", {"zaak": keuze(klaar), "van": "zaak"})
    assert (antwoord.status_code, antwoord.location) == (303, adres(klaar))
    assert "Haal terug uit het archief" in coach.get(adres(klaar)).text
    assert "Öztürk" not in coach.get("/zaken?status=alle").text
    assert "Zoek hetzelfde in het archief" in coach.get("/zaken?status=alle&q=yara").text
    assert "Öztürk" in coach.get("/archief?q=tur").text
    financier = consulent.get(adres(klaar))
    assert financier.status_code == 200
    assert "archief" not in financier.text
    assert "gearchiveerd" not in consulent.get(f"{adres(klaar)}/geschiedenis").text
    assert "Zaak gearchiveerd" in coach.get(f"{adres(klaar)}/geschiedenis").text
    assert coach.post("/archief/eruit", {"zaak": keuze(klaar)}).location == "/archief"
    assert "Öztürk" in coach.get("/zaken?status=alle").text


def test_wat_niet_kan_zegt_waarom(coach: Bezoeker, consulent: Bezoeker, zaak: Bouwzaak) -> None:
    """Wat loopt gaat niet weg, wat niet te lezen is telt niet, en een financier heeft geen archief."""
    coach.get("/zaken")
    for gekozen, melding in ((keuze(zaak), "loopt nog"), ("onzin", "Kies eerst"), ("staphorst_" + "0" * 32, "eerst")):
        coach.post("/archief/erin", {"zaak": gekozen, "van": "lijst", "q": "yara"})
        assert melding in coach.get("/zaken?q=yara").text
    assert coach.post("/archief/erin", {"zaak": f"staphorst_{UUID(int=7)}"}).status_code == 404
    assert "Leg de gekozen" not in coach.get("/zaken").text
    assert consulent.get("/archief").status_code == 403
    consulent.get("/zaken")
    assert consulent.post("/archief/erin", {"zaak": keuze(zaak)}).status_code == 403


def test_zoeken_op_bsn_komt_niet_in_het_adres(coach: Bezoeker) -> None:
    coach.get("/archief")
    assert coach.post("/archief", {"q": "bak"}).location == "/archief?q=bak"
    coach.get("/archief")
    assert "Niets gevonden" in coach.post("/archief", {"q": "111 222 333"}).text
    assert coach.post("/archief", {"q": "123456789"}).status_code == 422
    assert "Het archief is leeg" in coach.get("/archief?q=111222333&na=2022-13-01T00:00:00+00:00_x").text


def test_zonder_recht_geen_enkele_pagina_van_een_opgeborgen_zaak(
    app: Flask, wereld: Wereld, organisatie_id: UUID, coach: Bezoeker, klaar: Bouwzaak
) -> None:
    """Elke pagina met alleen een zaak in haar adres; een nieuwe doet vanzelf mee."""
    coach.get(adres(klaar))
    coach.post("/archief/erin", {"zaak": keuze(klaar)})
    anders = {een for een in Recht if een not in {Recht.ARCHIEF_INZIEN, Recht.ARCHIVEREN}}
    collega = Bezoeker(app).als(wereld.medewerker(organisatie_id, "Zoë Zonder", *anders))
    assert collega.get("/archief").status_code == 403
    assert not re.search('href="/archief"', collega.get("/zaken").text)
    geopend = 0
    for regel in app.url_map.iter_rules():
        if regel.arguments != {"tenant_id", "zaak_id"} or "GET" not in (regel.methods or ()):
            continue
        with app.test_request_context():
            antwoord = collega.get(app.url_for(regel.endpoint, tenant_id=klaar.tenant_id, zaak_id=klaar.zaak_id))
        assert antwoord.status_code in {403, 404}, regel.rule
        assert "Öztürk" not in antwoord.text
        geopend += "ligt in het archief" in antwoord.text
    assert geopend >= 15
