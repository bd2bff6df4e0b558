"""De bestanden die voor de bank zijn gemaakt om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from dakpan.betaling.tables import Betaalbestand
from dakpan.loket.uitvoer.geld import mag_betalingen
from dakpan.loket.uitvoer.lijst import Lijst, Regel, stroom
from dakpan.loket.uitvoer.van_zaak.deur import dag
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht


def _bestanden(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    """Het nieuwste eerst."""
    een = Betaalbestand
    vraag = select(een.nummer, een.uitvoeren_op, een.aantal, een.totaal, een.gemaakt_op, een.door)
    for rij in stroom(handeling, vraag.order_by(een.id.desc())):
        yield Regel((rij.nummer, rij.uitvoeren_op, rij.aantal, rij.totaal, dag(rij.gemaakt_op), rij.door))


BETAALBESTANDEN = Lijst(
    "betaalbestanden",
    _l("Betaalbestanden"),
    _l("Elk bestand dat voor de bank is gemaakt, met hoeveel betalingen en hoeveel samen."),
    (
        *(_l("Bestand"), _l("Uitvoeren op"), _l("Betalingen"), _l("Totaal"), _l("Gemaakt op")),
        _l("Gemaakt door"),
    ),
    mag_betalingen,
    _bestanden,
    Recht.BETALEN,
)
