"""Zoeken bij de declaraties: op naam staat het in het adres, op burgerservicenummer nooit."""

import pytest
from tests.betaling.dienst.loket import Loket
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak
from tests.web.zaak.test_zaakpagina import BSN, geef_bsn


@pytest.fixture
def met_bsn(dorp: Loket, zaak: Bouwzaak) -> Bouwzaak:
    geef_bsn(dorp.wereld, zaak)
    return zaak


@pytest.mark.parametrize("getypt", [BSN.nummer, "111 222 333", "Bakker 111222333"])
def test_een_bsn_vindt_maar_komt_in_geen_adres(declarant: Bezoeker, met_bsn: Bouwzaak, getypt: str) -> None:
    declarant.get("/declaraties")
    gevonden = declarant.post("/declaraties", {"zoek": getypt})
    assert gevonden.status_code == 200
    assert "Mila Bakker" in gevonden.text
    assert BSN.nummer not in gevonden.text


def test_een_ander_bsn_vindt_niemand_en_een_verkeerd_bsn_zegt_het(declarant: Bezoeker, met_bsn: Bouwzaak) -> None:
    declarant.get("/declaraties")
    assert "Mila Bakker" not in declarant.post("/declaraties", {"zoek": "123456782"}).text
    fout = declarant.post("/declaraties", {"zoek": "123456789"})
    assert fout.status_code == 422
    assert "geen geldig burgerservicenummer" in fout.text


def test_een_bsn_in_een_adres_wordt_niet_gezocht(declarant: Bezoeker, met_bsn: Bouwzaak) -> None:
    pagina = declarant.get(f"/declaraties?zoek={BSN.nummer}").text
    assert f'value="{BSN.nummer}"' not in pagina
    naam = declarant.post("/declaraties", {"zoek": "Bakker"})
    assert (naam.status_code, naam.location) == (303, "/declaraties?zoek=Bakker")


def test_ook_bij_de_perioden_niet(declarant: Bezoeker, met_bsn: Bouwzaak) -> None:
    declarant.get("/perioden")
    fout = declarant.post("/perioden", {"q": BSN.nummer})
    assert fout.status_code == 422
    assert "Zoek het nummer bij Zaken" in fout.text
    assert BSN.nummer not in fout.text
    naam = declarant.post("/perioden", {"q": "Bakker", "gesloten": "ja"})
    assert naam.location == "/perioden?q=Bakker&gesloten=ja"
