"""Welke vorderingen zijn er, en hoeveel kan er in een zaak nog terug?"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import cast, func, or_, select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.vorderen.domain import Ontvangststatus, Vorderingstatus, Vorderingwijze
from dakpan.betaling.vorderen.tables import Vordering, Vorderingontvangst
from dakpan.dossier.tables import Zaak
from dakpan.opslag.bladeren import Blad, Vanaf, begrens, knip
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.typen import Centen
from dakpan.partijen.rechten import Recht

PER_BLADZIJDE, TEN_HOOGSTE = 50, 5


def vorderingen_van(handeling: Handeling, zaak: Zaak) -> list[Vordering]:
    """Alle vorderingen in deze zaak, de oudste eerst; voor beide kanten van een gedeelde zaak."""
    vraag = select(Vordering).where(Vordering.tenant_id == zaak.tenant_id, Vordering.zaak_id == zaak.id)
    return list(handeling.sessie.scalars(vraag.order_by(Vordering.id)))


def vorderingen_bij(handeling: Handeling, declaratie: Declaratie) -> Sequence[Vordering]:
    """Wat er na een correctie van deze declaratie terug moet, de oudste eerst."""
    van_haar = (Vordering.tenant_id == declaratie.tenant_id, Vordering.declaratie_id == declaratie.id)
    return handeling.sessie.scalars(select(Vordering).where(*van_haar).order_by(Vordering.id)).all()


def haal_vordering(handeling: Handeling, zaak: Zaak, vordering_id: UUID) -> Vordering:
    """Deze vordering in deze zaak; een vreemde is er niet."""
    rij = handeling.sessie.get(Vordering, (zaak.tenant_id, vordering_id), populate_existing=True)
    if rij is None or rij.zaak_id != zaak.id:
        raise NietGevonden
    return rij


def gevorderd(handeling: Handeling, zaak: Zaak, declaratie_id: UUID | None = None) -> Bedrag:
    """Hoeveel is er in deze zaak (of van deze declaratie) al teruggevorderd?

    Ook wat is kwijtgescholden telt mee: daarover is al beslist. Wat is vervallen niet: dat geld kwam van de bank terug.
    """
    welke = [Vordering.tenant_id == zaak.tenant_id, Vordering.zaak_id == zaak.id]
    if declaratie_id is not None:
        welke.append(Vordering.declaratie_id == declaratie_id)
    geldt = func.sum(Vordering.bedrag) - func.sum(Vordering.vervallen)
    som = handeling.sessie.scalar(select(cast(geldt, Centen)).where(*welke))
    return som or NUL_EURO


def teruggekregen(handeling: Handeling, zaak: Zaak) -> Bedrag:
    """Hoeveel is er in deze zaak ontvangen of verrekend? Wat openstaat of is kwijtgescholden heeft de ontvanger nog."""
    niet = (Vordering.rest, Vordering.vervallen, func.coalesce(Vordering.kwijtgescholden, 0))
    sommen = [cast(func.sum(een), Centen) for een in (Vordering.bedrag, *niet)]
    van_zaak = (Vordering.tenant_id == zaak.tenant_id, Vordering.zaak_id == zaak.id)
    alles, *eraf = (een or NUL_EURO for een in handeling.sessie.execute(select(*sommen).where(*van_zaak)).one())
    return alles - sum(eraf, NUL_EURO)


def ontvangsten_van(handeling: Handeling, rij: Vordering) -> Sequence[Vorderingontvangst]:
    """Wat er op deze vordering binnenkwam, op volgorde."""
    van_haar = (Vorderingontvangst.tenant_id == rij.tenant_id, Vorderingontvangst.vordering_id == rij.id)
    return handeling.sessie.scalars(
        select(Vorderingontvangst).where(*van_haar).order_by(Vorderingontvangst.ontvangen_op, Vorderingontvangst.id)
    ).all()


class Wachtend(NamedTuple):
    """Een ontvangst die een ander noteerde."""

    tenant_id: str
    zaak_id: UUID
    vordering_id: UUID
    id: UUID
    nummer: str
    bedrag: Bedrag
    zaak: str


def te_bevestigen_ontvangsten(handeling: Handeling) -> tuple[Wachtend, ...]:
    """Wat de vrager kan bevestigen, de oudste eerst: niet wat hij zelf noteerde."""
    ander = Vorderingontvangst.door_account != handeling.vrager.account_id
    zelfde = Vorderingontvangst.tenant_id
    vraag = (
        select(
            zelfde,
            Vorderingontvangst.zaak_id,
            Vordering.id,
            Vorderingontvangst.id,
            Vordering.nummer,
            Vorderingontvangst.bedrag,
            Zaak.nummer,
        )
        .join(Vordering, (Vordering.tenant_id == zelfde) & (Vordering.id == Vorderingontvangst.vordering_id))
        .join(Zaak, (Zaak.tenant_id == zelfde) & (Zaak.id == Vorderingontvangst.zaak_id))
        .where(
            Vorderingontvangst.status == Ontvangststatus.GENOTEERD,
            or_(Vorderingontvangst.door_account.is_(None), ander),
        )
        .order_by(Vorderingontvangst.id)
        .limit(TEN_HOOGSTE)
    )
    return tuple(Wachtend(*rij) for rij in handeling.sessie.execute(vraag))


class TeVolgen(NamedTuple):
    """Een vordering waar iemand bij de financier iets aan doet. ``wijze`` None: hoe het terugkomt is nog niet gekozen.

    ``open``: wat er nog terug moet, zonder wat al is genoteerd.
    """

    tenant_id: str
    zaak_id: UUID
    id: UUID
    nummer: str
    naam: str
    open: Bedrag
    wijze: Vorderingwijze | None
    uiterlijk: date | None
    zaak: str


def te_volgen(handeling: Handeling) -> tuple[TeVolgen, ...]:
    """Wat terug moet en niet vanzelf gaat: eerst wat nog geen wijze heeft, dan wat is teruggevraagd, op dag.

    Ten hoogste één meer dan er op een lijst past. Verrekenen gaat vanzelf met de volgende betaling.
    """
    nog_open = Vordering.rest - Vordering.genoteerd
    vraag = (
        select(
            *(Vordering.tenant_id, Vordering.zaak_id, Vordering.id, Vordering.nummer, Vordering.naam),
            *(cast(nog_open, Centen), Vordering.wijze, Vordering.uiterlijk, Zaak.nummer),
        )
        .join(Zaak, (Zaak.tenant_id == Vordering.tenant_id) & (Zaak.id == Vordering.zaak_id))
        .where(
            Vordering.status == Vorderingstatus.OPEN,
            nog_open > 0,
            or_(Vordering.wijze.is_(None), Vordering.wijze == Vorderingwijze.TERUGVRAGEN),
        )
        .order_by(Vordering.wijze.is_(None).desc(), Vordering.uiterlijk, Vordering.id)
        .limit(TEN_HOOGSTE + 1)
    )
    return tuple(TeVolgen(*rij) for rij in handeling.sessie.execute(vraag))


def alle_vorderingen(
    handeling: Handeling, status: Vorderingstatus | None = None, na: UUID | None = None
) -> Blad[tuple[Vordering, str]]:
    """Eén bladzijde van alles wat er bij deze financier terug moet, met het zaaknummer; de nieuwste eerst."""
    if handeling.vrager.tenant_id is None:
        raise NietGevonden
    handeling.vereis(Recht.BETALEN, Recht.BETALING_VRIJGEVEN)
    vraag = (
        select(Vordering, Zaak.nummer)
        .join(Zaak, (Zaak.tenant_id == Vordering.tenant_id) & (Zaak.id == Vordering.zaak_id))
        .where(*((Vordering.status == status,) if status is not None else ()))
    )
    vanaf = Vanaf((na,)) if na is not None else None
    rijen = handeling.sessie.execute(begrens(vraag, (Vordering.id,), vanaf, PER_BLADZIJDE, aflopend=True)).all()
    return knip([(een, nummer) for een, nummer in rijen], vanaf, PER_BLADZIJDE)


def open_stand(handeling: Handeling) -> tuple[int, Bedrag]:
    """Hoeveel vorderingen staan er open, en voor hoeveel samen?"""
    vraag = select(func.count(), cast(func.sum(Vordering.rest), Centen))
    aantal, samen = handeling.sessie.execute(vraag.where(Vordering.status == Vorderingstatus.OPEN)).one()
    return (aantal, samen) if aantal else (0, NUL_EURO)
