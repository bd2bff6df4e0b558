"""Een activiteit in haar week op een andere plek zetten: met de regels van wijzigen, en verder verandert er niets."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.uren.straat import VANDAAG, WEEK_12, Straat, werk

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.uren.schrijven import Geschreven, groepsversie
from dakpan.uren.tables import Activiteit
from dakpan.uren.verplaatsen import Plek, verplaats
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit


def naar(straat: Straat, dag: date, begin: int, minuten: int, versie: int | None = None, **anders: Any) -> Geschreven:
    rij = straat.uren()[0]
    gezien = groepsversie(straat.uren()) if versie is None else versie
    plek = Plek(dag, begin, Duur(minuten))
    gedaan: Geschreven = straat.doe(verplaats, rij.tenant_id, rij.id, gezien, plek, **anders)
    return gedaan


def plekken(rijen: Any) -> list[tuple[date, int, int]]:
    return [(rij.datum, rij.begin, rij.duur.minuten) for rij in rijen]


def inhoud(rij: Activiteit) -> tuple[object, ...]:
    return rij.doel, rij.soort, rij.locatie, rij.beoogd, rij.bereikt


def test_een_groep_verhuist_als_een_geheel_en_elk_houdt_zijn_deel(straat: Straat) -> None:
    """100 minuten met drie: 34, 33, 33. Naar donderdag kwart over twee; verder blijft alles zoals het was."""
    straat.schrijf(werk(*straat.klanten, minuten=100, locatie="kantoor", beoogd="Groeten", bereikt="Groette"))
    voor = straat.uren()
    naar(straat, VANDAAG, 14 * 60 + 15, 100)
    na = straat.uren()
    assert plekken(na) == [(VANDAAG, 855, een.duur.minuten) for een in voor]
    assert sorted(een.duur.minuten for een in na) == [33, 33, 34]
    assert [*map(inhoud, na)] == [*map(inhoud, voor)]


def test_langer_maken_verdeelt_opnieuw_en_telt_op(straat: Straat) -> None:
    straat.schrijf(werk(*straat.klanten, minuten=100))
    naar(straat, WEEK_12, 9 * 60, 115)
    assert sorted(een.duur.minuten for een in straat.uren()) == [38, 38, 39]


@pytest.mark.parametrize(
    ("dag", "begin", "minuten", "waarom"),
    [
        (VANDAAG + timedelta(1), 540, 60, "moet nog komen"),
        (WEEK_12 - timedelta(7), 540, 60, "alleen binnen week 12"),
        (WEEK_12, 23 * 60 + 30, 60, "na middernacht"),
        (WEEK_12, 540, 0, "hele minuten van 1"),
        (WEEK_12, -15, 60, "buiten de dag"),
    ],
)
def test_wat_niet_kan_laat_haar_staan(straat: Straat, dag: date, begin: int, minuten: int, waarom: str) -> None:
    straat.schrijf(werk(straat.klanten[0]))
    with pytest.raises(InvoerFout, match=waarom):
        naar(straat, dag, begin, minuten)
    assert plekken(straat.uren()) == [(WEEK_12, 540, 60)]


def test_overlap_valt_op_en_een_oude_versie_ook(straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0]))
    versie = groepsversie(straat.uren())
    assert naar(straat, WEEK_12, 600, 60).overlapt == ()
    with pytest.raises(Gewijzigd):
        naar(straat, WEEK_12, 660, 60, versie)
    straat.schrijf(werk(straat.klanten[1], datum=VANDAAG))
    rij = straat.uren()[0]
    plek = Plek(VANDAAG, 570, Duur(60))
    geschreven = straat.doe(verplaats, rij.tenant_id, rij.id, groepsversie([rij]), plek)
    assert [een.begin for een in geschreven.overlapt] == [540]


def test_niet_in_een_gesloten_week_en_niet_van_een_ander(straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0]))
    straat.zaken[0].koppel(straat.collega)
    with pytest.raises(NietGevonden):
        naar(straat, WEEK_12, 600, 60, als=straat.collega)
    straat.doe(sluit, Week.van(WEEK_12), ook_lege=True)
    with pytest.raises(KanNiet, match="gesloten"):
        naar(straat, WEEK_12, 600, 60)
