"""Wie kan bij deze financier een zaak behandelen, en van welk bureau is zij nu?"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.beoordeeltabellen import Behandeling
from dakpan.aanvraag.domain.tafels import OPEN, Tafel
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.voortgang import NAAM
from dakpan.dossier.zaken import voortgang
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.heet import HEET
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Account, Lidmaatschap


class Collega(NamedTuple):
    """Iemand van dezelfde financier die zaken behandelt."""

    id: UUID
    account_id: UUID
    naam: str
    tafels: frozenset[Tafel]


def collegas(handeling: Handeling) -> list[Collega]:
    """Iedereen van deze financier die actief is en een zaak kan behandelen, op naam."""
    rijen = handeling.sessie.execute(
        select(Lidmaatschap.id, Account.id, HEET, Lidmaatschap.rollen)
        .join(Account, Account.id == Lidmaatschap.account_id)
        .where(
            Lidmaatschap.tenant_id == handeling.vrager.tenant_id,
            Lidmaatschap.actief,
            Lidmaatschap.aanvaard_op.is_not(None),
            Account.actief,
        )
        .order_by(HEET)
    )
    alle = [Collega(id_, account, naam, tafels_van(rollen)) for id_, account, naam, rollen in rijen]
    return [een for een in alle if een.tafels]


def werkt_hier(handeling: Handeling, lid_id: UUID) -> bool:
    """Is dit iemand die hier nog zaken behandelt? Wie weg is doet niets meer met wat er op zijn bureau ligt."""
    return any(een.id == lid_id for een in collegas(handeling))


def tafels_van(rollen: Collection[str]) -> frozenset[Tafel]:
    """Aan welke tafels zit wie deze rollen heeft?"""
    return frozenset(een for een in OPEN if een.value in rollen)


def mag_behandelen(handeling: Handeling, zaak: Zaak) -> bool:
    """Beoordeelt of beslist de vrager in deze zaak? Alleen het recht is niet genoeg als de werkwijze een rol noemt."""
    return any(bevoegd.mag(handeling, een) for een in _behandelstappen(handeling, zaak))


def vereis_behandelaar(handeling: Handeling, zaak: Zaak) -> None:
    """``GeenRecht`` zonder het recht; ``KanNiet`` als deze zaak aan een andere rol is."""
    handeling.vereis(Recht.BEOORDELEN, Recht.BESLISSEN)
    if not mag_behandelen(handeling, zaak):
        wie = " of ".join(dict.fromkeys(NAAM[een.opent] for een in _behandelstappen(handeling, zaak)))
        raise KanNiet(f"Dit is in deze zaak aan {wie or 'een ander'}.")


def _behandelstappen(handeling: Handeling, zaak: Zaak) -> list[Werkstap]:
    nu = voortgang(handeling, zaak)
    gezocht = (nu.stap(stap) for stap in (Zaakstap.BEOORDELING, Zaakstap.BESLUIT))
    return [een for een in gezocht if een is not None]


def behandeling_van(handeling: Handeling, zaak: Zaak) -> Behandeling | None:
    """Bij wie ligt de zaak? None: nog niemand nam haar op, of de vrager mag het niet weten."""
    vraag = select(Behandeling).where(Behandeling.tenant_id == zaak.tenant_id, Behandeling.zaak_id == zaak.id)
    return handeling.sessie.scalar(vraag)


def bij_wie(behandeling: Behandeling, vandaag: date) -> tuple[UUID | None, str | None]:
    """Wie behandelt vandaag? Wie tijdelijk overdroeg heeft de zaak vanzelf terug."""
    if is_terug(behandeling, vandaag):
        return behandeling.terug_naar_id, behandeling.terug_naar
    return behandeling.behandelaar_id, behandeling.behandelaar


def is_terug(behandeling: Behandeling, vandaag: date) -> bool:
    """Is de dag van terugkomen er al?"""
    return behandeling.terug_op is not None and behandeling.terug_op <= vandaag


def eerste_tafel(handeling: Handeling, zaak: Zaak) -> Tafel:
    """Waar begint een zaak die nog niemand opnam? De werkwijze van de regelset zegt het."""
    nu = voortgang(handeling, zaak)
    stap = Zaakstap.BESLUIT if Zaakstap.BEOORDELING in nu.klaar else Zaakstap.BEOORDELING
    return tafel_van_stap(handeling, zaak, stap)


def tafel_van_stap(handeling: Handeling, zaak: Zaak, stap: Zaakstap) -> Tafel:
    """Wie zet deze stap volgens de werkwijze? Noemt zij geen van de tafels, dan wie beslist."""
    werkstap = voortgang(handeling, zaak).stap(stap)
    naam = werkstap.opent.value if werkstap is not None else ""
    return Tafel(naam) if naam in OPEN else Tafel.BESLISSER
