"""Wat iemand typte is er nog als de sessie voorbij is, en alleen voor wie het typte."""

import io

import pytest
from flask import Flask
from tests.hulp.bezoeker import Bezoeker, Klok, geef_wachtwoord
from tests.hulp.bouw import Wereld

from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht

GETYPT = {"doel.0": "Zelf de kassa bedienen\r\nen <b>rustig</b> blijven", "uren": "24,5", "leeg": ""}


def test_wat_getypt_is_komt_na_het_aanmelden_terug(app: Flask, klok: Klok, anna: Vrager, email: str) -> None:
    bezoeker = Bezoeker(app).als(anna)
    klok.verder(minutes=31)
    voordeur = bezoeker.post("/proef?week=3", {**GETYPT, "wachtwoord": "geheim!", "Wachtwoord2": "ook geheim"})
    assert voordeur.status_code == 401
    assert "Wat u typte is niet weg" in voordeur.text
    assert "geheim" not in voordeur.text
    terug = bezoeker.post("/aanmelden", {**bezoeker.verborgen, "email": email, "wachtwoord": "vier woorden op een rij"})
    assert "U bent weer aangemeld" in terug.text
    assert "Het wordt verzonden namens Jobcoach Noord." in terug.text
    assert 'action="/proef?week=3"' in terug.text
    assert "<b>rustig</b>" not in terug.text
    velden = {naam: waarde for naam, waarde in bezoeker.verborgen.items() if naam in GETYPT}
    assert velden == GETYPT
    aangekomen = bezoeker.post("/proef?week=3", velden).json or {}
    assert {naam: waarde for naam, waarde in aangekomen.items() if naam != "csrf_token"} == GETYPT


def test_ook_zonder_koekje_en_na_een_verkeerd_wachtwoord(bezoeker: Bezoeker, email: str) -> None:
    bezoeker.post("/proef", GETYPT)
    mis = bezoeker.post("/aanmelden", {**bezoeker.verborgen, "email": email, "wachtwoord": "mis"})
    assert mis.status_code == 422
    raak = bezoeker.post("/aanmelden", {**bezoeker.verborgen, "email": email, "wachtwoord": "vier woorden op een rij"})
    assert raak.status_code == 200
    assert bezoeker.verborgen["uren"] == "24,5"


def test_een_formulier_van_een_vorige_sessie_blijft(app: Flask, anna: Vrager) -> None:
    bezoeker = Bezoeker(app).als(anna)
    antwoord = bezoeker.client.post("/proef", data={**GETYPT, "csrf_token": "van gisteren"})
    bezoeker.pagina = antwoord
    assert antwoord.status_code == 400
    assert "Wat staat er klaar?" in antwoord.text
    aangekomen = bezoeker.post("/proef", {"uren": bezoeker.verborgen["uren"]}).get_json()
    assert aangekomen["uren"] == "24,5"


def test_een_ander_op_dezelfde_computer_ziet_het_niet(app: Flask, wereld: Wereld, klok: Klok, anna: Vrager) -> None:
    ander = wereld.medewerker(wereld.organisatie("Een ander"), "Bea Ander", Recht.UREN_SCHRIJVEN)
    email = geef_wachtwoord(app, ander.account_id)
    bezoeker = Bezoeker(app).als(anna)
    klok.verder(minutes=31)
    bezoeker.post("/proef", GETYPT)
    antwoord = bezoeker.post(
        "/aanmelden", {**bezoeker.verborgen, "email": email, "wachtwoord": "vier woorden op een rij"}
    )
    assert (antwoord.status_code, antwoord.location) == (303, "/proef")


@pytest.mark.parametrize(
    "koppen",
    [
        {"Origin": "https://kwaad.example"},
        {"Origin": "null"},
        {"Referer": "https://kwaad.example/pagina"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ],
)
def test_een_andere_site_zet_niets_klaar(app: Flask, anna: Vrager, bezoeker: Bezoeker, koppen: dict[str, str]) -> None:
    voordeur = bezoeker.post("/proef", GETYPT, headers=koppen)
    assert (voordeur.status_code, "bewaard" in bezoeker.verborgen) == (401, False)
    aangemeld = Bezoeker(app).als(anna)
    antwoord = aangemeld.client.post("/proef", data=GETYPT, headers=koppen)
    assert antwoord.status_code == 400
    assert "Zelf de kassa" not in antwoord.text


def test_van_de_eigen_site_wel(bezoeker: Bezoeker) -> None:
    for koppen in ({"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}):
        bezoeker.post("/proef", GETYPT, headers=koppen)
        assert "bewaard" in bezoeker.verborgen


def test_wat_klaarstaat_is_verzegeld_en_verloopt(bezoeker: Bezoeker, klok: Klok, email: str) -> None:
    bezoeker.post("/proef", GETYPT)
    zegel = bezoeker.verborgen["bewaard"]
    assert bezoeker.meld_aan(email, bewaard=f"{zegel[:-2]}xx").location == "/"
    bezoeker.get("/namens")
    bezoeker.post("/afmelden")
    klok.verder(hours=25)
    assert bezoeker.meld_aan(email, bewaard=zegel).location == "/"


def test_een_bestand_kan_niet_mee_en_dat_staat_er(bezoeker: Bezoeker) -> None:
    velden = {"titel": "Contract", "stuk": (io.BytesIO(b"inhoud"), "contract.pdf")}
    antwoord = bezoeker.post("/proef", velden, content_type="multipart/form-data")
    assert antwoord.status_code == 401
    assert "kies het straks opnieuw" in antwoord.text


def test_afmelden_en_ik_ben_er_nog_laten_niets_achter(bezoeker: Bezoeker) -> None:
    for pad in ("/afmelden", "/blijf", "/namens"):
        assert bezoeker.post(pad, {"lidmaatschap": "x"}).status_code == 401
        assert "bewaard" not in bezoeker.verborgen


def test_de_voordeur_zelf_zonder_geheim_begint_opnieuw_en_houdt_vast(bezoeker: Bezoeker) -> None:
    bezoeker.post("/proef", GETYPT)
    zegel = bezoeker.verborgen["bewaard"]
    bezoeker.pagina = bezoeker.client.post("/aanmelden", data={"email": "a@b.nl", "bewaard": zegel})
    assert bezoeker.pagina.status_code == 401
    assert "bewaard" in bezoeker.verborgen


def test_tekst_van_elke_soort_overleeft(bezoeker: Bezoeker, email: str) -> None:
    lastig = "قلعة\x00 \N{PILE OF POO} \"'<&>\u2028{{ 7*7 }}" + "a" * 20_000
    bezoeker.post("/proef", {"tekst": lastig})
    bezoeker.post("/aanmelden", {**bezoeker.verborgen, "email": email, "wachtwoord": "vier woorden op een rij"})
    assert bezoeker.verborgen["tekst"] == lastig.replace("\x00", "\N{REPLACEMENT CHARACTER}")
