"""Het begin van een vervolg: één knop bij de zaak, en wat bekend is staat er al met waar het vandaan komt."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.hulp import wandeling_stappen as stappen
from tests.browser.hulp.bewaking import Bewaking
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import TELEFOON, Axe
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.recepten import in_zaak, na, zoek
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, Toetsen, gelukt, inhoud, kop, vak
from tests.browser.hulp.wandeling_stappen import NOORDERLICHT, Zaak
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

from dakpan.demo.omgeving import DATABASE
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

HIER = "UWV Noord"
TOEGEKEND = f"{na('besluit')} and z.status = 'lopend' and z.tenant_id = 'uwv-noord'"


@pytest.fixture(name="plek")
def _plek(ronde: Ronde, tmp_path: Path) -> Path:
    kopieer_demo(ronde, tmp_path)
    return tmp_path


@pytest.fixture(name="loket")
def _loket(plek: Path) -> Iterator[Loket]:
    with Loket.open(plek) as loket:
        yield loket


@pytest.mark.parametrize("met", [Muis, Toetsen])
def test_een_vervolg_opent_ingevuld(loket: Loket, plek: Path, bezoekers: Bezoekers, met: type[Muis | Toetsen]) -> None:
    bezoek = zoek(in_zaak(Recht.AANVRAAG_WIJZIGEN, Kant.ORGANISATIE, TOEGEKEND), plek / DATABASE)
    coach = _aangemeld(bezoekers, met, str(bezoek.email))
    coach.pagina.goto("/zaken/{tenant_id}/{zaak_id}".format(**bezoek.waarden))
    client = kop(coach).inner_text()
    coach.druk_op("Begin het vervolg")
    expect(kop(coach)).to_have_text(f"Aanvraag voor {client}")
    expect(inhoud(coach)).to_contain_text("antwoorden zijn overgenomen en nog niet nagekeken")
    stappen.open_groep(coach, "Werkgever")
    expect(vak(coach.pagina, "Naam van de werkgever")).not_to_have_value("")
    expect(inhoud(coach)).to_contain_text("nog na te kijken")
    coach.druk_op("Opslaan en naar de lijst")
    gelukt(coach, "De aanvraag is opgeslagen als concept.")
    expect(inhoud(coach).get_by_role("listitem").filter(has_text="Werkgever")).to_contain_text("compleet")
    stappen.open_groep(coach, "Periode en begeleiding")
    expect(inhoud(coach)).to_contain_text("het einde van de vorige periode")
    _zeg_wat_er_van_elk_doel_werd(coach)


def _zeg_wat_er_van_elk_doel_werd(coach: Hand) -> None:
    """Reis 9: per doel van toen bereikt of niet, en waarom; wat nog ontbreekt noemt de controle met een link."""
    coach.volg("Aanvraag")
    stappen.open_groep(coach, "Doelen van de vorige periode")
    expect(inhoud(coach)).to_contain_text("De doelen staan in het plan bij AJ-")
    coach.pagina.get_by_role("group", name="Doel 1:").get_by_label("deels bereikt").check()
    coach.druk_op("Opslaan en naar de lijst")
    gelukt(coach, "De aanvraag is opgeslagen als concept.")
    coach.volg("Naar de controle")
    coach.druk_op("Controleer nu")
    coach.volg("Hoe is doel 1 bereikt, of waarom niet?")
    coach.vul("Hoe is doel 1 bereikt, of waarom niet?", "Op drukke dagen lukt het nog niet alleen.")
    coach.druk_op("Opslaan en naar de lijst")
    coach.volg("Conceptafdruk")
    expect(inhoud(coach)).to_contain_text("deels bereikt")
    expect(inhoud(coach)).to_contain_text("Op drukke dagen lukt het nog niet alleen.")


def _aangemeld(bezoekers: Bezoekers, met: type[Muis | Toetsen], email: str) -> Hand:
    hand = met(bezoekers.nieuw())
    hand.pagina.goto("/aanmelden")
    hand.vul("E-mailadres", email)
    hand.vul("Wachtwoord", "samen onder dak")
    hand.druk_op("Aanmelden")
    return hand


def test_een_onbekend_nummer_komt_terug_bij_de_vraag(
    loket: Loket, bezoekers: Bezoekers, bewaking: Bewaking, axe: Axe
) -> None:
    bewaking.sta_toe("422")
    coach = Gezelschap(bezoekers, Muis).als(NOORDERLICHT, "Sjoerd Veldkamp")
    dag = loket.app.extensions["dakpan.klok"].nu().date()
    stappen.begin_aanvraag(coach, Zaak("Nel", "Nummer", dag, dag), bij=HIER)
    coach.volg("Neem over uit een eerdere aanvraag")
    coach.vul("Nummer van de eerdere aanvraag", "AJ-2099-00001")
    coach.druk_op("Neem over")
    expect(inhoud(coach).get_by_role("alert")).to_contain_text("geen eerdere aanvraag te vinden")
    axe(coach.pagina, "POST")
    expect(vak(coach.pagina, "Nummer van de eerdere aanvraag")).to_have_value("AJ-2099-00001")


def test_op_een_telefoon_en_zonder_script(loket: Loket, bezoekers: Bezoekers) -> None:
    """Half opslaan, terug en verder: ook op 360 punten breed en zonder JavaScript."""
    keuzes = {"java_script_enabled": False, "beeld": TELEFOON}
    coach = Gezelschap(bezoekers, Muis, keuzes).als(NOORDERLICHT, "Sjoerd Veldkamp")
    dag = loket.app.extensions["dakpan.klok"].nu().date()
    stappen.begin_aanvraag(coach, Zaak("Tel", "Foon", dag, dag), bij=HIER)
    stappen.open_groep(coach, "Dienstverband")
    coach.vul("Uren per week", "24")
    coach.druk_op("Opslaan en terug")
    expect(kop(coach)).to_have_text("Werkgever")
    coach.druk_op("Opslaan en verder")
    expect(vak(coach.pagina, "Uren per week")).to_have_value("24")
    assert _breedte(coach.pagina) <= 360


def _breedte(pagina: Page) -> int:
    """Hoe breed is de pagina? Zonder script meet de browser het zelf."""
    vak_ = pagina.get_by_role("main").bounding_box()
    assert vak_ is not None
    return round(vak_["x"] + vak_["width"])
