"""Interne jobcoaching bij een gemeente: de werkgever vult in en krijgt het per kwartaal. (reis 11)

Midden, een heel jaar, 36 uur: 5.162,85, in vier delen van 1.290,71, 1.290,71, 1.290,71 en 1.290,72.
"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import expect
from tests.browser.hulp import wandeling_stappen as stappen
from tests.browser.hulp import wandeling_werk as werk
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import TELEFOON, Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.post import uit_brief
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, gelukt, inhoud, kop
from tests.browser.hulp.wandeling_stappen import INTERN, ZES_ONDERDELEN, Zaak
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

from dakpan.begrippen.kalender import einde_na_maanden, volgende_maandgrens

HIER = "Gemeente Staphorst"
KWARTALEN = ["€ 1.290,71", "€ 1.290,71", "€ 1.290,71", "€ 1.290,72"]
MAIL = "wim@kwekerij.invalid"
GEEN_STAP = ("Offerteverzoek", "Offerte", "Uren", "Declaratie", "Factuur")


@pytest.fixture(name="loket")
def _loket(ronde: Ronde, tmp_path: Path) -> Iterator[Loket]:
    """Een eigen demonstratie: deze wandeling geeft betalingen vrij."""
    kopieer_demo(ronde, tmp_path)
    with Loket.open(tmp_path) as loket:
        yield loket


def test_de_werkgever_vult_in_en_wordt_per_kwartaal_betaald(loket: Loket, bezoekers: Bezoekers, axe: Axe) -> None:
    vandaag = loket.app.extensions["dakpan.klok"].nu().date()
    begin = vandaag - timedelta(28)
    eind = einde_na_maanden(begin, 12)
    zaak = Zaak("Sil", "Wandelaar", begin, eind, vorm=INTERN, uren_per_week="36", plan=ZES_ONDERDELEN)
    mensen = Gezelschap(bezoekers, Muis)
    consulent = mensen.als(HIER, "Joke Wiersma")
    stappen.begin_aanvraag(consulent, zaak)
    _werkgever_vult_in(loket, bezoekers, consulent, zaak, axe)
    stappen.open_groep(consulent, "Cliënt")
    stappen.vul_client(consulent, zaak)
    consulent.druk_op("Opslaan en naar de lijst")
    stappen.open_groep(consulent, "Wat ging eraan vooraf?")
    stappen.verder(consulent, "Coachingsplan")
    consulent.druk_op("Opslaan en verder")
    consulent.druk_op("Controleren")
    expect(inhoud(consulent)).to_contain_text("Succesvol gecontroleerd")
    expect(inhoud(consulent)).to_contain_text("€ 5.162,85")
    stappen.maak_definitief(consulent)
    stappen.dien_in(consulent)
    stappen.doe(consulent, zaak, "Beoordeel de aanvraag")
    stappen.adviseer(consulent, "De leidinggevende is een gecertificeerd jobcoach.")
    lijn = inhoud(consulent).get_by_role("list", name="Van aanvraag tot betaling")
    for stap in GEEN_STAP:
        expect(lijn.get_by_text(stap, exact=True)).to_have_count(0)
    stappen.doe(consulent, zaak, "Neem het besluit")
    stappen.besluit(consulent)
    _vier_delen(mensen, zaak)
    kwartaal = volgende_maandgrens(begin, 3)
    werk.geef_vrij(mensen.als(HIER, "Carla Bosscher"), "Kwekerij Het Pad", f"{kwartaal:%d-%m-%Y}")
    bestand = werk.maak_betaalbestand(mensen.als(HIER, "Farid El Amrani"), kwartaal)
    assert '<InstdAmt Ccy="EUR">1290.71</InstdAmt>' in bestand
    assert "1290.72" not in bestand
    _voldoet_en_telt_op(bestand)


def _voldoet_en_telt_op(bestand: str) -> None:
    """Het bestand voldoet aan het schema van ISO 20022, en zijn totaal is de som van wat erin staat."""
    plek = find_spec("sepaxml")
    assert plek is not None
    assert plek.origin is not None
    schema = etree.XMLSchema(file=str(Path(plek.origin).parent / "schemas" / "pain.001.001.09.xsd"))
    boom = etree.fromstring(bestand.encode())
    schema.assertValid(boom)
    bedragen = [Decimal(een.text or "0") for een in boom.iter("{*}InstdAmt")]
    assert {Decimal(een.text or "0") for een in boom.iter("{*}CtrlSum")} == {sum(bedragen)}
    assert {een.text for een in boom.iter("{*}NbOfTxs")} == {str(len(bedragen))}


def _werkgever_vult_in(loket: Loket, bezoekers: Bezoekers, consulent: Hand, zaak: Zaak, axe: Axe) -> None:
    """Op een telefoon, zonder account: zijn eigen onderdelen, met een rekeningnummer dat wordt nagekeken."""
    consulent.volg("Laat de werkgever invullen")
    consulent.vul("Naam", "Wim van der Plas")
    consulent.vul("E-mailadres voor de link", MAIL)
    consulent.druk_op("Verstuur de link")
    gelukt(consulent, "De link is verstuurd.")
    werkgever = Muis(bezoekers.nieuw(TELEFOON))
    werkgever.pagina.goto(uit_brief(loket, MAIL, r"(/invullen/\S+)"))
    werkgever.druk_op("Stuur mij een code")
    werkgever.vul("Code van zes cijfers", uit_brief(loket, MAIL, r"code is: (\d{6})"))
    werkgever.druk_op("Verder")
    axe(werkgever.pagina)
    past_op_telefoon(werkgever.pagina)
    stappen.open_groep(werkgever, "Werkgever")
    axe(werkgever.pagina)
    stappen.vul_werkgever(werkgever, zaak, iban="NL91ABNA0417164301")
    bezoekers.bewaking.sta_toe("422")
    werkgever.druk_op("Opslaan en verder")
    expect(werkgever.pagina.locator("#fouten")).to_contain_text("Rekeningnummer (IBAN) van de werkgever")
    axe(werkgever.pagina, "POST")
    past_op_telefoon(werkgever.pagina)
    stappen.vul_werkgever(werkgever, zaak)
    stappen.verder(werkgever, "Dienstverband")
    stappen.vul_dienstverband(werkgever, zaak)
    stappen.verder(werkgever, "Jobcoach")
    werkgever.vink("Is gecertificeerd jobcoach")
    stappen.verder(werkgever, "Coachingsplan")
    stappen.vul_plan(werkgever, ZES_ONDERDELEN)
    werkgever.druk_op("Opslaan en verder")
    werkgever.druk_op("Ik ben klaar met invullen")
    expect(kop(werkgever)).to_have_text("Bedankt, u bent klaar met invullen")
    stappen.open_zaak(consulent, zaak)
    consulent.volg("Aanvraag")


def _vier_delen(mensen: Gezelschap, zaak: Zaak) -> None:
    """Alle vier de betalingen staan klaar, elk met zijn dag en hoe het bedrag ontstond."""
    financieel = mensen.als(HIER, "Farid El Amrani")
    stappen.open_zaak(financieel, zaak)
    financieel.volg("Regel de betaling")
    bedragen = inhoud(financieel).locator("section.dp-betaling summary strong")
    expect(bedragen).to_have_text(KWARTALEN)
