"""Op het scherm bij elkaar: de andere zaken, een meting vastleggen, en samen beoordelen. (rij W34)"""

from io import BytesIO
from typing import Any

from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.behandelen.behandelen import neem_op
from dakpan.demo.documenten import maak_pdf


def _plek(zaak: Zaakloket) -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"


def _meting(**anders: Any) -> dict[str, Any]:
    return {
        "soort": "loonwaarde",
        "gemeten_op": "2023-03-01",
        "gemeten_door": "Ida Meter",
        "loonwaarde": "62",
        **anders,
    }


def test_een_meting_van_formulier_tot_beide_kanten(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak, ander = loket.halfjaarzaak(), loket.halfjaarzaak()
    webloket.op(loket.vandaag)
    deskundige, coach = webloket.als(loket.deskundige), webloket.als(loket.coach)
    deskundige.get(f"{_plek(zaak)}/metingen")
    fout = deskundige.post(f"{_plek(zaak)}/metingen", _meting(gemeten_door="", loonwaarde="101", gemeten_op="x"))
    assert (fout.status_code, "3 antwoorden kloppen nog niet" in fout.text) == (422, True)
    leeg = deskundige.post(f"{_plek(zaak)}/metingen", _meting(loonwaarde=""))
    assert (leeg.status_code, "vul de gemeten loonwaarde in" in leeg.text) == (422, True)
    assert "Ida Meter" in leeg.text  # niets getypts gaat verloren
    stuk = (BytesIO(b"geen pdf"), "meting.pdf")
    assert deskundige.post(f"{_plek(zaak)}/metingen", _meting(bestand=stuk)).status_code == 422
    rapport = (BytesIO(maak_pdf("Loonwaardemeting")), "meting.pdf")
    goed = deskundige.post(f"{_plek(zaak)}/metingen", _meting(bestand=rapport))
    assert goed.location == f"{_plek(zaak)}#bijelkaar"
    for wie in (coach, deskundige):
        tekst = wie.get(_plek(zaak)).text
        for deel in ("Bij elkaar", "62%", "in de aanvraag staat 45%", "Lees het rapport", "zelfde werkgever"):
            assert deel in tekst
    # Ook bij de andere zaak over deze baan, met waar zij vandaan komt.
    assert zaak.zaak(loket.coach).nummer in deskundige.get(_plek(ander)).text
    assert "62%" in deskundige.get(f"{_plek(ander)}/beoordeling").text
    assert "Leg een meting vast" not in coach.get(_plek(zaak)).text
    assert coach.get(f"{_plek(zaak)}/metingen").status_code == 404
    _vervalt(webloket, zaak)


def _vervalt(webloket: Webloket, zaak: Zaakloket) -> None:
    deskundige = webloket.als(webloket.loket.deskundige)
    [vervalt] = {
        deel.partition('"')[0] for deel in deskundige.get(_plek(zaak)).text.split('href="') if "/vervalt" in deel[:200]
    }
    deskundige.get(vervalt)
    assert deskundige.post(vervalt, {**deskundige.verborgen, "waarom": ""}).status_code == 422
    assert deskundige.post(vervalt, {**deskundige.verborgen, "waarom": "Andere baan."}).location == _plek(zaak)
    na = deskundige.get(_plek(zaak)).text
    assert "telt niet meer" in na
    assert "Andere baan." in na
    deskundige.get(vervalt)
    assert deskundige.post(vervalt, {**deskundige.verborgen, "waarom": "Nog eens."}).status_code == 409
    assert deskundige.get(vervalt.replace("/vervalt", "x/vervalt")).status_code == 404


def test_een_beoordelaar_neemt_de_andere_zaak_erbij(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak, ander = loket.halfjaarzaak(), loket.halfjaarzaak()
    webloket.op(loket.vandaag)
    nummer, andere = zaak.zaak(loket.coach).nummer, ander.zaak(loket.coach).nummer
    zaak.doe(loket.deskundige, neem_op)
    deskundige = webloket.als(loket.deskundige)
    lijst = deskundige.get("/werklijst").text
    assert "Neem er ook bij:" in lijst
    assert f"{andere}</a> (nog van niemand)" in lijst
    pagina = deskundige.get(f"{_plek(zaak)}/beoordeling").text
    assert f"Neem ook deze: {andere}" in pagina
    assert deskundige.post(f"{_plek(ander)}/behandeling/opnemen", {}).status_code == 303
    assert "Die zaak ligt ook bij u." in deskundige.get(f"{_plek(zaak)}/beoordeling").text
    assert f"{nummer}</a> (ligt bij u)" in deskundige.get("/werklijst").text
    # Een collega leest bij wie zij ligt; de organisatie leest er niets van.
    assert "vraag die collega" in webloket.als(loket.beslisser).get(_plek(zaak)).text
    assert "Beoordeel deze samen" not in webloket.als(loket.coach).get(_plek(zaak)).text


def test_een_meting_kan_pas_als_er_een_aanvraag_ligt(webloket: Webloket) -> None:
    concept = webloket.loket.begin(webloket.loket.consulent, "staphorst", {})
    webloket.op(webloket.loket.vandaag)
    consulent = webloket.als(webloket.loket.consulent)
    assert consulent.get(f"{_plek(concept)}/metingen").location == _plek(concept)
    assert "Leg een meting vast" not in consulent.get(_plek(concept)).text
