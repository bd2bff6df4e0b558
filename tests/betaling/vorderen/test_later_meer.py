"""Na een vordering kent een later besluit meer toe: wat dan niet meer terug hoeft staat er, en een mens beslist.

Betaald is 4.500,00; een wijziging kent 4.000,00 toe, en 500,00 moet terug.
"""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from tests.betaling.dienst.loket import Loket
from tests.betaling.dienst.test_betalen_dienst import BEGIN, intern
from tests.betaling.dienst.test_met_de_hand_dienst import met_de_hand
from tests.betaling.vorderen.test_vorderen import open_
from tests.hulp.bouw import Bouwzaak

from dakpan.aanvraag.tables import Aanleiding
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.betalen.met_de_hand import zet_met_de_hand_klaar
from dakpan.betaling.betalen.opdrachten import nog_te_verdelen
from dakpan.betaling.vorderen.afhandelen import scheld_kwijt
from dakpan.betaling.vorderen.domain import Vorderingaanleiding
from dakpan.betaling.vorderen.voorstel import niet_meer_terug


def besluit(loket: Loket, zaak: Bouwzaak, aanleiding: Aanleiding, bedrag: Bedrag, dag: date) -> None:
    loket.besluit(zaak, dag=dag, bedrag=bedrag, aanleiding=aanleiding)


@pytest.mark.parametrize(
    ("nu_toegekend", "hoeft_niet"),
    [(Bedrag(4000_00), NUL_EURO), (Bedrag(4200_00), Bedrag(200_00)), (Bedrag(4500_00), Bedrag(500_00))],
)
def test_wat_volgens_het_besluit_van_nu_niet_meer_terug_hoeft(
    motor: Engine, nu_toegekend: Bedrag, hoeft_niet: Bedrag
) -> None:
    loket = Loket.open(motor, "verzonnendam", BEGIN)
    loket.rekening()
    zaak, _ = intern(loket)
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        zet_met_de_hand_klaar(handeling, rij, met_de_hand(4500_00))
    loket.geef_alles_vrij()
    loket.betaal()
    besluit(loket, zaak, Aanleiding.WIJZIGING, Bedrag(4000_00), BEGIN + timedelta(1))
    vordering = open_(loket, zaak, 500_00, aanleiding=Vorderingaanleiding.BESLUIT)
    besluit(loket, zaak, Aanleiding.BEZWAAR, nu_toegekend, BEGIN + timedelta(2))
    with loket.met(loket.betaler, zaak) as (handeling, rij):
        assert niet_meer_terug(handeling, rij) == hoeft_niet
        assert nog_te_verdelen(handeling, rij) == NUL_EURO
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        scheld_kwijt(handeling, rij, vordering.id, vordering.versie, "Volgens het bezwaar niet meer nodig.")
    with loket.met(loket.betaler, zaak) as (handeling, rij):
        assert niet_meer_terug(handeling, rij) == NUL_EURO
