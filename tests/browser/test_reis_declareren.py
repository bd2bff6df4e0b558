"""Twee declaraties, geen derde. (reizen 8)

Zonder besluit geen; een tweede gewone wordt geweigerd, en een einddeclaratie voor het einde ook; beëindigen vraagt het
twee keer; daarna is er niets meer te schrijven of te accorderen; een einddeclaratie van 0:00 kan, en dan geen derde.
Werk in twee kalenderjaren geeft twee regels met twee tarieven: in 2022 3,00 x 95,45 = 286,35, in 2023 2,00 x 99,10 =
198,20; samen 484,55, met 21% btw (101,76) 586,31. Dat het werk tijdens een bezwaar doorgaat staat in
``test_na_het_besluit``.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.betaling.dienst.loket import TARIEF
from tests.betaling.dienst.loket import Loket as Kantoor
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.bouwloket import meld_aan, open_bouwloket
from tests.browser.hulp.kijken import TELEFOON, Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.wandeling import Muis, Toetsen, gelukt, inhoud, kop
from tests.browser.hulp.wandeling_werk import dien_declaratie_in
from tests.hulp.bouw import Bouwzaak
from tests.hulp.motoren import motor_van

from dakpan.dossier.domain import Zaakstap

BEGIN, EIND, VANDAAG = date(2022, 11, 1), date(2023, 4, 30), date(2023, 4, 20)
TWEE_TARIEVEN: dict[str, str | date] = {
    "Tarief vanaf": date(2022, 1, 1),
    "Tarief per uur, zonder btw": "95,45",
    "Volgend tarief vanaf": date(2023, 1, 1),
    "Volgend tarief per uur, zonder btw": "99,10",
    "Waar staat dit tarief?": "Normbedragen 2022 en 2023",
}


@pytest.fixture(name="kantoor")
def _kantoor(sqlite_gemigreerd: str) -> Kantoor:
    return Kantoor.open(motor_van(sqlite_gemigreerd), "uwv-noord", VANDAAG)


@pytest.fixture(name="zaak")
def _zaak(kantoor: Kantoor) -> Bouwzaak:
    """Drie uur in december en twee in januari, akkoord; wat later nog op akkoord wacht."""
    zaak = kantoor.zaak(begin=BEGIN, eind=EIND, minuten=[180], werk_vanaf=date(2022, 12, 12))
    kantoor.schrijf(zaak, [120], date(2023, 1, 16))
    return zaak.koppel(kantoor.declarant, kantoor.wereld.medewerker(kantoor.organisatie_id, "Ank Akkoord"))


@pytest.fixture(name="zonder_besluit")
def _zonder_besluit(kantoor: Kantoor) -> Bouwzaak:
    return kantoor.wereld.zaak(
        kantoor.tenant_id, kantoor.organisatie_id, "Joris Smit", begin=BEGIN, eind=EIND, tot=Zaakstap.DECLARATIE
    )


@pytest.fixture(name="loket")
def _loket(sqlite_gemigreerd: str, zaak: Bouwzaak, zonder_besluit: Bouwzaak, tmp_path: Path) -> Iterator[Loket]:
    del zaak, zonder_besluit  # eerst opgebouwd
    with open_bouwloket(sqlite_gemigreerd, tmp_path, VANDAAG) as loket:
        yield loket


def declareren(zaak: Bouwzaak) -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/declaratie"


def test_twee_declaraties_geen_derde(
    bezoekers: Bezoekers, loket: Loket, kantoor: Kantoor, zaak: Bouwzaak, zonder_besluit: Bouwzaak
) -> None:
    bezoekers.bewaking.sta_toe("409")  # zonder besluit
    hand = Muis(bezoekers.nieuw())
    meld_aan(hand.pagina, loket, kantoor.declarant)
    hand.pagina.goto(declareren(zonder_besluit))
    expect(inhoud(hand)).to_contain_text("Er is nog geen besluit.")
    expect(inhoud(hand).get_by_role("button", name="Bereken een proefdeclaratie")).to_have_count(0)

    hand.pagina.goto(declareren(zaak))
    expect(inhoud(hand)).to_contain_text("Beëindig eerst de jobcoachperiode; daarna kan de einddeclaratie.")
    hand.vul("Uren tot en met", VANDAAG)
    hand.vul("Btw-percentage", "21")
    for vraag, antwoord in TWEE_TARIEVEN.items():
        hand.vul(vraag, antwoord)
    hand.druk_op("Bereken een proefdeclaratie")
    delen = inhoud(hand).get_by_role("table", name="Per jaar en tarief")
    for deel in (("2022", "3,00", "95,45", "286,35"), ("2023", "2,00", "99,10", "198,20")):
        for cijfer in deel:
            expect(delen.get_by_role("row").filter(has_text=deel[0])).to_contain_text(cijfer)
    for bedrag in ("484,55", "101,76", "586,31"):
        expect(inhoud(hand)).to_contain_text(bedrag)
    dien_declaratie_in(hand)

    hand.pagina.goto(declareren(zaak))
    expect(inhoud(hand)).to_contain_text("ten hoogste 2 declaraties, waarvan de laatste de einddeclaratie is")
    expect(inhoud(hand).get_by_role("button", name="Bereken een proefdeclaratie")).to_have_count(0)


def test_einddeclaratie_van_nul_met_toetsen_en_daarna_niets_meer(
    bezoekers: Bezoekers, loket: Loket, kantoor: Kantoor, zaak: Bouwzaak, axe: Axe
) -> None:
    kantoor.dien_in(zaak, tarieven=(TARIEF,))
    hand = Toetsen(bezoekers.nieuw(TELEFOON))
    meld_aan(hand.pagina, loket, kantoor.declarant)
    hand.pagina.goto(f"/uren/nieuw?dag={VANDAAG}")
    expect(inhoud(hand)).to_contain_text("Mila Bakker")
    hand.pagina.goto(declareren(zaak))
    hand.volg("Periode beëindigen")
    hand.druk_op("Ja, ga verder")
    expect(kop(hand)).to_have_text("Weet u het zeker?")
    expect(inhoud(hand)).to_contain_text("Daarna kan er niets meer worden geschreven of geaccordeerd.")
    hand.druk_op("Ja, definitief beëindigen")
    gelukt(hand, "De periode is beëindigd. Maak nu de einddeclaratie.")

    hand.kies("Soort declaratie", "Einddeclaratie")
    hand.vul("Uren tot en met", VANDAAG)
    hand.vul("Btw-percentage", "21")
    hand.druk_op("Bereken een proefdeclaratie")
    expect(inhoud(hand)).to_contain_text("declarabel 0:00")
    past_op_telefoon(hand.pagina)
    axe(hand.pagina)
    dien_declaratie_in(hand)

    hand.pagina.goto(declareren(zaak))
    expect(inhoud(hand)).to_contain_text("De einddeclaratie is al ingediend; daarna kan er niets meer")
    expect(inhoud(hand).get_by_role("button", name="Bereken een proefdeclaratie")).to_have_count(0)
    hand.pagina.goto(f"/uren/nieuw?dag={VANDAAG}")
    expect(inhoud(hand)).not_to_contain_text("Mila Bakker")
