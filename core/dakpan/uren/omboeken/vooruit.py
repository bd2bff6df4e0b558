"""Wat er zou gebeuren: elke activiteit van de oude periode, of zij mee kan, en hoe zij er daarna voor staat."""

import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select, tuple_

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.periode import Periode
from dakpan.opslag.handeling import Handeling
from dakpan.plan.koppelen import namen
from dakpan.plan.koppelregels import dagen_van
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.uren.omboeken.regels import Plek, na_omboeken, waarom_niet
from dakpan.uren.tables import Activiteit, GeslotenWeek
from dakpan.uren.toestanden import Urenstatus


@dataclass(frozen=True, slots=True)
class Omboekregel:
    """Eén activiteit. ``wordt``: haar stand erna; ``waarom_niet``: leeg als zij mee gaat."""

    rij: Activiteit
    coach: str
    waarom_niet: str
    wordt: Urenstatus


@dataclass(frozen=True, slots=True)
class Vooruitblik:
    """Alles van de oude periode op volgorde. ``al_geschreven``: wat er in de nieuwe al staat."""

    van: Jobcoachperiode
    naar: Jobcoachperiode
    regels: tuple[Omboekregel, ...]
    al_geschreven: Duur
    zonder_accordeerder: tuple[str, ...]

    @property
    def mee(self) -> tuple[Omboekregel, ...]:
        return tuple(een for een in self.regels if not een.waarom_niet)

    @property
    def blijft(self) -> tuple[Omboekregel, ...]:
        return tuple(een for een in self.regels if een.waarom_niet)

    @property
    def duur_mee(self) -> Duur:
        return duur_van([een.rij for een in self.mee])

    @property
    def boven(self) -> Duur:
        """Hoeveel er straks meer is geschreven dan toegekend: schrijven mag, declareren niet."""
        if self.naar.uren is None:
            return GEEN_DUUR
        return max(GEEN_DUUR, self.al_geschreven + self.duur_mee - Duur.uit_uren(self.naar.uren))

    @property
    def code(self) -> int:
        """Eén getal dat verandert zodra er iets anders zou gebeuren dan hier staat."""
        tekst = ";".join(f"{een.rij.id}:{een.rij.versie}:{een.waarom_niet}:{een.wordt}" for een in self.regels)
        return zlib.crc32(f"{self.van.id}>{self.naar.id}:{tekst}".encode())


def duur_van(rijen: Sequence[Activiteit]) -> Duur:
    return sum((rij.duur for rij in rijen), GEEN_DUUR)


def vooruitblik(handeling: Handeling, van: Jobcoachperiode, naar: Jobcoachperiode) -> Vooruitblik:
    """Een vast aantal vragen aan de database, hoeveel uren er ook zijn; er verandert niets."""
    rijen, gekoppeld = _uren(handeling, van), _koppelingen(handeling, naar)
    gesloten, coaches = gesloten_weken(handeling, rijen), namen(handeling, {rij.medewerker_id for rij in rijen})
    plek = _plek(handeling, naar, gekoppeld)
    regels = tuple(
        Omboekregel(
            rij,
            coaches.get(rij.medewerker_id, ""),
            niet := waarom_niet(plek, rij.status, rij.datum, rij.medewerker_id, rij.groep_id),
            rij.status if niet else na_omboeken(rij.status, gesloten=(rij.medewerker_id, rij.weeknummer) in gesloten),
        )
        for rij in rijen
    )
    mee = {een.rij.medewerker_id for een in regels if not een.waarom_niet}
    zonder = {een.coach_id for een in gekoppeld if not een.akkoord.op(handeling.vandaag)} & mee
    return Vooruitblik(van, naar, regels, _geschreven(handeling, naar), tuple(sorted(coaches[een] for een in zonder)))


def gesloten_weken(handeling: Handeling, rijen: Sequence[Activiteit]) -> set[tuple[UUID, str]]:
    """Van welke coach is welke week gesloten? Alleen de weken waarin deze uren vallen."""
    weken = {(rij.medewerker_id, rij.weeknummer) for rij in rijen}
    if not weken:
        return set()
    sleutel = tuple_(GeslotenWeek.medewerker_id, GeslotenWeek.weeknummer)
    gevonden = select(GeslotenWeek.medewerker_id, GeslotenWeek.weeknummer).where(sleutel.in_(sorted(weken)))
    return {(wie, week) for wie, week in handeling.sessie.execute(gevonden)}


def _uren(handeling: Handeling, van: Jobcoachperiode) -> Sequence[Activiteit]:
    gezocht = select(Activiteit).where(Activiteit.tenant_id == van.tenant_id, Activiteit.periode_id == van.id)
    op_volgorde = gezocht.order_by(Activiteit.datum, Activiteit.begin, Activiteit.id)
    return handeling.sessie.scalars(op_volgorde.execution_options(populate_existing=True)).all()


def _koppelingen(handeling: Handeling, naar: Jobcoachperiode) -> Sequence[Koppeling]:
    gezocht = select(Koppeling).where(Koppeling.tenant_id == naar.tenant_id, Koppeling.periode_id == naar.id)
    return handeling.sessie.scalars(gezocht.order_by(Koppeling.id)).all()


def _plek(handeling: Handeling, naar: Jobcoachperiode, koppelingen: Sequence[Koppeling]) -> Plek:
    heel, dagen = Periode(naar.begin, naar.eind), defaultdict[UUID, tuple[Periode, ...]](tuple)
    for een in koppelingen:
        if (deel := dagen_van(een, heel)) is not None:
            dagen[een.coach_id] += (deel,)
    groepen = select(Activiteit.groep_id).where(
        Activiteit.tenant_id == naar.tenant_id, Activiteit.periode_id == naar.id, Activiteit.groep_id.is_not(None)
    )
    return Plek(heel, dagen, frozenset(een for een in handeling.sessie.scalars(groepen.distinct()) if een is not None))


def _geschreven(handeling: Handeling, naar: Jobcoachperiode) -> Duur:
    som = select(func.sum(Activiteit.duur)).where(
        Activiteit.tenant_id == naar.tenant_id, Activiteit.periode_id == naar.id
    )
    return handeling.sessie.scalar(som) or GEEN_DUUR
