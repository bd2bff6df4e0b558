"""De ronde van elke dag: berichten over termijnen die bijna om of voorbij zijn, en één e-mail voor wie dat zo wil.

Nog een keer draaien doet niets: over dezelfde termijn krijgt niemand twee keer een bericht. De ronde gaat in porties,
zodat zij ook met veel zaken weinig geheugen vraagt en halverwege kan stoppen.
"""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dakpan.aanvraag.domain.klok import BINNENKORT
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.verzamelpost import verstuur_verzameld
from dakpan.dossier.voortgang import Voortgang
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sleutels import Sleutelbos
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen import leden
from dakpan.partijen.leden import Ontvanger
from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.tables import Organisatie
from dakpan.rapportage.tables import Verslag
from dakpan.rapportage.toestanden import Verslagstatus
from dakpan.wandeling.beslisronde import BEZWAREN, WIJZIGINGEN
from dakpan.wandeling.budgetronde import BUDGETTEN
from dakpan.wandeling.eindronde import PERIODEN
from dakpan.wandeling.evaluatieronde import EVALUATIES
from dakpan.wandeling.ontvangers import van_de_financier
from dakpan.wandeling.porties import Nakijken, Rijen, kijk_na
from dakpan.wandeling.te_melden import TeMelden, over_termijn, voor_wie_dat_kan
from dakpan.wandeling.weekronde import OPEN_WEKEN

PER_KEER = 200
NAAM = "Dakpan"


def ronde(sessie: Session, regelboek: Regelboek, bos: Sleutelbos, nu: datetime) -> int:
    """Loopt langs elke financier en elke organisatie, elk alleen langs wat zij zelf ziet. Hoeveel berichten?"""
    aantal = 0
    for vrager in _vragers(sessie, regelboek):
        handeling = Handeling(sessie, vrager, nu, regelboek, bos)
        team = _team(handeling)
        if team:
            aantal += sum(kijk_na(handeling, team, wat, PER_KEER) for wat in _NA_TE_KIJKEN)
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


def _zaken(handeling: Handeling) -> Rijen:
    """Lopende zaken waarvan de uiterste dag bijna of al voorbij is."""
    return select(Zaak).where(Zaak.status == Zaakstatus.LOPEND, Zaak.uiterlijk <= handeling.vandaag + BINNENKORT)


def _van_zaak(handeling: Handeling, team: list[Ontvanger], rij: Any) -> Iterator[TeMelden]:
    zaak = rij.Zaak
    if zaak.beurt_stap is None or zaak.beurt is None:
        return
    stap = Werkstap(zaak.beurt_stap, zaak.beurt)
    aanleiding = over_termijn(handeling, zaak, zaak.beurt_stap.value, zaak.uiterlijk)
    if _kwam_niets(handeling, stap, zaak.uiterlijk):
        yield TeMelden(aanleiding, partial(van_de_financier, handeling, zaak))
    else:
        yield voor_wie_dat_kan(handeling, team, zaak, stap, aanleiding)


def _kwam_niets(handeling: Handeling, stap: Werkstap, dag: date) -> bool:
    """Is er niet op tijd aangevuld? Dan moet ook de financier dat weten: hij kan nu verder."""
    van_ander = bevoegd.kant_van(stap.opent) is Kant.ORGANISATIE and handeling.vrager.kant is Kant.FINANCIER
    return van_ander and stap.stap is Zaakstap.AANVULLING and dag < handeling.vandaag


def _verslagen(handeling: Handeling) -> Rijen:
    """Verslagen die er bijna of al lang hadden moeten zijn."""
    return (
        select(Verslag, Zaak)
        .join(Zaak, (Zaak.tenant_id == Verslag.tenant_id) & (Zaak.id == Verslag.zaak_id))
        .where(
            Verslag.status == Verslagstatus.OPEN,
            Zaak.status == Zaakstatus.LOPEND,
            Verslag.uiterlijk <= handeling.vandaag + BINNENKORT,
        )
    )


def _van_verslag(handeling: Handeling, team: list[Ontvanger], rij: Any) -> Iterator[TeMelden]:
    zaak, verslag = rij.Zaak, rij.Verslag
    werkwijze = Voortgang.uit(zaak.stappen, ())
    stap = werkwijze.stap(Zaakstap.RAPPORTAGE) or werkwijze.stap(Zaakstap.VERANTWOORDING)
    if stap is not None:
        aanleiding = over_termijn(handeling, zaak, verslag.vorm.value, verslag.uiterlijk)
        yield voor_wie_dat_kan(handeling, team, zaak, stap, aanleiding)


_NA_TE_KIJKEN = (
    Nakijken(_zaken, (Zaak.uiterlijk, Zaak.id), _van_zaak),
    Nakijken(_verslagen, (Verslag.uiterlijk, Verslag.id), _van_verslag),
    WIJZIGINGEN,
    BEZWAREN,
    EVALUATIES,
    PERIODEN,
    OPEN_WEKEN,
    BUDGETTEN,
)
