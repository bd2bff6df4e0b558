"""De afspraak noemt jaren; over een gat, een andere functie of een andere werkgever zegt zij niets."""

from datetime import date

import pytest
from tests.hulp.tijdlijnen import contract, lijn, proef
from tests.plugins.hulp import regels

from dakpan.aanvraag.domain.tijdlijn import Telling, Tijdlijn
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bron import Zekerheid


def tel(tijdlijn: Tijdlijn) -> Berekening[Telling]:
    return regels("g4").bereken_tijdlijn(tijdlijn, date(2024, 1, 1))


def test_wat_aansluit_telt_op_en_een_laatste_dag_is_er_niet() -> None:
    eerder = proef("2023-01-01", "2023-02-28"), contract("2023-03-01", "2023-12-31")
    telling = tel(lijn(*eerder, begin="2024-01-01")).resultaat
    assert (telling.maanden_jobcoaching, telling.maanden_proefplaatsing, telling.jaar) == (10, 2, 1)
    assert telling.termijn_eind is None


@pytest.mark.parametrize(
    ("soort", "begin"),
    [("contract", "2024-01-02"), ("andere_functie", "2024-01-01"), ("andere_werkgever", "2024-01-01")],
)
def test_de_rest_is_niet_in_bron_en_vult_een_mens_in(soort: str, begin: str) -> None:
    gemeten = tel(lijn(contract("2023-01-01", "2023-12-31", soort=soort), begin=begin))
    assert gemeten.resultaat.maanden_jobcoaching is None
    assert gemeten.stappen[0].bron.zekerheid is Zekerheid.ONTBREEKT
