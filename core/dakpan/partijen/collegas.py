"""De mensen van de eigen organisatie: wie mag schrijven of accorderen, wie is er nog, en wie is er even niet?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import Select, select

from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.heet import HEET
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Account, Afwezigheid, Lidmaatschap


@dataclass(frozen=True, slots=True)
class Collega:
    """Iemand van een organisatie, ook als hij er niet meer werkt. ``afwezig_tot``: leeg als hij er is."""

    id: UUID
    naam: str
    actief: bool
    mag_schrijven: bool
    mag_accorderen: bool
    afwezig_tot: date | None = None


def collegas(handeling: Handeling) -> Sequence[Collega]:
    """Iedereen van de organisatie van de vrager, op naam; wie weg is staat erbij."""
    alle = _collegas().where(Lidmaatschap.organisatie_id == handeling.vrager.organisatie_id)
    return _lees(handeling, alle.order_by(HEET, Lidmaatschap.id))


def collegas_met(handeling: Handeling, ids: Collection[UUID]) -> Mapping[UUID, Collega]:
    """Deze mensen bij hun id, in twee vragen aan de database."""
    gekozen = _lees(handeling, _collegas().where(Lidmaatschap.id.in_(ids))) if ids else []
    return {een.id: een for een in gekozen}


def haal_collega(handeling: Handeling, lid_id: UUID) -> Collega:
    """Deze collega. ``NietGevonden``: bestaat niet, of werkt voor een ander."""
    van_ons = Lidmaatschap.organisatie_id == handeling.vrager.organisatie_id
    gevonden = _lees(handeling, _collegas().where(Lidmaatschap.id == lid_id, van_ons))
    if not gevonden:
        raise NietGevonden
    return gevonden[0]


def _collegas() -> Select[UUID, str, list[str], bool, bool]:
    kolommen = (Lidmaatschap.id, HEET, Lidmaatschap.rechten, Lidmaatschap.actief, Account.actief)
    return select(*kolommen).join(Account, Account.id == Lidmaatschap.account_id)


def _lees(handeling: Handeling, vraag: Select[UUID, str, list[str], bool, bool]) -> list[Collega]:
    rijen = handeling.sessie.execute(vraag).all()
    weg = _afwezig(handeling)
    return [
        Collega(
            id_,
            naam,
            lid_actief and account_actief,
            Recht.UREN_SCHRIJVEN.value in rechten,
            Recht.UREN_ACCORDEREN.value in rechten,
            weg.get(id_),
        )
        for id_, naam, rechten, lid_actief, account_actief in rijen
    ]


def _afwezig(handeling: Handeling) -> Mapping[UUID, date]:
    """Wie is er vandaag niet, en tot en met wanneer?"""
    vandaag = handeling.vandaag
    nu = select(Afwezigheid.medewerker_id, Afwezigheid.tot_en_met).where(
        Afwezigheid.van <= vandaag, Afwezigheid.tot_en_met >= vandaag
    )
    gevonden = handeling.sessie.execute(nu.order_by(Afwezigheid.tot_en_met))
    return {rij.medewerker_id: rij.tot_en_met for rij in gevonden}


def afwezigheden(handeling: Handeling, lid_id: UUID) -> Sequence[Afwezigheid]:
    """Wanneer is deze collega er nu of straks niet?"""
    straks = select(Afwezigheid).where(Afwezigheid.medewerker_id == lid_id, Afwezigheid.tot_en_met >= handeling.vandaag)
    return handeling.sessie.scalars(straks.order_by(Afwezigheid.van)).all()


@gebruiksgeval("Afwezigheid vastgelegd")
def meld_afwezig(handeling: Handeling, lid_id: UUID, van: date, tot_en_met: date) -> Afwezigheid:
    """Deze collega is er van deze dag tot en met die dag niet."""
    handeling.vereis(Recht.PERIODES_BEHEREN, Recht.MEDEWERKERS_BEHEREN)
    collega = haal_collega(handeling, lid_id)
    if tot_en_met < van:
        raise fout_bij("tot_en_met", _("deze dag ligt voor de eerste dag; kies een latere"))
    if tot_en_met < handeling.vandaag:
        raise fout_bij("tot_en_met", _("deze dag is al voorbij; kies vandaag of een latere dag"))
    rij = Afwezigheid(
        organisatie_id=handeling.vrager.organisatie_id, medewerker_id=collega.id, van=van, tot_en_met=tot_en_met
    )
    handeling.sessie.add(rij)
    return rij


@gebruiksgeval("Afwezigheid weggehaald")
def haal_afwezigheid_weg(handeling: Handeling, lid_id: UUID) -> None:
    """Deze collega is er weer, nu en straks."""
    handeling.vereis(Recht.PERIODES_BEHEREN, Recht.MEDEWERKERS_BEHEREN)
    collega = haal_collega(handeling, lid_id)
    for rij in afwezigheden(handeling, collega.id):
        handeling.sessie.delete(rij)
