"""Een bron die per verandering iets zegt, en niets over hoe veranderingen samen doorwerken."""

from collections.abc import Callable, Sequence

from dakpan.aanvraag.domain.omvang import Omvang, Wijziging, Wijzigingsoort
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bevinding import Bevinding


def zwaarste_telt(
    wijzigingen: Sequence[Wijziging],
    bereken: Callable[[Wijziging], Berekening[Omvang]],
    van_zwaar_naar_licht: Sequence[Wijzigingsoort],
) -> Berekening[Omvang]:
    """De omvang na de zwaarste verandering, met wat bij de andere opvalt. Zijn er twee even zwaar, dan de laatste.

    ``van_zwaar_naar_licht``: welke soort het cijfer bepaalt; een soort die het cijfer leeg laat staat vooraan.
    """
    berekend = [(een, bereken(een)) for een in wijzigingen]
    _zwaarste, deze = min(reversed(berekend), key=lambda paar: van_zwaar_naar_licht.index(paar[0].soort))
    if len(berekend) == 1:
        return deze
    samen: list[Bevinding] = []
    for berekening in (deze, *(een for _wijziging, een in berekend)):
        samen.extend(bevinding for bevinding in berekening.bevindingen if bevinding not in samen)
    return Berekening(deze.resultaat, deze.stappen, tuple(samen))
