"""Wanneer een nieuwe aanvraag een oude vervangt. (Handleiding jobcoachportaal 4.2 en 7.1)"""

from datetime import date

from tests.plugins.hulp import maak_dossier, regels

from dakpan.aanvraag.domain.vervanging import Afloop, Vervanging
from dakpan.uitleg.bron import Zekerheid

DAG = date(2022, 2, 17)
VRAAG = {"begin": "2022-02-17", "eind": "2022-08-17", "ontvangen_op": "2022-02-17"}


def test_na_intrekken_of_afwijzen_met_de_uren_mee() -> None:
    antwoord = regels("uwv").bepaal_vervanging(maak_dossier(aanvraag={**VRAAG, "vorm": "extern"}), DAG)
    assert antwoord.resultaat == Vervanging(frozenset({Afloop.INGETROKKEN, Afloop.AFGEWEZEN}), uren_mee=True)
    assert "7.1" in str(antwoord.stappen[0].bron.vindplaats)


def test_over_een_interne_jobcoach_zwijgt_de_bron() -> None:
    antwoord = regels("uwv").bepaal_vervanging(maak_dossier(aanvraag={**VRAAG, "vorm": "intern"}), DAG)
    assert antwoord.resultaat == Vervanging()
    assert antwoord.stappen[0].bron.zekerheid is Zekerheid.ONTBREEKT
