"""Een zaak bij een landelijke uitvoerder: de coach begint, drie tekenen, twee declaraties en aan het eind een verslag.

Midden, 36 uur per week, een half jaar: op het formulier 86,40 uur. Een uur van nu kost in deze demonstratie 112,00.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.hulp import wandeling_stappen as stappen
from tests.browser.hulp import wandeling_werk as werk
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, Toetsen, gelukt, inhoud, kop
from tests.browser.hulp.wandeling_stappen import NOORDERLICHT, Zaak
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

from dakpan.begrippen.kalender import einde_na_maanden
from dakpan.demo.documenten import maak_pdf

HIER = "UWV Noord"
ADVIES = "De beperking vraagt om begeleiding op de werkplek."
# 1,50 × 112,00 = 168,00; 21% daarvan is 35,28
VERSLAGVRAGEN = (
    "Matching: past dit werk bij deze persoon?",
    "Het coachingsplan: wat is er bereikt?",
    "Hoe staat het met de arbeidsovereenkomst?",
    "Hoe gaat het verder met de jobcoaching?",
)
BEOORDELINGEN = ("De beoordeling door de werknemer", "De beoordeling door de werkgever")
# Op volgorde; de cliënt is de aanvrager en tekent het laatst.
ONDERTEKENAARS = {
    "de jobcoach": "Sjoerd Veldkamp",
    "de werkgever": "Wim van der Plas",
    "de cliënt": "Fay Wandelaar",
}
PROEF = ("€ 168,00", "€ 35,28", "€ 203,28")


@pytest.fixture(name="loket")
def _loket(ronde: Ronde, tmp_path: Path) -> Iterator[Loket]:
    """Een eigen demonstratie: deze wandeling sluit weken en betaalt rekeningen."""
    kopieer_demo(ronde, tmp_path)
    with Loket.open(tmp_path) as loket:
        yield loket


@pytest.mark.parametrize("met", [Muis, Toetsen])
def test_van_concept_tot_verantwoording(loket: Loket, bezoekers: Bezoekers, met: Callable[[Page], Hand]) -> None:
    vandaag = loket.app.extensions["dakpan.klok"].nu().date()
    begin = vandaag - timedelta(20)
    zaak = Zaak(
        "Fay",
        "Wandelaar",
        begin,
        einde_na_maanden(begin, 6),
        uren_per_week="36",
        doelgroepen=("Structureel functionele beperking is vastgesteld",),
        plan=("Coachingsdoelen", "Activiteiten per doel", "Uren per activiteit", "Wanneer elk doel is bereikt"),
        hoofddoelen=("De persoon inwerken en trainen",),
    )
    mensen = Gezelschap(bezoekers, met)
    _vraag_aan(mensen, zaak)
    _teken(mensen, zaak)
    _beslis(mensen, zaak)
    nummer = _declareer(mensen, zaak, vandaag)
    _eindig(mensen, zaak, vandaag)
    _betaal(mensen, nummer, vandaag)
    _verantwoord(mensen, zaak)


def _vraag_aan(mensen: Gezelschap, zaak: Zaak) -> None:
    """De coach vult in; definitief maken is aan een collega met dat recht."""
    coach, collega = mensen.als(NOORDERLICHT, "Sjoerd Veldkamp"), mensen.als(NOORDERLICHT, "Mirjam Postema")
    stappen.begin_aanvraag(coach, zaak, bij=HIER)
    stappen.vul_aanvraag_in(coach, zaak)
    expect(inhoud(coach)).to_contain_text("86,4 uur")
    expect(inhoud(coach)).to_contain_text(re.compile("Dat doet een collega: .*Mirjam Postema"))
    expect(inhoud(coach).get_by_role("link", name="Maak definitief")).to_have_count(0)
    stappen.doe(collega, zaak, "Maak de aanvraag definitief")
    stappen.maak_definitief(collega)


def _teken(mensen: Gezelschap, zaak: Zaak) -> None:
    """Indienen kan pas als iedereen tekende: de cliënt het laatst."""
    coach, collega = mensen.als(NOORDERLICHT, "Sjoerd Veldkamp"), mensen.als(NOORDERLICHT, "Mirjam Postema")
    expect(kop(collega)).to_have_text("Indienen kan nog niet")
    expect(inhoud(collega)).to_contain_text("Eerst tekent nog: de jobcoach.")
    expect(inhoud(collega).get_by_role("button", name="Ja, dien in")).to_have_count(0)
    stappen.doe(coach, zaak, "Leg de handtekeningen vast")
    for wie, naam in ONDERTEKENAARS.items():
        rij = inhoud(coach).get_by_role("row").filter(has_text=wie)
        expect(rij).to_contain_text("aan de beurt")
        coach.vul("Naam van wie tekende", naam)
        coach.breng("Scan van het getekende papier", "getekend.pdf", maak_pdf("Ondertekende aanvraag (verzonnen)"))
        coach.druk_op("Leg de handtekening vast")
        expect(rij).to_contain_text("getekend")
    stappen.doe(collega, zaak, "Dien de aanvraag in")
    stappen.dien_in(collega)


def _beslis(mensen: Gezelschap, zaak: Zaak) -> None:
    """De arbeidsdeskundige adviseert, de beslisser beslist; alleen zij lezen het advies."""
    deskundige, beslisser = mensen.als(HIER, "Bert Sikkema"), mensen.als(HIER, "Leonie Faber")
    kantoor = mensen.als(NOORDERLICHT, "Guus Hartsuiker")
    stappen.doe(deskundige, zaak, "Beoordeel de aanvraag")
    stappen.adviseer(deskundige, ADVIES)
    stappen.doe(beslisser, zaak, "Neem het besluit")
    expect(inhoud(beslisser)).to_contain_text(ADVIES)
    stappen.besluit(beslisser)
    kantoor.pagina.goto(beslisser.pagina.url)
    expect(kop(kantoor)).to_have_text("Besluit: toegekend")
    expect(inhoud(kantoor)).not_to_contain_text(ADVIES)
    stappen.koppel(kantoor, zaak, "Sjoerd Veldkamp", "Mirjam Postema")


def _declareer(mensen: Gezelschap, zaak: Zaak, vandaag: date) -> str:
    """Uren, akkoord en de tussentijdse declaratie; daarna kan er tijdens de periode geen meer."""
    coach, collega = mensen.als(NOORDERLICHT, "Sjoerd Veldkamp"), mensen.als(NOORDERLICHT, "Mirjam Postema")
    kantoor = mensen.als(NOORDERLICHT, "Guus Hartsuiker")
    werk.schrijf_uren(coach, zaak, 90, "De volgorde van het inpakken zelf kunnen.")
    werk.sluit_week(coach)
    werk.accordeer(collega, zaak)
    stappen.doe(kantoor, zaak, "Maak de declaratie")
    expect(inhoud(kantoor)).to_contain_text("Beëindig eerst de jobcoachperiode; daarna kan de einddeclaratie.")
    declareren = kantoor.pagina.url
    werk.bereken_proef(kantoor, "Reguliere declaratie", vandaag)
    for bedrag in PROEF:
        expect(inhoud(kantoor)).to_contain_text(bedrag)
    nummer = werk.dien_declaratie_in(kantoor)
    werk.maak_factuur(kantoor, "WANDEL-1")
    kantoor.pagina.goto(declareren)
    expect(inhoud(kantoor)).to_contain_text("Per periode kunnen ten hoogste 2 declaraties")
    expect(inhoud(kantoor).get_by_role("button", name="Bereken een proefdeclaratie")).to_have_count(0)
    return nummer


def _eindig(mensen: Gezelschap, zaak: Zaak, vandaag: date) -> None:
    """Beëindigen vraagt het twee keer; daarna kan de einddeclaratie, ook van nul uur."""
    kantoor = mensen.als(NOORDERLICHT, "Guus Hartsuiker")
    stappen.open_zaak(kantoor, zaak)
    kantoor.volg("Periode en jobcoaches")
    kantoor.volg("Beëindig de periode")
    kantoor.druk_op("Ja, ga verder")
    kantoor.druk_op("Ja, definitief beëindigen")
    gelukt(kantoor, "De periode is beëindigd.")
    werk.open_declareren(kantoor, zaak)
    werk.bereken_proef(kantoor, "Einddeclaratie", vandaag)
    expect(inhoud(kantoor)).to_contain_text("declarabel 0:00")
    werk.dien_declaratie_in(kantoor)


def _betaal(mensen: Gezelschap, nummer: str, vandaag: date) -> None:
    """Vier ogen: wie de betaling klaarzet geeft haar niet vrij."""
    eerste, tweede = mensen.als(HIER, "Karin Wierda"), mensen.als(HIER, "Sander Nauta")
    werk.keur_goed(eerste, nummer)
    eerste.volg("Betalingen")
    eigen = inhoud(eerste).get_by_role("row").filter(has_text=PROEF[-1])
    expect(eigen.get_by_role("checkbox")).to_have_count(0)
    werk.geef_vrij(tweede, NOORDERLICHT, PROEF[-1])
    assert '<InstdAmt Ccy="EUR">203.28</InstdAmt>' in werk.maak_betaalbestand(eerste, vandaag)


def _verantwoord(mensen: Gezelschap, zaak: Zaak) -> None:
    """Aan het eind van de periode, met drie handtekeningen: de cliënt het laatst."""
    coach, beslisser = mensen.als(NOORDERLICHT, "Sjoerd Veldkamp"), mensen.als(HIER, "Leonie Faber")
    werk.schrijf_verslag(coach, zaak, "Schrijf de verantwoording", VERSLAGVRAGEN, BEOORDELINGEN)
    beslisser.pagina.goto(coach.pagina.url.removesuffix("/indienen"))
    expect(inhoud(beslisser)).to_contain_text("Dit verslag is er nog niet")
    for wie, naam in ONDERTEKENAARS.items():
        expect(inhoud(coach)).to_contain_text(f"Nu tekent {wie}")
        coach.vul("Naam van wie tekende", naam)
        coach.druk_op("Handtekening vastleggen")
        gelukt(coach, "De handtekening is vastgelegd.")
    werk.dien_verslag_in(coach)
    beslisser.pagina.reload()
    for naam in ONDERTEKENAARS.values():
        expect(inhoud(beslisser)).to_contain_text(naam)
