"""Terugsturen: alleen wat is gekozen, een groep in haar geheel, en met een reden."""

import pytest
from tests.uren.straat import WEEK_11, Straat, statussen, werk

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.uren.accorderen import Aangewezen, accordeer, stuur_terug, trek_akkoord_in
from dakpan.uren.week import Week
from dakpan.uren.weken import heropen, sluit, weekstand

W11 = Week.van(WEEK_11)


def test_terugsturen_opent_de_week_en_wat_niet_is_gekozen_blijft_wachten(
    straat: Straat, wachtend: list[Aangewezen]
) -> None:
    straat.doe(accordeer, wachtend[:1], als=straat.accordeerder)
    terug = straat.doe(stuur_terug, wachtend[1:2], "Duur klopt niet", als=straat.accordeerder)
    assert (terug.aantal, terug.mee, terug.blijft) == (1, 0, 1)

    rijen = straat.uren()
    assert statussen(rijen) == ["geaccordeerd", "voorraad", "te_accorderen"]
    assert [rij.terug_reden for rij in rijen] == ["", "Duur klopt niet", ""]
    stand = straat.doe(weekstand, W11)
    assert (stand.gesloten, str(stand.wacht), stand.kan_terughalen) == (False, "1:00", False)
    straat.doe(sluit, W11)
    assert statussen(straat.uren()) == ["geaccordeerd", "te_accorderen", "te_accorderen"]


def test_de_coach_haalt_ook_de_rest_van_zijn_open_week_terug(straat: Straat, wachtend: list[Aangewezen]) -> None:
    straat.doe(stuur_terug, wachtend[:1], "Duur klopt niet", als=straat.accordeerder)
    assert straat.doe(weekstand, W11).kan_terughalen
    straat.doe(heropen, W11)
    assert statussen(straat.uren()) == ["voorraad"] * 3
    with pytest.raises(KanNiet, match="al open"):
        straat.doe(heropen, W11)


def test_een_groep_gaat_in_haar_geheel_terug_en_anders_niet(straat: Straat) -> None:
    """De coach wijzigt een groep als één activiteit: een halve groep terug kan hij niet verbeteren."""
    straat.schrijf(werk(*straat.klanten, datum=WEEK_11, minuten=90))
    straat.doe(sluit, W11)
    een, twee, _drie = straat.aangewezen()
    straat.doe(accordeer, [een], als=straat.accordeerder)
    with pytest.raises(KanNiet, match="een deel al akkoord"):
        straat.doe(stuur_terug, [twee], "Niet zo lang", als=straat.accordeerder)
    straat.doe(trek_akkoord_in, straat.aangewezen()[:1], als=straat.accordeerder)

    terug = straat.doe(stuur_terug, straat.aangewezen()[1:2], "Niet zo lang", als=straat.accordeerder)
    assert (terug.aantal, terug.mee, terug.blijft) == (1, 2, 0)
    assert [(rij.status, rij.terug_reden) for rij in straat.uren()] == [("voorraad", "Niet zo lang")] * 3


@pytest.mark.parametrize("reden", ["", "  \n", "x" * 501])
def test_terugsturen_zegt_waarom(straat: Straat, wachtend: list[Aangewezen], reden: str) -> None:
    with pytest.raises(InvoerFout) as gevangen:
        straat.doe(stuur_terug, wachtend, reden, als=straat.accordeerder)
    assert [een.veld for een in gevangen.value.fouten] == ["reden"]
