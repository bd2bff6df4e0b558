"""Een ingelezen bestand in één keer terughalen: alles of niets, en met wat het tegenhoudt erbij."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select
from tests.uren.inlezen.test_inlezen import Bureau
from tests.uren.straat import WEEK_11, Straat, statussen, werk

from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.sporen import Geschiedenis, Soortwijziging
from dakpan.uren.accorderen import accordeer
from dakpan.uren.inlezen.ingelezen import ingelezen, weken_van
from dakpan.uren.inlezen.terughalen import haal_terug, houdt_tegen
from dakpan.uren.schrijven import verwijder, wijzig
from dakpan.uren.week import Week
from dakpan.uren.weken import heropen, sluit

W11 = Week.van(WEEK_11)


@pytest.fixture
def bureau(straat: Straat) -> Bureau:
    return Bureau(straat)


@pytest.fixture
def maart(bureau: Bureau) -> UUID:
    """Een groep van drie in week 11 en een uur in week 12."""
    bestand = bureau.breng(
        f"{' + '.join(bureau.nummers)};;15-3-2022;9:00;1:30;De persoon introduceren;in het bedrijf;;",
        f"{bureau.nummers[0]};;22-3-2022;9:00;60;De persoon introduceren;in het bedrijf;;",
    )
    assert bureau.lees_in(bestand, bureau.bekijk(bestand).zegel) == 2
    return bestand


def test_alles_terug_met_een_spoor_en_daarna_kan_het_nog_eens(bureau: Bureau, maart: UUID) -> None:
    straat = bureau.straat
    eigen = straat.schrijf(werk(straat.klanten[0], datum=WEEK_11)).activiteiten[0]
    [een] = straat.doe(ingelezen)
    assert (een.bestand.id, een.aantal, een.eerste.code, een.laatste.code) == (maart, 4, "2022-W11", "2022-W12")
    assert [str(week) for week in straat.doe(weken_van, maart)] == ["week 11 van 2022", "week 12 van 2022"]

    with pytest.raises(Gewijzigd):
        straat.doe(haal_terug, maart, 3)
    assert straat.doe(haal_terug, maart, 4) == 4
    assert [rij.id for rij in straat.uren()] == [eigen.id]
    assert straat.doe(ingelezen) == []
    with pytest.raises(KanNiet, match="niets meer"):
        straat.doe(haal_terug, maart, 4)
    with straat.wereld.als(straat.coach) as handeling:
        weg = select(Geschiedenis.waarom).where(Geschiedenis.soort == Soortwijziging.VERWIJDERD)
        assert handeling.sessie.scalars(weg).all() == ["ingelezen uren teruggehaald: maart.csv"] * 4

    nog_eens = bureau.breng(f"{bureau.nummers[0]};;22-3-2022;9:00;60;De persoon introduceren;in het bedrijf;;")
    assert bureau.lees_in(nog_eens, bureau.bekijk(nog_eens).zegel) == 1


def test_wat_wacht_of_akkoord_is_houdt_het_hele_bestand_tegen(bureau: Bureau, maart: UUID) -> None:
    straat = bureau.straat
    straat.doe(sluit, W11, ook_lege=True)
    straat.doe(accordeer, straat.aangewezen()[:1], als=straat.accordeerder)
    tegen = straat.doe(houdt_tegen, maart)
    assert {een.datum for een in tegen} == {date(2022, 3, 15)}
    assert sorted(een.status.value for een in tegen) == ["geaccordeerd", "te_accorderen", "te_accorderen"]
    with pytest.raises(KanNiet, match="gebeurde er niets"):
        straat.doe(haal_terug, maart, 4)
    assert sorted(statussen(straat.uren())) == ["geaccordeerd", "te_accorderen", "te_accorderen", "voorraad"]


def test_een_week_die_dicht_was_en_weer_open_is_telt_niet_als_gewijzigd(bureau: Bureau, maart: UUID) -> None:
    straat = bureau.straat
    straat.doe(sluit, W11, ook_lege=True)
    straat.doe(heropen, W11)
    assert straat.doe(houdt_tegen, maart) == []
    assert straat.doe(haal_terug, maart, 4) == 4


def test_wat_de_coach_zelf_wijzigde_gaat_niet_zomaar_weg(bureau: Bureau, maart: UUID) -> None:
    straat = bureau.straat
    los = next(rij for rij in straat.uren() if rij.groep_id is None)
    klant = los.tenant_id, los.periode_id
    straat.doe(wijzig, los.tenant_id, los.id, None, werk(klant, datum=los.datum, minuten=45))
    [een] = straat.doe(houdt_tegen, maart)
    assert (een.datum, een.begin, een.client, een.status.value) == (date(2022, 3, 22), 540, "Mila Bakker", "voorraad")
    straat.doe(verwijder, los.tenant_id, los.id, None)
    assert straat.doe(haal_terug, maart, 3) == 3


def test_van_een_ander_is_het_er_niet(bureau: Bureau, maart: UUID) -> None:
    straat = bureau.straat
    assert straat.doe(ingelezen, als=straat.collega) == []
    with pytest.raises(NietGevonden):
        straat.doe(haal_terug, maart, 4, als=straat.collega)
