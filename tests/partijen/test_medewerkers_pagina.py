"""De pagina's van de medewerkers: lijst, uitnodigen, wijzigen, en wat een ander er niet ziet."""

import re
from pathlib import Path

import pytest
from flask import Flask
from tests.hulp.bezoeker import WACHTWOORD, Bezoeker, brieven, geef_wachtwoord, link_in, open_loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van

from dakpan.opslag.vrager import Vrager
from dakpan.partijen.medewerkerformulier import kies_formulier
from dakpan.partijen.rechten import Recht, Rol

CAS = {
    "naam": "Cas <i>Coach</i>",
    "email": "cas@noord.example",
    "aanvragen": "definitief",
    "mobiel": "31612345678",
    "modules": ["uren_schrijven", "declareren"],
    "archief": "inzien",
}


@pytest.fixture
def wereld(sqlite_gemigreerd: str) -> Wereld:
    return Wereld(motor_van(sqlite_gemigreerd))


@pytest.fixture
def app(sqlite_gemigreerd: str, tmp_path: Path) -> Flask:
    return open_loket(sqlite_gemigreerd, tmp_path)


@pytest.fixture
def anna(app: Flask, wereld: Wereld) -> Vrager:
    vrager = wereld.medewerker(wereld.organisatie("Jobcoach Noord"), "Anna de Wit")
    geef_wachtwoord(app, vrager.account_id)
    return vrager


@pytest.fixture
def beheer(app: Flask, anna: Vrager) -> Bezoeker:
    return Bezoeker(app).als(anna)


def _adres(bezoeker: Bezoeker, naam: str) -> str:
    """Het adres van deze medewerker in de lijst."""
    pagina = bezoeker.get("/medewerkers?niet_actief=ja").text
    gevonden = re.search(rf'href="(/medewerkers/[0-9a-f-]{{36}})">{naam}', pagina)
    assert gevonden is not None
    return gevonden[1]


def test_uitnodigen_tot_en_met_aanmelden(app: Flask, beheer: Bezoeker) -> None:
    beheer.get("/medewerkers/nieuw")
    antwoord = beheer.post("/medewerkers/nieuw", CAS)
    assert (antwoord.status_code, antwoord.location) == (303, "/medewerkers")
    lijst = beheer.get("/medewerkers").text
    pagina = beheer.get(_adres(beheer, "Cas")).text
    assert "Wat er veranderde" in pagina
    assert "Medewerker uitgenodigd" in pagina
    assert "<strong>Anna de Wit</strong>" in pagina
    assert "Cas &lt;i&gt;Coach&lt;/i&gt;" in lijst
    assert "uitgenodigd" in lijst
    cas = Bezoeker(app)
    link = link_in(brieven(app)[0])
    cas.get(link)
    cas.post(link, {"wachtwoord": WACHTWOORD, "herhaling": WACHTWOORD})
    assert cas.meld_aan("CAS@noord.example").status_code == 303
    assert "namens Jobcoach Noord" in cas.get("/namens").text
    assert cas.get("/medewerkers").status_code == 403


def test_een_dubbel_adres_en_een_verkeerd_nummer_staan_er_samen(beheer: Bezoeker) -> None:
    beheer.get("/medewerkers/nieuw")
    beheer.post("/medewerkers/nieuw", CAS)
    beheer.get("/medewerkers/nieuw")
    dubbel = {**CAS, "email": "CAS@noord.example", "mobiel": "0612345678"}
    antwoord = beheer.post("/medewerkers/nieuw", dubbel)
    assert antwoord.status_code == 422
    assert "2 antwoorden kloppen nog niet" in antwoord.text
    assert "deze medewerker staat al in de lijst" in antwoord.text
    assert "bedoelde u 31612345678?" in antwoord.text


def test_ook_bij_een_leeg_veld_staat_het_dubbele_adres_er_meteen_bij(beheer: Bezoeker) -> None:
    beheer.get("/medewerkers/nieuw")
    beheer.post("/medewerkers/nieuw", CAS)
    beheer.get("/medewerkers/nieuw")
    antwoord = beheer.post("/medewerkers/nieuw", {**CAS, "naam": "", "mobiel": "0612345678"})
    assert antwoord.status_code == 422
    assert "3 antwoorden kloppen nog niet" in antwoord.text
    for zin in ("dit veld is verplicht", "deze medewerker staat al in de lijst", "bedoelde u 31612345678?"):
        assert zin in antwoord.text, zin


@pytest.mark.parametrize("wie", ["Cas ", "Bea "])
def test_wijzigen_naar_het_adres_van_een_collega_kan_niet(
    app: Flask, wereld: Wereld, anna: Vrager, beheer: Bezoeker, wie: str
) -> None:
    """Niet voor wie nog is uitgenodigd, en niet voor wie hier al werkt; er gaat ook geen brief over uit."""
    assert anna.organisatie_id is not None
    wereld.medewerker(anna.organisatie_id, "Bea Beheer")
    beheer.get("/medewerkers/nieuw")
    beheer.post("/medewerkers/nieuw", CAS)
    beheer.get("/medewerkers/nieuw")
    beheer.post("/medewerkers/nieuw", {**CAS, "naam": "Dirk", "email": "dirk@noord.example"})
    post, plek = len(brieven(app)), _adres(beheer, wie)
    velden = {**CAS, "naam": "Iemand", "email": "Dirk@Noord.example", "actief": "ja", "versie": "1"}
    beheer.get(plek)
    antwoord = beheer.post(plek, velden)
    assert antwoord.status_code == 422
    assert "dit adres is van een ander in de lijst" in antwoord.text
    assert "dirk@noord.example" in beheer.get("/medewerkers?zoek=dirk").text
    assert len(brieven(app)) == post
    beheer.get(plek)
    assert beheer.post(plek, {**velden, "email": "vrij@noord.example"}).status_code == 303


def test_wijzigen_toont_wat_er_staat_en_bewaart_wat_verandert(beheer: Bezoeker) -> None:
    beheer.get("/medewerkers/nieuw")
    beheer.post("/medewerkers/nieuw", CAS)
    adres = _adres(beheer, "Cas ")
    pagina = beheer.get(adres).text
    for gekozen in ("definitief", "uren_schrijven", "declareren", "inzien"):
        assert f'value="{gekozen}" checked' in pagina
    assert 'value="uren_accorderen" checked' not in pagina
    weg = {naam: waarde for naam, waarde in CAS.items() if naam != "modules"}
    assert beheer.post(adres, {**weg, "versie": "1"}).status_code == 303
    assert "cas@noord.example" not in beheer.get("/medewerkers").text
    assert "niet actief" in beheer.get("/medewerkers?niet_actief=ja").text


def test_alle_fouten_tegelijk_en_wat_getypt_is_blijft(beheer: Bezoeker) -> None:
    beheer.get("/medewerkers/nieuw")
    antwoord = beheer.post("/medewerkers/nieuw", {"naam": "Cas", "email": "geen adres", "modules": ["toveren"]})
    assert antwoord.status_code == 422
    for veld in ("veld-modules-1", "veld-aanvragen-1", "veld-archief-1"):
        assert f'href="#{veld}"' in antwoord.text
    assert 'value="geen adres"' in antwoord.text
    antwoord = beheer.post("/medewerkers/nieuw", {**CAS, "email": "geen adres"})
    assert 'href="#veld-email"' in antwoord.text


def test_een_ander_was_eerder(beheer: Bezoeker) -> None:
    beheer.get("/medewerkers/nieuw")
    beheer.post("/medewerkers/nieuw", CAS)
    adres = _adres(beheer, "Cas ")
    beheer.get(adres)
    assert beheer.post(adres, {**CAS, "naam": "Eerste", "actief": "ja", "versie": "1"}).status_code == 303
    beheer.get(adres)
    te_laat = beheer.post(adres, {**CAS, "naam": "Tweede", "actief": "ja", "versie": "1"})
    assert te_laat.status_code == 409
    assert 'value="Tweede"' in te_laat.text
    assert beheer.post(adres, {**CAS, "naam": "Tweede", "actief": "ja", **beheer.verborgen}).status_code == 303


def test_de_laatste_beheerder_hoort_waarom_het_niet_kan(beheer: Bezoeker) -> None:
    adres = _adres(beheer, "Anna ")
    pagina = beheer.get(adres).text
    email = pagina.partition('name="email" value="')[2].partition('"')[0]
    velden = {"naam": "Anna de Wit", "email": email, "aanvragen": "geen", "archief": "geen", "actief": "ja"}
    velden |= {"mobiel": "31612345678"}
    antwoord = beheer.post(adres, {**velden, "versie": "1"})
    assert antwoord.status_code == 422
    assert "iemand overblijven die medewerkers beheert" in antwoord.text


def test_opnieuw_uitnodigen(app: Flask, beheer: Bezoeker) -> None:
    beheer.get("/medewerkers/nieuw")
    beheer.post("/medewerkers/nieuw", CAS)
    eerste, adres = link_in(brieven(app)[0]), _adres(beheer, "Cas ")
    beheer.get(adres)
    assert beheer.post(f"{adres}/uitnodiging").location == adres
    links = {link_in(brief) for brief in brieven(app)}
    assert len(links) == 2
    assert beheer.get(eerste).status_code == 404
    assert beheer.get((links - {eerste}).pop()).status_code == 200


@pytest.mark.parametrize("kant", ["organisatie", "financier"])
def test_een_ander_krijgt_overal_hetzelfde_404(
    app: Flask, wereld: Wereld, beheer: Bezoeker, anna: Vrager, kant: str
) -> None:
    if kant == "organisatie":
        ander = wereld.medewerker(wereld.organisatie("Een ander"), "Bea Ander")
    else:
        ander = wereld.financier("verzonnendam", "Bea Ander", Rol.FUNCTIONEEL_BEHEERDER)
    vreemde = Bezoeker(app).als(ander)
    geheim = vreemde.token
    verzonnen = "018f0000-0000-7000-8000-000000000000"
    for lid, van in ((anna.lidmaatschap_id, anna), (verzonnen, None)):
        adres = f"/medewerkers/{lid}"
        antwoorden = [
            vreemde.client.get(adres),
            vreemde.client.post(adres, data={**CAS, "rollen": "beslisser", "csrf_token": geheim}),
            vreemde.client.post(f"{adres}/uitnodiging", data={"csrf_token": geheim}),
        ]
        assert [een.status_code for een in antwoorden] == [404, 404, 404], van
    assert "Anna de Wit" not in vreemde.get("/medewerkers").text
    assert "Bea Ander" not in beheer.get("/medewerkers").text


def test_een_financier_kiest_rollen(app: Flask, wereld: Wereld) -> None:
    fien = wereld.financier("verzonnendam", "Fien Beheer", Rol.FUNCTIONEEL_BEHEERDER)
    bezoeker = Bezoeker(app).als(fien)
    bezoeker.get("/medewerkers/nieuw")
    leeg = bezoeker.post("/medewerkers/nieuw", {"naam": "Bo", "email": "bo@stad.example"})
    assert "Kies ten minste één rol" in leeg.text
    bezoeker.post("/medewerkers/nieuw", {"naam": "Bo", "email": "bo@stad.example", "rollen": ["beslisser"]})
    assert "Beslisser" in bezoeker.get("/medewerkers?zoek=bo").text
    assert "Niemand gevonden" in bezoeker.get("/medewerkers?zoek=nergens").text


def test_wie_het_recht_niet_heeft_ziet_de_ingang_niet(app: Flask, wereld: Wereld, beheer: Bezoeker) -> None:
    coach = wereld.medewerker(wereld.organisatie("Een ander"), "Cas Coach", Recht.UREN_SCHRIJVEN)
    bezoeker = Bezoeker(app).als(coach)
    assert 'href="/medewerkers"' in beheer.get("/namens").text
    assert 'href="/medewerkers"' not in bezoeker.get("/namens").text
    for pad in ("/medewerkers", "/medewerkers/nieuw", f"/medewerkers/{coach.lidmaatschap_id}"):
        assert bezoeker.get(pad).status_code == 403
    bezoeker.get("/namens")
    assert bezoeker.post("/medewerkers/nieuw", CAS).status_code == 403


@pytest.mark.parametrize("plek", ["0", "abc", "01a22447-65bc-750e-bb28-c169205a3e98", "٣"])
def test_een_plek_die_niet_bestaat_is_het_begin(beheer: Bezoeker, plek: str) -> None:
    assert beheer.get(f"/medewerkers?na={plek}&zoek=%00").status_code == 200


def test_elk_formulier_vraagt_wie_het_is() -> None:
    for financier in (True, False):
        for nieuw in (True, False):
            namen = {veld.naam for veld in kies_formulier(financier=financier, nieuw=nieuw).velden}
            assert {"naam", "email"} <= namen
            assert ("actief" in namen) is not nieuw
            assert ("rollen" in namen) is financier


def test_het_mobiele_nummer_heeft_een_vaste_vorm(beheer: Bezoeker) -> None:
    beheer.get("/medewerkers/nieuw")
    antwoord = beheer.post("/medewerkers/nieuw", {**CAS, "mobiel": "06-12345678"})
    assert antwoord.status_code == 422
    assert "bedoelde u 31612345678?" in antwoord.text


def test_zijn_eigen_adres_wijzigt_niemand_zelf(app: Flask, wereld: Wereld, anna: Vrager, beheer: Bezoeker) -> None:
    assert anna.organisatie_id is not None
    bea = wereld.medewerker(anna.organisatie_id, "Bea Beheer")
    geef_wachtwoord(app, bea.account_id)
    anders = {**CAS, "naam": "Anna de Wit", "email": "anna.nieuw@noord.example", "actief": "ja", "versie": "1"}
    anders["modules"] = ["medewerkers_beheren"]
    antwoord = beheer.post(_adres(beheer, "Anna "), anders)
    assert antwoord.status_code == 422
    assert "uw eigen e-mailadres wijzigt een collega" in antwoord.text
    adres = _adres(beheer, "Anna ")
    assert Bezoeker(app).als(bea).post(adres, anders).status_code == 303
