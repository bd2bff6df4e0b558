"""Een steekproef op het scherm: alle fouten tegelijk, trekken, nakijken, de reden staat klaar, en mee te nemen."""

import re

from flask import Flask
from tests.betaling.dienst.loket import Loket
from tests.betaling.pagina.test_declareren_pagina import bezoek, dien_in, maak_proef
from tests.betaling.pagina.test_deels_pagina import ingediend
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak

from dakpan.partijen.rechten import Rol

DAGEN = {"van": "2022-08-01", "tot": "2022-08-31", "organisatie": "alle"}


def test_van_lege_lijst_tot_bestand(app: Flask, dorp: Loket, zaak: Bouwzaak, declarant: Bezoeker) -> None:
    declaratie = maak_proef(declarant, zaak)
    declarant.get(declaratie)
    dien_in(declarant, declaratie)
    beheer = bezoek(app, dorp.wereld.financier("staphorst", "Con Contract", Rol.CONTRACTBEHEERDER))
    assert "Trek de eerste steekproef" in beheer.get("/steekproeven").text
    assert "is niet in bron" in beheer.get("/steekproeven/nieuw").text
    fout = beheer.post("/steekproeven/nieuw", {"van": "x", "tot": "", "aantal": "0", "percentage": "101"})
    assert (fout.status_code, [f"veld-{een}" in fout.text for een in ("van", "tot", "aantal", "percentage")]) == (
        422,
        [True] * 4,
    )
    allebei = beheer.post("/steekproeven/nieuw", {**DAGEN, "aantal": "1", "percentage": "5"})
    assert "niet allebei" in allebei.text
    beheer.get("/steekproeven/nieuw")
    zelfde = {**beheer.verborgen, **DAGEN, "aantal": "1"}
    proef = beheer.post("/steekproeven/nieuw", zelfde).location
    assert beheer.post("/steekproeven/nieuw", zelfde).location == proef, "twee keer verzonden is een steekproef"
    assert "Ga verder met regel 1" in beheer.get(proef).text
    assert beheer.get(f"{proef}/afsluiten").status_code == 303
    beheer.get(f"{proef}/1")
    zonder = beheer.post(f"{proef}/1", {**beheer.verborgen, "oordeel": "klopt_niet"})
    assert (zonder.status_code, "schrijf waarom" in zonder.text) == (422, True)
    goed = beheer.post(f"{proef}/1", {**beheer.verborgen, "oordeel": "klopt_niet", "reden": "Dit is reistijd."})
    assert goed.location == f"{proef}/1"
    assert "Naar de declaratie" in beheer.get(f"{proef}/1").text
    beoordelaar = bezoek(app, dorp.beoordelaar)
    begin = beoordelaar.get("/").text
    assert "Kijk 1 steekproef na" in begin
    assert f'href="{proef}"' in begin
    deels = f"{declaratie}?oordeel=deels"
    assert f'href="{deels}"' in beoordelaar.get(f"{proef}/1").text
    oordeel = beoordelaar.get(deels).text
    assert 'value="Dit is reistijd."' in oordeel
    assert re.search(r'value="deels"[^>]*(checked|selected)', oordeel)
    assert not re.search(r'value="deels"[^>]*(checked|selected)', beoordelaar.get(declaratie).text)
    vraag = beheer.get(f"{proef}/afsluiten")
    assert "Nagekeken: 1. Klopt: 0. Klopt niet: 1." in vraag.text
    assert "Ja, sluit af" in vraag.text
    assert beheer.post(f"{proef}/afsluiten", beheer.verborgen).location == proef
    assert "steekproef na" not in beoordelaar.get("/").text
    assert "er verandert niets meer aan" in beheer.get(proef).text
    with beheer.get(f"/meenemen/steekproefregels.csv?steekproef={proef.rpartition('/')[2]}") as lijst:
        assert lijst.get_data(as_text=True).count("Dit is reistijd.") == 1
    for soort in ("xlsx", "ods"):
        with beheer.get(f"/meenemen/steekproeven.{soort}") as bestand:
            assert bestand.status_code == 200
    assert declarant.get(proef).status_code == 404


def test_na_het_goedkeuren_begint_een_correctie_met_de_reden(app: Flask, dorp: Loket, declarant: Bezoeker) -> None:
    """De organisatie leest op dezelfde pagina niets van de steekproef."""
    declaratie = ingediend(dorp, declarant)[1]
    beoordelaar = bezoek(app, dorp.beoordelaar)
    beoordelaar.get("/steekproeven/nieuw")
    proef = beoordelaar.post("/steekproeven/nieuw", {**DAGEN, "aantal": "1"}).location
    beoordelaar.get(declaratie)
    beoordelaar.post(f"{declaratie}/oordeel", {**beoordelaar.verborgen, "oordeel": "goed"})
    beoordelaar.get(f"{proef}/1")
    beoordelaar.post(f"{proef}/1", {**beoordelaar.verborgen, "oordeel": "klopt_niet", "reden": "Dit is reistijd."})
    assert f'href="{declaratie}/correctie"' in beoordelaar.get(f"{proef}/1").text
    assert 'value="Dit is reistijd."' in beoordelaar.get(f"{declaratie}/correctie").text
    assert "Dit is reistijd." not in declarant.get(f"{declaratie}/correctie").text
