"""Van factuur tot creditnota: met verplichting- en declaratienummer, nagekeken met de officiële regels. (reizen 14)

1:00, 1:30 en 2:00 is 4:30: 429,53 en 90,20 btw, samen 519,73. De financier keurt goed wat klopt; zonder de 1:30 is het
346,48, en er is 173,25 te crediteren.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import expect
from tests.betaling.dienst.loket import EIND_VAN_2022, MAART
from tests.betaling.dienst.loket import Loket as Kantoor
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.bouwloket import meld_aan, open_bouwloket
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.wandeling import Muis, gelukt, inhoud, kop
from tests.hulp.bouw import Bouwzaak
from tests.hulp.motoren import motor_van
from tests.hulp.stylesheets import maak_schematron

from dakpan.begrippen.bedrag import Bedrag

WAAROM = "Dit is reistijd."


@pytest.fixture(name="kantoor")
def _kantoor(sqlite_gemigreerd: str) -> Kantoor:
    kantoor = Kantoor.open(motor_van(sqlite_gemigreerd), "staphorst")
    kantoor.rekening()
    return kantoor


@pytest.fixture(name="schematron")
def _schematron() -> Callable[[bytes], set[str]]:
    return maak_schematron()


@pytest.fixture(name="zaak")
def _zaak(kantoor: Kantoor) -> Bouwzaak:
    zaak = kantoor.zaak(
        minuten=[60, 90, 120], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=MAART
    )
    kantoor.dien_in(zaak, met_bron=False)
    return zaak


@pytest.fixture(name="loket")
def _loket(sqlite_gemigreerd: str, zaak: Bouwzaak, tmp_path: Path) -> Iterator[Loket]:
    del zaak  # eerst opgebouwd
    with open_bouwloket(sqlite_gemigreerd, tmp_path, EIND_VAN_2022) as loket:
        yield loket


def waarden(ubl: str, naam: str) -> list[str]:
    return [str(een.text) for een in etree.fromstring(ubl.encode()).iter(f"{{*}}{naam}")]


def test_van_factuur_tot_creditnota(
    bezoekers: Bezoekers, loket: Loket, kantoor: Kantoor, schematron: Callable[[bytes], set[str]], axe: Axe
) -> None:
    bezoekers.bewaking.sta_toe("422")  # een nummer dat al is gebruikt
    kantoormens, financier = Muis(bezoekers.nieuw()), Muis(bezoekers.nieuw())
    meld_aan(kantoormens.pagina, loket, kantoor.declarant)
    kantoormens.volg("Maak de factuur bij declaratie UJ-2022-00001")
    kantoormens.vul("Factuurnummer", "2022-014")
    kantoormens.vul("Verplichtingnummer van de financier", "4500012345")
    kantoormens.druk_op("Factuur maken")
    gelukt(kantoormens, "Factuur 2022-014 is gemaakt")
    factuur = kantoormens.haal_op("Factuur 2022-014 ophalen (UBL)")
    assert schematron(factuur.encode()) == set()
    assert {"4500012345", "UJ-2022-00001"} <= set(waarden(factuur, "ID"))
    assert waarden(factuur, "PayableAmount") == ["519.73"]

    meld_aan(financier.pagina, loket, kantoor.beoordelaar)
    financier.volg("Declaraties")
    financier.volg("UJ-2022-00001")
    declaratie = financier.pagina.url
    financier.vul("02-03-2022 om 09:00: waarom klopt dit niet?", WAAROM)
    financier.kies("Is deze declaratie akkoord?", "Goedkeuren wat klopt; wat niet klopt gaat terug")
    financier.druk_op("Vastleggen")
    expect(kop(financier)).to_have_text("Goedkeuren wat klopt?")
    for cijfer in ("519,73", "346,48", "173,25", "1:30", WAAROM):
        expect(inhoud(financier)).to_contain_text(cijfer)
    axe(financier.pagina)
    past_op_telefoon(financier.pagina)
    financier.druk_op("Ja, keur goed wat klopt")
    gelukt(financier, "Goedgekeurd wat klopt: de betaling staat klaar.")

    kantoormens.volg("Berichten")
    expect(inhoud(kantoormens)).to_contain_text("Een declaratie is deels goedgekeurd")
    kantoormens.volg("Wat moet ik nu doen")
    kantoormens.volg("Maak een creditnota bij declaratie UJ-2022-00001")
    expect(inhoud(kantoormens)).to_contain_text("173,25")
    axe(kantoormens.pagina)
    past_op_telefoon(kantoormens.pagina)
    kantoormens.vul("Nummer van de creditnota", "2022-014")
    kantoormens.druk_op("Creditnota maken")
    expect(inhoud(kantoormens)).to_contain_text("2022-014 is al gebruikt voor een factuur")
    kantoormens.vul("Nummer van de creditnota", "2022-015")
    kantoormens.druk_op("Creditnota maken")
    gelukt(kantoormens, "Creditnota 2022-015 is gemaakt en staat bij de declaratie.")

    financier.pagina.goto(declaratie)
    expect(inhoud(financier)).to_contain_text("deels goedgekeurd")
    nota = financier.haal_op("Creditnota 2022-015 ophalen (UBL)")
    assert schematron(nota.encode()) == set()
    assert waarden(nota, "PayableAmount") == ["173.25"]
    assert {"2022-014", "4500012345", "UJ-2022-00001"} <= set(waarden(nota, "ID"))
