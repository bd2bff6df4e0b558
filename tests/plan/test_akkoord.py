"""Wie accordeert, en wat er gebeurt bij vervangen, delegeren en weggaan: zonder database."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.partijen.collegas import Collega
from dakpan.plan.accordeerders import Daad, Plan
from dakpan.plan.akkoord import Akkoord
from dakpan.plan.waarschuwingen import Reden, waarschuwingen

COACH, ANK, SAM, KIM = (UUID(int=nummer) for nummer in (1, 2, 3, 4))
VANDAAG, LATER = date(2022, 3, 24), date(2022, 4, 15)
MENSEN = st.sampled_from([COACH, ANK, SAM, KIM])


def test_vervangen_gaat_overal_en_niemand_staat_er_twee_keer() -> None:
    assert Akkoord(COACH, ANK).vervang(ANK, SAM) == Akkoord(COACH, SAM)
    assert Akkoord(COACH, ANK, SAM).vervang(ANK, SAM) == Akkoord(COACH, SAM)
    assert Akkoord(COACH, SAM, ANK).vervang(ANK, KIM) == Akkoord(COACH, SAM, KIM)


def test_de_coach_wordt_nooit_zijn_eigen_accordeerder() -> None:
    voor = Akkoord(COACH, ANK, SAM)
    assert voor.vervang(ANK, COACH) == voor
    assert voor.delegeer(COACH, LATER) == voor


def test_weghalen_laat_de_tweede_opschuiven() -> None:
    assert Akkoord(COACH, ANK, SAM).zonder(ANK) == Akkoord(COACH, SAM)
    assert Akkoord(COACH, ANK).zonder(ANK) == Akkoord(COACH)


def test_een_delegatie_gaat_voor_de_tweede_en_valt_daarna_terug() -> None:
    met = Akkoord(COACH, ANK, SAM).delegeer(KIM, LATER)
    assert met.op(VANDAAG) == (ANK, KIM)
    assert met.op(LATER) == (ANK, KIM)
    assert met.op(date(2022, 4, 16)) == (ANK, SAM)
    assert met.trek_delegatie_in().op(VANDAAG) == (ANK, SAM)


@given(
    eerste=st.none() | MENSEN,
    tweede=st.none() | MENSEN,
    daden=st.lists(st.tuples(st.sampled_from(Daad), MENSEN, MENSEN), max_size=8),
)
def test_in_welke_volgorde_ook_blijft_het_kloppen(
    eerste: UUID | None, tweede: UUID | None, daden: list[tuple[Daad, UUID, UUID]]
) -> None:
    akkoord = Akkoord(
        COACH, eerste if eerste != COACH else None, tweede if tweede not in {COACH, eerste} else None
    ).geordend()
    for daad, wie, ander in daden:
        akkoord = Plan(daad, wie, ander, LATER).op(akkoord)
        nu = akkoord.op(VANDAAG)
        assert COACH not in (akkoord.eerste, akkoord.tweede, akkoord.gedelegeerd)
        assert len(set(nu)) == len(nu)
        assert not (akkoord.eerste is None and akkoord.tweede is not None)


def _collega(id_: UUID, naam: str, *, actief: bool = True, mag: bool = True, weg: date | None = None) -> Collega:
    return Collega(id_, naam, actief, True, mag, weg)


JO = _collega(COACH, "Jo Coach")


@pytest.mark.parametrize(
    ("akkoord", "anderen", "redenen"),
    [
        (Akkoord(COACH), [], [Reden.GEEN_ACCORDEERDER]),
        (Akkoord(COACH, ANK), [_collega(ANK, "Ank")], []),
        (Akkoord(COACH, ANK), [_collega(ANK, "Ank", actief=False)], [Reden.NIET_ACTIEF]),
        (Akkoord(COACH, ANK), [_collega(ANK, "Ank", mag=False)], [Reden.ZONDER_RECHT]),
        (Akkoord(COACH, ANK), [_collega(ANK, "Ank", weg=LATER)], [Reden.ENIGE_AFWEZIG]),
        (Akkoord(COACH, ANK, SAM), [_collega(ANK, "Ank", weg=LATER), _collega(SAM, "Sam")], []),
        (
            Akkoord(COACH, ANK, SAM),
            [_collega(ANK, "Ank", weg=LATER), _collega(SAM, "Sam", actief=False)],
            [Reden.NIET_ACTIEF, Reden.ENIGE_AFWEZIG],
        ),
    ],
)
def test_wanneer_is_er_iets_na_te_kijken(akkoord: Akkoord, anderen: list[Collega], redenen: list[Reden]) -> None:
    mensen = {een.id: een for een in (JO, *anderen)}
    assert [een.reden for een in waarschuwingen(akkoord, mensen, VANDAAG)] == redenen


def test_ook_een_coach_die_weg_is_valt_op() -> None:
    mensen = {COACH: _collega(COACH, "Jo", actief=False), ANK: _collega(ANK, "Ank")}
    assert [een.reden for een in waarschuwingen(Akkoord(COACH, ANK), mensen, VANDAAG)] == [Reden.COACH_WEG]
