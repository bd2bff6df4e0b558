"""1.3 en 1.6: een nieuwe werkgever of functie begint opnieuw, een proefplaatsing telt niet mee."""

from datetime import date

from tests.hulp.tijdlijnen import contract, lijn, proef
from tests.plugins.hulp import regels

from dakpan.aanvraag.domain.tijdlijn import Telling, Tijdlijn, Verband
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bron import Zekerheid

JAAR = contract("2023-01-01", "2023-12-31")


def tel(tijdlijn: Tijdlijn) -> Berekening[Telling]:
    return regels("staphorst").bereken_tijdlijn(tijdlijn, date(2024, 1, 1))


def test_contracten_die_aansluiten_tellen_door() -> None:
    """12 maanden gebruikt, 24 over vanaf 1 januari 2024; de proefplaatsing van 2 maanden staat apart."""
    telling = tel(lijn(proef("2022-11-01", "2022-12-31"), JAAR, begin="2024-01-01", eind="2024-12-31")).resultaat
    assert (telling.maanden_jobcoaching, telling.maanden_proefplaatsing, telling.jaar) == (12, 2, 2)
    assert telling.termijn_eind == date(2025, 12, 31)
    # De lengte van het eerste contract doet hier niet ter zake.
    assert telling.eerste_overeenkomst_maanden is None


def test_een_andere_functie_begint_opnieuw_en_het_jaar_is_dan_niet_in_bron() -> None:
    andere = contract("2023-01-01", "2023-12-31", soort="andere_functie")
    gemeten = tel(lijn(andere, begin="2024-01-01"))
    assert [een.verband for een in gemeten.resultaat.schakels] == [Verband.OPNIEUW]
    assert (gemeten.resultaat.maanden_jobcoaching, gemeten.resultaat.jaar) == (0, None)
    assert gemeten.resultaat.termijn_eind == date(2026, 12, 31)
    assert (gemeten.stappen[0].bron.vindplaats, gemeten.stappen[0].bron.zekerheid) == ("par. 1.6", Zekerheid.TEKST)


def test_een_andere_werkgever_begint_opnieuw() -> None:
    telling = tel(lijn(contract("2023-01-01", "2023-12-31", soort="andere_werkgever"), begin="2024-01-01")).resultaat
    assert telling.maanden_jobcoaching == 0


def test_een_gat_van_een_dag_is_niet_in_bron() -> None:
    gemeten = tel(lijn(JAAR, begin="2024-01-02"))
    assert [een.verband for een in gemeten.resultaat.schakels] == [Verband.OPEN]
    assert (gemeten.resultaat.maanden_jobcoaching, gemeten.resultaat.termijn_eind) == (None, None)
    assert gemeten.stappen[0].bron.zekerheid is Zekerheid.ONTBREEKT


def test_wat_voor_een_nieuwe_termijn_ligt_doet_er_niet_toe() -> None:
    """Eerst een gat (niet in bron), daarna een andere functie: dan is de nieuwe termijn zeker."""
    oud = contract("2021-01-01", "2021-12-31", soort="andere_functie")
    nog = contract("2022-03-01", "2023-12-31", soort="andere_functie")
    telling = tel(lijn(oud, nog, begin="2024-01-01")).resultaat
    assert [een.verband for een in telling.schakels] == [Verband.OPEN, Verband.OPNIEUW]
    assert telling.maanden_jobcoaching == 0
