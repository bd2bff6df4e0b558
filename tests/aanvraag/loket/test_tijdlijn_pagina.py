"""De tijdlijn op het scherm: invullen, fouten bij hun veld, en wat de beoordelaar ervan ziet."""

from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_paginas_van_een_aanvraag import stand
from tests.aanvraag.loket.test_wandeling_pagina import verzend
from tests.aanvraag.loket.tijdlijnen import ACHT, OP, TWEE, begonnen, sla_op, tijdvak
from tests.aanvraag.loket.webloket import Webloket

ONAF = "De tijdlijn van contracten is nog niet af"


def test_van_vakje_tot_voorgerekend(webloket: Webloket) -> None:
    zaak = adres(begonnen(webloket.loket))
    webloket.op(OP)
    coach = webloket.als(webloket.loket.coach)
    assert stand(coach, zaak)["tijdlijn"] == "niet begonnen"
    assert ONAF in coach.get(f"{zaak}/aanvraag/geschiedenis").text
    leeg = coach.get(f"{zaak}/aanvraag/tijdlijn").text
    assert "Tijdvak 2: wat was het?" in leeg
    assert "Tijdvak 3" not in leeg
    verder = verzend(coach, f"{zaak}/aanvraag/tijdlijn", **TWEE | ACHT)
    assert verder.location == f"{zaak}/aanvraag/geschiedenis"
    pagina = coach.get(str(verder.location)).text
    assert "Berekend: volgt uit de tijdlijn van contracten; nog na te kijken" in pagina
    assert "Jobcoaching van 01-03-2023 t/m 31-10-2023: 8 maanden; een begonnen maand telt heel" in pagina
    assert "Contract, met jobcoaching" in pagina
    assert ONAF not in pagina
    assert "Tijdvak 3: wat was het?" in coach.get(f"{zaak}/aanvraag/tijdlijn").text


def test_fouten_staan_bij_hun_veld_en_niets_gaat_verloren(webloket: Webloket) -> None:
    zaak = adres(begonnen(webloket.loket))
    webloket.op(OP)
    coach = webloket.als(webloket.loket.coach)
    plek = f"{zaak}/aanvraag/tijdlijn"
    coach.get(plek)
    fout = TWEE | tijdvak(2, "contract", "2023-02-20", "2023-11-15")
    antwoord = coach.post(plek, {**coach.verborgen, **fout})
    assert antwoord.status_code == 422
    assert "2 antwoorden kloppen nog niet" in antwoord.text
    assert "overlapt met tijdvak 1, 01-01-2023 t/m 28-02-2023" in antwoord.text
    assert "het contract van nu begint op 01-11-2023" in antwoord.text
    assert 'value="2023-02-20"' in antwoord.text
    assert 'value="2023-11-15"' in antwoord.text


def test_wie_beoordeelt_en_beslist_ziet_de_tijdlijn(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = begonnen(loket)
    sla_op(zaak, "tijdlijn", TWEE | ACHT)
    sla_op(zaak, "geschiedenis", {"historie.maanden_jobcoaching": 6, "aanvraag.jaar": 2})
    sla_op(zaak, "geschiedenis", {"aanvulling.tijdlijn_toelichting": "Twee maanden zonder coach."})
    zaak.tot_ingediend(loket.coach)
    webloket.op(OP)
    beoordeling = webloket.als(loket.deskundige).get(f"{adres(zaak)}/beoordeling").text
    assert "Tijdlijn van contracten" in beoordeling
    assert "6 (anders dan geteld)" in beoordeling
    assert "Twee maanden zonder coach." in beoordeling
    zaak.tot_advies(loket.deskundige)
    assert "Tijdlijn van contracten" in webloket.als(loket.beslisser).get(f"{adres(zaak)}/besluit").text
    # Op papier staan de antwoorden zelf; de werkgever tekent er niet voor.
    afdruk = webloket.als(loket.coach).get(f"{adres(zaak)}/aanvraag/afdruk").text
    assert "Proefplaatsing bij deze werkgever" in afdruk


def test_in_het_engels_is_elke_vraag_vertaald(webloket: Webloket) -> None:
    zaak = adres(begonnen(webloket.loket))
    webloket.op(OP)
    coach = webloket.als(webloket.loket.coach)
    coach.client.set_cookie("taal", "en")
    pagina = coach.get(f"{zaak}/aanvraag/tijdlijn").text
    assert "Period 1: what was it?" in pagina
    assert "Earlier contracts" in pagina


def test_wie_de_zaak_niet_ziet_ziet_ook_haar_tijdlijn_niet(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = adres(begonnen(loket))
    vreemde = loket.wereld.medewerker(loket.wereld.organisatie("Elders"), "El Elders")
    assert webloket.als(vreemde).get(f"{zaak}/aanvraag/tijdlijn").status_code == 404
