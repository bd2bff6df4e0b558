"""Welke ingang van het menu is gemerkt op de pagina's van geld in een zaak?"""

import re

from flask import Flask
from tests.betaling.dienst.loket import Loket
from tests.betaling.vorderen.test_vorderen import open_
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak


def _gemerkt(tekst: str) -> list[str]:
    return [een.strip() for een in re.findall(r'<a [^>]*aria-current="page"[^>]*>([^<]+)', tekst.partition("<main")[0])]


def test_declaraties_en_betalingen_zijn_geen_zaken(
    app: Flask, dorp: Loket, zaak: Bouwzaak, declarant: Bezoeker
) -> None:
    dorp.rekening()
    rij = dorp.factureer(zaak, dorp.dien_in(zaak, met_bron=False), "2022-001")
    dorp.keur(zaak, rij)
    dorp.geef_alles_vrij()
    dorp.betaal()
    vordering = open_(dorp, zaak, 100_00)
    adres, kas = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}", Bezoeker(app).als(dorp.betaler)
    paginas = {
        f"{adres}/declaraties/{rij.id}": "Declaraties",
        f"{adres}/betaling": "Betalingen",
        f"{adres}/vorderingen/{vordering.id}": "Betalingen",
        "/zaken": "Zaken",
    }
    assert {pagina: _gemerkt(kas.get(pagina).text) for pagina in paginas} == {
        pagina: [ingang] for pagina, ingang in paginas.items()
    }
    # De organisatie heeft geen ingang Betalingen: een vordering staat bij haar onder Zaken.
    assert _gemerkt(declarant.get(f"{adres}/declaraties/{rij.id}").text) == ["Declaraties"]
    assert _gemerkt(declarant.get(f"{adres}/vorderingen/{vordering.id}").text) == ["Zaken"]


def test_niets_te_beoordelen_noemt_wat_op_een_factuur_wacht(app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    beoordelaar = Bezoeker(app).als(dorp.beoordelaar)
    assert "Een nieuwe declaratie komt hier te staan." in beoordelaar.get("/declaraties").text
    dorp.dien_in(zaak, met_bron=False)
    assert "1 declaratie wacht nog op haar factuur" in beoordelaar.get("/declaraties").text
