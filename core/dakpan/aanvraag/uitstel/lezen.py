"""Welk uitstel is er in deze zaak, hoe telt de klok het, en wat kan er nu mee?"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.domain.opschorting import Langer, Oorzaak, Stilstand
from dakpan.aanvraag.domain.uitstel import UITSTEL, Uitstelstatus, Uitstelwerking
from dakpan.aanvraag.uitstel.tables import Beslisuitstel
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.contract import bron_uit_json

_DAG = timedelta(1)


def uitstel_van(handeling: Handeling, zaak: Zaak) -> Sequence[Beslisuitstel]:
    """Elke keer, de eerste keer eerst; ook wat niet meer geldt."""
    vraag = select(Beslisuitstel).where(Beslisuitstel.tenant_id == zaak.tenant_id, Beslisuitstel.zaak_id == zaak.id)
    return handeling.sessie.scalars(vraag.order_by(Beslisuitstel.id)).all()


def haal_uitstel(handeling: Handeling, zaak: Zaak, uitstel_id: UUID) -> Beslisuitstel:
    """Dit uitstel, als het bij deze zaak hoort."""
    uitstel = handeling.sessie.get(Beslisuitstel, (zaak.tenant_id, uitstel_id))
    if uitstel is None or uitstel.zaak_id != zaak.id:
        raise NietGevonden
    return uitstel


def oorzaken_van(handeling: Handeling, zaak: Zaak) -> tuple[Oorzaak, ...]:
    """Zoals de klok het telt; wat is ingetrokken telt niet mee."""
    alle = (_oorzaak(een, handeling.vandaag) for een in uitstel_van(handeling, zaak))
    return tuple(een for een in alle if een is not None)


def _oorzaak(uitstel: Beslisuitstel, vandaag: date) -> Oorzaak | None:
    if uitstel.status is Uitstelstatus.INGETROKKEN:
        return None
    bron = bron_van(uitstel)
    if uitstel.werking is Uitstelwerking.LANGER:
        return Langer(uitstel.vanaf, uitstel.tot_en_met or uitstel.vanaf, bron)
    return Stilstand(uitstel.vanaf, max(_tot(uitstel, vandaag), uitstel.vanaf), bron)


def _tot(uitstel: Beslisuitstel, vandaag: date) -> date:
    """De dag waarop de termijn weer loopt; staat het nog open, dan geteld alsof dat morgen is."""
    dagen = [uitstel.tot_en_met + _DAG] if uitstel.tot_en_met is not None else []
    if uitstel.klaar_op is not None:
        dagen.append(uitstel.klaar_op.astimezone(NEDERLAND).date())
    return min(dagen, default=vandaag + _DAG)


def bron_van(uitstel: Beslisuitstel) -> Bron:
    return bron_uit_json(uitstel.bron)


def staat_open(uitstel: Beslisuitstel, vandaag: date) -> bool:
    """Staat de termijn stil zonder dat iemand weet tot wanneer?"""
    return loopt(uitstel, vandaag) and uitstel.tot_en_met is None


def loopt(uitstel: Beslisuitstel, vandaag: date) -> bool:
    """Valt hier nog iets te beëindigen? Een stilstand waarvan de laatste dag voorbij is hield vanzelf op."""
    stil = uitstel.werking is Uitstelwerking.STAAT_STIL and UITSTEL.kan(uitstel.status, "beeindig")
    return stil and (uitstel.tot_en_met is None or vandaag <= uitstel.tot_en_met)
