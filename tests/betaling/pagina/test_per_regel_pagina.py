"""De financier schrijft bij een activiteit waarom zij niet klopt; de organisatie leest het en declareert de rest."""

import re
from html import unescape

from flask import Flask
from tests.betaling.dienst.loket import MAART, Loket
from tests.betaling.pagina.test_declareren_pagina import bezoek, dien_in, maak_proef
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import Bedrag

WAAROM = "Dit is reistijd."
ALLEEN_DIT, EERDER = "alleen aan wat eerder niet meetelde", "telde eerder niet mee"


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
    assert "Bij één activiteit staat waarom zij niet klopt." in declarant.get(declaratie).text
    opnieuw = declarant.get(maak_proef(declarant, zaak)).text
    assert f"Teruggestuurd: {WAAROM}" in opnieuw
    assert len(re.findall(r'name="regel" value="[\w-]+"[^>]* checked', opnieuw)) == 1
    assert ALLEEN_DIT not in opnieuw


def test_wie_opnieuw_instuurt_wat_niet_meetelde_weet_het_en_wie_beoordeelt_ook(
    app: Flask, dorp: Loket, zaak: Bouwzaak, declarant: Bezoeker
) -> None:
    """De enige activiteit ging terug: zij staat aan, met een waarschuwing; de financier leest wat hij toen schreef."""
    beoordelaar = bezoek(app, dorp.beoordelaar)
    declaratie = maak_proef(declarant, zaak)
    declarant.get(declaratie)
    dien_in(declarant, declaratie)
    assert EERDER not in beoordelaar.get(declaratie).text
    [vak] = re.findall(r'name="(regel-[\w-]+)"', beoordelaar.get(declaratie).text)
    terug = {**beoordelaar.verborgen, "oordeel": "af", vak: WAAROM}
    assert beoordelaar.post(f"{declaratie}/oordeel", terug).status_code == 303

    nog_eens = maak_proef(declarant, zaak)
    assert ALLEEN_DIT in declarant.get(nog_eens).text
    dien_in(declarant, nog_eens)
    gezien = beoordelaar.get(nog_eens).text
    assert (EERDER in gezien, WAAROM in gezien) == (True, True)
    assert f'value="{WAAROM}"' not in gezien, "wat er toen stond is geen nieuw oordeel"
