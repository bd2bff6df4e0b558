"""De voordeur: wie komt erin, hoe lang, namens wie, en wat verraadt zij?"""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from tests.hulp.bezoeker import BEGIN, WACHTWOORD, Bezoeker, Klok, geef_wachtwoord, open_loket
from tests.hulp.bouw import Wereld

from dakpan.opslag.basis import db
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.partijen.tables import Aanmelding, Account, Lidmaatschap
from dakpan.web.aanmelden.poortwachter import VRIJ, ZONDER_KEUZE


def test_zonder_aanmelden_eerst_de_voordeur_en_dan_verder(bezoeker: Bezoeker, email: str) -> None:
    antwoord = bezoeker.get("/proef?week=3")
    assert (antwoord.status_code, antwoord.location) == (302, "/aanmelden?verder=/proef?week%3D3")
    bezoeker.get(antwoord.location)
    assert bezoeker.verborgen["verder"] == "/proef?week=3"
    aangemeld = bezoeker.meld_aan(email.upper(), verder="/proef?week=3")
    assert (aangemeld.status_code, aangemeld.location) == (303, "/proef?week=3")
    assert bezoeker.json("/proef") == {"naam": "Anna de Wit", "kant": "organisatie", "rechten": "uren_schrijven"}


@pytest.mark.parametrize(
    "elders", ["https://kwaad.example/", "//kwaad.example", "/\\kwaad.example", "/\t/kwaad.example"]
)
def test_verder_gaat_nooit_naar_een_andere_site(bezoeker: Bezoeker, email: str, elders: str) -> None:
    assert bezoeker.meld_aan(email, verder=elders).location == "/"
    assert bezoeker.get("/aanmelden", query_string={"verder": elders}).location == "/"


def test_een_meegebrachte_sessie_wordt_niet_aangemeld(app: Flask, bezoeker: Bezoeker, email: str) -> None:
    bezoeker.get("/aanmelden")
    with bezoeker.client.session_transaction() as sessie:
        geplant = dict(sessie) | {"aanmelding": "018f0000-0000-7000-8000-000000000000", "extra": "geplant"}
        sessie.update(geplant)
    bezoeker.meld_aan(email)
    with bezoeker.client.session_transaction() as sessie:
        assert sessie["aanmelding"] != geplant["aanmelding"]
        assert "extra" not in sessie
        assert sessie.get("csrf_token") != geplant["csrf_token"]
    aanvaller = Bezoeker(app)
    with aanvaller.client.session_transaction() as sessie:
        sessie.update(geplant)
    assert aanvaller.get("/proef").status_code == 302


def test_elke_aanmelding_is_een_nieuwe(bezoeker: Bezoeker, email: str) -> None:
    gezien = set()
    for _ in range(2):
        bezoeker.meld_aan(email)
        with bezoeker.client.session_transaction() as sessie:
            gezien.add(sessie["aanmelding"])
        bezoeker.get("/namens")
        bezoeker.post("/afmelden")
    assert len(gezien) == 2


def test_na_afmelden_werkt_ook_een_kopie_van_het_koekje_niet(app: Flask, anna: Vrager) -> None:
    bezoeker, dief = Bezoeker(app).als(anna), Bezoeker(app)
    with bezoeker.client.session_transaction() as sessie, dief.client.session_transaction() as kopie:
        kopie.update(sessie)
    assert dief.get("/proef").status_code == 200
    assert bezoeker.post("/afmelden").location == "/aanmelden?afgemeld=1"
    assert "U bent afgemeld" in bezoeker.get("/aanmelden?afgemeld=1").text
    assert bezoeker.get("/proef").status_code == 302
    assert dief.get("/proef").status_code == 302


def test_stil_zijn_meldt_af_en_bewegen_houdt_open(app: Flask, klok: Klok, anna: Vrager) -> None:
    bezoeker = Bezoeker(app).als(anna)
    for _ in range(4):
        klok.verder(minutes=29)
        assert bezoeker.get("/proef").status_code == 200
    klok.verder(minutes=30)
    assert bezoeker.get("/proef").status_code == 302


def test_ik_ben_er_nog(app: Flask, klok: Klok, anna: Vrager) -> None:
    bezoeker = Bezoeker(app).als(anna)
    assert 'data-stil-na="1800" data-ping="/blijf"' in bezoeker.get("/namens").text
    klok.verder(minutes=29)
    kop = {"X-CSRFToken": bezoeker.token}
    assert bezoeker.client.post("/blijf", headers=kop).status_code == 204
    klok.verder(minutes=29)
    assert bezoeker.get("/proef").status_code == 200
    klok.verder(minutes=31)
    assert bezoeker.client.post("/blijf", headers=kop).status_code == 401


def test_na_twaalf_uur_houdt_het_altijd_op(app: Flask, klok: Klok, anna: Vrager) -> None:
    bezoeker = Bezoeker(app).als(anna)
    for _ in range(35):
        klok.verder(minutes=20)
        assert bezoeker.get("/proef").status_code == 200
    klok.verder(minutes=20)
    assert bezoeker.get("/proef").status_code == 302


def test_verlopen_aanmeldingen_worden_opgeruimd(app: Flask, klok: Klok, bezoeker: Bezoeker, email: str) -> None:
    bezoeker.meld_aan(email)
    klok.verder(hours=13)
    Bezoeker(app).meld_aan(email)
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Aanmelding)) == 1


@pytest.mark.parametrize(
    ("wie", "anders"),
    [
        pytest.param("niemand@voorbeeld.example", {}, id="onbekend"),
        pytest.param(None, {}, id="verkeerd wachtwoord"),
        pytest.param(None, {"wachtwoord": None}, id="nog geen wachtwoord"),
        pytest.param(None, {"actief": False}, id="niet actief"),
        pytest.param(None, {"demo": True}, id="van de demonstratie"),
    ],
)
def test_wie_niet_binnenkomt_hoort_overal_hetzelfde(
    app: Flask, bezoeker: Bezoeker, anna: Vrager, wie: str | None, anders: dict[str, object]
) -> None:
    email = geef_wachtwoord(app, anna.account_id, **anders)
    wachtwoord = WACHTWOORD if anders else "een heel ander wachtwoord"
    antwoord = bezoeker.meld_aan(wie or email, wachtwoord)
    assert antwoord.status_code == 422
    zonder = antwoord.text.replace(wie or email, "").replace(bezoeker.token, "")
    vreemde = Bezoeker(app)
    ander = vreemde.meld_aan("nooit.gezien@voorbeeld.example", "een heel ander wachtwoord")
    assert zonder == ander.text.replace("nooit.gezien@voorbeeld.example", "").replace(vreemde.token, "")


def test_vijf_keer_mis_is_wachten_en_de_melding_zegt_hoe_lang(
    app: Flask, klok: Klok, bezoeker: Bezoeker, email: str
) -> None:
    for _ in range(5):
        assert bezoeker.meld_aan(email, "mis").status_code == 422
        klok.verder(minutes=2)
    geweigerd = bezoeker.meld_aan(email)
    assert geweigerd.status_code == 429
    assert "Wacht 5 minuten" in geweigerd.text
    assert f'value="{email}"' in geweigerd.text
    klok.verder(minutes=5)
    assert bezoeker.meld_aan(email).status_code == 303


def test_een_onbekend_adres_moet_net_zo_lang_wachten(bezoeker: Bezoeker) -> None:
    codes = [bezoeker.meld_aan("niemand@voorbeeld.example", "mis").status_code for _ in range(6)]
    assert codes == [422] * 5 + [429]


def test_wie_binnen_is_begint_weer_bij_nul(bezoeker: Bezoeker, email: str) -> None:
    for _ in range(2):
        for _ in range(4):
            bezoeker.meld_aan(email, "mis")
        assert bezoeker.meld_aan(email).status_code == 303
        bezoeker.get("/namens")
        bezoeker.post("/afmelden")


def test_blijven_proberen_verlengt_het_wachten_niet(klok: Klok, bezoeker: Bezoeker, email: str) -> None:
    for _ in range(5):
        bezoeker.meld_aan(email, "mis")
    for _ in range(7):
        klok.verder(minutes=2)
        assert bezoeker.meld_aan(email).status_code == 429
    klok.verder(minutes=1)
    assert bezoeker.meld_aan(email).status_code == 303


def _beslisser(wie: Vrager) -> Lidmaatschap:
    """Ook bij een financier, en aangenomen."""
    return Lidmaatschap(account_id=wie.account_id, tenant_id="verzonnendam", rollen=[Rol.BESLISSER], aanvaard_op=BEGIN)


def test_kiezen_en_wisselen_namens_wie(app: Flask, wereld: Wereld, anna: Vrager, email: str) -> None:
    with app.app_context():
        db.session.add(_beslisser(anna))
        db.session.commit()
    bezoeker = Bezoeker(app)
    keuze = bezoeker.meld_aan(email, verder="/proef")
    assert "Namens wie werkt u?" in keuze.text
    assert bezoeker.get("/proef").location == "/namens?verder=/proef"
    with app.app_context():
        leden = {rij.tenant_id: str(rij.id) for rij in db.session.scalars(select(Lidmaatschap))}
    bezoeker.get("/namens")
    assert bezoeker.post("/namens", {"lidmaatschap": leden[None], "verder": "/proef"}).location == "/proef"
    assert bezoeker.json("/proef")["kant"] == "organisatie"
    kop = bezoeker.get("/namens").text
    assert "Anna de Wit" in kop
    assert "namens Jobcoach Noord" in kop
    bezoeker.post("/namens", {"lidmaatschap": leden["verzonnendam"]})
    assert bezoeker.json("/proef")["kant"] == "financier"
    assert "namens Gemeente Verzonnendam" in bezoeker.get("/namens").text


def test_namens_een_ander_zijn_lidmaatschap_bestaat_niet(app: Flask, wereld: Wereld, anna: Vrager) -> None:
    ander = wereld.medewerker(wereld.organisatie("Een ander"), "Bea Ander")
    bezoeker = Bezoeker(app).als(anna)
    vreemd = bezoeker.post("/namens", {"lidmaatschap": str(ander.lidmaatschap_id)})
    bezoeker.get("/namens")
    onbekend = bezoeker.post("/namens", {"lidmaatschap": "018f0000-0000-7000-8000-000000000000"})
    assert (vreemd.status_code, onbekend.status_code) == (404, 404)
    assert bezoeker.json("/proef")["naam"] == "Anna de Wit"


def test_na_het_wisselen_gaat_een_oud_formulier_niet_ongemerkt_namens_de_ander(app: Flask, anna: Vrager) -> None:
    with app.app_context():
        lid = _beslisser(anna)
        db.session.add(lid)
        db.session.commit()
        nieuw = str(lid.id)
    bezoeker = Bezoeker(app).als(anna)
    oud = bezoeker.token
    bezoeker.post("/namens", {"lidmaatschap": nieuw})
    antwoord = bezoeker.client.post("/proef", data={"csrf_token": oud, "tekst": "van daarnet"})
    assert antwoord.status_code == 400
    assert "Het wordt verzonden namens Gemeente Verzonnendam." in antwoord.text


def test_wie_nergens_meer_werkt_is_meteen_weg(app: Flask, anna: Vrager, email: str) -> None:
    bezoeker = Bezoeker(app).als(anna)
    with app.app_context():
        db.session.scalars(select(Lidmaatschap)).one().actief = False
        db.session.commit()
    assert bezoeker.get("/proef").status_code == 302
    assert "werkt op dit moment voor niemand" in bezoeker.meld_aan(email).text
    assert bezoeker.get("/proef").status_code == 302


def test_een_hogere_sessieversie_maakt_oude_koekjes_waardeloos(app: Flask, anna: Vrager) -> None:
    bezoeker = Bezoeker(app).als(anna)
    with app.app_context():
        db.session.get_one(Account, anna.account_id).sessieversie += 1
        db.session.commit()
    assert bezoeker.get("/proef").status_code == 302


def test_een_account_van_de_demonstratie_is_alleen_daar_welkom(
    app: Flask, sqlite_gemigreerd: str, tmp_path: Path, anna: Vrager
) -> None:
    email = geef_wachtwoord(app, anna.account_id, demo=True)
    assert Bezoeker(app).als(anna).get("/proef").status_code == 302
    demo = open_loket(sqlite_gemigreerd, tmp_path, demo=True)
    assert Bezoeker(demo).meld_aan(email).status_code == 303


def test_het_koekje_is_op_slot(sqlite_gemigreerd: str, tmp_path: Path) -> None:
    app = open_loket(sqlite_gemigreerd, tmp_path, https=True)
    kop = app.test_client().get("/aanmelden", base_url="https://localhost").headers["Set-Cookie"]
    assert kop.startswith("__Host-dakpan=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(kop.split("; "))
    assert "Domain" not in kop


def test_leven_en_klaar(app: Flask, tmp_path: Path) -> None:
    bezoeker = app.test_client()
    assert (bezoeker.get("/livez").text, bezoeker.get("/readyz").text) == ("ok\n", "ok\n")
    leeg = open_loket(f"sqlite:///{tmp_path / 'leeg.sqlite'}", tmp_path).test_client()
    assert leeg.get("/livez").status_code == 200
    assert (leeg.get("/readyz").status_code, leeg.get("/readyz").text) == (503, "de database is nog niet gemigreerd\n")
    weg = open_loket(f"sqlite:///{tmp_path / 'nergens' / 'x.sqlite'}", tmp_path).test_client()
    assert (weg.get("/readyz").status_code, weg.get("/readyz").text) == (503, "de database is niet bereikbaar\n")


def test_elke_route_is_dicht_tenzij_zij_open_hoort_te_zijn(app: Flask) -> None:
    bestaand = {regel.endpoint for regel in app.url_map.iter_rules()}
    alleen_in_de_demonstratie = {"meespelen.speel_mee"}
    assert VRIJ - {"static"} - alleen_in_de_demonstratie <= bestaand
    assert bestaand >= ZONDER_KEUZE


@pytest.mark.parametrize("host", ["..", "a" * 300])
def test_een_host_die_geen_adres_kan_zijn_is_geen_storing(bezoeker: Bezoeker, host: str) -> None:
    assert bezoeker.client.get("/zaken", headers={"Host": host}).status_code == 400
