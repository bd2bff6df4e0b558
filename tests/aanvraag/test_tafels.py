"""Alle volgordes van doorgeven: de zaak ligt altijd bij precies één rol, en na het besluit bij niemand meer."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.aanvraag.domain.tafels import BEHANDELING, OPEN, Tafel
from dakpan.begrippen.toestand import KanNiet

HANDELINGEN = sorted(BEHANDELING.overgangen)


def _na(begin: Tafel, handelingen: tuple[str, ...]) -> list[Tafel]:
    """Waar de zaak na elke handeling ligt; wat niet kan verandert niets."""
    stand = [begin]
    for een in handelingen:
        if BEHANDELING.kan(stand[-1], een):
            stand.append(BEHANDELING.na(stand[-1], een))
            continue
        with pytest.raises(KanNiet, match=r"\.$"):
            BEHANDELING.na(stand[-1], een)
        stand.append(stand[-1])
    return stand


@pytest.mark.parametrize("begin", OPEN)
def test_alle_volgordes_van_vijf_handelingen(begin: Tafel) -> None:
    for handelingen in product(HANDELINGEN, repeat=5):
        stand = _na(begin, handelingen)
        for eerder, handeling, later in zip(stand[:-1], handelingen, stand[1:], strict=True):
            assert eerder is not Tafel.KLAAR or later is Tafel.KLAAR
            assert later in {eerder, BEHANDELING.overgangen[handeling].naar}
        assert (stand[-1] is Tafel.KLAAR) == ("besluit" in handelingen)


@given(st.sampled_from(OPEN), st.lists(st.sampled_from(HANDELINGEN), max_size=40))
def test_van_elke_rol_kan_de_zaak_terug(begin: Tafel, handelingen: list[str]) -> None:
    nu = _na(begin, tuple(handelingen))[-1]
    anderen = [een for een in OPEN if een is not nu]
    for een in anderen if nu is not Tafel.KLAAR else ():
        heen = BEHANDELING.na(nu, f"naar_{een.value}")
        assert BEHANDELING.na(heen, f"naar_{nu.value}") is nu
