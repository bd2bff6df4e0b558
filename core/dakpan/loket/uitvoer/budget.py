"""Het budget van een financier om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l

from dakpan.betaling.budget.beheer import budgetstand
from dakpan.loket.uitvoer.lijst import Lijst, Regel
from dakpan.loket.uitvoer.verplichtingen import mag_budget
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht


def _budget(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    """Het laatste jaar eerst; een leeg bedrag is niet ingevuld."""
    for een in budgetstand(handeling).regels:
        geld = (een.bedrag, een.verplicht, een.betaald, een.vrij)
        yield Regel((een.jaar, een.kostenplaats, *geld, een.onbekend))


BUDGET = Lijst(
    "budget",
    _l("Budget per jaar en kostenplaats"),
    _l("Wat er is, wat besluiten vastleggen, wat de bank betaalde en wat vrij is."),
    (
        *(_l("Begrotingsjaar"), _l("Kostenplaats"), _l("Budget"), _l("Verplicht"), _l("Betaald"), _l("Vrij")),
        _l("Besluiten zonder bedrag"),
    ),
    mag_budget,
    _budget,
    Recht.BETALEN,
)
