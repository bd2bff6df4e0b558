"""Wie coacht er op een periode, van wanneer tot wanneer, en wie accordeert zijn uren? Nooit dezelfde persoon."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, case, or_, select

from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.berichten import Aanleiding, stuur
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.partijen.collegas import collegas
from dakpan.partijen.heet import HEET
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Account, Lidmaatschap
from dakpan.plan.akkoord import Akkoord
from dakpan.plan.koppelregels import Gekozen, dagen_van, fouten_in
from dakpan.plan.perioden import haal_periode, koppelingen_van, vereis_levend
from dakpan.plan.tables import Jobcoachperiode, Koppeling

# Eén persoon, of wie een vraag over meer mensen bij de hand heeft.
Wie = UUID | SQLColumnExpression[UUID]


class Lid(NamedTuple):
    """Een actieve medewerker van de eigen organisatie."""

    id: UUID
    naam: str
    mag_schrijven: bool
    mag_accorderen: bool


@dataclass(frozen=True, slots=True)
class Dagen:
    """Van wanneer tot en met wanneer; leeg is zolang de periode duurt."""

    van: date | None = None
    tot_en_met: date | None = None


def leden(handeling: Handeling) -> list[Lid]:
    """De actieve medewerkers van de organisatie van de vrager, op naam."""
    return [Lid(een.id, een.naam, een.mag_schrijven, een.mag_accorderen) for een in collegas(handeling) if een.actief]


@gebruiksgeval("Jobcoach gekoppeld")
def koppel(
    handeling: Handeling,
    zaak: Zaak,
    periode_id: UUID,
    coach_id: UUID,
    *,
    accordeerder_id: UUID | None,
    tweede_accordeerder_id: UUID | None = None,
    dagen: Dagen = Dagen(),
) -> Koppeling:
    """Koppelt een coach met één of twee accordeerders. Wie gekoppeld was zonder accordeerder krijgt die ermee."""
    periode = _te_beheren(handeling, zaak, periode_id)
    gekozen = Gekozen(coach_id, accordeerder_id, tweede_accordeerder_id, dagen.van, dagen.tot_en_met)
    eigen = [een for een in koppelingen_van(handeling, zaak) if een.periode_id == periode_id]
    koppeling = _zonder_accordeerder(eigen, gekozen, periode) or Koppeling(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        zaak_id=zaak.id,
        periode_id=periode_id,
        coach_id=coach_id,
    )
    _leg_vast(handeling, koppeling, gekozen, periode, eigen, zonder_mag=False)
    gekregen = Aanleiding.bij(Berichtsoort.ZAAK_GEKREGEN, zaak, periode_id)
    stuur(handeling, gekregen, (coach_id, accordeerder_id, tweede_accordeerder_id))
    return koppeling


@gebruiksgeval("Koppeling gewijzigd")
def wijzig_koppeling(
    handeling: Handeling, zaak: Zaak, koppeling_id: UUID, akkoord: Akkoord, dagen: Dagen, *, versie: int | None
) -> Koppeling:
    """Andere accordeerders of andere dagen voor dezelfde coach; zonder accordeerder mag, en dat valt dan op."""
    koppeling = haal_koppeling(handeling, zaak, koppeling_id)
    periode = _te_beheren(handeling, zaak, koppeling.periode_id)
    if versie is not None and koppeling.versie != versie:
        raise Gewijzigd
    gekozen = Gekozen(koppeling.coach_id, akkoord.eerste, akkoord.tweede, dagen.van, dagen.tot_en_met)
    eigen = [een for een in koppelingen_van(handeling, zaak) if een.periode_id == koppeling.periode_id]
    return _leg_vast(handeling, koppeling, gekozen, periode, eigen, zonder_mag=True)


@gebruiksgeval("Jobcoach losgekoppeld")
def ontkoppel(handeling: Handeling, zaak: Zaak, koppeling_id: UUID) -> Koppeling:
    """Haalt een koppeling weg; of dat kan met de uren die er al zijn, kijkt de wandeling na."""
    koppeling = haal_koppeling(handeling, zaak, koppeling_id)
    _te_beheren(handeling, zaak, koppeling.periode_id)
    noem(handeling, namen(handeling, {koppeling.coach_id}).get(koppeling.coach_id, ""))
    handeling.sessie.delete(koppeling)
    return koppeling


def haal_koppeling(handeling: Handeling, zaak: Zaak, koppeling_id: UUID) -> Koppeling:
    """De koppeling, als zij bij deze zaak hoort."""
    koppeling = handeling.sessie.get(Koppeling, (zaak.tenant_id, koppeling_id))
    if koppeling is None or koppeling.zaak_id != zaak.id:
        raise NietGevonden
    return koppeling


def _te_beheren(handeling: Handeling, zaak: Zaak, periode_id: UUID) -> Jobcoachperiode:
    if handeling.vrager.organisatie_id is None:
        raise KanNiet("De jobcoachorganisatie kiest zelf wie er coacht en wie er accordeert.")
    handeling.vereis(Recht.PERIODES_BEHEREN)
    periode = haal_periode(handeling, zaak, periode_id)
    vereis_levend(periode)
    return periode


def _leg_vast(
    handeling: Handeling,
    koppeling: Koppeling,
    gekozen: Gekozen,
    periode: Jobcoachperiode,
    eigen: list[Koppeling],
    *,
    zonder_mag: bool,
) -> Koppeling:
    heel = Periode(periode.begin, periode.eind)
    bezet = [dagen_van(een, heel) for een in eigen if een.coach_id == gekozen.coach and een.id != koppeling.id]
    van_ons = {lid.id: lid for lid in leden(handeling)}
    blijven = {koppeling.coach_id, koppeling.accordeerder_id, koppeling.tweede_accordeerder_id}
    fouten = list(fouten_in(gekozen, van_ons, heel, bezet, blijven if zonder_mag else set(), zonder_mag=zonder_mag))
    if fouten:
        raise InvoerFout(*fouten)
    koppeling.kant = periode.kant
    koppeling.van = gekozen.van if gekozen.van != periode.begin else None
    koppeling.tot_en_met = gekozen.tot_en_met if gekozen.tot_en_met != periode.eind else None
    akkoord = koppeling.akkoord
    koppeling.akkoord = Akkoord(
        gekozen.coach, gekozen.eerste, gekozen.tweede, akkoord.gedelegeerd, akkoord.gedelegeerd_tot
    ).geordend()
    handeling.sessie.add(koppeling)
    _noem_namen(handeling, koppeling)
    return koppeling


def _noem_namen(handeling: Handeling, koppeling: Koppeling) -> None:
    akkoord = koppeling.akkoord.op(handeling.vandaag)
    wie = namen(handeling, {koppeling.coach_id, *akkoord})
    erbij = [wie.get(een, "") for een in akkoord]
    noem(handeling, f"{wie.get(koppeling.coach_id, '')}, akkoord door {' en '.join(erbij) or 'nog niemand'}")


def _zonder_accordeerder(eigen: list[Koppeling], gekozen: Gekozen, periode: Jobcoachperiode) -> Koppeling | None:
    """De koppeling van deze coach op deze dagen waar nog niemand accordeert, als dat er precies één is.

    Accordeert er al iemand, dan vervangt een tweede keer koppelen die niet ongezien: de regels zeggen waar zij staat.
    """
    heel = Periode(periode.begin, periode.eind)
    binnen = Periode(gekozen.van or heel.begin, max(gekozen.tot_en_met or heel.eind, gekozen.van or heel.begin))
    van_coach = [(een, dagen_van(een, heel)) for een in eigen if een.coach_id == gekozen.coach]
    raakt = [een for een, dagen in van_coach if dagen is None or dagen.raakt(binnen)]
    return raakt[0] if len(raakt) == 1 and raakt[0].accordeerder_id is None else None


def tweede_nu(vandaag: date) -> ColumnElement[UUID | None]:
    """Wie is op deze dag de tweede accordeerder? Wie de taak gedelegeerd kreeg gaat voor."""
    loopt = and_(Koppeling.gedelegeerd_aan_id.is_not(None), Koppeling.gedelegeerd_tot >= vandaag)
    return case((loopt, Koppeling.gedelegeerd_aan_id), else_=Koppeling.tweede_accordeerder_id)


def accordeert(mij: Wie, vandaag: date) -> ColumnElement[bool]:
    """Is dit vandaag een accordeerder van deze koppeling?"""
    return or_(Koppeling.accordeerder_id == mij, tweede_nu(vandaag) == mij)


def geldt_op(dag: SQLColumnExpression[date]) -> ColumnElement[bool]:
    """Valt deze dag binnen de dagen van de koppeling? De grenzen van de periode zelf zijn al nagekeken."""
    begonnen = or_(Koppeling.van.is_(None), Koppeling.van <= dag)
    return and_(begonnen, or_(Koppeling.tot_en_met.is_(None), Koppeling.tot_en_met >= dag))


def namen(handeling: Handeling, ids: set[UUID]) -> Mapping[UUID, str]:
    """Hoe heten deze medewerkers, ook als zij niet meer actief zijn?"""
    if not ids:
        return {}
    gekozen = select(Lidmaatschap.id, HEET).join(Account, Account.id == Lidmaatschap.account_id)
    return dict(handeling.sessie.execute(gekozen.where(Lidmaatschap.id.in_(ids))).all())
