"""Wat een coach nog kan schrijven om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l

from dakpan.loket.uitvoer.lijst import Lijst, Regel
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.uren.budget import mijn_budget
from dakpan.uren.perioden import mijn_perioden


def schrijft(handeling: Handeling) -> bool:
    """Schrijft de vrager uren?"""
    return handeling.vrager.kant is Kant.ORGANISATIE and handeling.mag(Recht.UREN_SCHRIJVEN)


def _over(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    """Op naam; onder nul is meer geschreven dan toegekend."""
    for een in mijn_budget(handeling, mijn_perioden(handeling)):
        wie = (een.periode.client, een.periode.nummer, een.periode.financier)
        minuten = (een.geschreven.minuten, een.ruimte.minuten, een.over.minuten)
        yield Regel((*wie, *minuten), (een.periode.tenant_id, een.periode.zaak_id))


UREN_OVER = Lijst(
    "uren-over",
    _l("Uren die over zijn"),
    _l("Per cliënt van de coach wat er is toegekend, geschreven en over, in minuten."),
    (
        *(_l("Cliënt"), _l("Zaak"), _l("Financier"), _l("Gebruikt (minuten)"), _l("Toegekend (minuten)")),
        _l("Over (minuten)"),
    ),
    schrijft,
    _over,
    Recht.UREN_SCHRIJVEN,
)
