"""Hoeveel is er na een later besluit of een vaststelling te veel naar de bank gegaan?"""

from typing import NamedTuple

from sqlalchemy import select

from dakpan.aanvraag.tables import Aanleiding
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.betalen.opdrachten import betalingen_van, toegekend_bedrag, volgt_op_besluit
from dakpan.betaling.betalen.vaststellen import betaald_bedrag
from dakpan.betaling.tables import Vaststelling
from dakpan.betaling.toekenning import besluit_van
from dakpan.betaling.vorderen.domain import Vorderingaanleiding
from dakpan.betaling.vorderen.lezen import gevorderd, vorderingen_van
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling


class TeVeel(NamedTuple):
    """Wat er te veel is betaald, en waardoor dat blijkt."""

    aanleiding: Vorderingaanleiding
    bedrag: Bedrag


def te_veel_betaald(handeling: Handeling, zaak: Zaak) -> TeVeel | None:
    """None: niets, of daarover is al een vordering. Wat nog niet naar de bank is haalt een mens gewoon weg."""
    if handeling.vrager.tenant_id is None or not volgt_op_besluit(zaak):
        return None
    mag = _wat_mag(handeling, zaak)
    if mag is None:
        return None
    aanleiding, hoogste = mag
    te_veel = betaald_bedrag(handeling, zaak) - gevorderd(handeling, zaak) - hoogste
    return TeVeel(aanleiding, te_veel) if te_veel > NUL_EURO else None


def niet_meer_terug(handeling: Handeling, zaak: Zaak) -> Bedrag:
    """Hoeveel is er door een besluit gevorderd dat volgens een nog later besluit niet terug hoeft?

    Zo'n vordering verandert niet vanzelf, en maakt geen ruimte voor een nieuwe betaling: een mens beslist.
    """
    if handeling.vrager.tenant_id is None or not volgt_op_besluit(zaak):
        return NUL_EURO
    besluit = besluit_van(handeling, zaak)
    alle = vorderingen_van(handeling, zaak)
    door_besluit = [een for een in alle if een.aanleiding is Vorderingaanleiding.BESLUIT]
    open_ = sum((een.rest for een in door_besluit), NUL_EURO)
    if besluit is None or not besluit.soort.kent_toe or open_ == NUL_EURO:
        return NUL_EURO
    telt = sum((een.telt for een in betalingen_van(handeling, zaak)), NUL_EURO)
    overig = sum((een.geldt for een in alle if een not in door_besluit), NUL_EURO)
    te_veel = max(NUL_EURO, telt - overig - toegekend_bedrag(handeling, zaak)[1])
    return min(open_, max(NUL_EURO, sum((een.geldt for een in door_besluit), NUL_EURO) - te_veel))


def _wat_mag(handeling: Handeling, zaak: Zaak) -> tuple[Vorderingaanleiding, Bedrag] | None:
    """Wat is het laatste woord over het bedrag? Een vaststelling gaat voor; anders een later besluit."""
    vastgesteld = handeling.sessie.scalar(
        select(Vaststelling.bedrag).where(Vaststelling.tenant_id == zaak.tenant_id, Vaststelling.zaak_id == zaak.id)
    )
    besluit = besluit_van(handeling, zaak)
    later = besluit is not None and besluit.aanleiding is not Aanleiding.AANVRAAG
    kent_toe = besluit is not None and besluit.soort.kent_toe
    toegekend = toegekend_bedrag(handeling, zaak)[1] if kent_toe else NUL_EURO
    if vastgesteld is not None and (not later or vastgesteld <= toegekend):
        return Vorderingaanleiding.VASTSTELLING, vastgesteld
    return (Vorderingaanleiding.BESLUIT, toegekend) if later else None
