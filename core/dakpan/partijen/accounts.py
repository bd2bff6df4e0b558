"""Wie is dit, namens wie kan hij werken, en wat mag hij dan? Van een account naar een vrager."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, delete, select
from sqlalchemy.orm import Session

from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.lezen import lees
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import rechten_van
from dakpan.partijen.tables import Aanmelding, Account, Lidmaatschap, Organisatie

LANGSTE_AANMELDING = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Lid:
    """Eén lidmaatschap: namens wie, en met welke rechten? ``id`` is dat van het lidmaatschap."""

    id: UUID
    namens: str
    rechten: frozenset[str]
    tenant_id: str | None = None
    organisatie_id: UUID | None = None
    rollen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ik:
    """Wie is aangemeld, voor wie hij kan werken, en voor wie hij dat nu doet (``None``: nog te kiezen).

    ``uitnodigingen``: voor wie hij zou kunnen werken als hij dat aanneemt. Tot dan ziet hij daar niets.
    """

    account_id: UUID
    naam: str
    email: str
    lidmaatschappen: tuple[Lid, ...] = ()
    nu: Lid | None = None
    uitnodigingen: tuple[Lid, ...] = ()

    def lid(self, lidmaatschap_id: str) -> Lid | None:
        """Het eigen lidmaatschap met dit id; van een ander is er geen."""
        return next((lid for lid in self.lidmaatschappen if str(lid.id) == lidmaatschap_id), None)

    def vrager(self) -> Vrager:
        """Deze persoon zoals de database hem kent. Alleen als gekozen is namens wie."""
        if self.nu is None:
            raise ValueError("kies eerst namens wie")
        return Vrager(
            account_id=self.account_id,
            naam=self.naam,
            tenant_id=self.nu.tenant_id,
            organisatie_id=self.nu.organisatie_id,
            lidmaatschap_id=self.nu.id,
            rechten=self.nu.rechten,
            rollen=self.nu.rollen,
        )


def begin_aanmelding(sessie: Session, account: Account, nu: datetime) -> Aanmelding:
    """Een nieuwe aanmelding met een nieuw id; wat verlopen is wordt opgeruimd."""
    _ruim_op(sessie, Aanmelding.begonnen_op <= nu - LANGSTE_AANMELDING)
    aanmelding = Aanmelding(id=nieuw_id(), account_id=account.id, begonnen_op=nu)
    sessie.add(aanmelding)
    return aanmelding


def eindig_aanmelding(sessie: Session, aanmelding_id: UUID) -> None:
    """Het koekje van deze aanmelding is vanaf nu niets meer waard."""
    _ruim_op(sessie, Aanmelding.id == aanmelding_id)


def eindig_alle_aanmeldingen(sessie: Session, account: Account) -> None:
    """Overal afgemeld: na een ander wachtwoord telt geen oude sessie meer."""
    account.sessieversie += 1
    _ruim_op(sessie, Aanmelding.account_id == account.id)


def _ruim_op(sessie: Session, welke: ColumnElement[bool]) -> None:
    sessie.execute(delete(Aanmelding).where(welke).execution_options(synchronize_session=False))


def wie_is(
    sessie: Session, aanmelding_id: UUID, sessieversie: int, nu: datetime, *, demo: bool, namen: Mapping[str, str]
) -> Ik | None:
    """Wie hoort bij deze aanmelding? None: verlopen, afgemeld, voor niemand meer actief, of hier niet toegelaten.

    ``namen``: de financiers van deze installatie, met hun naam.
    """
    sinds = nu - LANGSTE_AANMELDING
    waarden = {"aanmelding": aanmelding_id, "sinds": sinds, "sessieversie": sessieversie}
    gevonden = [(_Account._make(rij[:5]), _Lidrij._make(rij[5:])) for rij in lees(sessie, _aangemeld(), waarden)]
    if not gevonden or not toegelaten(gevonden[0][0], demo=demo):
        return None
    ik = _ik(gevonden[0][0], [lid for _account, lid in gevonden], namen)
    return ik if ik.lidmaatschappen or ik.uitnodigingen else None


def als_ik(account: Account, lidmaatschap: Lidmaatschap, namen: Mapping[str, str]) -> Ik:
    """Deze persoon met dit lidmaatschap; namens wie hij nu werkt is nog niet gekozen."""
    organisatie = lidmaatschap.organisatie.naam if lidmaatschap.organisatie is not None else None
    lid = _Lidrij(**{een: getattr(lidmaatschap, een) for een in _VAN_LID}, organisatie=organisatie)
    return _ik(account, [lid], namen)


class _Wie(Protocol):
    """Wat er van een account nodig is."""

    @property
    def id(self) -> UUID: ...
    @property
    def naam(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def actief(self) -> bool: ...
    @property
    def demo(self) -> bool: ...


class _Account(NamedTuple):
    id: UUID
    naam: str
    email: str
    actief: bool
    demo: bool


class _Lidrij(NamedTuple):
    """Een lidmaatschap met hoe de organisatie heet, als het er een is."""

    id: UUID
    organisatie_id: UUID | None
    tenant_id: str | None
    rollen: list[str]
    rechten: list[str]
    aanvaard_op: datetime | None
    organisatie: str | None


_VAN_LID = _Lidrij._fields[:-1]


def _ik(account: _Wie, rijen: Iterable[_Lidrij], namen: Mapping[str, str]) -> Ik:
    leden, uitnodigingen = _verdeel(rijen, namen)
    return Ik(account.id, account.naam, account.email, leden, uitnodigingen=uitnodigingen)


@cache
def _aangemeld() -> Select[*tuple[Any, ...]]:
    """Losse kolommen, want dit vraagt elk verzoek."""
    return (
        select(*(getattr(Account, een) for een in _Account._fields), *_kolommen_van_lid())
        .select_from(Account)
        .join(Aanmelding, Aanmelding.account_id == Account.id)
        .join(Lidmaatschap, (Lidmaatschap.account_id == Account.id) & Lidmaatschap.actief)
        .outerjoin(Organisatie, Organisatie.id == Lidmaatschap.organisatie_id)
        .where(Aanmelding.id == bindparam("aanmelding"), Aanmelding.begonnen_op > bindparam("sinds"))
        .where(Account.sessieversie == bindparam("sessieversie"))
    )


def _kolommen_van_lid() -> tuple[Any, ...]:
    return (*(getattr(Lidmaatschap, een) for een in _VAN_LID), Organisatie.naam)


def kies_taal(sessie: Session, account_id: UUID, taal: str) -> None:
    """In deze taal leest deze persoon voortaan ook zijn e-mail."""
    account = sessie.get(Account, account_id)
    if account is not None:
        account.taal = taal
        sessie.commit()


def toegelaten(account: _Wie, *, demo: bool) -> bool:
    """Een account van de demonstratie bestaat alleen in de demonstratie."""
    return account.actief and (demo or not account.demo)


def heeft_demo_accounts(sessie: Session) -> bool:
    """Staat er iemand in die alleen voor een demonstratie bestaat? Zo'n database hoort niet in het echt."""
    return bool(sessie.scalar(select(select(Account.id).where(Account.demo).exists())))


def leden_en_uitnodigingen(
    sessie: Session, account_id: UUID, namen: Mapping[str, str]
) -> tuple[tuple[Lid, ...], tuple[Lid, ...]]:
    """Namens wie kan deze persoon nu werken, en wie vroeg hem? Een financier die hier niet bestaat telt niet mee."""
    rijen = sessie.execute(
        select(*_kolommen_van_lid())
        .select_from(Lidmaatschap)
        .outerjoin(Organisatie, Organisatie.id == Lidmaatschap.organisatie_id)
        .where(Lidmaatschap.account_id == account_id, Lidmaatschap.actief)
    )
    return _verdeel((_Lidrij._make(rij) for rij in rijen), namen)


def _verdeel(rijen: Iterable[_Lidrij], namen: Mapping[str, str]) -> tuple[tuple[Lid, ...], tuple[Lid, ...]]:
    hier = [rij for rij in rijen if rij.tenant_id is None or rij.tenant_id in namen]
    aangenomen = [_lid(rij, namen) for rij in hier if rij.aanvaard_op is not None]
    gevraagd = [_lid(rij, namen) for rij in hier if rij.aanvaard_op is None]
    return _op_naam(aangenomen), _op_naam(gevraagd)


def _op_naam(leden: list[Lid]) -> tuple[Lid, ...]:
    return tuple(sorted(leden, key=lambda lid: lid.namens.casefold()))


def _lid(rij: _Lidrij, namen: Mapping[str, str]) -> Lid:
    if rij.tenant_id is not None:
        rollen, naam = frozenset(rij.rollen), namen[rij.tenant_id]
        return Lid(rij.id, naam, rechten_van(rij.rollen), tenant_id=rij.tenant_id, rollen=rollen)
    return Lid(rij.id, rij.organisatie or "", frozenset(rij.rechten), organisatie_id=rij.organisatie_id)
