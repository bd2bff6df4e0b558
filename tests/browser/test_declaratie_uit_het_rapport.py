"""Reis 7, de declaratie uit het rapport met haar eindcijfers op het scherm en op de pdf; en reis 8, geen derde.

Toegekend 27,21 uur = 27:13; eerder 12:20; nu acht regels, samen 15:30; correctie -0:37; declarabel 14:53 = 14,88 uur.
Bij € 95,45 is dat € 1.420,30, met 21% btw € 1.718,56.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlalchemy import select
from tests.betaling.dienst.loket import ACHT_REGELS, EIND_VAN_2022, TARIEF
from tests.betaling.dienst.loket import Loket as Kantoor
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.bouwloket import meld_aan, open_bouwloket
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.wandeling import Muis, gelukt, inhoud, kop
from tests.browser.hulp.wandeling_werk import dien_declaratie_in
from tests.hulp.bouw import Bouwzaak
from tests.hulp.motoren import motor_van

from dakpan.betaling.declaratie.papier import als_pdf, inhoud_van
from dakpan.betaling.tables import Declaratie

# De laatste dag van de periode: tot het einde kan er voor deze cliënt nog worden geschreven.
NOG_IN_DE_PERIODE = "/uren/nieuw?dag=2022-08-16"


@pytest.fixture(name="kantoor")
def _kantoor(sqlite_gemigreerd: str) -> Kantoor:
    return Kantoor.open(motor_van(sqlite_gemigreerd), "uwv-noord")


@pytest.fixture(name="zaak")
def _zaak(kantoor: Kantoor) -> Bouwzaak:
    """Na de eerste declaratie van 12:20, met de acht regels van het rapport al geaccordeerd."""
    zaak = kantoor.zaak(minuten=[740], werk_vanaf=date(2022, 5, 2))
    kantoor.dien_in(zaak, tarieven=(TARIEF,), tot_en_met=date(2022, 5, 24))
    kantoor.schrijf(zaak, ACHT_REGELS, date(2022, 6, 1))
    return zaak.koppel(kantoor.declarant)


@pytest.fixture(name="loket")
def _loket(sqlite_gemigreerd: str, kantoor: Kantoor, zaak: Bouwzaak, tmp_path: Path) -> Iterator[Loket]:
    del kantoor, zaak  # eerst opgebouwd
    with open_bouwloket(sqlite_gemigreerd, tmp_path, EIND_VAN_2022) as loket:
        yield loket


def test_van_beeindigen_tot_het_bedrag(loket: Loket, bezoekers: Bezoekers, kantoor: Kantoor, zaak: Bouwzaak) -> None:
    hand = Muis(bezoekers.nieuw())
    meld_aan(hand.pagina, loket, kantoor.declarant)
    hand.pagina.goto(NOG_IN_DE_PERIODE)
    expect(inhoud(hand)).to_contain_text("Mila Bakker")
    hand.pagina.goto(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/declaratie")
    expect(inhoud(hand)).to_contain_text("ten hoogste 2 declaraties, waarvan de laatste de einddeclaratie is")
    expect(inhoud(hand)).to_contain_text("Beëindig eerst de jobcoachperiode")

    hand.volg("Periode beëindigen")
    hand.druk_op("Ja, ga verder")
    expect(kop(hand)).to_have_text("Weet u het zeker?")
    hand.druk_op("Ja, definitief beëindigen")
    gelukt(hand, "De periode is beëindigd. Maak nu de einddeclaratie.")

    hand.kies("Soort declaratie", "Einddeclaratie")
    hand.vul("Uren tot en met", EIND_VAN_2022)
    hand.vul("Btw-percentage", "21")
    hand.vul("Tarief vanaf", date(2022, 1, 1))
    hand.vul("Tarief per uur, zonder btw", "95,45")
    hand.vul("Waar staat dit tarief?", "Normbedragen 2022")
    hand.druk_op("Bereken een proefdeclaratie")
    _lees_eindcijfers(hand)
    dien_declaratie_in(hand)
    _lees_eindcijfers(hand)
    _lees_pdf(hand, kantoor, zaak)

    hand.pagina.goto(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/declaratie")
    expect(inhoud(hand).get_by_role("button", name="Bereken een proefdeclaratie")).to_have_count(0)
    expect(inhoud(hand)).not_to_contain_text("niet in bron")  # zonder uren is er geen tarief dat mist
    hand.pagina.goto(NOG_IN_DE_PERIODE)
    expect(inhoud(hand)).not_to_contain_text("Mila Bakker")


def _lees_eindcijfers(hand: Muis) -> None:
    pagina = inhoud(hand)
    for cijfer in ("27,21 uur", "27:13", "12:20", "15:30", "27:50", "0:37", "14:53", "14,88", "1.420,30", "1.718,56"):
        expect(pagina).to_contain_text(cijfer)


def _lees_pdf(hand: Muis, kantoor: Kantoor, zaak: Bouwzaak) -> None:
    """Wat wordt opgehaald is byte voor byte deze inhoud, en daarin staat elk eindcijfer."""
    with hand.pagina.expect_download() as bezig:
        inhoud(hand).get_by_role("link", name="Ophalen als pdf").click()
    with kantoor.met(kantoor.declarant, zaak) as (handeling, van_zaak):
        *_, rij = handeling.sessie.scalars(select(Declaratie).order_by(Declaratie.id))
        wat = (van_zaak, rij, "UWV Noord")
        op_papier, pdf = json.dumps(inhoud_van(*wat), ensure_ascii=False), als_pdf(*wat)
    assert Path(bezig.value.path()).read_bytes() == pdf
    for cijfer in ("27:13", "12:20", "15:30", "27:50", "-0:37", "14:53", "14,88", "1.420,30", "1.718,56"):
        assert cijfer in op_papier, cijfer
