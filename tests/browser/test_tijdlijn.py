"""Eerdere contracten op één tijdlijn: wat niet nodig is staat er niet, en de balk is ook een tabel."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.hulp import wandeling_stappen as stappen
from tests.browser.hulp.bewaking import Bewaking
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import TELEFOON, Axe, buiten_beeld
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.recepten import aan_zet, in_zaak, zoek
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, Toetsen, gelukt, inhoud, kop, vak
from tests.browser.hulp.wandeling_stappen import NOORDERLICHT, Zaak
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

from dakpan.demo.omgeving import DATABASE
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

HIER = "UWV Noord"
VAKJE = "Er was eerder een contract of proefplaatsing bij deze werkgever"
BEGIN, EIND = date(2023, 11, 29), date(2024, 5, 28)
TIJDVAKKEN = {
    "eerder_contract": True,
    **{
        f"contract_1_{deel}": waarde
        for deel, waarde in zip(
            ("soort", "begin", "eind", "coaching"), ("proefplaatsing", "2019-01-01", "2019-02-28", "heel"), strict=True
        )
    },
}


@pytest.fixture(name="plek")
def _plek(ronde: Ronde, tmp_path: Path) -> Path:
    kopieer_demo(ronde, tmp_path)
    return tmp_path


@pytest.fixture(name="loket")
def _loket(plek: Path) -> Iterator[Loket]:
    with Loket.open(plek) as loket:
        yield loket


@pytest.mark.parametrize("met", [Muis, Toetsen])
def test_van_vakje_tot_som(
    loket: Loket, bezoekers: Bezoekers, bewaking: Bewaking, axe: Axe, met: type[Muis | Toetsen]
) -> None:
    bewaking.sta_toe("422")
    coach = Gezelschap(bezoekers, met).als(NOORDERLICHT, "Sjoerd Veldkamp")
    stappen.begin_aanvraag(coach, Zaak("Tess", "Tijdlijn", BEGIN, EIND), bij=HIER)
    expect(inhoud(coach)).not_to_contain_text("Eerdere contracten")
    _baan_en_periode(coach)
    coach.druk_op("Opslaan en verder")
    expect(kop(coach)).to_have_text("Eerdere contracten")
    axe(coach.pagina)
    # Zolang niemand kiest staat er één vraag.
    expect(vak(coach.pagina, "Tijdvak 1: eerste dag")).to_be_hidden()
    expect(vak(coach.pagina, "Tijdvak 2: wat was het?")).to_be_hidden()
    _tijdvak(coach, 1, "Proefplaatsing bij deze werkgever", date(2023, 1, 1), date(2023, 2, 28))
    _tijdvak(coach, 2, "Contract bij deze werkgever", date(2023, 2, 20), date(2023, 10, 31))
    coach.druk_op("Opslaan en verder")
    expect(inhoud(coach).get_by_role("alert")).to_contain_text("overlapt met tijdvak 1, 01-01-2023 t/m 28-02-2023")
    axe(coach.pagina, "POST")
    expect(vak(coach.pagina, "Tijdvak 2: eerste dag")).to_have_value("2023-02-20")
    coach.vul("Tijdvak 2: eerste dag", date(2023, 3, 1))
    coach.druk_op("Opslaan en verder")
    gelukt(coach, "De aanvraag is opgeslagen als concept.")
    _som(coach, axe)


def _baan_en_periode(coach: Hand) -> None:
    stappen.open_groep(coach, "Dienstverband")
    coach.kies("Soort dienstverband", "Bepaalde tijd")
    coach.vul("Eerste werkdag", BEGIN)
    coach.vul("Laatste werkdag", date(2024, 11, 28))
    coach.vul("Uren per week", "24")
    coach.vink(VAKJE)
    stappen.verder(coach, "Periode en begeleiding")
    coach.kies("Begeleidingsregime", "Midden")
    coach.vul("Eerste dag van de periode", BEGIN)
    coach.vul("Laatste dag van de periode", EIND)
    stappen.verder(coach, "Jobcoach")


def _tijdvak(coach: Hand, nummer: int, wat: str, begin: date, eind: date) -> None:
    coach.kies(f"Tijdvak {nummer}: wat was het?", wat)
    coach.vul(f"Tijdvak {nummer}: eerste dag", begin)
    coach.vul(f"Tijdvak {nummer}: laatste dag", eind)
    coach.kies(f"Tijdvak {nummer}: was er jobcoaching?", "ja, van de eerste tot en met de laatste dag")


def _som(coach: Hand, axe: Axe) -> None:
    """28 dagen tussen 31 oktober en 29 november: de acht maanden tellen door; jaar en tabel zijn niet in bron."""
    expect(kop(coach)).to_have_text("Wat ging eraan vooraf?")
    expect(vak(coach.pagina, "Maanden jobcoaching in deze baan")).to_have_value("8")
    expect(vak(coach.pagina, "Maanden proefplaatsing")).to_have_value("2")
    expect(vak(coach.pagina, "Jaar van jobcoaching")).to_have_value("")
    rij = coach.pagina.get_by_role("row").filter(has_text="Onderbreking")
    expect(rij).to_contain_text("28")
    expect(rij).to_contain_text("de termijn loopt door")
    coach.klap_open("De som, stap voor stap")
    expect(inhoud(coach)).to_contain_text("tot en met 28 dagen loopt de termijn door")
    axe(coach.pagina)


def test_wie_beoordeelt_ziet_de_balk_ook_op_een_telefoon(
    loket: Loket, plek: Path, bezoekers: Bezoekers, axe: Axe
) -> None:
    """Een zaak van de demonstratie krijgt een proefplaatsing ervoor; het contract van nu begint later."""
    bezoek = zoek(in_zaak(Recht.BEOORDELEN, Kant.FINANCIER, f"{aan_zet('beoordeling')}"), plek / DATABASE)
    _zet_tijdlijn(plek / DATABASE, str(bezoek.waarden["zaak_id"]).replace("-", ""))
    pagina = bezoekers.nieuw(beeld=TELEFOON)
    hand = Muis(pagina)
    pagina.goto("/aanmelden")
    hand.vul("E-mailadres", str(bezoek.email))
    hand.vul("Wachtwoord", "samen onder dak")
    hand.druk_op("Aanmelden")
    pagina.goto("/zaken/{tenant_id}/{zaak_id}/beoordeling".format(**bezoek.waarden))
    expect(pagina.get_by_role("heading", name="Tijdlijn van contracten")).to_be_visible()
    expect(pagina.get_by_role("row").filter(has_text="Proefplaatsing, met jobcoaching")).to_contain_text("telt apart")
    axe(pagina)
    assert buiten_beeld(pagina) == []
    _in_het_engels(pagina)


def _in_het_engels(pagina: Page) -> None:
    pagina.get_by_role("button", name="English").click()
    expect(pagina.get_by_role("heading", name="Timeline of contracts")).to_be_visible()


def _zet_tijdlijn(database: Path, zaak_id: str) -> None:
    with closing(sqlite3.connect(database)) as verbinding, verbinding:
        gedaan = verbinding.execute(
            "update aanvraag set aanvulling = json_patch(aanvulling, ?) where replace(zaak_id, '-', '') = ?",
            (json.dumps(TIJDVAKKEN), zaak_id),
        )
        assert gedaan.rowcount == 1
