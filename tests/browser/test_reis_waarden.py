"""Reis 3, het slot: een waarde staat in geen bron, de beheerder vult haar in en een ander keurt haar goed.

Een eerste contract van elf maanden valt onder tabel 2. Met 8% wordt het 8% × 36 uur × 24 weken = 69,12 uur; de
gevraagde periode telt precies 182 dagen.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import expect
from tests.aanvraag.loket.antwoorden import HALFJAAR, Json, met
from tests.browser.hulp.bewaking import Bewaking
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.snel import besluit_snel, dien_snel_in, zet_klok
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, Toetsen, gelukt, inhoud, kop
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

FINANCIER, HIER = "uwv-zuid", "UWV Zuid"
BEHEER, TWEEDE = "Wim Beelen", "Annemie Schoenmakers"
DESKUNDIGE, BESLISSER = "Johan Cuijpers", "Els Raaijmakers"
TABEL2 = "/waarden/uwv/percentage_tabel2"
KORT: Json = met(HALFJAAR, dienstverband={"soort": "bepaalde_tijd", "eind": "2023-12-01"})


@pytest.fixture(name="loket")
def _loket(ronde: Ronde, tmp_path: Path) -> Iterator[Loket]:
    """Een eigen demonstratie: hier komt er een waarde bij."""
    kopieer_demo(ronde, tmp_path)
    with Loket.open(tmp_path) as loket:
        zet_klok(loket, date(2023, 1, 9))
        yield loket


def naar_besluit(hand: Hand, zaak: tuple[str, UUID]) -> None:
    hand.pagina.goto(f"/zaken/{zaak[0]}/{zaak[1]}/besluit")


@pytest.mark.parametrize("met_hand", [Muis, Toetsen])
def test_wat_ontbreekt_vult_de_beheerder_in_en_een_ander_keurt_goed(
    loket: Loket, bezoekers: Bezoekers, axe: Axe, met_hand: type[Muis] | type[Toetsen]
) -> None:
    eerder, open_ = (dien_snel_in(loket, KORT, FINANCIER) for _ in range(2))
    mensen = Gezelschap(bezoekers, met_hand)
    beslisser = mensen.als(HIER, BESLISSER)
    naar_besluit(beslisser, open_)
    # Er wordt niets verzonnen: er staat wat ontbreekt, en geen getal.
    expect(inhoud(beslisser)).to_contain_text("tabel 2 (eerste contract korter dan 12 maanden)")
    uren = beslisser.pagina.locator("details").filter(has_text="Uren in deze periode").first
    expect(uren.locator("summary")).to_contain_text("niet in bron")
    besluit_snel(
        loket, eerder, (DESKUNDIGE, BESLISSER), soort="toegekend", uren="70.00", motivering="Tabel 2 ontbreekt."
    )

    beheer = mensen.als(HIER, BEHEER)
    voorstel = _stel_voor(beheer, axe, bezoekers.bewaking)
    expect(inhoud(beheer).get_by_role("button", name="Goedkeuren")).to_have_count(0)
    tweede = mensen.als(HIER, TWEEDE)
    tweede.pagina.goto(voorstel)
    # Welke open zaak verandert erdoor, en welke niet: die met een besluit.
    geraakt = inhoud(tweede).get_by_role("row").filter(has_text="69,12 uur")
    expect(geraakt).to_have_count(1)
    expect(inhoud(tweede)).to_contain_text("Besluiten die er al zijn blijven zoals zij zijn.")
    tweede.druk_op("Goedkeuren")
    gelukt(tweede, "De waarde is goedgekeurd.")

    naar_besluit(beslisser, open_)
    expect(inhoud(beslisser)).to_contain_text("69,12 uur")
    naar_besluit(beslisser, eerder)
    expect(kop(beslisser)).to_have_text("Besluit: toegekend")
    expect(inhoud(beslisser)).to_contain_text("70 uur")
    expect(inhoud(beslisser)).not_to_contain_text("69,12")


def _stel_voor(beheer: Hand, axe: Axe, bewaking: Bewaking) -> str:
    """Zonder bron gaat het niet; met de bron staat het voorstel klaar. Het antwoord is zijn adres."""
    beheer.pagina.goto("/waarden")
    beheer.pagina.goto(TABEL2)
    axe(beheer.pagina)
    past_op_telefoon(beheer.pagina)
    beheer.vul("midden, jaar 1", "8")
    beheer.vul("Eerste dag", date(2023, 1, 1))
    bewaking.sta_toe("422")
    beheer.druk_op("Voorstellen")
    fouten = inhoud(beheer).get_by_role("alert")
    expect(fouten).to_contain_text("Regeling of besluit")
    expect(fouten).to_contain_text("Plaats daarin")
    beheer.vul("Regeling of besluit", "Verzonnen protocol")
    beheer.vul("Plaats daarin", "tabel 2")
    beheer.druk_op("Voorstellen")
    gelukt(beheer, "Uw voorstel staat klaar.")
    return beheer.pagina.url
