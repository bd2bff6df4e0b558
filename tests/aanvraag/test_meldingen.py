"""Alle volgordes van een melding: over één melding wordt ten hoogste één keer beslist, en nooit na het intrekken."""

from itertools import product

import pytest

from dakpan.aanvraag.domain.meldingen import MELDING, Meldstatus
from dakpan.begrippen.toestand import KanNiet

EINDE = {Meldstatus.BESLIST, Meldstatus.INGETROKKEN}


@pytest.mark.parametrize("handelingen", list(product(sorted(MELDING.overgangen), repeat=4)))
def test_alle_volgordes_van_vier_handelingen(handelingen: tuple[str, ...]) -> None:
    nu, gedaan = Meldstatus.GEMELD, []
    for een in handelingen:
        if MELDING.kan(nu, een):
            assert nu not in EINDE
            nu = MELDING.na(nu, een)
            gedaan.append(een)
        else:
            with pytest.raises(KanNiet, match=r"\.$"):
                MELDING.na(nu, een)
    # Erbij schrijven kan zo vaak als nodig; één handeling maakt een einde.
    assert [een for een in gedaan if een != "schrijf_erbij"] == [een for een in handelingen if een != "schrijf_erbij"][
        :1
    ]
    assert (nu in EINDE) == (set(handelingen) != {"schrijf_erbij"})
