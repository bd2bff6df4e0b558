"""Voor een besluit staat er wat er wordt besloten en naar wie het gaat; pas na een ja is het genomen."""

import pytest
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker

from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.budget.beheer import bewaar_budget, bewaar_keuze
from dakpan.betaling.budget.verplichten import geldende

# Van de beslisser: duizend euro minder dan de offerte, met waarom.
ANDERS = {
    "soort": "deels_toegekend",
    "bedrag": "2.000",
    "begin": "2023-03-01",
    "eind": "2024-02-29",
    "motivering": "Een half jaar is genoeg.\r\nDaarna kijken wij verder.",
}


@pytest.fixture
def zaak(webloket: Webloket) -> Zaakloket:
    return webloket.loket.gemeentezaak().tot_offerte().tot_advies(webloket.loket.consulent)


@pytest.fixture
def consulent(webloket: Webloket, zaak: Zaakloket) -> Bezoeker:
    bezoeker = webloket.als(webloket.loket.consulent)
    bezoeker.get(plek(zaak))
    return bezoeker


def plek(zaak: Zaakloket) -> str:
    return f"{adres(zaak)}/besluit"


def test_eerst_nakijken_dan_terug_en_dan_pas_besluiten(zaak: Zaakloket, consulent: Bezoeker) -> None:
    nakijken = consulent.post(plek(zaak), ANDERS)
    tekst = " ".join(nakijken.text.split())
    assert nakijken.status_code == 200
    assert "Er is nog niets besloten." in tekst
    assert "€ 2.000,00" in tekst
    assert "voorgesteld was: € 3.436,20" in tekst
    assert "Jobcoachbureau De Stap krijgt een bericht" in tekst
    assert zaak.doe(zaak.loket.consulent, haal_besluit) is None

    verborgen = dict(consulent.verborgen)
    assert {veld: verborgen[veld].replace("\r\n", "\n") for veld in ANDERS} == {
        veld: waarde.replace("\r\n", "\n") for veld, waarde in ANDERS.items()
    }
    terug = consulent.post(plek(zaak), {**verborgen, "stap": "aanpassen"}).text
    assert 'value="2.000"' in terug
    assert "Een half jaar is genoeg." in terug

    genomen = consulent.post(plek(zaak), {**verborgen, "bevestigd": "ja"})
    assert genomen.status_code == 303
    nog_eens = consulent.post(plek(zaak), {**verborgen, "bevestigd": "ja"})
    assert (nog_eens.status_code, nog_eens.location) == (303, plek(zaak))


def test_wat_openblijft_wordt_wat_er_te_zien_is(zaak: Zaakloket, consulent: Bezoeker) -> None:
    consulent.post(plek(zaak), {**ANDERS, "soort": "toegekend", "bedrag": "", "motivering": ""})
    assert consulent.verborgen["bedrag"] == "3.436,20"


def test_wat_niet_kan_komt_meteen_terug(zaak: Zaakloket, consulent: Bezoeker) -> None:
    assert consulent.post(plek(zaak), {**ANDERS, "motivering": ""}).status_code == 422


def test_vooraf_staat_er_wat_het_besluit_vastlegt_en_dat_het_niet_past(zaak: Zaakloket, consulent: Bezoeker) -> None:
    """Twee kostenplaatsen: op de ene is te weinig vrij. Het houdt niets tegen, en dat het er stond blijft."""
    loket = zaak.loket
    with loket.wereld.als(loket.wereld.financier(zaak.tenant_id, "Fien Beheer")) as handeling:
        bewaar_budget(handeling, 2023, "6.71", Bedrag(1500_00), None)
        bewaar_budget(handeling, 2023, "6.72", None, None)
        bewaar_keuze(handeling, "6.71", None, None)
    nakijken = " ".join(consulent.post(plek(zaak), ANDERS).text.split())
    assert "2023: dit besluit legt € 2.000,00 vast; vrij is € 1.500,00." in nakijken
    assert "Dat is € 500,00 meer dan er vrij is." in nakijken
    assert "het budget is niet ingevuld" in nakijken

    velden = dict(consulent.verborgen)
    ongezien = {naam: waarde for naam, waarde in velden.items() if naam != "past_niet"}
    ja = {"kostenplaats": "6.71", "bevestigd": "ja"}
    assert "Er is nog niets besloten." in consulent.post(plek(zaak), {**ongezien, **ja}).text
    assert consulent.post(plek(zaak), {**ongezien, **ja, "past_niet": "6.71"}).status_code == 303
    [rij] = zaak.doe(loket.consulent, geldende)
    assert (rij.kostenplaats, rij.bedrag, rij.vrij, rij.gewaarschuwd) == (
        "6.71",
        Bedrag(2000_00),
        Bedrag(1500_00),
        True,
    )


@pytest.mark.parametrize(
    ("soort", "bedrag", "vraagt"),
    [
        ("toegekend", "2.000", "U kent minder toe dan voorgesteld."),
        ("deels_toegekend", "2.000", ""),
        ("toegekend", "3.436,20", ""),
        ("deels_toegekend", "3.436,20", "maar kent niet minder toe dan voorgesteld."),
    ],
)
def test_soort_besluit_en_cijfer_die_iets_anders_zeggen_vallen_op(
    zaak: Zaakloket, consulent: Bezoeker, soort: str, bedrag: str, vraagt: str
) -> None:
    tekst = consulent.post(plek(zaak), {**ANDERS, "soort": soort, "bedrag": bedrag}).text
    for zin in ("U kent minder toe dan voorgesteld.", "maar kent niet minder toe dan voorgesteld."):
        assert (zin in tekst) is (zin == vraagt)
