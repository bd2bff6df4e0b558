"""Hoeveel minuten krijgt elke cliënt van een groepsactiviteit?"""

from collections.abc import Sequence
from datetime import date

from dakpan.begrippen.duur import Duur
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import Handeling
from dakpan.uren.perioden import MijnPeriode


def verdeel(handeling: Handeling, duur: Duur, perioden: Sequence[MijnPeriode], dag: date) -> tuple[Duur, ...]:
    """De delen op volgorde van de cliënten; samen de hele duur.

    In een groep van meer financiers rekent elk zelf. Zijn zij het niet eens, dan hoort de groep gesplitst.
    """
    if len(perioden) == 1:
        return (duur,)
    van = {een.tenant_id: een.financier for een in perioden}
    per_financier = {
        financier: handeling.regels(tenant_id, dag).verdeel_groep(duur, len(perioden)).resultaat.delen
        for tenant_id, financier in van.items()
    }
    if len(set(per_financier.values())) > 1:
        wie = "; ".join(f"{naam}: {', '.join(map(str, delen))}" for naam, delen in per_financier.items())
        raise fout_bij(
            "klanten", f"deze financiers verdelen een groep niet gelijk ({wie}); schrijf per financier een activiteit"
        )
    return next(iter(per_financier.values()))
