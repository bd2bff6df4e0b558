"""Een programma dat geen antwoord kreeg stuurt het nog eens, soms nog voor het eerste klaar is; op beide databases."""

from threading import Barrier, Thread
from typing import Any

from sqlalchemy import Engine
from tests.hulp.bouw import Wereld
from tests.uren.straat import Straat
from tests.uren.webdienst.programma import activiteit

from dakpan.opslag.fouten import Gewijzigd
from dakpan.uren.webdienst.schemas import Uren
from dakpan.uren.webdienst.schrijven import schrijf_eenmaal

RACES = 10


def twee_keer(straat: Straat, sleutel: str, gevraagd: Any) -> list[bool]:
    """Beide draden beginnen tegelijk. Van elk: kwam de activiteit er toen bij?"""
    begin, nieuw = Barrier(2), list[bool]()

    def stuur() -> None:
        begin.wait(60)
        try:
            nieuw.append(straat.doe(schrijf_eenmaal, sleutel, b"hetzelfde", gevraagd)[1])
        except Gewijzigd:
            nieuw.append(False)

    draden = [Thread(target=stuur) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    return sorted(nieuw)


def test_twee_keer_tegelijk_dezelfde_vraag_is_een_activiteit(motor: Engine) -> None:
    straat = Straat.maak(Wereld(motor))
    for nummer in range(RACES):
        gevraagd = Uren().lees(activiteit(straat, begin=f"{8 + nummer}:00", minuten=30))
        assert twee_keer(straat, f"race-{nummer}", gevraagd) == [False, True]
    assert len(straat.uren()) == RACES
