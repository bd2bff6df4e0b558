"""Komt er in deze zaak nog een betaling om mee te verrekenen?"""

from sqlalchemy import ColumnElement, select

from dakpan.begrippen.bedrag import NUL_EURO
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.tables import Betaalopdracht, Declaratie
from dakpan.betaling.toestanden import Betaalstatus, Declaratiestatus
from dakpan.betaling.verzamelen import TELT
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling

_NOG_NIET_WEG = (Betaalstatus.KLAARGEZET, Betaalstatus.VRIJGEGEVEN)


def laatste_declaratie(handeling: Handeling, zaak: Zaak) -> str:
    """De einddeclaratie waarna hier niets meer te verrekenen valt; leeg: er kan nog een betaling komen."""
    eind = handeling.sessie.scalar(
        select(Declaratie.nummer)
        .where(*_van(Declaratie, zaak), Declaratie.soort == Declaratiesoort.EIND, Declaratie.status.in_(TELT))
        .limit(1)
    )
    if not eind:
        return ""
    op_weg = select(Betaalopdracht.id).where(*_van(Betaalopdracht, zaak), Betaalopdracht.status.in_(_NOG_NIET_WEG))
    wacht = select(Declaratie.id).where(
        *_van(Declaratie, zaak),
        Declaratie.status == Declaratiestatus.INGEDIEND,
        Declaratie.bedrag_incl > NUL_EURO,
    )
    komt = any(handeling.sessie.scalar(een.limit(1)) is not None for een in (op_weg, wacht))
    return "" if komt else eind


def _van(soort: type[Declaratie] | type[Betaalopdracht], zaak: Zaak) -> tuple[ColumnElement[bool], ...]:
    return soort.tenant_id == zaak.tenant_id, soort.zaak_id == zaak.id
