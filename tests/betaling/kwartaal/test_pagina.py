"""De kwartaalronde op het scherm: kiezen, zien hoe ver zij is, en lezen wat er per zaak gebeurde."""

import csv
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from tests.hulp.bezoeker import BEGIN, Bezoeker, Klok, open_loket
from tests.hulp.bouw import Wereld

from dakpan.betaling.toekenning import GEEN_BESLUIT
from dakpan.opslag.basis import db
from dakpan.opslag.motor import maak_motor
from dakpan.partijen.rechten import Rol

GEDULD = 60


@pytest.fixture
def wereld(sqlite_gemigreerd: str) -> Iterator[Wereld]:
    motor = maak_motor(sqlite_gemigreerd)
    wereld = Wereld(motor)
    organisatie_id = wereld.organisatie()
    for naam in ("Mila Bakker", "Yara Öztürk"):
        wereld.zaak("staphorst", organisatie_id, naam)
    yield wereld
    motor.dispose()


@pytest.fixture
def klok() -> Klok:
    return Klok(BEGIN)


@pytest.fixture
def app(sqlite_gemigreerd: str, tmp_path: Path, klok: Klok) -> Iterator[Flask]:
    loket = open_loket(sqlite_gemigreerd, tmp_path, klok)
    yield loket
    with loket.app_context():
        db.engine.dispose()


@pytest.fixture
def fien(app: Flask, wereld: Wereld) -> Bezoeker:
    return Bezoeker(app).als(wereld.financier("staphorst", "Fien Financieel", Rol.FINANCIEEL))


def loop_af(bezoeker: Bezoeker, adres: str) -> str:
    tot = time.monotonic() + GEDULD
    while "Refresh" in (pagina := bezoeker.get(adres)).headers:
        assert time.monotonic() < tot
        time.sleep(0.05)
    return pagina.text


def test_beginnen_en_lezen_wat_er_gebeurde(fien: Bezoeker) -> None:
    fien.get("/kwartaal")
    antwoord = fien.post("/kwartaal", {"kwartaal": "2022-1"})
    assert antwoord.status_code == 303
    tekst = loop_af(fien, antwoord.location)
    assert "Klaar op" in tekst
    assert tekst.count(GEEN_BESLUIT) == 2
    assert "Mila Bakker" in tekst
    assert "Mila Bakker" not in fien.get(f"{antwoord.location}?gedaan=betalingen").text
    assert "klaar" in fien.get("/kwartaal").text


def test_wat_er_per_zaak_gebeurde_gaat_mee_als_bestand(app: Flask, fien: Bezoeker, wereld: Wereld) -> None:
    """Eén ronde, met elke reden, en met dezelfde keuze als op het scherm."""
    fien.get("/kwartaal")
    loop_af(fien, fien.post("/kwartaal", {"kwartaal": "2021-4"}).location)
    ronde = fien.post("/kwartaal", {"kwartaal": "2022-1"}).location
    pagina = loop_af(fien, ronde)
    adres = f"/meenemen/kwartaalregels.csv?ronde={ronde.rpartition('/')[2]}"
    assert adres in pagina

    def lees(adres: str) -> list[dict[str, str]]:
        with fien.get(adres) as bestand:
            return list(
                csv.DictReader(bestand.get_data(as_text=True).removeprefix("\ufeff").splitlines(), delimiter=";")
            )

    regels = lees(adres)
    assert [(een["Kwartaal"], een["Jaar"], een["Waarom"]) for een in regels] == [("1", "2022", GEEN_BESLUIT)] * 2
    assert {een["Cliënt"] for een in regels} == {"Mila Bakker", "Yara Öztürk"}
    assert lees(f"{adres}&gedaan=betalingen") == []

    consulent = Bezoeker(app).als(wereld.financier("staphorst", "Wil Consulent", Rol.WERKCONSULENT))
    assert consulent.get(adres).status_code == 403


def test_een_kwartaal_dat_niet_kan_zegt_waarom(fien: Bezoeker) -> None:
    fien.get("/kwartaal")
    for gekozen, waarom in (("2022-3", "nog niet begonnen"), ("ooit", "kan niet"), ("", "kan niet")):
        antwoord = fien.post("/kwartaal", {"kwartaal": gekozen})
        assert antwoord.status_code == 422
        assert waarom in antwoord.text
        assert 'role="alert" tabindex="-1" autofocus' in antwoord.text


def test_wie_stilviel_kan_verder(fien: Bezoeker, klok: Klok, monkeypatch: pytest.MonkeyPatch) -> None:
    """Valt het loket weg na het begin, dan biedt de pagina na een minuut aan om verder te gaan."""
    with monkeypatch.context() as zonder:
        zonder.setattr("dakpan.betaling.views.kwartaal.loop_door", lambda *_: None)
        fien.get("/kwartaal")
        adres = fien.post("/kwartaal", {"kwartaal": "2022-1"}).location
    assert "Refresh" in fien.get(adres).headers
    klok.verder(minutes=2)
    assert "onderbroken" in fien.get(adres).text
    assert fien.post("/kwartaal", {"kwartaal": "2022-1"}).location == adres
    assert "Klaar op" in loop_af(fien, adres)


def test_alleen_voor_wie_bij_een_financier_betaalt(app: Flask, wereld: Wereld) -> None:
    consulent = Bezoeker(app).als(wereld.financier("staphorst", "Wil Consulent", Rol.WERKCONSULENT))
    kantoor = Bezoeker(app).als(wereld.medewerker(wereld.organisatie("Elders"), "Kan Toor"))
    assert consulent.get("/kwartaal").status_code == 403
    assert kantoor.get("/kwartaal").status_code == 404
