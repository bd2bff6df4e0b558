"""Ook een wijziging en een bezwaar zeggen vooraf wat zij vastleggen, met wat er al vastlag, en of het past."""

import pytest
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_wijzigen import gemeld
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.budget.beheer import bewaar_budget
from dakpan.betaling.budget.verplichten import geldende
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.bezwaren import leg_vast

MELDING = {
    "akkoord_hoe": "gesprek",
    "akkoord_op": "2023-02-01",
    "wat": "anders",
    "ingangsdatum": "2023-04-03",
    "toelichting": "Er kwam ander werk bij.",
}


@pytest.fixture
def zaak(webloket: Webloket) -> Zaakloket:
    return webloket.loket.gemeentezaak().tot_offerte().tot_advies(webloket.loket.consulent)


def budget(zaak: Zaakloket, bedrag: int) -> None:
    wereld = zaak.loket.wereld
    with wereld.als(wereld.financier(zaak.tenant_id, "Fien Beheer")) as handeling:
        bewaar_budget(handeling, 2023, "", Bedrag(bedrag), None)


def test_een_wijziging_telt_alleen_wat_er_bij_komt(webloket: Webloket, zaak: Zaakloket) -> None:
    """3.436,20 ligt vast van de 4.000: 5.000 is er dan 1.000 te veel, en 6.000 is een andere waarschuwing."""
    loket = webloket.loket
    budget(zaak, 4000_00)
    zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})
    melding = gemeld(zaak, Meldsoort.WERK, MELDING)
    consulent, plek = webloket.als(loket.consulent), f"{adres(zaak)}/wijziging/{melding.id}"
    consulent.get(plek)
    nieuw = {"gevolg": "anders", "bedrag": "5.000", "eind": "2024-02-29", "motivering": "Meer werk."}
    eerst = consulent.post(plek, {**consulent.verborgen, **nieuw})
    tekst = " ".join(eerst.text.replace("\N{NO-BREAK SPACE}", " ").split())
    assert eerst.status_code == 200
    assert "legt € 5.000,00 vast, nu is dat € 3.436,20; vrij is € 4.000,00." in tekst
    assert "Dat is € 1.000,00 meer dan er vrij is." in tekst
    anders = consulent.post(plek, {**consulent.verborgen, "bedrag": "6.000", "bevestigd": "ja"})
    assert anders.status_code == 409
    assert consulent.post(plek, {**consulent.verborgen, **nieuw, "bedrag": "6.000"}).status_code == 200
    assert consulent.post(plek, {**consulent.verborgen, "bevestigd": "ja"}).status_code == 303
    [rij] = zaak.doe(loket.consulent, geldende)
    assert (rij.bedrag, rij.vrij, rij.gewaarschuwd) == (Bedrag(6000_00), Bedrag(4000_00), True)


def test_een_gegrond_bezwaar_waarschuwt_ook(webloket: Webloket, zaak: Zaakloket) -> None:
    loket = webloket.loket
    budget(zaak, 1500_00)
    zaak.doe(loket.consulent, besluit, {"soort": "afgewezen", "motivering": "Niet nodig."})
    van = {"soort": "bezwaar", "indiener": "Mila", "ontvangen_op": f"{loket.vandaag}", "gronden": "Wel nodig."}
    bezwaar = zaak.doe(loket.coach, leg_vast, van)
    collega, plek = webloket.als(loket.wereld.financier(zaak.tenant_id, "Cor")), f"{adres(zaak)}/bezwaar/{bezwaar.id}"
    assert "Ten laste van het budget" in collega.get(plek).text
    gegrond = {"uitkomst": "gegrond", "bedrag": "2.000", "begin": "2023-03-01", "eind": "2024-02-29"}
    gegrond["motivering"] = "Toch nodig."
    assert collega.post(plek, {**collega.verborgen, **gegrond}).status_code == 200
    assert collega.post(plek, {**collega.verborgen, "past_niet": "", "bevestigd": "ja"}).status_code == 409
    assert collega.post(plek, {**collega.verborgen, **gegrond}).status_code == 200
    assert collega.post(plek, {**collega.verborgen, "bevestigd": "ja"}).status_code == 303
    [rij] = zaak.doe(loket.consulent, geldende)
    assert (rij.bedrag, rij.vrij, rij.gewaarschuwd) == (Bedrag(2000_00), Bedrag(1500_00), True)
