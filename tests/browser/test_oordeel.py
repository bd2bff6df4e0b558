"""Elke bladzijde tussen een oordeel en zijn gevolg: de som, terug naar het oordeel, en de som van een correctie."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.betaling.dienst.loket import TARIEF
from tests.betaling.dienst.loket import Loket as Kantoor
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.bouwloket import meld_aan, open_bouwloket
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.wandeling import Muis, inhoud
from tests.hulp.motoren import motor_van

VANDAAG = date(2022, 8, 18)
WAAROM = "Dit is reistijd."


@pytest.fixture(name="kantoor")
def _kantoor(sqlite_gemigreerd: str) -> Kantoor:
    return Kantoor.open(motor_van(sqlite_gemigreerd), "uwv-noord", VANDAAG)


@pytest.fixture(name="loket")
def _loket(sqlite_gemigreerd: str, kantoor: Kantoor, tmp_path: Path) -> Iterator[Loket]:
    del kantoor  # eerst opgebouwd
    with open_bouwloket(sqlite_gemigreerd, tmp_path, VANDAAG) as loket:
        yield loket


def test_van_de_som_van_een_oordeel_tot_die_van_een_correctie(
    bezoekers: Bezoekers, loket: Loket, kantoor: Kantoor, axe: Axe
) -> None:
    """Zonder de 90 minuten blijft 95,45 met 21% btw over: 115,49."""
    kantoor.rekening()
    zaak = kantoor.zaak(minuten=[60, 90])
    rij = kantoor.factureer(zaak, kantoor.dien_in(zaak, tarieven=(TARIEF,)), "F-1")
    declaratie = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/declaraties/{rij.id}"
    beoordelaar = Muis(bezoekers.nieuw())
    pagina = beoordelaar.pagina
    meld_aan(pagina, loket, kantoor.beoordelaar)
    pagina.goto(declaratie)
    pagina.locator("input[name^='regel-']").nth(1).fill(WAAROM)
    pagina.get_by_label("Goedkeuren wat klopt").check()
    beoordelaar.druk_op("Vastleggen")
    expect(inhoud(beoordelaar)).to_contain_text("115,49")
    axe(pagina, "POST")
    past_op_telefoon(pagina)
    beoordelaar.druk_op("Terug naar het oordeel")
    expect(pagina.locator("input[name^='regel-']").nth(1)).to_have_value(WAAROM)
    axe(pagina, "POST")

    pagina.goto(declaratie)
    pagina.get_by_label("Ja, zet de betaling klaar").check()
    beoordelaar.druk_op("Vastleggen")
    pagina.goto(f"{declaratie}/correctie")
    pagina.locator("input[name^='regel-']").nth(1).fill(WAAROM)
    beoordelaar.druk_op("Bekijk de som")
    expect(inhoud(beoordelaar)).to_contain_text("115,49")
    axe(pagina, "POST")
    past_op_telefoon(pagina)
