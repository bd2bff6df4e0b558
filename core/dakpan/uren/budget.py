"""Waar de coach schrijft: hoeveel van wat is toegekend is er per cliënt op, en hoeveel is er over?"""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, select

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.opslag.handeling import Handeling
from dakpan.uren.grafiek import Budget
from dakpan.uren.overzicht import budget_van, drempel
from dakpan.uren.perioden import MijnPeriode
from dakpan.uren.tables import Activiteit


class Clientstand(NamedTuple):
    """Wat er bij één cliënt van de coach is geschreven, ook door een collega, en hoeveel uren er is: ``ruimte``.

    ``budget``: wat er is toegekend; een bedrag is ``ruimte`` bij het tarief dat erbij hoort.
    """

    periode: MijnPeriode
    geschreven: Duur
    budget: Budget
    ruimte: Duur

    @property
    def over(self) -> Duur:
        """Onder nul is meer geschreven dan toegekend."""
        return self.ruimte - self.geschreven

    @property
    def drempel(self) -> int | None:
        """Zoals op de pagina van de zaak: 80, 100 of None."""
        return drempel(self.geschreven, self.ruimte)


def mijn_budget(handeling: Handeling, perioden: Sequence[MijnPeriode]) -> tuple[Clientstand, ...]:
    """De cliënten voor wie nu te schrijven is en van wie de ruimte in uren bekend is; in één vraag."""
    open_ = [een for een in perioden if een.weigering is None]
    gevraagd = (
        select(Activiteit.tenant_id, Activiteit.periode_id, func.sum(Activiteit.duur))
        .where(Activiteit.periode_id.in_([een.periode_id for een in open_]))
        .group_by(Activiteit.tenant_id, Activiteit.periode_id)
    )
    op = {(tenant_id, periode_id): duur for tenant_id, periode_id, duur in handeling.sessie.execute(gevraagd)}
    budgetten = [(een, budget_van(een.toegekend)) for een in open_]
    return tuple(
        Clientstand(een, op.get(een.klant, GEEN_DUUR), budget, budget.ruimte)
        for een, budget in budgetten
        if budget.ruimte is not None
    )
