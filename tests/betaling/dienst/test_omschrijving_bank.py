"""Wat er op het afschrift komt past altijd: één vreemd factuurnummer houdt het bestand van iedereen niet tegen."""

import pytest
from lxml import etree
from sqlalchemy import Engine
from tests.betaling.dienst.loket import MAART, Loket

from dakpan.begrippen.bedrag import Bedrag

# Elk van deze tekens telt in SEPA-schrift voor drie of twee; een factuurnummer heeft er ten hoogste veertig.
LANGER_IN_SEPA = ("€" * 40, "½" * 40, "ß" * 40)


@pytest.mark.parametrize("nummer", LANGER_IN_SEPA)
def test_een_nummer_dat_bij_de_bank_langer_wordt_past_op_het_afschrift(motor: Engine, nummer: str) -> None:
    loket = Loket.open(motor, "staphorst")
    loket.rekening()
    zaak = loket.zaak(minuten=[60], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=MAART)
    loket.keur(zaak, loket.factureer(zaak, loket.dien_in(zaak, met_bron=False), nummer))
    loket.geef_alles_vrij()

    (omschrijving,) = etree.fromstring(loket.betaal().inhoud).xpath("//*[local-name()='Ustrd']/text()")
    assert omschrijving.startswith("factuur ")
    assert len(omschrijving) <= 140
