"""Een zaak weer loslaten en een verzoek om aanvulling intrekken, op het scherm van wie beoordeelt."""

from datetime import timedelta

from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.test_aanvullen import CONTRACT
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_wandeling_pagina import verzend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.aanvullen.aanvullen import laatste_verzoek, vraag_aanvulling
from dakpan.aanvraag.behandelen.behandelen import neem_op
from dakpan.aanvraag.domain.aanvullingen import Aanvulstatus


def test_loslaten_en_een_verzoek_intrekken(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_ingediend(loket.coach)
    deskundige, plek = webloket.als(loket.deskundige), adres(zaak)
    zaak.doe(loket.deskundige, vraag_aanvulling, [CONTRACT], "En wie tekende er?", loket.vandaag + timedelta(14))
    verzend(deskundige, f"{plek}/aanvulling", f"{plek}/aanvulling/intrekken")
    assert zaak.doe(loket.deskundige, laatste_verzoek).status is Aanvulstatus.VERVALLEN
    zaak.doe(loket.deskundige, neem_op)
    verzend(deskundige, f"{plek}/behandeling", f"{plek}/behandeling/loslaten")
    assert "De zaak ligt weer bij wie haar wil opnemen." in deskundige.get(f"{plek}/behandeling").text


def test_zonder_advies_staat_er_hoe_de_zaak_bij_de_beslisser_komt(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_ingediend(loket.coach)
    hier = f"{adres(zaak)}/behandeling"
    assert "Er is nog geen advies." in webloket.als(loket.deskundige).get(hier).text
    zaak.tot_advies(loket.deskundige)
    assert "Er is nog geen advies." not in webloket.als(loket.beslisser).get(hier).text
