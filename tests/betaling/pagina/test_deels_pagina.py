"""Goedkeuren wat klopt in de browser zonder scherm: eerst de som, dan bevestigen, en de organisatie leest waarom."""

import re

from flask import Flask
from tests.betaling.dienst.loket import MAART, Loket
from tests.betaling.pagina.test_declareren_pagina import bezoek, dien_in, maak_proef
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.domain import Declaratiesoort

WAAROM = "Dit is reistijd."


def ingediend(dorp: Loket, declarant: Bezoeker, **soort: str) -> tuple[Bouwzaak, str]:
    """60 + 90 minuten ingediend, met haar factuur."""
    zaak = dorp.zaak(minuten=[60, 90], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=MAART)
    dorp.rekening()
    if soort:
        zaak.beeindig()
    declaratie = maak_proef(declarant, zaak, **soort)
    declarant.get(declaratie)
    dien_in(declarant, declaratie)
    declarant.get(f"{declaratie}/factuur")
    assert declarant.post(f"{declaratie}/factuur", {"nummer": "2022-1"}).status_code == 303
    return zaak, declaratie


def gewoon(tekst: str) -> str:
    """Een bedrag breekt op het scherm niet af."""
    return tekst.replace("\xa0", " ")


def vakken_van(beoordelaar: Bezoeker, declaratie: str) -> list[str]:
    return re.findall(r'name="(regel-[\w-]+)"', beoordelaar.get(declaratie).text)


def test_eerst_de_som_dan_bevestigen(app: Flask, dorp: Loket, declarant: Bezoeker) -> None:
    """2:30 = 2,50 x 95,45 = 238,63 (238,625) + 50,11 = 288,74; zonder de 90 is het 95,45 + 20,04 = 115,49."""
    _, declaratie = ingediend(dorp, declarant)
    beoordelaar = bezoek(app, dorp.beoordelaar)
    vakken = vakken_van(beoordelaar, declaratie)
    zonder = beoordelaar.post(f"{declaratie}/oordeel", {**beoordelaar.verborgen, "oordeel": "deels"})
    assert zonder.status_code == 422
    assert "ten minste één activiteit" in zonder.text

    beoordelaar.get(declaratie)
    keuze = {**beoordelaar.verborgen, "oordeel": "deels", "reden": "De rest klopt.", vakken[1]: WAAROM}
    vraag = beoordelaar.post(f"{declaratie}/oordeel", keuze)
    assert vraag.status_code == 200
    assert "U betaalt € 115,49 in plaats van € 288,74." in gewoon(vraag.text)
    assert "is weer open" in vraag.text
    assert dorp.betalingen() == []

    terug = beoordelaar.post(f"{declaratie}/oordeel/deels", keuze)
    assert f'value="{WAAROM}"' in terug.text
    assert "De rest klopt." in terug.text
    beoordelaar.get(declaratie)
    gelukt = {
        **beoordelaar.verborgen,
        **{een: keuze[een] for een in ("oordeel", "reden", vakken[1])},
        "bevestigd": "ja",
    }
    assert beoordelaar.post(f"{declaratie}/oordeel/deels", gelukt).status_code == 303
    nog_eens = beoordelaar.post(f"{declaratie}/oordeel/deels", gelukt)
    assert nog_eens.status_code == 409
    assert [een.bedrag for een in dorp.betalingen()] == [Bedrag(115_49)]

    gelezen = gewoon(declarant.get(declaratie).text)
    for zin in ("deels goedgekeurd", "Ingediend is € 288,74, daarvan geldt € 115,49.", WAAROM, "De rest klopt."):
        assert zin in gelezen
    assert "wie het heeft verbeterd vinkt het daar aan" in gelezen
    lijst = declarant.get("/declaraties").text
    assert ("115,49" in lijst, "deels goedgekeurd" in lijst) == (True, True)
    assert ";deels goedgekeurd;" in declarant.get("/meenemen/declaraties.csv", buffered=True).text
    assert declarant.get(f"{declaratie}/declaratie.pdf").status_code == 200


def test_bij_een_einddeclaratie_staat_er_dat_het_niet_opnieuw_kan(app: Flask, dorp: Loket, declarant: Bezoeker) -> None:
    _, declaratie = ingediend(dorp, declarant, soort="eind")
    beoordelaar = bezoek(app, dorp.beoordelaar)
    vakken = vakken_van(beoordelaar, declaratie)
    keuze = {**beoordelaar.verborgen, "oordeel": "deels", vakken[0]: WAAROM}
    assert "kan wat u er nu uit haalt dus niet verbeteren" in beoordelaar.post(f"{declaratie}/oordeel", keuze).text
    assert beoordelaar.post(f"{declaratie}/oordeel/deels", {**keuze, "bevestigd": "ja"}).status_code == 303
    assert "Deze uren worden niet betaald" in declarant.get(declaratie).text


def test_ook_als_de_einddeclaratie_er_al_is_staat_er_dat_het_niet_opnieuw_kan(
    app: Flask, dorp: Loket, declarant: Bezoeker
) -> None:
    """Over de gewone declaratie is nog niet geoordeeld als UJ-2022-00002, van nul, de periode sluit."""
    zaak, gewone = ingediend(dorp, declarant)
    zaak.beeindig()
    dorp.dien_in(zaak, Declaratiesoort.EIND, met_bron=False)
    beoordelaar = bezoek(app, dorp.beoordelaar)
    vakken = vakken_van(beoordelaar, gewone)
    assert "Einddeclaratie UJ-2022-00002 is er al" in beoordelaar.get(gewone).text
    keuze = {**beoordelaar.verborgen, "oordeel": "deels", vakken[1]: WAAROM}
    vraag = beoordelaar.post(f"{gewone}/oordeel", keuze).text
    assert "Einddeclaratie UJ-2022-00002 is er al" in vraag
    assert "neemt het mee met een volgende declaratie" not in vraag
    assert beoordelaar.post(f"{gewone}/oordeel/deels", {**keuze, "bevestigd": "ja"}).status_code == 303
    gelezen = declarant.get(gewone).text
    assert "Deze uren worden niet betaald" in gelezen
    assert "volgende proefdeclaratie" not in gelezen


def test_wie_haar_na_de_einddeclaratie_terugkrijgt_leest_wat_er_dan_kan(
    app: Flask, dorp: Loket, declarant: Bezoeker
) -> None:
    zaak, gewone = ingediend(dorp, declarant)
    zaak.beeindig()
    dorp.dien_in(zaak, Declaratiesoort.EIND, met_bron=False)
    beoordelaar = bezoek(app, dorp.beoordelaar)
    beoordelaar.get(gewone)
    beoordelaar.post(f"{gewone}/oordeel", {**beoordelaar.verborgen, "oordeel": "af", "reden": WAAROM})
    gelezen = declarant.get(gewone).text
    assert "vraag dan eerst de einddeclaratie terug" in gelezen
    assert "Opnieuw declareren" not in gelezen
