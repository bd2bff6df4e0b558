"""Wat naar de bank gaat telt mee als betaald, zonder wat is verrekend; wat terugkomt gaat er weer af.

Een betaling telt op de kostenplaats die gold toen zij in het bestand ging, en dat blijft zo: wat er later van terugkomt
gaat van diezelfde kostenplaats af. Wat is verrekend gaat af van de kostenplaats van de vordering; bij de betaling waar
het af ging telt het gewoon mee.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, select

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.budget.domain import ZONDER
from dakpan.betaling.budget.tables import Verplichting
from dakpan.betaling.budget.teller import Plek, tel
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling


def boek(handeling: Handeling, tenant_id: str, opdrachten: Iterable[Betaalopdracht]) -> None:
    """Zet bij deze vrijgegeven betalingen op welke kostenplaats zij gaan tellen: die nu voor hun zaak geldt."""
    vrijgegeven = (Betaalopdracht.tenant_id == tenant_id, Betaalopdracht.status == Betaalstatus.VRIJGEGEVEN)
    vraag = (
        select(Verplichting.zaak_id, func.max(Verplichting.kostenplaats).label("plaats"))
        .where(
            Verplichting.tenant_id == tenant_id,
            Verplichting.geldend,
            Verplichting.zaak_id.in_(select(Betaalopdracht.zaak_id).where(*vrijgegeven)),
        )
        .group_by(Verplichting.zaak_id)
    )
    plaatsen: dict[UUID, str] = {een.zaak_id: een.plaats for een in handeling.sessie.execute(vraag)}
    for een in opdrachten:
        een.kostenplaats = plaatsen.get(een.zaak_id, ZONDER)


def tel_betaald(
    handeling: Handeling,
    bestand: Betaalbestand,
    opdrachten: Iterable[Betaalopdracht],
    verrekend: Iterable[tuple[Vordering, Bedrag]],
) -> None:
    """Telt een betaalbestand mee in het jaar waarin de bank betaalt."""
    sommen: dict[str, int] = {}
    for een in opdrachten:
        plaats = een.kostenplaats or ZONDER
        sommen[plaats] = sommen.get(plaats, 0) + een.bedrag.centen
    for vordering, bedrag in verrekend:
        plaats = plaats_van_vordering(handeling, vordering)
        sommen[plaats] = sommen.get(plaats, 0) - bedrag.centen
    for plaats, centen in sorted(sommen.items()):
        tel(handeling, Plek(bestand.tenant_id, plaats, bestand.uitvoeren_op.year), betaald=centen)


def tel_terug(handeling: Handeling, zaak: Zaak, plaats: str, bedrag: Bedrag, jaar: int) -> None:
    """Dit geld kwam terug: het gaat af van wat er in dit jaar op deze kostenplaats is betaald."""
    tel(handeling, Plek(zaak.tenant_id, plaats, jaar), betaald=-bedrag.centen)


def plaats_van_vordering(handeling: Handeling, rij: Vordering) -> str:
    """Waarop de betaling is geboekt waar dit geld in zat; is dat niet bekend, dan waar de zaak nu telt.

    Dat staat dan vast: wat er later nog van terugkomt gaat van dezelfde af.
    """
    if rij.kostenplaats is not None:
        return rij.kostenplaats
    nu = select(func.max(Verplichting.kostenplaats)).where(
        Verplichting.tenant_id == rij.tenant_id, Verplichting.zaak_id == rij.zaak_id, Verplichting.geldend
    )
    rij.kostenplaats = handeling.sessie.scalar(nu) or ZONDER
    return rij.kostenplaats
