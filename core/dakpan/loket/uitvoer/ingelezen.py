"""Welke urenbestanden een coach inlas om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l

from dakpan.loket.uitvoer.lijst import Lijst, Regel
from dakpan.loket.uitvoer.uren_over import schrijft
from dakpan.loket.uitvoer.van_zaak.deur import dag
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.uren.inlezen.ingelezen import ingelezen


def _ingelezen(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    """Het nieuwste eerst; een bestand waarvan niets meer in de agenda staat is er niet bij."""
    for een in ingelezen(handeling):
        waar = (een.eerste.code, een.laatste.code, een.aantal)
        yield Regel((een.bestand.naam, dag(een.bestand.ingelezen_op), *waar))


INGELEZEN = Lijst(
    "ingelezen",
    _l("Ingelezen urenbestanden"),
    _l("De bestanden waarvan nog uren in de agenda van de coach staan."),
    (_l("Bestand"), _l("Ingelezen op"), _l("Eerste week"), _l("Laatste week"), _l("Activiteiten")),
    schrijft,
    _ingelezen,
    Recht.UREN_SCHRIJVEN,
)
