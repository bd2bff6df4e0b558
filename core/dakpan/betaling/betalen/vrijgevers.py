"""Wie geeft een betaling vrij? Niemand die het bedrag dat nu gaat klaarzette, goedkeurde of corrigeerde."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, String, and_, cast, or_, select

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.leden import accounts_met_recht, namen_met_recht
from dakpan.partijen.rechten import Recht

VIER_OGEN = "U zette betaling {nummer} zelf klaar of keurde haar bedrag mee goed. Vrijgeven kan {wie}."
NIEMAND = "een collega met het recht om vrij te geven; die is er nu niet, dus vraag wie uw medewerkers beheert"


def goedkeurders(rij: Betaalopdracht) -> frozenset[UUID]:
    """Wie in enige stap ja zei tegen dit bedrag."""
    eerder = frozenset(map(UUID, rij.goedgekeurd))
    return eerder | {rij.klaargezet_account} if rij.klaargezet_account is not None else eerder


def keurde_ook_goed(rij: Betaalopdracht, *accounts: UUID | None) -> None:
    """Ook deze mensen zeiden ja tegen wat er nu betaald wordt."""
    erbij = (str(een) for een in accounts if een is not None)
    rij.goedgekeurd = list(dict.fromkeys([*rij.goedgekeurd, *erbij]))


def vereis_ander(handeling: Handeling, rij: Betaalopdracht) -> None:
    """``KanNiet``, met wie het wel kan."""
    niet = goedkeurders(rij)
    if handeling.vrager.account_id not in niet:
        return
    namen = namen_met_recht(handeling.sessie, rij.tenant_id, Recht.BETALING_VRIJGEVEN, behalve=niet)
    raise KanNiet(VIER_OGEN.format(nummer=rij.nummer, wie=" of ".join(namen) or NIEMAND))


def door_een_ander(account_id: UUID | None) -> ColumnElement[bool]:
    """Zoals ``vereis_ander``, in een vraag aan de database."""
    ander = or_(Betaalopdracht.klaargezet_account.is_(None), Betaalopdracht.klaargezet_account != account_id)
    return and_(ander, ~cast(Betaalopdracht.goedgekeurd, String).contains(str(account_id)))


def niemand_over(handeling: Handeling, tenant_id: str, ook: Iterable[UUID | None] = ()) -> bool:
    """Zegt de vrager ja, en zeiden deze mensen dat ook, is er dan niemand meer die mag vrijgeven?"""
    niet = {handeling.vrager.account_id, *ook}
    return not accounts_met_recht(handeling.sessie, tenant_id, Recht.BETALING_VRIJGEVEN).keys() - niet


def zonder_vrijgever(handeling: Handeling, tenant_id: str, ids: Sequence[UUID]) -> Sequence[str]:
    """De nummers van wat klaarstaat en waar iedereen die mag vrijgeven al ja tegen zei; twee vragen aan de database.

    ``ids``: waaruit, zoals wat bovenaan staat. Wat blijft liggen komt daar vanzelf; alles nakijken groeit mee.
    """
    alle = accounts_met_recht(handeling.sessie, tenant_id, Recht.BETALING_VRIJGEVEN)
    vraag = select(Betaalopdracht.nummer).where(
        Betaalopdracht.tenant_id == tenant_id,
        Betaalopdracht.id.in_(ids),
        Betaalopdracht.status == Betaalstatus.KLAARGEZET,
        *(~door_een_ander(een) for een in alle),
    )
    return handeling.sessie.scalars(vraag.order_by(Betaalopdracht.nummer)).all()


def wie_geeft_recht(handeling: Handeling, tenant_id: str) -> list[str]:
    """Wie kan een collega het recht geven om vrij te geven? Op naam."""
    return namen_met_recht(handeling.sessie, tenant_id, Recht.MEDEWERKERS_BEHEREN)
