"""Langer over een besluit doen: alleen op de gronden van de wet, want deze bron noemt er geen eigen bij."""

from datetime import date

from tests.plugins.hulp import maak_dossier, regels

from dakpan.uitleg.bron import Zekerheid


def test_de_gronden_van_de_wet_en_geen_andere() -> None:
    antwoord = regels("staphorst").bepaal_uitstelgronden(maak_dossier(), date(2022, 2, 17))
    plaatsen = [str(een.bron.vindplaats) for een in antwoord.resultaat.lijst]
    lid = "art. 4:15, tweede lid, onder "
    assert plaatsen == [lid + "a", lid + "b", lid + "c", "art. 4:14, derde lid"]
    assert {een.bron.zekerheid for een in antwoord.stappen} == {Zekerheid.TEKST}
