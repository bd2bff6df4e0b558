"""De financier schrijft bij een activiteit waarom zij niet klopt; de organisatie leest het en declareert de rest."""

import re
from html import unescape

from flask import Flask
from tests.betaling.dienst.loket import MAART, Loket
from tests.betaling.pagina.test_declareren_pagina import bezoek, dien_in, maak_proef
from tests.hulp.bezoeker import Bezoeker

from dakpan.begrippen.bedrag import Bedrag

WAAROM = "Dit is reistijd."


def test_van_een_opmerking_tot_een_nieuwe_proef(app: Flask, dorp: Loket, declarant: Bezoeker) -> None:
    zaak = dorp.zaak(minuten=[60, 90], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=MAART)
    declaratie = maak_proef(declarant, zaak)
    declarant.get(declaratie)
    dien_in(declarant, declaratie)
    beoordelaar = bezoek(app, dorp.beoordelaar)
    logboek = re.search(r'href="([^"]+/logboek\?van=[\d-]+&amp;tot=[\d-]+)"', beoordelaar.get(declaratie).text)
    assert logboek is not None  # van deze dagen, met wat ermee werd bereikt
    assert "2:30 uur in 2 activiteiten" in beoordelaar.get(unescape(logboek[1])).text
    vakken = re.findall(r'name="(regel-[\w-]+)"', beoordelaar.get(declaratie).text)
    assert len(vakken) == 2
    goed = beoordelaar.post(f"{declaratie}/oordeel", {**beoordelaar.verborgen, "oordeel": "goed", vakken[1]: WAAROM})
    assert (goed.status_code, f'value="{WAAROM}"' in goed.text) == (422, True)  # wat getypt is blijft staan
    beoordelaar.get(declaratie)
    terug = {**beoordelaar.verborgen, "oordeel": "af", vakken[1]: WAAROM}
    assert beoordelaar.post(f"{declaratie}/oordeel", terug).status_code == 303
    assert "Bij één activiteit schreef de financier waarom zij niet klopt." in declarant.get(declaratie).text
    opnieuw = declarant.get(maak_proef(declarant, zaak)).text
    assert f"Teruggestuurd: {WAAROM}" in opnieuw
    assert len(re.findall(r'name="regel" value="[\w-]+"[^>]* checked', opnieuw)) == 1
