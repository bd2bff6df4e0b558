"""Waar de coach schrijft: hoeveel van de toegekende uren is er per cliënt op, en hoeveel is er over?"""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, select

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.uren import Uren
from dakpan.opslag.handeling import Handeling
from dakpan.uren.overzicht import drempel
from dakpan.uren.perioden import MijnPeriode
from dakpan.uren.tables import Activiteit


class Clientstand(NamedTuple):
    """Wat er bij één cliënt van de coach is geschreven, ook door een collega, en wat is toegekend."""

    periode: MijnPeriode
    geschreven: Duur
    toegekend: Uren

    @property
    def over(self) -> Duur:
        """Onder nul is meer geschreven dan toegekend."""
        return Duur.uit_uren(self.toegekend) - self.geschreven

    @property
    def drempel(self) -> int | None:
        """Zoals op de pagina van de zaak: 80, 100 of None."""
        return drempel(self.geschreven, self.toegekend)


def mijn_budget(handeling: Handeling, perioden: Sequence[MijnPeriode]) -> tuple[Clientstand, ...]:
    """De cliënten waarvoor nu te schrijven is en uren zijn toegekend. Eén vraag, hoeveel cliënten het ook zijn."""
    open_ = [een for een in perioden if een.weigering is None]
    gevraagd = (
        select(Activiteit.tenant_id, Activiteit.periode_id, func.sum(Activiteit.duur))
        .where(Activiteit.periode_id.in_([een.periode_id for een in open_]))
        .group_by(Activiteit.tenant_id, Activiteit.periode_id)
    )
    op = {(tenant_id, periode_id): duur for tenant_id, periode_id, duur in handeling.sessie.execute(gevraagd)}
    toegekend = [(een, een.rijen[0].uren) for een in open_]
    return tuple(Clientstand(een, op.get(een.klant, GEEN_DUUR), uren) for een, uren in toegekend if uren is not None)
