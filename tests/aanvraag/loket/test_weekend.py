"""Wat eindigt in een weekend of op een feestdag: de wet schuift de dag van de regels op, en het scherm toont beide.

56 dagen na een maandag is weer een maandag; zo komt een beslistermijn op tweede pinksterdag 2023 (29 mei) uit.
"""

import re
from datetime import date

from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, met
from tests.aanvraag.loket.balie import Loket
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.bezwaren.bestreden import Bestreden
from dakpan.wandeling.besluiten import besluit, voorstel

PINKSTERMAANDAG, DINSDAG = date(2023, 5, 29), date(2023, 5, 30)
ACHT_WEKEN_ERVOOR, ZES_WEKEN_ERVOOR = date(2023, 4, 3), date(2023, 4, 17)


def test_beslissen_loopt_door_na_tweede_pinksterdag_en_de_regels_houden_hun_eigen_dag(loket: Loket) -> None:
    loket.vandaag = ACHT_WEKEN_ERVOOR
    zaak = loket.gemeentezaak()
    rij = zaak.zaak(loket.consulent)
    assert (rij.uiterlijk, rij.uiterlijk_berekend) == (DINSDAG, PINKSTERMAANDAG)
    van_regels = zaak.tot_offerte().doe(loket.consulent, voorstel)
    in_contract = {een["soort"]: een["datum"] for een in van_regels.als_json()["termijnen"]}
    assert in_contract["beslissing_uiterlijk"] == "2023-05-29"


def test_bezwaar_loopt_door_en_na_het_besluit_wacht_er_geen_dag_meer(loket: Loket) -> None:
    zaak = loket.gemeentezaak().tot_offerte().tot_advies(loket.consulent)
    genomen = zaak.doe(loket.consulent, besluit, {"soort": "toegekend"}, op=ZES_WEKEN_ERVOOR)
    assert genomen.bezwaar_tot == DINSDAG
    termijn = Bestreden(genomen).termijn
    assert (termijn.berekend, termijn.uiterlijk) == (PINKSTERMAANDAG, DINSDAG)
    rij = zaak.zaak(loket.consulent)
    assert (rij.uiterlijk, rij.uiterlijk_berekend) == (None, None)


def test_de_aanvraagtermijn_blijft_staan_want_daarvan_wordt_te_laat_geteld(loket: Loket) -> None:
    """28 dagen na zaterdag 1 april 2023 is zaterdag 29 april."""
    loket.vandaag = date(2023, 4, 3)
    baan, periode = {"begin": "2023-04-01"}, {"begin": "2023-04-01", "eind": "2023-09-30"}
    zaak = loket.begin(loket.coach, "uwv-noord", met(HALFJAAR, dienstverband=baan, aanvraag=periode))
    rij = zaak.zaak(loket.coach)
    assert (rij.uiterlijk, rij.uiterlijk_berekend) == (date(2023, 4, 29), None)


def test_scherm_lijst_en_brief_laten_beide_dagen_zien_met_de_wet(webloket: Webloket) -> None:
    webloket.op(ACHT_WEKEN_ERVOOR)
    loket = webloket.loket
    zaak = loket.begin(loket.consulent, "staphorst", GEMEENTE).tot_ingediend(loket.consulent)
    adres = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"
    consulent = webloket.als(loket.consulent)
    for pagina in (consulent.get("/zaken"), consulent.get("/"), consulent.get(adres)):
        assert "was 29-05-2023: tweede pinksterdag" in pagina.text
    zaak.tot_offerte()
    beoordeling = consulent.get(f"{adres}/beoordeling").text
    assert "loopt daarom door tot en met 30-05-2023" in beoordeling
    assert "Algemene termijnenwet" in beoordeling
    zaak.tot_advies(loket.consulent)
    webloket.op(ZES_WEKEN_ERVOOR)
    consulent = webloket.als(loket.consulent)
    consulent.get(f"{adres}/besluit")
    gekozen = {"soort": "toegekend", "begin": "2023-03-01", "eind": "2024-02-29"}
    nakijken = consulent.post(f"{adres}/besluit", {**consulent.verborgen, **gekozen}).text
    assert "Bezwaar maken kan tot en met 30 mei 2023." in nakijken
    assert "Berekend is 29 mei 2023, maar dat is tweede pinksterdag" in nakijken
    zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})
    brief = re.sub(r"\s+", " ", consulent.get(f"{adres}/besluit/brief").text)
    assert "Doe dat uiterlijk op 30 mei 2023" in brief
    assert "De zes weken eindigen op 29 mei 2023, maar dat is tweede pinksterdag" in brief
    assert "Algemene termijnenwet</a>, art. 1, eerste lid, en art. 3" in brief
    for pagina in (consulent.get(adres), consulent.get(f"{adres}/besluit")):
        assert "Berekend is 29 mei 2023, maar dat is tweede pinksterdag" in pagina.text
