"""Reis 4 op het scherm: de beslisser oordeelt over de reden, rekent opnieuw en verliest niets van wat hij typte."""

import re
from datetime import date

from tests.aanvraag.loket.antwoorden import met
from tests.aanvraag.loket.test_aanvullen import REIS_4
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker

REDEN = "De werkgever tekende pas na een ziekte."
MET_REDEN = met(REIS_4, aanvraag={"reden_te_laat": REDEN})
# 86,40 × 181/182 = 85,93; met een dag minder × 180/182 = 85,45
HEEL, MIN_EEN_DAG = "85,93", "85,45"
WAAROM = "De begeleiding past."


def _open(webloket: Webloket, dag: date) -> tuple[Bezoeker, str]:
    webloket.op(dag)
    zaak = webloket.loket.halfjaarzaak(MET_REDEN).tot_advies(webloket.loket.deskundige)
    return webloket.als(webloket.loket.beslisser), f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/besluit"


def _waarde(tekst: str, veld: str) -> str:
    gevonden = re.search(rf'name="{veld}"[^>]*value="([^"]*)"', tekst)
    assert gevonden is not None
    return gevonden[1]


def test_op_tijd_wordt_er_niet_over_een_reden_geoordeeld(webloket: Webloket) -> None:
    beslisser, adres = _open(webloket, date(2022, 3, 17))
    assert "De aanvraag kwam te laat" not in beslisser.get(adres).text


def test_opnieuw_rekenen_ververst_het_voorstel_en_niet_wat_iemand_typte(webloket: Webloket) -> None:
    beslisser, adres = _open(webloket, date(2022, 3, 18))
    eerst = beslisser.get(adres).text
    assert (REDEN in eerst, _waarde(eerst, "uren")) == (True, MIN_EEN_DAG)
    vast = {"soort": "toegekend", "begin": "2022-02-17", "eind": "2022-08-16", "motivering": WAAROM, "stap": "opnieuw"}
    goed = beslisser.post(adres, {**vast, "aanvaard": "ja", "uren": MIN_EEN_DAG}).text
    assert (_waarde(goed, "uren"), WAAROM in goed, "Dagen die vervallen" in goed) == (HEEL, True, False)
    eigen = beslisser.post(adres, {**vast, "aanvaard": "nee", "uren": "60"}).text
    assert (_waarde(eigen, "uren"), "Dagen die vervallen" in eigen) == ("60", True)


def test_besluit_en_brief_zeggen_of_de_reden_telde(webloket: Webloket) -> None:
    for keuze, oordeel in (("nee", "Die reden is niet goed genoeg."), ("ja", "Die reden is goed.")):
        beslisser, adres = _open(webloket, date(2022, 3, 18))
        beslisser.get(adres)
        vraag = {"soort": "toegekend", "begin": "2022-02-17", "eind": "2022-08-16", "motivering": WAAROM}
        nagekeken = beslisser.post(adres, {**vraag, "aanvaard": keuze, "uren": MIN_EEN_DAG if keuze == "nee" else HEEL})
        assert "Er is nog niets besloten" in nagekeken.text
        assert beslisser.post(adres, {**beslisser.verborgen, "bevestigd": "ja"}).status_code == 303
        for pagina in (adres, f"{adres}/brief"):
            tekst = beslisser.get(pagina).text
            assert all(een in tekst for een in ("De aanvraag kwam 1 dag te laat.", REDEN, oordeel))


def test_een_reden_afwijzen_vraagt_een_motivering(webloket: Webloket) -> None:
    """De cliënt leest waarom zijn reden niet telt; de fout staat bij de motivering en niets getypts gaat verloren."""
    beslisser, adres = _open(webloket, date(2022, 3, 18))
    beslisser.get(adres)
    vraag = {"soort": "toegekend", "begin": "2022-02-17", "eind": "2022-08-16", "motivering": " "}
    fout = beslisser.post(adres, {**vraag, "aanvaard": "nee", "uren": MIN_EEN_DAG})
    assert fout.status_code == 422
    assert "schrijf waarom de reden om later aan te vragen niet goed is" in fout.text
    assert 'href="#veld-motivering"' in fout.text
    assert _waarde(fout.text, "uren") == MIN_EEN_DAG
    weg = {**vraag, "soort": "ingetrokken", "aanvaard": "nee"}
    assert "reden om later aan te vragen" not in beslisser.post(adres, weg).text  # wie introk kreeg geen oordeel
    assert "Er is nog niets besloten" in beslisser.post(adres, {**vraag, "aanvaard": "ja", "uren": HEEL}).text
