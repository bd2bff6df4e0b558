"""Wie werkt er bij deze organisatie of financier, met welke rechten, en hoe wil hij post krijgen?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import rechten_van
from dakpan.partijen.tables import Account, Lidmaatschap, Mailkeuze


class Ontvanger(NamedTuple):
    """Eén actief lidmaatschap van iemand die een bericht kan krijgen. ``id`` is dat van het lidmaatschap."""

    id: UUID
    kant: Kant
    email: str
    taal: str
    rechten: frozenset[str]
    keuze: Mailkeuze
    rollen: frozenset[str] = frozenset()


def van_organisatie(sessie: Session, organisatie_id: UUID) -> list[Ontvanger]:
    """Alle actieve medewerkers van een jobcoachorganisatie."""
    return _lees(sessie, Lidmaatschap.organisatie_id == organisatie_id)


def per_organisatie(sessie: Session, organisaties: Collection[UUID]) -> Mapping[UUID, Sequence[Ontvanger]]:
    """Zoals ``van_organisatie``, voor meer organisaties in één vraag."""
    per_stuk: dict[UUID, list[Ontvanger]] = defaultdict(list)
    gevraagd = _rijen(sessie, Lidmaatschap.organisatie_id.in_(set(organisaties))) if organisaties else ()
    for rij in gevraagd:
        per_stuk[rij.organisatie_id].append(_ontvanger(rij))
    return per_stuk


def van_financier(sessie: Session, tenant_id: str) -> list[Ontvanger]:
    """Alle actieve medewerkers van een financier."""
    return _lees(sessie, Lidmaatschap.tenant_id == tenant_id)


def namen_met_recht(sessie: Session, tenant_id: str, recht: str, *, behalve: Collection[UUID] = ()) -> list[str]:
    """Hoe heten de actieve medewerkers van een financier die dit recht hebben? Zonder deze accounts; op naam."""
    return [naam for id_, naam in accounts_met_recht(sessie, tenant_id, recht).items() if id_ not in behalve]


def accounts_met_recht(sessie: Session, tenant_id: str, recht: str) -> Mapping[UUID, str]:
    """De accounts van de actieve medewerkers van een financier die dit recht hebben, met hun naam en op naam."""
    rijen = sessie.execute(
        select(Account.id, Account.naam, Lidmaatschap.rollen)
        .join(Account, Account.id == Lidmaatschap.account_id)
        .where(
            Lidmaatschap.tenant_id == tenant_id,
            Lidmaatschap.actief,
            Lidmaatschap.aanvaard_op.is_not(None),
            Account.actief,
        )
        .order_by(Account.naam)
    )
    return {id_: naam for id_, naam, rollen in rijen if recht in rechten_van(rollen or [])}


def met_id(sessie: Session, ids: Collection[UUID]) -> list[Ontvanger]:
    """Deze mensen, voor zover zij nog actief zijn."""
    return _lees(sessie, Lidmaatschap.id.in_(set(ids))) if ids else []


def met_account(sessie: Session, organisatie_id: UUID, accounts: Collection[UUID]) -> list[Ontvanger]:
    """Deze accounts, voor zover zij bij deze organisatie nog actief zijn."""
    daar = Lidmaatschap.organisatie_id == organisatie_id
    return _lees(sessie, daar & Lidmaatschap.account_id.in_(set(accounts))) if accounts else []


def _lees(sessie: Session, welke: ColumnElement[bool]) -> list[Ontvanger]:
    return [_ontvanger(rij) for rij in _rijen(sessie, welke)]


def _rijen(sessie: Session, welke: ColumnElement[bool]) -> Iterable[Row[Any]]:
    return sessie.execute(
        select(
            Lidmaatschap.id,
            Lidmaatschap.organisatie_id,
            Lidmaatschap.tenant_id,
            Lidmaatschap.rollen,
            Lidmaatschap.rechten,
            Account.email,
            Account.taal,
            Account.mailkeuze,
        )
        .join(Account, Account.id == Lidmaatschap.account_id)
        .where(welke, Lidmaatschap.actief, Lidmaatschap.aanvaard_op.is_not(None), Account.actief)
        .order_by(Lidmaatschap.id)
    )


def _ontvanger(rij: Row[Any]) -> Ontvanger:
    van_financier = rij.tenant_id is not None
    return Ontvanger(
        rij.id,
        Kant.FINANCIER if van_financier else Kant.ORGANISATIE,
        rij.email,
        rij.taal,
        rechten_van(rij.rollen) if van_financier else frozenset(rij.rechten),
        rij.mailkeuze,
        frozenset(rij.rollen or ()),
    )
