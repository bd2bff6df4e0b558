"""Omboeken en terugdraaien: alles wat mee kan in één keer, of niets."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaken import bereik, vind_zaak
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import LEVEND, Periodestatus
from dakpan.uren.omboeken.regels import OMBOEKING, na_omboeken
from dakpan.uren.omboeken.tables import Omboeking
from dakpan.uren.omboeken.vooruit import duur_van, gesloten_weken, vooruitblik
from dakpan.uren.seinen import sein_akkoord
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week
from dakpan.uren.weken import vergrendel


def vereis_beheer(handeling: Handeling) -> None:
    """Wie de perioden van de eigen organisatie beheert."""
    handeling.vereis(Recht.PERIODES_BEHEREN)
    if handeling.vrager.kant is not Kant.ORGANISATIE:
        raise GeenRecht(Recht.PERIODES_BEHEREN)


def bezwaar_tegen(van: Jobcoachperiode, naar: Jobcoachperiode) -> str:
    """Waarom er tussen deze perioden nu niets te boeken is; leeg als het kan."""
    if van.status is not Periodestatus.VERVALLEN:
        return "De oude periode loopt weer, want er is bezwaar. Zolang blijven de uren daar."
    if naar.status not in LEVEND:
        return "De nieuwe periode loopt niet meer; er kunnen geen uren meer bij."
    return ""


@gebruiksgeval("Uren omgeboekt")
def boek_om(handeling: Handeling, van: Jobcoachperiode, naar: Jobcoachperiode, gezien: int) -> Omboeking:
    """Alle uren die mee kunnen naar de andere periode; ``gezien`` is de ``code`` van de vooruitblik.

    ``Gewijzigd``: er zou nu iets anders gebeuren dan iemand zag. ``KanNiet``: er gaat niets mee.
    """
    vereis_beheer(handeling)
    _vergrendel(handeling, van, naar, _coaches_van(handeling, van))
    if bezwaar := bezwaar_tegen(van, naar):
        raise KanNiet(bezwaar)
    blik = vooruitblik(handeling, van, naar)
    if blik.code != gezien:
        raise Gewijzigd
    if not blik.mee:
        raise KanNiet("Er zijn geen uren die mee kunnen. Bij elke regel staat waarom.")
    rijen = [een.rij for een in blik.mee]
    omboeking = _leg_vast(handeling, van, naar, rijen)
    for een in blik.mee:
        _verplaats(een.rij, naar, een.wordt)
    _rond_af(handeling, naar, rijen)
    return omboeking


@gebruiksgeval("Omboeking teruggedraaid")
def draai_terug(handeling: Handeling, zaak: Zaak, omboeking_id: UUID, versie: int | None = None) -> Omboeking:
    """De uren gaan terug zolang er niets van is gedeclareerd; een akkoord van na het omboeken vervalt.

    ``zaak``: waar de uren heen gingen. Wat intussen is verwijderd blijft weg.
    """
    vereis_beheer(handeling)
    omboeking = haal_omboeking(handeling, zaak, omboeking_id)
    if versie is not None and versie != omboeking.versie:
        raise Gewijzigd
    status = OMBOEKING.na(omboeking.status, "draai_terug")
    van = handeling.sessie.get_one(Jobcoachperiode, (zaak.tenant_id, omboeking.van_periode_id))
    naar = handeling.sessie.get_one(Jobcoachperiode, (zaak.tenant_id, omboeking.naar_periode_id))
    _vergrendel(handeling, van, naar, _coaches_van(handeling, naar))
    rijen = _nog_daar(handeling, omboeking)
    if naar.status not in LEVEND and van.status not in LEVEND:
        raise KanNiet("De nieuwe periode is voorbij: teruggedraaid zouden deze uren nooit meer te declareren zijn.")
    if any(rij.status is Urenstatus.GEDECLAREERD for rij in rijen):
        raise KanNiet("Van deze uren is al gedeclareerd; zij blijven waar zij zijn.")
    gesloten = gesloten_weken(handeling, rijen)
    for rij in rijen:
        dicht = (rij.medewerker_id, rij.weeknummer) in gesloten
        _verplaats(rij, van, na_omboeken(rij.status, gesloten=dicht))
    omboeking.status, omboeking.terug_op, omboeking.terug_door = status, handeling.nu, handeling.vrager.naam
    return omboeking


def omboekingen_naar(handeling: Handeling, zaak: Zaak) -> Sequence[Omboeking]:
    """Wat er naar deze zaak is omgeboekt, de laatste eerst."""
    gezocht = select(Omboeking).where(Omboeking.tenant_id == zaak.tenant_id, Omboeking.naar_zaak_id == zaak.id)
    return handeling.sessie.scalars(gezocht.order_by(Omboeking.id.desc())).all()


def haal_omboeking(handeling: Handeling, zaak: Zaak, omboeking_id: UUID) -> Omboeking:
    """De omboeking, als zij naar deze zaak ging."""
    omboeking = handeling.sessie.get(Omboeking, (zaak.tenant_id, omboeking_id), populate_existing=True)
    if omboeking is None or omboeking.naar_zaak_id != zaak.id:
        raise NietGevonden
    return omboeking


def _vergrendel(handeling: Handeling, van: Jobcoachperiode, naar: Jobcoachperiode, coaches: Iterable[UUID]) -> None:
    """Niemand schrijft, accordeert of beëindigt terwijl de uren verhuizen; altijd op dezelfde volgorde."""
    for coach_id in sorted(coaches):
        vergrendel(handeling, coach_id)
    for periode in sorted((van, naar), key=lambda een: een.id):
        handeling.sessie.refresh(periode, with_for_update=True)


def _coaches_van(handeling: Handeling, periode: Jobcoachperiode) -> Sequence[UUID]:
    gezocht = select(Activiteit.medewerker_id).where(
        Activiteit.tenant_id == periode.tenant_id, Activiteit.periode_id == periode.id
    )
    return handeling.sessie.scalars(gezocht.distinct()).all()


def _nog_daar(handeling: Handeling, omboeking: Omboeking) -> Sequence[Activiteit]:
    gezocht = select(Activiteit).where(
        Activiteit.tenant_id == omboeking.tenant_id,
        Activiteit.periode_id == omboeking.naar_periode_id,
        Activiteit.id.in_([UUID(een) for een in omboeking.uren]),
    )
    return handeling.sessie.scalars(gezocht.execution_options(populate_existing=True)).all()


def _leg_vast(
    handeling: Handeling, van: Jobcoachperiode, naar: Jobcoachperiode, rijen: Sequence[Activiteit]
) -> Omboeking:
    oud, nieuw = (vind_zaak(handeling, een.tenant_id, een.zaak_id) for een in (van, naar))
    omboeking = Omboeking(
        tenant_id=van.tenant_id,
        organisatie_id=van.organisatie_id,
        kant=Kant.ORGANISATIE,
        zaak_id=oud.id,
        naar_zaak_id=nieuw.id,
        van_periode_id=van.id,
        naar_periode_id=naar.id,
        uren=[str(rij.id) for rij in rijen],
        aantal=len(rijen),
        duur=duur_van(rijen),
        op=handeling.nu,
        door=handeling.vrager.naam,
    )
    noem(handeling, f"{omboeking.duur} uur van {oud.nummer} naar {nieuw.nummer}")
    handeling.sessie.add(omboeking)
    return omboeking


def _verplaats(rij: Activiteit, naar: Jobcoachperiode, wordt: Urenstatus) -> None:
    """Zonder akkoord zijn uren van de organisatie alleen."""
    rij.zaak_id, rij.periode_id = naar.zaak_id, naar.id
    rij.status, rij.kant = wordt, Kant.ORGANISATIE
    rij.geaccordeerd_op = rij.geaccordeerd_door = None


def _rond_af(handeling: Handeling, naar: Jobcoachperiode, rijen: Sequence[Activiteit]) -> None:
    """Wie accordeert hoort het; liggen er uren te wachten, dan is de stap uren gezet."""
    handeling.sessie.flush()
    per_week: dict[tuple[UUID, str], list[Activiteit]] = defaultdict(list)
    for rij in rijen:
        if rij.status is Urenstatus.TE_ACCORDEREN:
            per_week[rij.medewerker_id, rij.weeknummer].append(rij)
    for (coach_id, week), van_week in per_week.items():
        sein_akkoord(handeling, coach_id, Week.uit_nummer(week), van_week)
    zaak = vind_zaak(handeling, naar.tenant_id, naar.zaak_id)
    if per_week and zaak.status is Zaakstatus.LOPEND:
        bereik(handeling, zaak, Zaakstap.UREN)
