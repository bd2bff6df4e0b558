"""De pagina's van de certificaten: vastleggen met een papier, kiezen voor het register, en wat een ander niet ziet."""

import re
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from tests.hulp.bestanden import PDF
from tests.hulp.bezoeker import Bezoeker, open_loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.hulp.regelboek import STAD

from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht


@pytest.fixture
def wereld(sqlite_gemigreerd: str) -> Wereld:
    return Wereld(motor_van(sqlite_gemigreerd))


@pytest.fixture
def app(sqlite_gemigreerd: str, tmp_path: Path) -> Flask:
    return open_loket(sqlite_gemigreerd, tmp_path)


@pytest.fixture
def noord(wereld: Wereld) -> UUID:
    return wereld.organisatie("Jobcoach Noord")


@pytest.fixture
def cas(wereld: Wereld, noord: UUID) -> Vrager:
    return wereld.medewerker(noord, "Cas Coach", Recht.UREN_SCHRIJVEN)


def _leg_vast(beheer: Bezoeker, cas: Vrager, **anders: object) -> str:
    """Legt een certificaat met papier vast; het antwoord is het adres van het papier."""
    adres = f"/medewerkers/{cas.lidmaatschap_id}/certificaten"
    beheer.get(adres)
    velden = {"soort": "harrie", "behaald_op": "2020-01-01", "geldig_tot": "2022-06-22", **anders}
    antwoord = beheer.post(adres, {**velden, "bestand": (BytesIO(PDF), "harrie.pdf")})
    assert antwoord.status_code == 303, antwoord.text
    gevonden = re.search(r'href="(/medewerkers/certificaten/[0-9a-f-]{36}/papier)"', beheer.get(adres).text)
    assert gevonden is not None
    return gevonden[1]


def test_vastleggen_bekijken_en_weghalen(app: Flask, wereld: Wereld, noord: UUID, cas: Vrager) -> None:
    beheer = Bezoeker(app).als(wereld.medewerker(noord, "Anna Beheer"))
    papier = _leg_vast(beheer, cas)
    assert beheer.get(papier).data == PDF
    assert "verloopt binnenkort" in beheer.get("/medewerkers/certificaten").text
    weg = papier.replace("papier", "verwijderen")
    assert "Het papier gaat mee weg" in beheer.get(weg).text
    assert beheer.post(weg, {"bevestigd": "ja"}).status_code == 303
    assert beheer.get(papier).status_code == 404


def test_wat_niet_klopt_staat_bij_het_vak_en_blijft_staan(app: Flask, wereld: Wereld, noord: UUID, cas: Vrager) -> None:
    beheer = Bezoeker(app).als(wereld.medewerker(noord, "Anna Beheer"))
    adres = f"/medewerkers/{cas.lidmaatschap_id}/certificaten"
    beheer.get(adres)
    antwoord = beheer.post(adres, {"soort": "hbo", "behaald_op": "2023-01-01", "geldig_tot": "2020-01-01"})
    assert antwoord.status_code == 422
    assert "deze dag moet nog komen" in antwoord.text
    assert "2023-01-01" in antwoord.text
    assert "Nog geen certificaten" in beheer.get(adres).text


def test_de_coach_kiest_zelf_voor_zijn_naam_in_het_register(
    app: Flask, wereld: Wereld, noord: UUID, cas: Vrager
) -> None:
    _leg_vast(Bezoeker(app).als(wereld.medewerker(noord, "Anna Beheer")), cas)
    iedereen, zelf = Bezoeker(app), Bezoeker(app).als(cas)
    assert "Cas Coach" not in iedereen.get(f"/register/{noord}").text
    assert "HARRIE-training</span>: één coach" in iedereen.get(f"/register/{noord}").text
    mijn = zelf.get("/medewerkers/mijn-certificaten")
    assert mijn.status_code == 200
    assert "Een certificaat vastleggen" not in mijn.text
    zelf.post("/medewerkers/mijn-certificaten", {"in_register": "ja"})
    assert "Cas Coach" in iedereen.get(f"/register/{noord}").text
    assert "Jobcoach Noord" in iedereen.get("/register?q=cas&certificaat=harrie").text
    zelf.get("/medewerkers/mijn-certificaten")
    assert zelf.post("/medewerkers/mijn-certificaten", {}).status_code == 303
    assert "Cas Coach" not in iedereen.get(f"/register/{noord}").text


def test_een_ander_ziet_niets(app: Flask, wereld: Wereld, noord: UUID, cas: Vrager) -> None:
    papier = _leg_vast(Bezoeker(app).als(wereld.medewerker(noord, "Anna Beheer")), cas)
    pagina = f"/medewerkers/{cas.lidmaatschap_id}/certificaten"
    for vreemd in (wereld.medewerker(wereld.organisatie("Elders"), "Vera"), wereld.financier(STAD)):
        bezoeker = Bezoeker(app).als(vreemd)
        for adres in (pagina, papier, papier.replace("papier", "verwijderen")):
            assert bezoeker.get(adres).status_code == 404, adres
    collega = Bezoeker(app).als(wereld.medewerker(noord, "Bo", Recht.UREN_SCHRIJVEN))
    assert [collega.get(adres).status_code for adres in (pagina, papier, "/medewerkers/certificaten")] == [403] * 3
