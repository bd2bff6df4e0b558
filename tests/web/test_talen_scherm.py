"""Wie Engels kiest leest Engels, ook wat de kern zegt; wat Nederlands blijft is zo gemerkt."""

from collections.abc import Iterator
from datetime import date

import pytest
from babel.messages.pofile import read_po
from flask import Flask
from flask.testing import FlaskClient
from tests.web.conftest import maak_proef

from dakpan.dossier.domain import Zaakstap
from dakpan.invoer.velden import lees_datum
from dakpan.opslag.fouten import Gewijzigd
from dakpan.web.formulier_meldingen import voor_scherm
from dakpan.web.gezicht import woorden
from dakpan.web.opmaak import datum, weekdag
from dakpan.web.vertaling import CONTEXT, InHetNederlands, gemerkt, in_taal, vertaling, waarde_in_taal


@pytest.fixture(name="engels")
def _engels(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Cookie": "taal=en"}):
        yield


@pytest.fixture(name="nederlands")
def _nederlands(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def test_een_pagina_in_het_engels(bezoeker: FlaskClient) -> None:
    bezoeker.set_cookie("taal", "en")
    pagina = bezoeker.get("/bestaat-niet").get_data(as_text=True)
    assert '<html lang="en"' in pagina
    assert "This page does not exist" in pagina
    assert "Or the page is not yours." in pagina


@pytest.mark.usefixtures("engels")
def test_een_weigering_van_de_kern_in_het_engels() -> None:
    assert in_taal(str(Gewijzigd())).startswith("Someone else has changed this in the meantime.")


@pytest.mark.usefixtures("engels")
def test_een_weigering_met_een_rij_stappen_en_wie_ze_zet() -> None:
    zin = "Eerst nog: declaratie door de jobcoachorganisatie, besluit door de beslisser."
    assert in_taal(zin) == "First: claim by the job coach organisation, decision by the decision-maker."


@pytest.mark.usefixtures("engels")
def test_een_melding_bij_een_veld_in_het_engels() -> None:
    with pytest.raises(ValueError, match="is geen datum") as fout:
        lees_datum("1-3-2023")
    melding = voor_scherm(str(fout.value))
    assert melding == "'1-3-2023' is not a date; did you mean 01-03-2023?"
    assert not isinstance(melding, InHetNederlands)


@pytest.mark.usefixtures("engels")
def test_een_regeltekst_blijft_nederlands_en_is_zo_gemerkt() -> None:
    regel = "De aanvraag is gedaan door de werkgever (par. 3), want dat mag."
    assert isinstance(voor_scherm(regel), InHetNederlands)
    assert gemerkt(regel) == f'<span lang="nl">{regel}</span>'


@pytest.mark.usefixtures("engels")
def test_een_zin_wordt_nooit_half_vertaald() -> None:
    half = "Loonwaarde kan niet: de meting van het loket is nog niet binnen"
    assert isinstance(in_taal(half), InHetNederlands)


@pytest.mark.usefixtures("engels")
def test_een_tekst_die_al_engels_is_wordt_niet_gemerkt() -> None:
    assert gemerkt("This page does not exist") == "This page does not exist"


@pytest.mark.usefixtures("engels")
def test_wat_iemand_typte_komt_nooit_als_opmaak_op_de_pagina() -> None:
    assert gemerkt("<b>vet</b> & meer") == '<span lang="nl">&lt;b&gt;vet&lt;/b&gt; &amp; meer</span>'


@pytest.mark.usefixtures("engels")
def test_getypte_woorden_met_komma_blijven_heel() -> None:
    getypt = "Eerst samen, later alleen"
    assert waarde_in_taal(getypt) == getypt


@pytest.mark.usefixtures("nederlands")
def test_in_het_nederlands_verandert_er_niets() -> None:
    assert vertaling("Aanvraag opgeslagen") is None
    assert gemerkt("eerst tekent de cliënt", groot=True) == "Eerst tekent de cliënt"
    assert datum(date(2026, 3, 2)) == "2 maart 2026"


@pytest.mark.usefixtures("engels")
def test_maanden_en_dagen_in_het_engels() -> None:
    assert datum(date(2026, 3, 2)) == "2 March 2026"
    assert weekdag(date(2026, 3, 2)) == "Monday 2 March"


def test_elke_zin_met_waarden_wordt_herkend() -> None:
    """Ook als de woorden ervoor en erachter op die van een andere zin lijken."""
    with next(woorden.VERTALINGEN.glob("en/LC_MESSAGES/*.po")).open("rb") as bron:
        zinnen = [str(een.id) for een in read_po(bron, locale="en") if een.id and een.context == CONTEXT]
    assert len(zinnen) > 50
    with maak_proef().test_request_context(headers={"Cookie": "taal=en"}):
        gemist = [zin for zin in zinnen if vertaling(_ingevuld(zin)) is None]
    assert gemist == []


def _ingevuld(zin: str) -> str:
    class Waarden(dict[str, str]):
        def __missing__(self, naam: str) -> str:
            return naam.upper()

    return zin % Waarden()


def test_de_stappen_van_een_zaak_hebben_allemaal_een_engelse_naam() -> None:
    with maak_proef().test_request_context(headers={"Cookie": "taal=en"}):
        zonder = [stap for stap in Zaakstap if waarde_in_taal(stap.value) == stap.value]
    assert zonder == []
