"""Welke bezwaren zijn er, wat kan er nu, en wie mag het?"""

from collections.abc import Sequence
from itertools import takewhile
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaren import Bezwaarstatus
from dakpan.aanvraag.tables import Aanleiding, Besluit, Besluitsoort
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht


def bezwaren_van(handeling: Handeling, zaak: Zaak, *, ten_hoogste: int | None = 50) -> Sequence[Bezwaarschrift]:
    """Elk bezwaar en beroep in deze zaak, het laatste eerst."""
    vraag = select(Bezwaarschrift).where(Bezwaarschrift.tenant_id == zaak.tenant_id, Bezwaarschrift.zaak_id == zaak.id)
    return handeling.sessie.scalars(vraag.order_by(Bezwaarschrift.id.desc()).limit(ten_hoogste)).all()


def haal_bezwaar(handeling: Handeling, zaak: Zaak, bezwaar_id: UUID) -> Bezwaarschrift:
    """Het bezwaar, als het bij deze zaak hoort."""
    bezwaar = handeling.sessie.get(Bezwaarschrift, (zaak.tenant_id, bezwaar_id))
    if bezwaar is None or bezwaar.zaak_id != zaak.id:
        raise NietGevonden
    return bezwaar


def rechten_voor(handeling: Handeling) -> tuple[Recht, ...]:
    """Wie legt een bezwaar vast: wie de periode beheert of de aanvraag maakte, of wie bij de financier beslist."""
    if handeling.vrager.kant is Kant.FINANCIER:
        return (Recht.BESLISSEN, Recht.BEOORDELEN)
    return (Recht.PERIODES_BEHEREN, Recht.AANVRAAG_WIJZIGEN)


def mag_vastleggen(handeling: Handeling) -> bool:
    return any(map(handeling.mag, rechten_voor(handeling)))


def waarom_geen_bezwaar(besluit: Besluit | None, bezwaren: Sequence[Bezwaarschrift]) -> str:
    """Leeg als er nu een bezwaar of beroep kan worden vastgelegd."""
    if besluit is None or besluit.soort is Besluitsoort.INGETROKKEN:
        return "Bezwaar kan tegen een besluit. Dat is er hier niet."
    if any(een.status is Bezwaarstatus.LOPEND for een in bezwaren):
        return "Er loopt al een bezwaar of beroep. Wacht de uitkomst af, of trek het in."
    return ""


def latere_besluiten(besluiten: Sequence[Besluit], bezwaar: Bezwaarschrift) -> list[Besluit]:
    """Wat is er besloten na het besluit waartegen dit gaat? Het laatste eerst; ``besluiten`` ook."""
    return list(takewhile(lambda een: een.id != bezwaar.besluit_id, besluiten))


def veranderde(besluiten: Sequence[Besluit]) -> bool:
    """Kwam er een wijziging?"""
    return any(een.aanleiding is Aanleiding.WIJZIGING for een in besluiten)


def zonder_cijfer(besluiten: Sequence[Besluit], bezwaar: Bezwaarschrift) -> bool:
    """Vult wie beslist zelf in wat er gaat gelden? Hoe een wijziging en een gegrond bezwaar samengaan: niet in bron."""
    return bezwaar.melding_id is not None or veranderde(besluiten)
