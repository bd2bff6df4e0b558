"""Extern bij een gemeente, van aanvraag tot betaalbestand, door wie eraan werkt. (reizen 10, 12)

De bedragen zijn met de hand nagerekend. Staphorst, midden, jaar 1, 24 van de 36 uur: 5.162,85 × 24/36 = 3.441,90, goed
voor 36,05 uur à 95,45. Amsterdam, midden, jaar 1: 4.500,00, bij 80,00 per uur 56,25 uur.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.hulp import wandeling_stappen as stappen
from tests.browser.hulp import wandeling_werk as werk
from tests.browser.hulp.bewaking import Bewaking
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, Toetsen, gelukt, inhoud, kop
from tests.browser.hulp.wandeling_stappen import NOORDERLICHT, ZES_ONDERDELEN, Zaak
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

from dakpan.begrippen.kalender import einde_na_maanden

GEHEIM = "Alleen voor de coach: rustig aan beginnen."
ADVIES = "De begeleiding past bij wat de werkgever vertelt."
BEOOGD = "De volgorde van het inpakken zelf kunnen."


@dataclass(frozen=True)
class Gemeente:
    """Wie er bij deze gemeente werken, en wat er bij deze zaak uit moet komen."""

    naam: str
    consulent: str
    financieel: tuple[str, str]
    budget: tuple[str, ...]
    plan: tuple[str, ...]
    uren: str
    tarief: str
    geweigerd: tuple[tuple[str, str], ...]
    voorstel: str
    proef: tuple[str, ...]
    betaald: str


STAPHORST = Gemeente(
    naam="Gemeente Staphorst",
    consulent="Joke Wiersma",
    financieel=("Farid El Amrani", "Carla Bosscher"),
    budget=("€ 3.441,90", "€ 95,45", "36,05 uur"),
    plan=ZES_ONDERDELEN,
    uren="36,05",
    tarief="95,45",
    geweigerd=(("Uurtarief", "95,46"), ("Knelpunten", "")),
    # 36,05 × 95,45 = 3.440,9725
    voorstel="€ 3.440,97",
    # 1,50 × 95,45 = 143,175; 21% van 143,18 = 30,0678
    proef=("€ 143,18", "€ 30,07", "€ 173,25"),
    betaald="173.25",
)
AMSTERDAM = Gemeente(
    naam="Gemeente Amsterdam",
    consulent="Ellen Scheltema",
    financieel=("Ruud van Nispen", "Sevda Kaplan"),
    budget=("€ 4.500,00",),
    plan=(),
    uren="56,25",
    tarief="80",
    geweigerd=(),
    voorstel="€ 4.500,00",
    # 1,50 × 80,00 = 120,00; 21% daarvan is 25,20
    proef=("€ 120,00", "€ 25,20", "€ 145,20"),
    betaald="145.20",
)


@pytest.fixture(name="loket")
def _loket(ronde: Ronde, tmp_path: Path) -> Iterator[Loket]:
    """Een eigen demonstratie: deze wandeling sluit weken en betaalt rekeningen."""
    kopieer_demo(ronde, tmp_path)
    with Loket.open(tmp_path) as loket:
        yield loket


@pytest.mark.parametrize(
    ("gemeente", "met", "keuzes"),
    [
        pytest.param(STAPHORST, Muis, {}, id="staphorst met de muis"),
        pytest.param(STAPHORST, Toetsen, {}, id="staphorst met toetsen"),
        pytest.param(AMSTERDAM, Muis, {"java_script_enabled": False}, id="amsterdam met de muis zonder javascript"),
        pytest.param(AMSTERDAM, Toetsen, {}, id="amsterdam met toetsen"),
    ],
)
def test_van_aanvraag_tot_betaling(
    loket: Loket,
    bezoekers: Bezoekers,
    bewaking: Bewaking,
    gemeente: Gemeente,
    met: Callable[[Page], Hand],
    keuzes: dict[str, bool],
) -> None:
    vandaag = loket.app.extensions["dakpan.klok"].nu().date()
    begin = vandaag - timedelta(28)
    zaak = Zaak("Roos", "Wandelaar", begin, einde_na_maanden(begin, 12))
    mensen = Gezelschap(bezoekers, met, keuzes)
    _vraag_aan(mensen, gemeente, zaak)
    _maak_offerte(mensen, gemeente, zaak, bewaking)
    _beslis(mensen, gemeente, zaak)
    _werk(mensen, gemeente, zaak)
    _reken_af(mensen, gemeente, zaak, vandaag)
    _wie_er_niets_mee_te_maken_heeft(mensen, zaak, bewaking)


def _vraag_aan(mensen: Gezelschap, gemeente: Gemeente, zaak: Zaak) -> None:
    """De consulent opent de zaak, dient in en vraagt een offerte."""
    consulent = mensen.als(gemeente.naam, gemeente.consulent)
    stappen.begin_aanvraag(consulent, zaak)
    stappen.vul_aanvraag_in(consulent, zaak)
    for bedrag in gemeente.budget:
        expect(inhoud(consulent)).to_contain_text(bedrag)
    stappen.maak_definitief(consulent)
    stappen.dien_in(consulent)
    stappen.doe(consulent, zaak, "Vraag een offerte")
    stappen.vraag_offerte(consulent)
    stappen.niets_te_doen(consulent, zaak)


def _maak_offerte(mensen: Gezelschap, gemeente: Gemeente, zaak: Zaak, bewaking: Bewaking) -> None:
    """De coach schrijft de offerte; wat niet mag wordt met de bron geweigerd, en tot het versturen is zij van hem."""
    coach = mensen.als(NOORDERLICHT, "Sjoerd Veldkamp")
    consulent = mensen.als(gemeente.naam, gemeente.consulent)
    stappen.doe(coach, zaak, "Maak de offerte")
    stappen.vul_plan(coach, gemeente.plan)
    coach.vul("Aantal uren", gemeente.uren)
    coach.vul("Uurtarief", gemeente.tarief)
    for vraag, antwoord in gemeente.geweigerd:
        coach.vul(vraag, antwoord)
    if gemeente.geweigerd:
        bewaking.sta_toe("422")
        coach.druk_op("Opslaan en versturen")
        melding = inhoud(coach).get_by_role("alert")
        for vraag, _antwoord in gemeente.geweigerd:
            expect(melding.get_by_role("listitem").filter(has_text=vraag)).to_contain_text("CVDR690480")
        consulent.pagina.goto(coach.pagina.url)
        expect(inhoud(consulent)).to_contain_text("Nog geen offerte")
        coach.vul("Knelpunten", "Het tempo is nog te hoog.")
        coach.vul("Uurtarief", gemeente.tarief)
    coach.druk_op("Opslaan en versturen")
    coach.druk_op("Ja, verstuur")
    gelukt(coach, "De offerte is verstuurd.")
    stappen.schrijf_notitie(coach, GEHEIM)
    stappen.open_zaak(consulent, zaak)
    expect(inhoud(consulent)).not_to_contain_text(GEHEIM)


def _beslis(mensen: Gezelschap, gemeente: Gemeente, zaak: Zaak) -> None:
    """Advies, besluit en opdracht; de organisatie leest het besluit en niet het advies."""
    consulent = mensen.als(gemeente.naam, gemeente.consulent)
    kantoor = mensen.als(NOORDERLICHT, "Guus Hartsuiker")
    stappen.doe(consulent, zaak, "Beoordeel de aanvraag")
    stappen.adviseer(consulent, ADVIES)
    stappen.doe(consulent, zaak, "Neem het besluit")
    expect(inhoud(consulent)).to_contain_text(gemeente.voorstel)
    stappen.besluit(consulent)
    expect(inhoud(consulent)).to_contain_text(ADVIES)
    kantoor.pagina.goto(consulent.pagina.url)
    expect(inhoud(kantoor)).to_contain_text(gemeente.voorstel)
    expect(inhoud(kantoor)).not_to_contain_text(ADVIES)
    stappen.doe(consulent, zaak, "Geef de opdracht")
    stappen.geef_opdracht(consulent)
    stappen.koppel(kantoor, zaak, "Sjoerd Veldkamp", "Mirjam Postema")


def _werk(mensen: Gezelschap, gemeente: Gemeente, zaak: Zaak) -> None:
    """Uren en een verslag; de financier ziet pas wat akkoord of ingediend is."""
    coach = mensen.als(NOORDERLICHT, "Sjoerd Veldkamp")
    collega = mensen.als(NOORDERLICHT, "Mirjam Postema")
    consulent = mensen.als(gemeente.naam, gemeente.consulent)
    werk.schrijf_uren(coach, zaak, 90, BEOOGD)
    stappen.open_zaak(consulent, zaak)
    expect(inhoud(consulent)).not_to_contain_text("1:30")
    coach.volg("Uren")
    werk.sluit_week(coach)
    werk.accordeer(collega, zaak)
    stappen.open_zaak(consulent, zaak)
    expect(inhoud(consulent)).to_contain_text("1:30")
    werk.schrijf_verslag(coach, zaak, "Schrijf de rapportage", ("Hoe ging het?",))
    consulent.pagina.goto(coach.pagina.url.removesuffix("/indienen"))
    expect(inhoud(consulent)).to_contain_text("Dit verslag is er nog niet")
    werk.dien_verslag_in(coach)
    consulent.pagina.reload()
    expect(inhoud(consulent)).to_contain_text(werk.VERLOOP)


def _reken_af(mensen: Gezelschap, gemeente: Gemeente, zaak: Zaak, vandaag: date) -> None:
    """Proef, definitief, factuur, akkoord, een ander geeft vrij, en het bestand voor de bank."""
    kantoor = mensen.als(NOORDERLICHT, "Guus Hartsuiker")
    eerste, tweede = (mensen.als(gemeente.naam, naam) for naam in gemeente.financieel)
    stappen.doe(kantoor, zaak, "Maak de declaratie")
    werk.bereken_proef(kantoor, "Reguliere declaratie", vandaag)
    expect(kop(kantoor)).to_have_text("Proefdeclaratie")
    for bedrag in gemeente.proef:
        expect(inhoud(kantoor)).to_contain_text(bedrag)
    nummer = werk.dien_declaratie_in(kantoor)
    werk.maak_factuur(kantoor, "WANDEL-1")
    werk.keur_goed(eerste, nummer)
    werk.geef_vrij(tweede, NOORDERLICHT, gemeente.proef[-1])
    bestand = werk.maak_betaalbestand(eerste, vandaag)
    assert f'<InstdAmt Ccy="EUR">{gemeente.betaald}</InstdAmt>' in bestand
    stappen.open_zaak(kantoor, zaak)
    expect(inhoud(kantoor)).to_contain_text("naar de bank")


def _wie_er_niets_mee_te_maken_heeft(mensen: Gezelschap, zaak: Zaak, bewaking: Bewaking) -> None:
    """Een andere financier en een andere organisatie krijgen te horen dat de pagina niet bestaat."""
    kantoor = mensen.als(NOORDERLICHT, "Guus Hartsuiker")
    stappen.open_zaak(kantoor, zaak)
    bewaking.sta_toe("404")
    for huis, naam in (("Gemeente Utrecht", "Yvonne Lammers"), ("Meedoen Werkt (verzonnen)", "Bram Tichelaar")):
        vreemde = mensen.als(huis, naam)
        antwoord = vreemde.pagina.goto(kantoor.pagina.url)
        assert antwoord is not None
        assert antwoord.status == 404
        expect(inhoud(vreemde)).not_to_contain_text(re.compile(zaak.achternaam))
