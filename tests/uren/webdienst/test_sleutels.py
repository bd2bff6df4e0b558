"""Wie met een sleutel komt is de medewerker die haar maakte, tot zij verloopt of iemand haar intrekt."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.hulp.bezoeker import brieven
from tests.uren.pagina import OM_VIJF_UUR, bezoek, opdrachten, tekst_van
from tests.uren.straat import Straat
from tests.uren.webdienst.programma import Programma, activiteit, sleutel_van

from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Lidmaatschap
from dakpan.partijen.toegangssleutels.beheren import MEESTE, maak, trek_in
from dakpan.partijen.toegangssleutels.tables import Toegangssleutel

_GEHEIM = re.compile(r'<code class="dp-geheim">(dkp_[\w-]{43})</code>')


def test_van_maken_tot_intrekken_op_het_scherm(app: Flask, straat: Straat) -> None:
    coach = bezoek(app, straat.coach)
    coach.get("/")
    assert "Mijn toegangssleutels" in tekst_van(coach)
    coach.get("/toegangssleutels")
    assert "Nog geen sleutels" in tekst_van(coach)
    velden = {**coach.verborgen, "naam": "Planning De Stap", "dagen": "30"}
    pagina = coach.post("/toegangssleutels", velden)
    gevonden = _GEHEIM.search(pagina.text)
    assert gevonden is not None
    assert "werkt tot 23-04-2022" in tekst_van(coach)  # 24 maart en dertig dagen

    programma = Programma(app, gevonden[1])
    assert programma.schrijf(activiteit(straat)).status_code == 201
    lijst = coach.get("/toegangssleutels").text
    assert gevonden[1] not in lijst
    assert gevonden[1][:8] in lijst
    assert "Laatst gebruikt" in lijst

    sleutel_id = re.search(r"/toegangssleutels/([0-9a-f-]{36})/intrekken", lijst)
    assert sleutel_id is not None
    coach.post(f"/toegangssleutels/{sleutel_id[1]}/intrekken", follow_redirects=True)
    assert "werkt niet meer" in tekst_van(coach)
    assert programma.vraag("GET", "/clienten").status_code == 401


def test_een_dubbele_klik_maakt_een_sleutel(app: Flask, straat: Straat) -> None:
    coach = bezoek(app, straat.coach)
    coach.get("/toegangssleutels")
    velden = {**coach.verborgen, "naam": "Planning", "dagen": "30"}
    coach.post("/toegangssleutels", velden)
    coach.post("/toegangssleutels", velden, follow_redirects=True)
    assert "was al gemaakt" in tekst_van(coach)
    with Session(straat.wereld.motor) as sessie:
        assert len(sessie.scalars(select(Toegangssleutel)).all()) == 1


def test_alle_fouten_tegelijk_en_wat_getypt_is_blijft(app: Flask, straat: Straat) -> None:
    coach = bezoek(app, straat.coach)
    coach.get("/toegangssleutels")
    pagina = coach.post("/toegangssleutels", {**coach.verborgen, "naam": "x" * 81, "dagen": "7"})
    assert pagina.status_code == 422
    assert "2 antwoorden kloppen nog niet" in tekst_van(coach)
    assert "x" * 81 in pagina.text


def test_de_eigenaar_krijgt_er_een_brief_over(app: Flask, straat: Straat) -> None:
    sleutel_van(straat, straat.coach)
    brief = brieven(app)[0]
    assert brief.onderwerp == "Er is een toegangssleutel gemaakt"
    assert "'Planning'" in brief.tekst
    assert "dkp_" not in brief.tekst


@pytest.mark.parametrize("geheim", ["", "dkp_onzin", "niet eens een sleutel é"])
def test_zonder_sleutel_die_werkt_komt_niemand_binnen(app: Flask, geheim: str) -> None:
    antwoord = Programma(app, geheim.encode().decode("latin-1")).vraag("GET", "/clienten")
    assert antwoord.status_code == 401
    assert antwoord.headers["WWW-Authenticate"].startswith("Bearer")
    assert "Mijn toegangssleutels" in antwoord.get_json()["detail"]


def test_een_koekje_opent_de_webdienst_niet(app: Flask, straat: Straat) -> None:
    coach = bezoek(app, straat.coach)
    assert coach.get("/api/v1/clienten").status_code == 401


def test_een_sleutel_verloopt_op_het_moment_dat_er_staat(app: Flask, straat: Straat) -> None:
    """Gemaakt op 24 maart om 12:00 voor een dag; op het scherm is het dan 17:00 van de dag erna."""
    programma = Programma(app, sleutel_van(straat, straat.coach, dagen=1))
    assert programma.vraag("GET", "/clienten").status_code == 200
    OM_VIJF_UUR.verder(hours=18)
    try:
        assert programma.vraag("GET", "/clienten").status_code == 200
        OM_VIJF_UUR.verder(hours=1)
        assert programma.vraag("GET", "/clienten").status_code == 401
    finally:
        OM_VIJF_UUR.moment -= timedelta(hours=19)


@pytest.mark.parametrize("wat", ["lid", "account"])
def test_wie_vertrekt_neemt_zijn_sleutel_mee(app: Flask, straat: Straat, programma: Programma, wat: str) -> None:
    with straat.wereld.bouw(straat.coach) as sessie:
        lid = sessie.get_one(Lidmaatschap, straat.coach.lidmaatschap_id)
        if wat == "lid":
            lid.actief = False
        else:
            lid.account.actief = False
    assert programma.vraag("GET", "/clienten").status_code == 401


def test_een_sleutel_kan_niets_anders_dan_uren(app: Flask, straat: Straat, programma: Programma) -> None:
    client = app.test_client()
    pagina = client.get("/", headers={"Authorization": f"Bearer {programma.geheim}"})
    assert pagina.location is not None
    assert pagina.location.startswith("/aanmelden")


def test_zonder_het_recht_om_uren_te_schrijven_is_er_geen_sleutel(straat: Straat) -> None:
    alleen_akkoord = straat.wereld.medewerker(straat.organisatie_id, "Kim Kantoor", Recht.UREN_ACCORDEREN.value)
    with pytest.raises(GeenRecht):
        straat.doe(maak, nieuw_id(), "Planning", 30, als=alleen_akkoord)


def test_wie_het_recht_verliest_schrijft_ook_met_zijn_sleutel_niet_meer(straat: Straat, programma: Programma) -> None:
    with straat.wereld.bouw(straat.coach) as sessie:
        sessie.get_one(Lidmaatschap, straat.coach.lidmaatschap_id).rechten = [Recht.UREN_ACCORDEREN.value]
    assert programma.schrijf(activiteit(straat)).status_code == 403


def test_de_sleutel_van_een_ander_trekt_niemand_in(straat: Straat) -> None:
    rij, _geheim = straat.doe(maak, nieuw_id(), "Planning", 30)
    with pytest.raises(NietGevonden):
        straat.doe(trek_in, rij.id, als=straat.collega)


def test_een_collega_ziet_de_uren_van_de_coach_niet(app: Flask, straat: Straat, programma: Programma) -> None:
    pad = programma.schrijf(activiteit(straat)).location.removeprefix("/api/v1")
    van_collega = Programma(app, sleutel_van(straat, straat.collega))
    assert van_collega.dag() == []
    vreemd = van_collega.vraag("GET", pad)
    assert (vreemd.status_code, vreemd.get_json()["type"]) == (404, "urn:dakpan:probleem:niet-gevonden")
    assert van_collega.vraag("DELETE", pad, If_Match='"1"').status_code == 404


def test_een_andere_organisatie_krijgt_wat_een_onbekend_id_krijgt(
    app: Flask, straat: Straat, programma: Programma
) -> None:
    pad = programma.schrijf(activiteit(straat)).location.removeprefix("/api/v1")
    elders = straat.wereld.medewerker(straat.wereld.organisatie("Een ander"), "Kim Elders")
    van_elders = Programma(app, sleutel_van(straat, elders))
    assert van_elders.vraag("GET", "/clienten").get_json() == {"clienten": []}
    for hoe in ("GET", "PUT", "DELETE"):
        echt, onbekend = (
            van_elders.vraag(hoe, waar, activiteit(straat), If_Match='"1"')
            for waar in (pad, f"{pad.rpartition('/')[0]}/{nieuw_id()}")
        )
        assert (echt.status_code, echt.text) == (404, onbekend.text)
    assert [rij.duur.minuten for rij in straat.uren()] == [90]


def test_na_tien_sleutels_moet_er_eerst_een_weg(app: Flask, straat: Straat) -> None:
    for _keer in range(MEESTE):
        sleutel_van(straat, straat.coach)
    coach = bezoek(app, straat.coach)
    coach.get("/toegangssleutels")
    assert coach.post("/toegangssleutels", {**coach.verborgen, "naam": "Elf", "dagen": "30"}).status_code == 409
    assert "al 10 sleutels" in tekst_van(coach)


def test_wie_wanneer_kwam_wordt_per_uur_opgeschreven(programma: Programma) -> None:
    programma.vraag("GET", "/clienten")
    with opdrachten() as gezien:
        programma.vraag("GET", "/clienten")
    assert not [een for een in gezien if een.startswith("UPDATE")]


def test_de_beschrijving_noemt_elk_adres_en_elk_veld(app: Flask) -> None:
    beschrijving = app.test_client().get("/api/v1/openapi.json").get_json()
    wegen = {
        (een.rule.replace("<", "{").replace("uuid:", "").replace(">", "}"), hoe.lower())
        for een in app.url_map.iter_rules()
        for hoe in (een.methods or set()) - {"HEAD", "OPTIONS"}
        if een.endpoint.startswith("webdienst.") and een.endpoint != "webdienst.beschrijving"
    }
    assert {(pad, hoe) for pad, daden in beschrijving["paths"].items() for hoe in daden} == wegen
    uren = beschrijving["components"]["schemas"]["Uren"]
    assert sorted(uren["required"]) == ["begin", "clienten", "datum", "doel", "minuten"]
    assert uren["properties"]["minuten"] == {"type": "integer", "minimum": 1, "maximum": 1440}
    assert "werkplek" in uren["properties"]["locatie"]["enum"]
    assert beschrijving["servers"] == [{"url": "http://localhost"}]
