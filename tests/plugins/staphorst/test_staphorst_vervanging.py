"""Over vervangen zegt deze bron niets; dat staat er dan ook."""

from datetime import date

from tests.plugins.hulp import maak_dossier, regels

from dakpan.aanvraag.domain.vervanging import Vervanging
from dakpan.uitleg.bron import Zekerheid


def test_vervangen_is_niet_in_bron() -> None:
    antwoord = regels("staphorst").bepaal_vervanging(maak_dossier(), date(2022, 2, 17))
    assert antwoord.resultaat == Vervanging()
    assert antwoord.stappen[0].bron.zekerheid is Zekerheid.ONTBREEKT
