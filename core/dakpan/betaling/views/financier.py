"""Eén financier kiezen in een lijst van een organisatie die voor meer financiers werkt."""

from collections.abc import Mapping

from dakpan.dossier.lijsten import financiers
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant


def gekozen(handeling: Handeling, velden: Mapping[str, str]) -> str | None:
    """Welke financier koos iemand? Wat er geen is telt niet; een financier ziet alleen zichzelf en kiest niet."""
    gevraagd = velden.get("financier", "")
    kan = handeling.vrager.kant is Kant.ORGANISATIE and gevraagd in handeling.regelboek.tenants
    return gevraagd if kan else None


def keuzes(handeling: Handeling) -> list[tuple[str, str]]:
    """Elke financier waarvoor deze organisatie een zaak heeft, met zijn naam; bij een valt er niets te kiezen."""
    if handeling.vrager.kant is not Kant.ORGANISATIE:
        return []
    alle = [(een, handeling.regelboek.tenants[een].naam) for een in financiers(handeling)]
    return sorted(alle, key=lambda een: een[1]) if len(alle) > 1 else []
