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
    per_financier = {
        een.financier: handeling.regels(een.tenant_id, een.peildatum(dag)).verdeel_groep(duur, len(perioden))
        for een in {een.tenant_id: een for een in perioden}.values()
    }
    delen = {naam: berekening.resultaat.delen for naam, berekening in per_financier.items()}
    if len(set(delen.values())) > 1:
        wie = "; ".join(f"{naam}: {', '.join(map(str, van))}" for naam, van in delen.items())
        raise fout_bij(
            "klanten", f"deze financiers verdelen een groep niet gelijk ({wie}); schrijf per financier een activiteit"
        )
    return next(iter(delen.values()))
