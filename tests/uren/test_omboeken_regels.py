"""Welke uren mee mogen naar de periode die vervangt, en hoe zij er daarna voor staan."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.uren.omboeken.regels import OMBOEKING, Omboekstatus, Plek, na_omboeken, waarom_niet
from dakpan.uren.toestanden import UREN, Urenstatus

JO, GROEP = uuid4(), uuid4()
PERIODE = Periode(date(2023, 1, 9), date(2023, 7, 8))
PLEK = Plek(PERIODE, {JO: (Periode(date(2023, 2, 1), PERIODE.eind),)}, frozenset({GROEP}))
DAG = date(2023, 2, 1)


@pytest.mark.parametrize("status", sorted(set(Urenstatus) - {Urenstatus.GEDECLAREERD}))
def test_wat_niet_is_gedeclareerd_gaat_mee(status: Urenstatus) -> None:
    assert waarom_niet(PLEK, status, DAG, JO) == ""


@pytest.mark.parametrize(
    ("status", "dag", "coach", "groep", "waarom"),
    [
        (Urenstatus.GEDECLAREERD, DAG, JO, None, "is gedeclareerd"),
        (Urenstatus.VOORRAAD, date(2023, 1, 8), JO, None, "valt buiten de nieuwe periode"),
        (Urenstatus.VOORRAAD, date(2023, 7, 9), JO, None, "valt buiten de nieuwe periode"),
        (Urenstatus.VOORRAAD, date(2023, 1, 31), JO, None, "op die dag niet aan de nieuwe periode gekoppeld"),
        (Urenstatus.VOORRAAD, DAG, uuid4(), None, "op die dag niet aan de nieuwe periode gekoppeld"),
        (Urenstatus.VOORRAAD, DAG, JO, GROEP, "deze groep staat ook al"),
    ],
)
def test_wat_blijft_zegt_waarom(status: Urenstatus, dag: date, coach: object, groep: object, waarom: str) -> None:
    assert waarom in waarom_niet(PLEK, status, dag, coach, groep)  # type: ignore[arg-type]


def test_een_akkoord_vervalt_en_een_open_week_blijft_open() -> None:
    assert na_omboeken(Urenstatus.GEACCORDEERD, gesloten=True) is Urenstatus.TE_ACCORDEREN
    assert na_omboeken(Urenstatus.GEACCORDEERD, gesloten=False) is Urenstatus.VOORRAAD
    assert na_omboeken(Urenstatus.VOORRAAD, gesloten=False) is Urenstatus.VOORRAAD


@given(st.lists(st.sampled_from(sorted(UREN.overgangen)), max_size=12))
def test_gedeclareerde_uren_verhuizen_in_geen_enkele_volgorde(daden: list[str]) -> None:
    """Elke volgorde van alles wat met uren kan: alleen een vervallen declaratie maakt ze weer los."""
    stand = Urenstatus.VOORRAAD
    for daad in daden:
        if not UREN.kan(stand, daad):
            with pytest.raises(KanNiet):
                UREN.na(stand, daad)
            continue
        if stand is Urenstatus.GEDECLAREERD:
            assert daad == "declaratie_vervalt"
        stand = UREN.na(stand, daad)
        assert daad not in {"boek_om", "boek_om_gesloten"} or stand is not Urenstatus.GEACCORDEERD


def test_terugdraaien_kan_een_keer() -> None:
    terug = OMBOEKING.na(Omboekstatus.GEDAAN, "draai_terug")
    with pytest.raises(KanNiet, match="al teruggedraaid"):
        OMBOEKING.na(terug, "draai_terug")
