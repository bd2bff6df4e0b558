"""Een accordeerder overal vervangen, laten delegeren of weghalen, met bericht voor wie er daardoor uren wachten."""

from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan.accordeerders import Plan, voer_uit
from dakpan.uren.seinen import sein_wachtend
from dakpan.uren.wachtrij import langst_wachtend


@gebruiksgeval("Accordeerder gewijzigd")
def wijzig_accordeerder(handeling: Handeling, plan: Plan, stand: int | None) -> int:
    """Doet wat het plan zegt; wie erbij komt en nu uren heeft die wachten krijgt daar bericht van."""
    aantal = voer_uit(handeling, plan, stand)
    wacht = langst_wachtend(handeling, plan.ander) if plan.ander is not None and aantal else None
    if plan.ander is not None and wacht is not None:
        sein_wachtend(handeling, plan.ander, wacht)
    return aantal
