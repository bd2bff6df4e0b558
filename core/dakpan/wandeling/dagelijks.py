"""De ronde van elke dag: berichten over termijnen die bijna om of voorbij zijn, en één e-mail voor wie dat zo wil.

Nog een keer draaien doet niets: over dezelfde termijn krijgt niemand twee keer een bericht. De ronde gaat in porties,
zodat zij ook met veel zaken weinig geheugen vraagt en halverwege kan stoppen.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from dakpan.aanvraag.domain.klok import BINNENKORT
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.verzamelpost import verstuur_verzameld
from dakpan.dossier.voortgang import Voortgang
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.sleutels import Sleutelbos
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen import leden
from dakpan.partijen.leden import Ontvanger
from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.tables import Organisatie
from dakpan.rapportage.tables import Verslag
from dakpan.rapportage.toestanden import Verslagstatus
from dakpan.wandeling.beslisronde import portie_bezwaren, portie_wijzigingen
from dakpan.wandeling.evaluatieronde import portie_evaluaties
from dakpan.wandeling.ontvangers import van_de_financier
from dakpan.wandeling.te_melden import Plek, TeMelden, meld, over_termijn, voor_wie_dat_kan

PER_KEER = 200
NAAM = "Dakpan"
_BEGIN = (date.min, UUID(int=0))


def ronde(sessie: Session, regelboek: Regelboek, bos: Sleutelbos, nu: datetime) -> int:
    """Loopt langs elke financier en elke organisatie, elk alleen langs wat zij zelf ziet. Hoeveel berichten?"""
    aantal = 0
    for vrager in _vragers(sessie, regelboek):
        handeling = Handeling(sessie, vrager, nu, regelboek, bos)
        team = _team(handeling)
        if team:
            aantal += sum(_langs(handeling, team, portie) for portie in _PORTIES)
            verstuur_verzameld(handeling, team)
    return aantal


def _vragers(sessie: Session, regelboek: Regelboek) -> Iterator[Vrager]:
    """Niemand in het bijzonder, namens elke financier en elke organisatie."""
    for tenant_id in sorted(regelboek.tenants):
        yield Vrager(None, NAAM, tenant_id=tenant_id)
    vorige = UUID(int=0)
    while portie := sessie.scalars(
        select(Organisatie.id).where(Organisatie.id > vorige).order_by(Organisatie.id).limit(PER_KEER)
    ).all():
        yield from (Vrager(None, NAAM, organisatie_id=een) for een in portie)
        vorige = portie[-1]


def _team(handeling: Handeling) -> list[Ontvanger]:
    vrager = handeling.vrager
    if vrager.organisatie_id is not None:
        return leden.van_organisatie(handeling.sessie, vrager.organisatie_id)
    return leden.van_financier(handeling.sessie, vrager.tenant_id or "")


Portie = Callable[[Handeling, list[Ontvanger], Plek, int], tuple[int, Plek | None]]


def _langs(handeling: Handeling, team: list[Ontvanger], portie: Portie) -> int:
    """Portie na portie, tot er niets meer is."""
    aantal, plek = 0, _BEGIN
    while True:
        gedaan, verder = portie(handeling, team, plek, PER_KEER)
        aantal += gedaan
        if verder is None:
            return aantal
        plek = verder


@gebruiksgeval("Termijnen nagekeken")
def _portie_zaken(handeling: Handeling, team: list[Ontvanger], na: Plek, per_keer: int) -> tuple[int, Plek | None]:
    """Eén portie lopende zaken waarvan de uiterste dag bijna of al voorbij is."""
    zaken = handeling.sessie.scalars(
        select(Zaak)
        .where(
            Zaak.status == Zaakstatus.LOPEND,
            Zaak.uiterlijk <= handeling.vandaag + BINNENKORT,
            tuple_(Zaak.uiterlijk, Zaak.id) > tuple_(*na),
        )
        .order_by(Zaak.uiterlijk, Zaak.id)
        .limit(per_keer)
    ).all()
    aantal = meld(handeling, (_van_zaak(handeling, team, een) for een in zaken))
    laatste = zaken[-1] if len(zaken) == per_keer else None
    return aantal, (laatste.uiterlijk, laatste.id) if laatste is not None and laatste.uiterlijk else None


def _van_zaak(handeling: Handeling, team: list[Ontvanger], zaak: Zaak) -> TeMelden | None:
    if zaak.beurt_stap is None or zaak.beurt is None or zaak.uiterlijk is None:
        return None
    stap = Werkstap(zaak.beurt_stap, zaak.beurt)
    aanleiding = over_termijn(handeling, zaak, zaak.beurt_stap.value, zaak.uiterlijk)
    if _kwam_niets(handeling, stap, zaak.uiterlijk):
        return TeMelden(aanleiding, partial(van_de_financier, handeling, zaak))
    return voor_wie_dat_kan(handeling, team, zaak, stap, aanleiding)


def _kwam_niets(handeling: Handeling, stap: Werkstap, dag: date) -> bool:
    """Is er niet op tijd aangevuld? Dan moet ook de financier dat weten: hij kan nu verder."""
    van_ander = bevoegd.kant_van(stap.opent) is Kant.ORGANISATIE and handeling.vrager.kant is Kant.FINANCIER
    return van_ander and stap.stap is Zaakstap.AANVULLING and dag < handeling.vandaag


@gebruiksgeval("Termijnen nagekeken")
def _portie_verslagen(handeling: Handeling, team: list[Ontvanger], na: Plek, per_keer: int) -> tuple[int, Plek | None]:
    """Eén portie verslagen die er bijna of al lang hadden moeten zijn."""
    rijen = handeling.sessie.execute(
        select(Verslag, Zaak)
        .join(Zaak, (Zaak.tenant_id == Verslag.tenant_id) & (Zaak.id == Verslag.zaak_id))
        .where(
            Verslag.status == Verslagstatus.OPEN,
            Zaak.status == Zaakstatus.LOPEND,
            Verslag.uiterlijk <= handeling.vandaag + BINNENKORT,
            tuple_(Verslag.uiterlijk, Verslag.id) > tuple_(*na),
        )
        .order_by(Verslag.uiterlijk, Verslag.id)
        .limit(per_keer)
    ).all()
    aantal = meld(handeling, (_van_verslag(handeling, team, rij.Zaak, rij.Verslag) for rij in rijen))
    laatste = rijen[-1].Verslag if len(rijen) == per_keer else None
    return aantal, (laatste.uiterlijk, laatste.id) if laatste is not None else None


def _van_verslag(handeling: Handeling, team: list[Ontvanger], zaak: Zaak, verslag: Verslag) -> TeMelden | None:
    werkwijze = Voortgang.uit(zaak.stappen, ())
    stap = werkwijze.stap(Zaakstap.RAPPORTAGE) or werkwijze.stap(Zaakstap.VERANTWOORDING)
    if stap is None:
        return None
    aanleiding = over_termijn(handeling, zaak, verslag.vorm.value, verslag.uiterlijk)
    return voor_wie_dat_kan(handeling, team, zaak, stap, aanleiding)


_PORTIES: Sequence[Portie] = (
    _portie_zaken,
    _portie_verslagen,
    portie_wijzigingen,
    portie_bezwaren,
    portie_evaluaties,
)
