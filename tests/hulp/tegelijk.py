"""Mensen op hetzelfde moment: elk in een eigen draad met een eigen verbinding."""

from collections.abc import Callable
from threading import Barrier, Thread

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden

Doe = Callable[[], object]
GELUKT, TE_LAAT = "gelukt", "te laat"


def tegelijk(*doen: Doe) -> list[str]:
    """Allen beginnen tegelijk. Van elk, op volgorde: lukte het, of hoorde hij dat een ander hem voor was?"""
    begin, uitkomsten = Barrier(len(doen)), [""] * len(doen)

    def loop(plek: int, doe: Doe) -> None:
        begin.wait(60)
        try:
            doe()
            uitkomsten[plek] = GELUKT
        except (KanNiet, Gewijzigd, InvoerFout, NietGevonden):
            uitkomsten[plek] = TE_LAAT

    draden = [Thread(target=loop, args=een) for een in enumerate(doen)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    return uitkomsten
