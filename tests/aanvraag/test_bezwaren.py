"""Alle volgordes van een bezwaar: het loopt één keer af, en daarna verandert er niets meer."""

from itertools import product

import pytest

from dakpan.aanvraag.domain.bezwaren import BEZWAAR, Bezwaarstatus
from dakpan.begrippen.toestand import KanNiet


@pytest.mark.parametrize("handelingen", list(product(sorted(BEZWAAR.overgangen), repeat=3)))
def test_alle_volgordes_van_drie_handelingen(handelingen: tuple[str, ...]) -> None:
    nu, gedaan = Bezwaarstatus.LOPEND, []
    for een in handelingen:
        if BEZWAAR.kan(nu, een):
            nu = BEZWAAR.na(nu, een)
            gedaan.append(een)
        else:
            with pytest.raises(KanNiet, match=r"\.$"):
                BEZWAAR.na(nu, een)
    assert gedaan == [handelingen[0]]
    assert nu is not Bezwaarstatus.LOPEND
