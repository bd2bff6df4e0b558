"""Documenten op het scherm: één per keer toevoegen, wat ontbreekt, en waarom indienen nog niet kan."""

import re
from io import BytesIO
from typing import Any

import pytest
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bestanden import JPEG, PDF
from tests.hulp.bezoeker import Bezoeker
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse, encode_multipart


@pytest.fixture(name="zaak")
def _zaak(webloket: Webloket) -> Zaakloket:
    return webloket.loket.begin(webloket.loket.coach, "uwv-noord", HALFJAAR).tot_definitief(webloket.loket.coach)


@pytest.fixture(name="coach")
def _coach(webloket: Webloket) -> Bezoeker:
    return webloket.als(webloket.loket.coach)


def _adres(zaak: Zaakloket, verder: str = "") -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}{verder}"


def _breng(
    bezoeker: Bezoeker, zaak: Zaakloket, *bestanden: tuple[str, bytes], waarvoor: str = "overeenkomst", **meer: Any
) -> TestResponse:
    url = _adres(zaak, "/documenten/nieuw")
    bezoeker.get(url)
    velden: MultiDict[str, Any] = MultiDict({**bezoeker.verborgen, "csrf_token": bezoeker.token, "waarvoor": waarvoor})
    velden.update(meer)
    for naam, inhoud in bestanden:
        velden.add("bestand", FileStorage(BytesIO(inhoud), naam))
    # Zelf ingepakt: de client van Werkzeug laat bij een groot bestand een tijdelijk bestand open.
    grens, pakket = encode_multipart(velden)
    return bezoeker.client.post(url, data=pakket, content_type=f"multipart/form-data; boundary={grens}")


def test_een_concept_zegt_wanneer_toevoegen_kan(webloket: Webloket, coach: Bezoeker) -> None:
    concept = webloket.loket.begin(webloket.loket.coach, "uwv-noord", HALFJAAR)
    pagina = coach.get(_adres(concept)).text
    assert "ontbreekt nog" in pagina
    assert "Toevoegen kan zodra de aanvraag definitief is." in pagina
    assert "/documenten/nieuw" not in pagina


def test_de_zaak_zegt_wat_ontbreekt_en_wat_er_is(coach: Bezoeker, zaak: Zaakloket) -> None:
    pagina = coach.get(_adres(zaak)).text
    assert pagina.count("ontbreekt nog") == 2
    assert "aanvraagformulier jobcoach; matching van werknemer" in pagina
    assert _breng(coach, zaak, ("contract.pdf", PDF)).status_code == 303
    pagina = coach.get(_adres(zaak)).text
    assert pagina.count("ontbreekt nog") == 1
    assert "nog niet verzonden" in pagina
    assert "/verwijderen" in pagina
    assert "Gaat mee bij het indienen." in pagina


@pytest.mark.parametrize(
    ("bestanden", "zin"),
    [
        ((("contract.pdf", b"MZ geen pdf"),), "Dit is van binnen geen PDF, PNG of JPEG"),
        ((("contract.pdf", b""),), "Dit bestand is leeg"),
        ((("contract.pdf", PDF + b" " * 3_000_000),), "3.000.000 bytes (3,0 MB)"),
        ((("../../contract.pdf", PDF),), "Geef het een gewone naam".lower()),
        ((("a.pdf", PDF), ("b.jpg", JPEG)), "Stuur één bestand per keer"),
        ((), "Kies een bestand"),
    ],
)
def test_wat_niet_kan_staat_bij_het_bestand(
    coach: Bezoeker, zaak: Zaakloket, bestanden: tuple[tuple[str, bytes], ...], zin: str
) -> None:
    antwoord = _breng(coach, zaak, *bestanden)
    assert antwoord.status_code == 422
    assert zin in antwoord.text
    assert 'href="#veld-bestand"' in antwoord.text


def test_een_ander_document_krijgt_zelf_een_naam(coach: Bezoeker, zaak: Zaakloket) -> None:
    zonder = _breng(coach, zaak, ("brief.pdf", PDF), waarvoor="anders")
    assert zonder.status_code == 422
    assert "Schrijf hoe het document heet" in zonder.text
    alles = _breng(coach, zaak, ("brief.pdf", b"MZ"), waarvoor="anders")
    assert all(een in alles.text for een in ("Schrijf hoe het document heet", "Dit is van binnen geen PDF"))
    leeg = _breng(coach, zaak, waarvoor="")
    assert all(een.lower() in leeg.text.lower() for een in ("maak hier een keuze", "kies een bestand"))
    assert _breng(coach, zaak, ("brief.pdf", PDF), waarvoor="anders", titel="Brief <b>").status_code == 303
    assert "Brief &lt;b&gt;" in coach.get(_adres(zaak)).text


def test_ophalen_is_altijd_een_bijlage(webloket: Webloket, coach: Bezoeker, zaak: Zaakloket) -> None:
    _breng(coach, zaak, ("foto van paspoort.jpg", JPEG), waarvoor="identiteitsbewijs")
    pagina = coach.get(_adres(zaak)).text
    [adres] = set(re.findall(r'href="([^"]*/documenten/[0-9a-f-]{36})"', pagina))
    antwoord = coach.get(adres)
    assert antwoord.data == JPEG
    assert antwoord.headers["Content-Disposition"].startswith("attachment;")
    assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
    assert webloket.als(webloket.loket.beslisser).get(adres).status_code == 404


def test_indienen_zegt_wat_er_nog_moet_en_wat_er_begint(coach: Bezoeker, zaak: Zaakloket) -> None:
    pagina = coach.get(_adres(zaak, "/indienen")).text
    assert "Eerst tekent nog: de jobcoach." in pagina
    assert "Er ontbreken nog 2 documenten." in pagina
    assert "disabled" in pagina
    assert "Ja, dien in" not in pagina
    assert "Wat begint er te lopen als u vandaag indient?" in pagina
    coach.post(_adres(zaak, "/indienen"), {"bevestigd": "ja"})
    assert zaak.aanvraag(zaak.loket.coach).ingediend_op is None


def test_met_alles_erbij_gaan_de_documenten_mee(webloket: Webloket, coach: Bezoeker, zaak: Zaakloket) -> None:
    zaak.laat_tekenen(webloket.loket.coach)
    _breng(coach, zaak, ("contract.pdf", PDF))
    assert "Er ontbreekt nog 1 document." in coach.get(_adres(zaak, "/indienen")).text
    _breng(coach, zaak, ("paspoort.jpg", JPEG), waarvoor="identiteitsbewijs")
    assert "Er gaan 2 documenten mee:" in coach.get(_adres(zaak, "/indienen")).text
    coach.post(_adres(zaak, "/indienen"), {**coach.verborgen, "bevestigd": "ja"})
    beslisser = webloket.als(webloket.loket.beslisser).get(_adres(zaak)).text
    assert beslisser.count("verzonden op") == 2
    na = _breng(coach, zaak, ("rooster.pdf", PDF + b"\n"), waarvoor="anders", titel="Rooster")
    assert na.status_code == 303
    assert "/verzenden" in coach.get(_adres(zaak)).text
