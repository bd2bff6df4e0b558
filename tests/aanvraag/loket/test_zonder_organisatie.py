"""Wat iemand van de financier leest bij een zaak waar geen jobcoachorganisatie bij hoort, en als hij zelf indient."""

from datetime import date

import pytest
from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, Json, met
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_andere_werkwijzen import INTERN
from tests.aanvraag.loket.test_documenten_pagina import _breng
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bestanden import PDF

PAGINAS = ("", "/documenten/nieuw", "/gesprek")


@pytest.mark.parametrize("gegevens", [INTERN, met(GEMEENTE, aanvraag={"vorm": "gemeentelijk"})])
def test_zonder_organisatie_noemt_geen_pagina_er_een(webloket: Webloket, gegevens: Json) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.consulent, "staphorst", gegevens).tot_ingediend(loket.consulent)
    consulent = webloket.als(loket.consulent)
    assert _breng(consulent, zaak, ("brief.pdf", PDF), waarvoor="anders", titel="Brief").status_code == 303
    gelezen = [consulent.get(f"{adres(zaak)}{pagina}").text for pagina in PAGINAS]
    assert ">Brief<" in gelezen[0]
    for tekst in gelezen[:2]:
        assert "jobcoachorganisatie" not in tekst
        assert "nog niet gedeeld" not in tekst
    assert "Alleen Gemeente Staphorst ziet het document." in gelezen[1]
    assert "Bij deze zaak hoort geen jobcoachorganisatie." in gelezen[2]
    assert "lezen dit allebei" not in gelezen[2]


def test_komt_de_organisatie_nog_dan_staat_er_wat_zij_ziet(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.consulent, "staphorst", GEMEENTE).tot_ingediend(loket.consulent)
    consulent = webloket.als(loket.consulent)
    assert "De jobcoachorganisatie ziet notities nooit" in consulent.get(adres(zaak)).text
    assert "De jobcoachorganisatie ziet het document pas" in consulent.get(f"{adres(zaak)}/documenten/nieuw").text
    assert "lezen dit allebei" in consulent.get(f"{adres(zaak)}/gesprek").text


def test_alleen_een_organisatie_leest_dat_de_financier_de_aanvraag_dan_ziet(webloket: Webloket) -> None:
    loket, ziet, vandaag = webloket.loket, "De financier ziet de aanvraag dan.", "is de dag van ontvangst."
    eigen = loket.begin(loket.consulent, "staphorst", GEMEENTE).tot_definitief(loket.consulent)
    tekst = webloket.als(loket.consulent).get(f"{adres(eigen)}/indienen").text
    assert ("Aanvraag indienen?" in tekst, vandaag in tekst, ziet in tekst) == (True, True, False)
    webloket.op(date(2023, 1, 9))
    van_coach = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    van_coach.laat_tekenen(loket.coach)
    van_coach.lever_aan(loket.coach)
    assert ziet in webloket.als(loket.coach).get(f"{adres(van_coach)}/indienen").text
