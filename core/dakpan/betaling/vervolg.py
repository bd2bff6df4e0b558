"""Wat is er nu nodig om deze zaak betaald te krijgen, en is dat aan de vrager? Zo loopt niemand dood op de betaling."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from dakpan.betaling.beoordelen import mag_oordelen
from dakpan.betaling.betalen.opdrachten import betalingen_van, volgt_op_besluit
from dakpan.betaling.betalen.vrijgevers import goedkeurders
from dakpan.betaling.tables import Betaalopdracht, Declaratie
from dakpan.betaling.toestanden import KLAAR, Betaalstatus, Declaratiestatus
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht


class Vervolg(StrEnum):
    """Het eerste wat er moet gebeuren."""

    FACTUREREN = "factureren"
    BEOORDELEN = "beoordelen"
    OPNIEUW = "opnieuw"
    VRIJGEVEN = "vrijgeven"
    BETALEN = "betalen"
    LATER = "later"
    KLAARZETTEN = "klaarzetten"


@dataclass(frozen=True, slots=True)
class Betaalvervolg:
    """``nummer``: van de declaratie of de betaling; ``vanaf``: pas op die dag; ``aan_mij``: de vrager kan het doen."""

    werk: Vervolg
    nummer: str = ""
    declaratie_id: UUID | None = None
    vanaf: date | None = None
    aan_mij: bool = False


def vervolg_van(handeling: Handeling, zaak: Zaak) -> Betaalvervolg | None:
    """Gezien door de financier. None: er is niets te betalen, of eerst moeten andere stappen klaar zijn."""
    declaratie = _ingediend(handeling, zaak)
    if declaratie is not None:
        return _oordeel(handeling, declaratie)
    te_gaan = [een for een in betalingen_van(handeling, zaak) if een.status not in KLAAR]
    if te_gaan:
        return _betaling(handeling, te_gaan[0])
    klaarzetten = Betaalvervolg(Vervolg.KLAARZETTEN, aan_mij=handeling.mag(Recht.BETALEN))
    return klaarzetten if volgt_op_besluit(zaak) else None


def _ingediend(handeling: Handeling, zaak: Zaak) -> Declaratie | None:
    vraag = select(Declaratie).where(
        Declaratie.tenant_id == zaak.tenant_id,
        Declaratie.zaak_id == zaak.id,
        Declaratie.status == Declaratiestatus.INGEDIEND,
    )
    return handeling.sessie.scalars(vraag.order_by(Declaratie.wacht_op_factuur, Declaratie.id).limit(1)).first()


def _oordeel(handeling: Handeling, een: Declaratie) -> Betaalvervolg:
    werk = Vervolg.FACTUREREN if een.wacht_op_factuur else Vervolg.BEOORDELEN
    aan_mij = werk is Vervolg.BEOORDELEN and mag_oordelen(handeling, een)
    return Betaalvervolg(werk, een.nummer or "", een.id, aan_mij=aan_mij)


def _betaling(handeling: Handeling, een: Betaalopdracht) -> Betaalvervolg:
    """De eerste die mag; ligt haar dag nog voor ons, dan is het werk voor later."""
    if een.status is Betaalstatus.TERUGGEKOMEN:
        return Betaalvervolg(Vervolg.OPNIEUW, een.nummer, aan_mij=handeling.mag(Recht.BETALEN))
    if een.vanaf > handeling.vandaag:
        return Betaalvervolg(Vervolg.LATER, een.nummer, vanaf=een.vanaf)
    if een.status is Betaalstatus.VRIJGEGEVEN:
        return Betaalvervolg(Vervolg.BETALEN, een.nummer, aan_mij=handeling.mag(Recht.BETALEN))
    ander = handeling.vrager.account_id not in goedkeurders(een)
    return Betaalvervolg(Vervolg.VRIJGEVEN, een.nummer, aan_mij=ander and handeling.mag(Recht.BETALING_VRIJGEVEN))
