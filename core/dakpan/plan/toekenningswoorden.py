"""Hoe op elke pagina heet wat er is toegekend."""

from typing import Any

from flask_babel import gettext as _

from dakpan.aanvraag.tables import Besluit
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toegekend import passende_uren
from dakpan.web.opmaak import bedrag, uren


def toegekende_rijen(een: Besluit | Jobcoachperiode | None) -> list[tuple[str, Any]]:
    """Uren, of een bedrag met de uren die daarin passen; een streepje als er nog niets is toegekend."""
    if een is None or een.bedrag is None:
        return [(_("Toegekende uren"), uren(een.uren) if een is not None and een.uren is not None else None)]
    past = passende_uren(een.bedrag, een.tarief)
    rijen = [(_("Toegekend bedrag"), bedrag(een.bedrag))]
    return [*rijen, (_("Uren die in dat bedrag passen"), uren(past))] if past is not None else rijen
