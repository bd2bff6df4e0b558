"""De ronde van elke dag: berichten over termijnen die bijna om of voorbij zijn, en één e-mail voor wie dat zo wil.

Nog een keer draaien doet niets: over dezelfde termijn krijgt niemand twee keer een bericht. De ronde gaat in porties,
zodat zij ook met veel zaken weinig geheugen vraagt en halverwege kan stoppen.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from dakpan.aanvraag.domain.klok import BINNENKORT
from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Bericht, Zaak, Zaakstatus
from dakpan.dossier.verzamelpost import verstuur_verzameld
from dakpan.dossier.voortgang import Voortgang
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.sleutels import Sleutelbos
from dakpan.opslag.vrager import Vrager
from dakpan.partijen import leden
from dakpan.partijen.leden import Ontvanger
from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.tables import Organisatie
from dakpan.rapportage.tables import Verslag
from dakpan.rapportage.toestanden import Verslagstatus
from dakpan.wandeling.ontvangers import coaches_van, voor_stap

PER_KEER = 200
NAAM = "Dakpan"
_BEGIN = (date.min, UUID(int=0))
Plek = tuple[date, UUID]


class TeMelden(NamedTuple):
    """Wie deze stap kan zetten moet dit weten."""

    stap: Werkstap
    aanleiding: Aanleiding
    zaak: Zaak


def ronde(sessie: Session, regelboek: Regelboek, bos: Sleutelbos, nu: datetime) -> int:
    """Loopt langs elke financier en elke organisatie, elk alleen langs wat zij zelf ziet. Hoeveel berichten?"""
    aantal = 0
    for vrager in _vragers(sessie, regelboek):
        handeling = Handeling(sessie, vrager, nu, regelboek, bos)
        team = _team(handeling)
        if team:
            aantal += sum(_langs(handeling, team, portie) for portie in (_portie_zaken, _portie_verslagen))
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


Portie = Callable[[Handeling, list[Ontvanger], Plek], tuple[int, Plek | None]]


def _langs(handeling: Handeling, team: list[Ontvanger], portie: Portie) -> int:
    """Portie na portie, tot er niets meer is."""
    aantal, plek = 0, _BEGIN
    while True:
        gedaan, verder = portie(handeling, team, plek)
        aantal += gedaan
        if verder is None:
            return aantal
        plek = verder


@gebruiksgeval("Termijnen nagekeken")
def _portie_zaken(handeling: Handeling, team: list[Ontvanger], na: Plek) -> tuple[int, Plek | None]:
    """Eén portie lopende zaken waarvan de uiterste dag bijna of al voorbij is."""
    zaken = handeling.sessie.scalars(
        select(Zaak)
        .where(
            Zaak.status == Zaakstatus.LOPEND,
            Zaak.uiterlijk <= handeling.vandaag + BINNENKORT,
            tuple_(Zaak.uiterlijk, Zaak.id) > tuple_(*na),
        )
        .order_by(Zaak.uiterlijk, Zaak.id)
        .limit(PER_KEER)
    ).all()
    aantal = _meld(handeling, team, (_van_zaak(handeling, een) for een in zaken))
    laatste = zaken[-1] if len(zaken) == PER_KEER else None
    return aantal, (laatste.uiterlijk, laatste.id) if laatste is not None and laatste.uiterlijk else None


def _van_zaak(handeling: Handeling, zaak: Zaak) -> TeMelden | None:
    if zaak.beurt_stap is None or zaak.beurt is None or zaak.uiterlijk is None:
        return None
    stap = Werkstap(zaak.beurt_stap, zaak.beurt)
    return TeMelden(stap, _aanleiding(handeling, zaak, zaak.beurt_stap.value, zaak.uiterlijk), zaak)


def _aanleiding(handeling: Handeling, zaak: Zaak, over: str, dag: date) -> Aanleiding:
    """Bijna om, of voorbij: over elk van die twee komt er hooguit één bericht."""
    voorbij = dag < handeling.vandaag
    soort = Berichtsoort.TERMIJN_VOORBIJ if voorbij else Berichtsoort.TERMIJN_NADERT
    return Aanleiding.bij(soort, zaak, f"{over}/{dag}", over=over, dag=dag)


@gebruiksgeval("Termijnen nagekeken")
def _portie_verslagen(handeling: Handeling, team: list[Ontvanger], na: Plek) -> tuple[int, Plek | None]:
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
        .limit(PER_KEER)
    ).all()
    aantal = _meld(handeling, team, (_van_verslag(handeling, rij.Zaak, rij.Verslag) for rij in rijen))
    laatste = rijen[-1].Verslag if len(rijen) == PER_KEER else None
    return aantal, (laatste.uiterlijk, laatste.id) if laatste is not None else None


def _van_verslag(handeling: Handeling, zaak: Zaak, verslag: Verslag) -> TeMelden | None:
    werkwijze = Voortgang.uit(zaak.stappen, ())
    stap = werkwijze.stap(Zaakstap.RAPPORTAGE) or werkwijze.stap(Zaakstap.VERANTWOORDING)
    if stap is None:
        return None
    return TeMelden(stap, _aanleiding(handeling, zaak, verslag.vorm.value, verslag.uiterlijk), zaak)


def _meld(handeling: Handeling, team: list[Ontvanger], gevonden: Iterable[TeMelden | None]) -> int:
    """Wat nog niet eerder is gemeld; wat al bekend is kost één vraag per portie."""
    te_melden = [een for een in gevonden if een is not None]
    kenmerken = [een.aanleiding.kenmerk for een in te_melden]
    al = set(handeling.sessie.scalars(select(Bericht.kenmerk).where(Bericht.kenmerk.in_(kenmerken))))
    return sum(
        stuur_aan(handeling, een.aanleiding, voor_stap(een.stap, team, coaches_van(handeling, een.zaak)))
        for een in te_melden
        if een.aanleiding.kenmerk not in al
    )
