"""Wat telt er mee van eerdere contracten bij UWV? (Protocol 2014 A.3.2, A.4.1, A.4.2; rapport par. 2.3 en 5.3)

Met de hand nagerekend: een maand eindigt de dag voor hetzelfde dagnummer, en een begonnen maand telt heel.
"""

from datetime import date

import pytest
from tests.hulp.tijdlijnen import contract, lijn, proef, tijd
from tests.plugins.hulp import regels

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.aanvraag.domain.tijdlijn import Telling, Tijdlijn, Verband
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bron import Zekerheid

DAG = date(2024, 3, 1)
TWEE, ACHT = proef("2023-01-01", "2023-02-28"), contract("2023-03-01", "2023-10-31")


def tel(tijdlijn: Tijdlijn, peildatum: date = DAG) -> Berekening[Telling]:
    return regels("uwv").bereken_tijdlijn(tijdlijn, peildatum)


def uitleg(berekening: Berekening[Telling], einde: str) -> str:
    return next(een.tekst for een in berekening.stappen if een.code == f"uwv.tijdlijn.{einde}")


def bron(berekening: Berekening[Telling], einde: str) -> tuple[str, Zekerheid]:
    gevonden = next(een.bron for een in berekening.stappen if een.code == f"uwv.tijdlijn.{einde}")
    return gevonden.vindplaats, gevonden.zekerheid


# --- proefplaatsing 2 maanden, dan 8, dan 13 (rapport par. 5.3) ---


def test_twee_acht_dertien_bij_het_begin_van_de_dertien() -> None:
    """8 maanden coaching, 2 apart; het eerste contract is dat van 8; 36 - 8 = 28 maanden vanaf 1 november 2023."""
    telling = tel(lijn(TWEE, ACHT, begin="2023-11-01", eind="2024-11-30")).resultaat
    assert (telling.maanden_jobcoaching, telling.maanden_proefplaatsing) == (8, 2)
    assert telling.eerste_overeenkomst_maanden == 8
    assert telling.jaar == 1
    assert (telling.termijn_begin, telling.termijn_eind) == (date(2023, 3, 1), date(2026, 2, 28))


def test_twee_acht_dertien_halverwege_de_dertien() -> None:
    """Na zes maanden coaching in het contract van 13: 8 + 6 = 14 maanden, dus jaar 2."""
    halfjaar = tijd("2023-11-01", "2024-04-30")
    nu = lijn(TWEE, ACHT, begin="2023-11-01", eind="2024-11-30", gevraagd="2024-05-01", coaching=[halfjaar])
    telling = tel(nu).resultaat
    assert (telling.maanden_jobcoaching, telling.jaar, telling.eerste_overeenkomst_maanden) == (14, 2, 8)
    assert telling.termijn_eind == date(2026, 2, 28)


def test_het_eerste_contract_na_een_proefplaatsing() -> None:
    """De proefplaatsing is geen contract: het eerste is dat van 8 maanden, en er is nog niets gebruikt."""
    telling = tel(lijn(TWEE, begin="2023-03-01", eind="2023-10-31")).resultaat
    assert (telling.maanden_jobcoaching, telling.maanden_proefplaatsing) == (0, 2)
    assert (telling.eerste_overeenkomst_maanden, telling.jaar) == (8, 1)
    # 3 jaar vanaf het begin van het contract: de proefplaatsing komt er bovenop (A.3.2).
    assert (telling.termijn_begin, telling.termijn_eind) == (date(2023, 3, 1), date(2026, 2, 28))


def test_zonder_einddatum_is_er_geen_lengte_van_het_eerste_contract() -> None:
    assert tel(lijn(TWEE, begin="2023-03-01")).resultaat.eerste_overeenkomst_maanden is None


# --- onderbrekingen: vier weken is 28 dagen ---


def test_achtentwintig_dagen_ertussen_telt_door() -> None:
    """Van 1 tot en met 28 november is 28 dagen; de 8 maanden tellen mee."""
    gemeten = tel(lijn(ACHT, begin="2023-11-29", eind="2024-11-28"))
    assert [(een.dagen, een.verband) for een in gemeten.resultaat.schakels] == [(28, Verband.DOORLOPEND)]
    assert gemeten.resultaat.maanden_jobcoaching == 8
    assert gemeten.resultaat.termijn_begin == date(2023, 3, 1)
    # 29 november 2023 + 28 maanden = 29 maart 2026.
    assert gemeten.resultaat.termijn_eind == date(2026, 3, 28)
    assert uitleg(gemeten, "doorlopend") == (
        "Tussen 31-10-2023 en 29-11-2023 zitten 28 dagen; tot en met 28 dagen loopt de termijn door"
    )


def test_negenentwintig_dagen_ertussen_begint_opnieuw() -> None:
    gemeten = tel(lijn(ACHT, begin="2023-11-30", eind="2024-11-29"))
    assert [(een.dagen, een.verband) for een in gemeten.resultaat.schakels] == [(29, Verband.OPNIEUW)]
    assert gemeten.resultaat.maanden_jobcoaching == 0
    assert (gemeten.resultaat.termijn_begin, gemeten.resultaat.termijn_eind) == (date(2023, 11, 30), date(2026, 11, 29))


def test_het_voorbeeld_van_het_protocol() -> None:
    """A.4.1, voorbeeld 4: twee keer een jaar, zeven maanden niets, dan zes maanden: een nieuwe termijn van 3 jaar."""
    jaren = contract("2012-01-01", "2012-12-31"), contract("2013-01-01", "2013-12-31")
    telling = tel(lijn(*jaren, begin="2014-08-01", eind="2015-01-31"), date(2014, 8, 1)).resultaat
    assert [een.verband for een in telling.schakels] == [Verband.AANSLUITEND, Verband.OPNIEUW]
    assert telling.maanden_jobcoaching == 0
    assert telling.termijn_eind == date(2017, 7, 31)


@pytest.mark.parametrize("begin", ["2023-11-02", "2023-11-29", "2023-11-30"])
def test_na_elke_onderbreking_zijn_jaar_en_tabel_niet_in_bron(begin: str) -> None:
    gemeten = tel(lijn(ACHT, begin=begin, eind="2024-12-31"))
    assert (gemeten.resultaat.jaar, gemeten.resultaat.eerste_overeenkomst_maanden) == (None, None)
    assert bron(gemeten, "jaar")[1] is Zekerheid.ONTBREEKT
    assert bron(gemeten, "eerste_contract")[1] is Zekerheid.ONTBREEKT


def test_een_gat_in_een_reeks_proefplaatsingen_raakt_de_termijn_niet() -> None:
    """Twee proefplaatsingen met tien dagen ertussen: 1 + 1 maand apart, en de termijn begint bij het contract."""
    reeks = proef("2023-01-01", "2023-01-31"), proef("2023-02-11", "2023-03-10")
    telling = tel(lijn(*reeks, begin="2023-03-11", eind="2024-03-10")).resultaat
    assert telling.schakels == ()
    assert (telling.maanden_proefplaatsing, telling.maanden_jobcoaching) == (2, 0)
    assert (telling.jaar, telling.eerste_overeenkomst_maanden) == (1, 12)


def test_een_proefplaatsing_die_doorloopt_telt_geen_maand_dubbel() -> None:
    """15 januari tot en met 14 maart is samen 2 maanden, ook als de tweede op 1 februari begon."""
    reeks = proef("2023-01-15", "2023-01-31"), proef("2023-02-01", "2023-03-14")
    assert tel(lijn(*reeks, begin="2023-03-15")).resultaat.maanden_proefplaatsing == 2


# --- een andere werkgever ---


def test_een_andere_werkgever_telt_niet_mee() -> None:
    elders = contract("2021-01-01", "2022-12-31", soort="andere_werkgever")
    gemeten = tel(lijn(elders, begin="2023-01-01", eind="2023-12-31"))
    assert (gemeten.resultaat.maanden_jobcoaching, gemeten.resultaat.jaar) == (0, 1)
    assert uitleg(gemeten, "andere_werkgever").endswith("was bij een andere werkgever: telt niet mee")
    assert bron(gemeten, "andere_werkgever")[0] == "A.4.2"


def test_kort_ergens_anders_en_dan_terug_spreken_twee_regels_elkaar_tegen() -> None:
    """Twintig dagen weg telt door (A.4.1), maar een andere werkgever begint opnieuw (A.4.2)."""
    elders = contract("2023-11-01", "2023-11-20", soort="andere_werkgever")
    telling = tel(lijn(ACHT, elders, begin="2023-11-21")).resultaat
    assert (telling.maanden_jobcoaching, telling.termijn_eind) == (None, None)


# --- begonnen maanden en het jaar ---


def test_een_begonnen_maand_telt_heel() -> None:
    """1 maart tot en met 15 oktober: zeven hele maanden en een halve, dus 8."""
    deels = contract("2023-03-01", "2023-10-31", coaching=tijd("2023-03-01", "2023-10-15"))
    assert tel(lijn(deels, begin="2023-11-01")).resultaat.maanden_jobcoaching == 8


def test_later_begonnen_coaching_geeft_twee_jaren_en_dus_geen() -> None:
    """14 maanden in dienst is jaar 2, 6 maanden coaching is jaar 1: de bronnen spreken elkaar tegen (rapport h. 4)."""
    laat = contract("2022-09-01", "2023-08-31", coaching=tijd("2023-05-01", "2023-08-31"))
    nu = lijn(laat, begin="2023-09-01", gevraagd="2023-11-01", coaching=[tijd("2023-09-01", "2023-10-31")])
    gemeten = tel(nu)
    assert (gemeten.resultaat.maanden_jobcoaching, gemeten.resultaat.jaar) == (6, None)
    assert uitleg(gemeten, "jaar") == (
        "14 maanden in dienst geeft jaar 2, 6 maanden coaching geeft jaar 1; welk telt: niet in bron"
    )


# --- waar het staat, en hoe zeker ---


def test_de_regel_staat_in_het_protocol_van_2014_en_is_daarna_een_aanname() -> None:
    nu = lijn(ACHT, begin="2023-11-29")
    assert bron(tel(nu, date(2015, 12, 31)), "doorlopend") == ("A.4.1", Zekerheid.TEKST)
    assert bron(tel(nu, date(2016, 1, 1)), "doorlopend") == ("A.4.1", Zekerheid.AFGELEID)


def test_een_andere_functie_bij_dezelfde_werkgever_is_niet_in_bron() -> None:
    telling = tel(lijn(contract("2023-03-01", "2023-10-31", soort="andere_functie"), begin="2023-11-01")).resultaat
    assert [een.verband for een in telling.schakels] == [Verband.OPEN]
    assert telling.maanden_jobcoaching is None


def test_over_een_gat_bij_een_interne_jobcoach_zwijgt_de_bron() -> None:
    """Protocol intern 2.6.1 noemt drie jaar in dezelfde dienstbetrekking, en geen onderbreking."""
    assert tel(lijn(ACHT, begin="2023-11-02", vorm=Vorm.INTERN)).resultaat.maanden_jobcoaching is None
    aan = tel(lijn(ACHT, begin="2023-11-01", vorm=Vorm.INTERN))
    assert aan.resultaat.maanden_jobcoaching == 8
    assert bron(aan, "aansluitend") == ("2.7, voorbeeld 3", Zekerheid.TEKST)
