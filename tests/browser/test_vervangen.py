"""Een afgewezen aanvraag vervangen en de uren meenemen, in een echte browser."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from playwright.sync_api import expect
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.snel import besluit_snel, dien_snel_in, zet_klok
from tests.browser.hulp.vervangen import maak_snel_definitief, schrijf_snel
from tests.browser.hulp.wandeling import Gezelschap, Toetsen, gelukt, inhoud, verder
from tests.browser.hulp.wandeling_stappen import NOORDERLICHT
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

COACH, BEHEER = "Sjoerd Veldkamp", "Guus Hartsuiker"


@pytest.fixture(name="loket", scope="module")
def _loket(ronde: Ronde, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loket]:
    """Een eigen demonstratie: hier gaat de klok terug."""
    plek = tmp_path_factory.mktemp("vervangen")
    kopieer_demo(ronde, plek)
    with Loket.open(plek) as loket:
        yield loket


def test_van_afgewezen_tot_een_nieuwe_aanvraag_met_de_uren_erbij(loket: Loket, bezoekers: Bezoekers, axe: Axe) -> None:
    zet_klok(loket, date(2023, 1, 19))
    zaak = dien_snel_in(loket, HALFJAAR)
    schrijf_snel(loket, zaak[1], date(2023, 1, 3), date(2023, 1, 10), date(2023, 1, 17))
    besluit_snel(loket, zaak, soort="afgewezen", motivering="De begindatum klopt niet.")
    coach = Gezelschap(bezoekers, Toetsen).als(NOORDERLICHT, COACH)
    coach.pagina.goto(f"/zaken/{zaak[0]}/{zaak[1]}")
    coach.druk_op("Vervang deze aanvraag")
    gelukt(coach, "Alles uit de vorige aanvraag staat er al.")
    axe(coach.pagina)
    nieuw = coach.pagina.url.rpartition("/zaken/")[2].split("/")[1]
    coach.pagina.goto(f"/zaken/{zaak[0]}/{zaak[1]}")
    expect(inhoud(coach)).to_contain_text("omboeken naar")
    expect(inhoud(coach)).to_contain_text("kan een collega die periodes beheert.")
    beheer = Gezelschap(bezoekers, Toetsen).als(NOORDERLICHT, BEHEER)
    beheer.pagina.goto(f"/zaken/{zaak[0]}/{nieuw}/omboeken")
    expect(inhoud(beheer)).to_contain_text("Omboeken kan zodra de aanvraag definitief is")
    maak_snel_definitief(loket, UUID(nieuw), date(2023, 1, 9))
    beheer.pagina.goto(f"/zaken/{zaak[0]}/{zaak[1]}")
    with verder(beheer.pagina):
        beheer.pagina.get_by_role("link", name="Uren omboeken naar").click()
    expect(inhoud(beheer)).to_contain_text("2 activiteiten gaan mee")
    expect(inhoud(beheer)).to_contain_text("Valt buiten de nieuwe periode")
    axe(beheer.pagina)
    past_op_telefoon(beheer.pagina)
    beheer.druk_op("Boek 2:00 uur om")
    gelukt(beheer, "2:00 uur is omgeboekt.")
    axe(beheer.pagina)
    beheer.druk_op("Draai dit terug")
    gelukt(beheer, "De omboeking is teruggedraaid.")
    expect(inhoud(beheer)).to_contain_text("2 activiteiten gaan mee")
