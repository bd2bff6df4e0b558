"""De inhoud van een plan: heen en terug zonder verlies, in de onderdelen van een regelset, en haar toestanden."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.plan.coachingsplan.domain import Evaluatiemoment, Planactiviteit, Plandoel, Planinhoud
from dakpan.plan.coachingsplan.onderdelen import als_teksten
from dakpan.plan.coachingsplan.opschrijven import als_json, uit_json
from dakpan.plan.coachingsplan.toestanden import COACHINGSPLAN, Planstand
from dakpan.plan.domain import Doel, Planonderdeel

teksten = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs")), min_size=1, max_size=20)
inhouden = st.builds(
    Planinhoud,
    st.lists(
        st.builds(
            Plandoel,
            teksten,
            st.none() | st.sampled_from(Doel),
            st.just("") | teksten,
            st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
            st.just(()),
            st.lists(st.builds(Planactiviteit, teksten, st.none() | st.integers(1, 9_999).map(Uren)), max_size=12).map(
                tuple
            ),
        ),
        max_size=3,
    ).map(tuple),
    st.lists(st.builds(Evaluatiemoment, st.dates(date(2020, 1, 1), date(2030, 1, 1)), teksten), max_size=3).map(tuple),
    st.just("") | teksten,
    st.just("") | teksten,
)


@given(inhouden)
@settings(max_examples=40)
def test_heen_en_terug_verandert_niets(inhoud: Planinhoud) -> None:
    assert uit_json(als_json(inhoud)) == inhoud


@given(inhouden)
@settings(max_examples=40)
def test_een_onderdeel_is_er_pas_als_elk_doel_het_heeft(inhoud: Planinhoud) -> None:
    gevonden = set(als_teksten(inhoud))
    doelen = inhoud.doelen
    assert (Planonderdeel.DATUM_BEREIKT in gevonden) == (bool(doelen) and all(een.streefdatum for een in doelen))
    assert (Planonderdeel.ACTIVITEITEN_PER_DOEL in gevonden) == (bool(doelen) and all(e.activiteiten for e in doelen))
    begroot = bool(doelen) and all(e.activiteiten and all(a.uren is not None for a in e.activiteiten) for e in doelen)
    assert (Planonderdeel.UREN_PER_ACTIVITEIT in gevonden) == begroot


@given(st.lists(st.sampled_from(sorted(COACHINGSPLAN.overgangen)), max_size=6))
@settings(max_examples=60)
def test_wat_vastligt_wordt_nooit_meer_een_concept(daden: list[str]) -> None:
    stand = Planstand.CONCEPT
    for daad in daden:
        if COACHINGSPLAN.kan(stand, daad):
            nieuw = COACHINGSPLAN.na(stand, daad)
            assert nieuw is not Planstand.CONCEPT or stand is Planstand.CONCEPT
            stand = nieuw
        else:
            with pytest.raises(KanNiet):
                COACHINGSPLAN.na(stand, daad)
