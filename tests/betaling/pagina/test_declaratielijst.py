"""De lijst van declaraties: van elke soort, te vinden op cliënt en op nummer, en later nog eens te openen."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

from flask import Flask
from tests.betaling.dienst.loket import MAART, TARIEF, Loket
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.domain import Declaratiesoort


def test_vinden_op_client_of_nummer_en_opnieuw_openen(dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak) -> None:
    tweede = dorp.zaak(minuten=[60], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=MAART)
    dorp.dien_in(zaak, met_bron=False)
    tweede.beeindig()
    eind = dorp.dien_in(tweede, Declaratiesoort.EIND, met_bron=False)
    alles = declarant.get("/declaraties").text
    for tekst in ("UJ-2022-00001", "UJ-2022-00002", "reguliere declaratie", "einddeclaratie"):
        assert tekst in alles
    gevonden = declarant.get("/declaraties?zoek=uj-2022-00002").text
    assert "UJ-2022-00002" in gevonden
    assert "UJ-2022-00001" not in gevonden
    assert "UJ-2022-00001" in declarant.get("/declaraties?zoek=bakker").text
    pad = f"/zaken/{tweede.tenant_id}/{tweede.zaak_id}/declaraties/{eind.id}"
    assert f'href="{pad}"' in gevonden
    assert "UJ-2022-00002" in declarant.get(pad).text


def test_bij_elke_declaratie_staat_van_welke_financier_zij_is(
    app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak
) -> None:
    """Elke financier begint bij UJ-2022-00001; wie er voor meer dan een werkt herkent haar aan de naam."""
    dorp.dien_in(zaak, met_bron=False)
    noord = _noord(dorp)
    noord.dien_in(noord.zaak(minuten=[60]), tarieven=(TARIEF,))
    lijst = declarant.get("/declaraties").text.partition("Alle declaraties")[2]
    assert lijst.count("UJ-2022-00001") == 2
    assert [lijst.count(f">{naam}<") for naam in ("Gemeente Staphorst", "UWV Noord")] == [1, 1]
    assert "Financier" not in Bezoeker(app).als(dorp.beoordelaar).get("/declaraties").text


def test_wie_voor_meer_financiers_werkt_kiest_er_een(
    app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak
) -> None:
    """Staphorst: een declaratie van 2:00 en nog 0:20 te declareren. UWV Noord: een van 1:00 en nog 0:40."""
    assert 'name="financier"' not in declarant.get("/declaraties").text
    noord = _noord(dorp)
    bij_noord = noord.zaak(client="Noor Visser", minuten=[60])
    noord.dien_in(bij_noord, tarieven=(TARIEF,))
    dorp.dien_in(zaak, met_bron=False)
    dorp.schrijf(zaak, [20], date(2022, 8, 1))
    noord.schrijf(bij_noord, [40], date(2022, 8, 1))
    for gekozen, wel, niet in (
        ("uwv-noord", "Noor Visser", "Mila Bakker"),
        ("staphorst", "Mila Bakker", "Noor Visser"),
    ):
        assert 'name="financier"' in declarant.get("/declaraties").text
        gezocht = declarant.post("/declaraties", {"zoek": "", "financier": gekozen})
        assert gezocht.location == f"/declaraties?financier={gekozen}"
        for adres in ("/declaraties", "/declaraties/onderhanden-werk"):
            pagina = declarant.get(f"{adres}?financier={gekozen}").text
            assert (wel in pagina, niet in pagina) == (True, False), adres
            [mee] = re.findall(r'href="(/meenemen/[a-z-]+\.csv[^"]+)"', pagina)
            bestand = declarant.get(unescape(mee), buffered=True).text
            assert (wel in bestand, niet in bestand) == (True, False), mee
    assert "Wis alles" in declarant.get("/declaraties?financier=staphorst").text
    leeg = declarant.get("/declaraties?financier=staphorst&zoek=Visser").text
    assert "kies een andere financier" in leeg
    onbekend = declarant.get("/declaraties?financier=nergens").text
    assert all(naam in onbekend for naam in ("Mila Bakker", "Noor Visser"))
    beoordelaar = Bezoeker(app).als(dorp.beoordelaar)
    assert "Mila Bakker" in beoordelaar.get("/declaraties?financier=uwv-noord").text
    assert 'name="financier"' not in beoordelaar.get("/declaraties").text


def test_een_bestand_volgt_wat_er_is_gezocht(dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak) -> None:
    dorp.dien_in(zaak, met_bron=False)
    tweede = dorp.zaak(client="Noor Visser", minuten=[60], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45))
    dorp.dien_in(tweede, met_bron=False)
    bestand = declarant.get("/meenemen/declaraties.csv?zoek=visser", buffered=True).text
    assert ("Noor Visser" in bestand, "Mila Bakker" in bestand) == (True, False)
    assert "/meenemen/declaraties.csv?zoek=visser" in declarant.get("/declaraties?zoek=visser").text


def _noord(dorp: Loket) -> Loket:
    return replace(dorp, tenant_id="uwv-noord", beoordelaar=dorp.wereld.financier("uwv-noord", "Ben"), zaken=[])
