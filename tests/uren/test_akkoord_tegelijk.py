"""Een accordeerder en een coach op hetzelfde moment, op beide databases: uren zijn van een van de twee.

Steeds staat er in week 11 een uur bij elk van drie financiers, en de week is gesloten.
"""

import pytest
from tests.hulp.tegelijk import GELUKT, TE_LAAT, Doe, tegelijk
from tests.uren.straat import WEEK_11, Straat, statussen, werk

from dakpan.uren.accorderen import Aangewezen, accordeer, stuur_terug, trek_akkoord_in
from dakpan.uren.schrijven import wijzig
from dakpan.uren.week import Week
from dakpan.uren.weken import heropen, is_gesloten, sluit

W11 = Week.van(WEEK_11)
RACES = 4


def _gesloten(straat: Straat) -> bool:
    with straat.wereld.als(straat.coach) as handeling:
        assert straat.coach.lidmaatschap_id is not None
        return is_gesloten(handeling, straat.coach.lidmaatschap_id, W11)


def _keur(straat: Straat, gezien: list[Aangewezen]) -> Doe:
    return lambda: straat.doe(accordeer, gezien, als=straat.accordeerder)


def _stuur_terug(straat: Straat, gezien: list[Aangewezen]) -> Doe:
    return lambda: straat.doe(stuur_terug, gezien, "De begintijd klopt niet", als=straat.accordeerder)


def _opnieuw(straat: Straat) -> list[Aangewezen]:
    """Alles weer zoals het begon: de week gesloten, niets akkoord."""
    if any(rij.geaccordeerd_door for rij in straat.uren()):
        straat.doe(trek_akkoord_in, straat.aangewezen(), als=straat.accordeerder)
    if not _gesloten(straat):
        straat.doe(sluit, W11)
    return straat.aangewezen()


@pytest.mark.usefixtures("wachtend")
def test_akkoord_of_heropend_en_nooit_half(straat: Straat) -> None:
    """Wint het akkoord, dan blijft de week dicht; wint de coach, dan is er niets akkoord."""
    for _ in range(RACES):
        gezien = _opnieuw(straat)
        uitkomst = tegelijk(_keur(straat, gezien), lambda: straat.doe(heropen, W11))
        assert sorted(uitkomst) == [GELUKT, TE_LAAT]
        akkoord = uitkomst[0] == GELUKT
        assert statussen(straat.uren()) == ["geaccordeerd" if akkoord else "voorraad"] * 3
        assert _gesloten(straat) is akkoord


@pytest.mark.usefixtures("wachtend")
def test_akkoord_of_teruggestuurd_door_een_ander(straat: Straat) -> None:
    """Dezelfde drie uren: de een geeft akkoord, een tweede stuurt ze terug."""
    for _ in range(RACES):
        gezien = _opnieuw(straat)
        uitkomst = tegelijk(_keur(straat, gezien), _stuur_terug(straat, gezien))
        assert sorted(uitkomst) == [GELUKT, TE_LAAT]
        akkoord = uitkomst[0] == GELUKT
        assert statussen(straat.uren()) == ["geaccordeerd" if akkoord else "voorraad"] * 3
        assert _gesloten(straat) is akkoord


def test_wie_heropent_en_meteen_wijzigt_krijgt_geen_akkoord_op_wat_er_niet_meer_staat(
    wachtend: list[Aangewezen], straat: Straat
) -> None:
    """Akkoord is altijd op een uur van 60 minuten dat de accordeerder zag, nooit op de 45 die er daarna kwamen."""
    los = straat.uren()[0]
    anders = werk((los.tenant_id, los.periode_id), datum=los.datum, minuten=45)

    def heropen_en_wijzig() -> None:
        straat.doe(heropen, W11)
        straat.doe(wijzig, los.tenant_id, los.id, None, anders)

    uitkomst = tegelijk(_keur(straat, wachtend), heropen_en_wijzig)
    assert sorted(uitkomst) == [GELUKT, TE_LAAT]
    akkoord = uitkomst[0] == GELUKT
    uren = straat.uren()
    assert statussen(uren) == ["geaccordeerd" if akkoord else "voorraad"] * 3
    assert sorted(rij.duur.minuten for rij in uren) == ([60, 60, 60] if akkoord else [45, 60, 60])
