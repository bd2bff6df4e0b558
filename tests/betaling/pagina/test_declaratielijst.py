"""De lijst van declaraties: van elke soort, te vinden op cliënt en op nummer, en later nog eens te openen."""

from dataclasses import replace

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
    noord = replace(dorp, tenant_id="uwv-noord", beoordelaar=dorp.wereld.financier("uwv-noord", "Ben"), zaken=[])
    noord.dien_in(noord.zaak(minuten=[60]), tarieven=(TARIEF,))
    lijst = declarant.get("/declaraties").text.partition("Alle declaraties")[2]
    assert lijst.count("UJ-2022-00001") == 2
    assert [lijst.count(f">{naam}<") for naam in ("Gemeente Staphorst", "UWV Noord")] == [1, 1]
    assert "Financier" not in Bezoeker(app).als(dorp.beoordelaar).get("/declaraties").text
