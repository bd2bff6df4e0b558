"""Weken sluiten en heropenen: op volgorde, en alleen zolang er niets is geaccordeerd."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Lidmaatschap
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.heropenen import toestemmingen
from dakpan.uren.perioden import mijn_lidmaatschap
from dakpan.uren.tables import Activiteit, GeslotenWeek, Heropening
from dakpan.uren.toestanden import UREN, Urenstatus
from dakpan.uren.week import Week, weken_tot


@dataclass(frozen=True, slots=True)
class Weekstand:
    """Hoe staat een week ervoor? ``open_ervoor``: eerdere weken die nog open zijn; ``met_uren``: die niet leeg zijn.

    ``vast``: er is iets akkoord, zodat zij dicht blijft. ``toegestaan``: welke financier haar toch opent, en waarom.
    """

    week: Week
    gesloten: bool
    begonnen: bool
    vast: bool
    open_ervoor: tuple[Week, ...]
    met_uren: tuple[Week, ...]
    toegestaan: tuple[tuple[str, str], ...] = ()

    @property
    def kan_sluiten(self) -> bool:
        return not self.gesloten and self.begonnen and not self.open_ervoor

    @property
    def kan_met_lege(self) -> bool:
        """Staan alleen lege weken in de weg?"""
        return not self.gesloten and self.begonnen and bool(self.open_ervoor) and not self.met_uren

    @property
    def kan_heropenen(self) -> bool:
        return self.gesloten and not self.vast


def vergrendel(handeling: Handeling, medewerker_id: UUID) -> None:
    """Wie aan de weken van deze coach werkt doet dat na elkaar: niemand schrijft in een week die net sluit."""
    slot = select(Lidmaatschap.id).where(Lidmaatschap.id == medewerker_id).with_for_update()
    handeling.sessie.execute(slot)


def is_gesloten(handeling: Handeling, medewerker_id: UUID, week: Week) -> bool:
    return _rij(handeling, medewerker_id, week) is not None


def weekstand(handeling: Handeling, week: Week) -> Weekstand:
    """De stand van een week van de vrager zelf."""
    mij = mijn_lidmaatschap(handeling)
    weken = set(handeling.sessie.scalars(select(GeslotenWeek.weeknummer).where(GeslotenWeek.medewerker_id == mij)))
    eerste = _eerste_week(handeling, mij)
    open_ervoor = [een for een in weken_tot(eerste, week) if een.code not in weken] if eerste else []
    toegestaan = toestemmingen(handeling, mij, week)
    return Weekstand(
        week,
        week.code in weken,
        week.begin <= handeling.vandaag,
        _is_vast(uren_van(handeling, mij, week), toegestaan),
        tuple(open_ervoor),
        _met_uren(handeling, mij, open_ervoor),
        tuple((handeling.regelboek.tenants[een.tenant_id].naam, een.reden) for een in toegestaan),
    )


@gebruiksgeval("week gesloten")
def sluit(handeling: Handeling, week: Week, *, ook_lege: bool = False) -> None:
    """Sluit een week: haar uren wachten dan op akkoord. ``ook_lege`` sluit ook de lege weken ervoor."""
    mij = mijn_lidmaatschap(handeling)
    vergrendel(handeling, mij)
    stand = weekstand(handeling, week)
    if stand.gesloten:
        raise KanNiet(UREN.overgangen["sluit_week"].eerst)
    if not stand.begonnen:
        raise KanNiet("Deze week moet nog beginnen; sluiten kan vanaf maandag.")
    in_de_weg = stand.met_uren if ook_lege else stand.open_ervoor
    if in_de_weg:
        raise KanNiet(f"Sluit eerst {in_de_weg[0]}; een week sluit pas als alle weken ervoor gesloten zijn.")
    for een in (*stand.open_ervoor, week):
        _sluit_een(handeling, mij, een)


@gebruiksgeval("week heropend")
def heropen(handeling: Handeling, week: Week) -> None:
    """Opent een gesloten week weer, zolang niets ervan is geaccordeerd of de financier het toestaat."""
    mij = mijn_lidmaatschap(handeling)
    vergrendel(handeling, mij)
    if not is_gesloten(handeling, mij, week):
        raise KanNiet("Deze week is al open.")
    toegestaan = toestemmingen(handeling, mij, week)
    for rij in uren_van(handeling, mij, week):
        if rij.status is Urenstatus.GEACCORDEERD and _mag_open(rij, toegestaan):
            rij.status = UREN.na(rij.status, "heropen_met_toestemming")
            rij.kant, rij.geaccordeerd_op, rij.geaccordeerd_door = Kant.ORGANISATIE, None, None
        elif rij.status is not Urenstatus.VOORRAAD:
            UREN.na(rij.status, "heropen_week")
    for een in toegestaan:
        een.gebruikt_op = handeling.nu
    handeling.sessie.flush()
    open_week(handeling, mij, week)


def open_week(handeling: Handeling, medewerker_id: UUID, week: Week) -> None:
    """Haalt het slot van een week; wat op akkoord wachtte is weer voorraad. Wat al akkoord is blijft dat."""
    rij = _rij(handeling, medewerker_id, week)
    if rij is not None:
        handeling.sessie.delete(rij)
    for een in uren_van(handeling, medewerker_id, week):
        if UREN.kan(een.status, "heropen_week"):
            een.status = Urenstatus.VOORRAAD


def uren_van(handeling: Handeling, medewerker_id: UUID, week: Week) -> Sequence[Activiteit]:
    """Alle uren van deze coach in deze week, bij alle financiers."""
    gevraagd = select(Activiteit).where(
        Activiteit.medewerker_id == medewerker_id, Activiteit.datum >= week.begin, Activiteit.datum <= week.eind
    )
    return handeling.sessie.scalars(gevraagd.execution_options(populate_existing=True)).all()


def _sluit_een(handeling: Handeling, mij: UUID, week: Week) -> None:
    handeling.sessie.add(
        GeslotenWeek(
            organisatie_id=handeling.vrager.organisatie_id,
            medewerker_id=mij,
            weeknummer=week.code,
            op=handeling.nu,
            door=handeling.vrager.naam,
        )
    )
    for rij in uren_van(handeling, mij, week):
        if UREN.kan(rij.status, "sluit_week"):
            rij.status = Urenstatus.TE_ACCORDEREN


def _rij(handeling: Handeling, medewerker_id: UUID, week: Week) -> GeslotenWeek | None:
    return handeling.sessie.scalar(
        select(GeslotenWeek).where(GeslotenWeek.medewerker_id == medewerker_id, GeslotenWeek.weeknummer == week.code)
    )


def _eerste_week(handeling: Handeling, mij: UUID) -> Week | None:
    """De eerste week waarin deze coach iets schreef of kon schrijven."""
    eerste_uren = handeling.sessie.scalar(select(func.min(Activiteit.datum)).where(Activiteit.medewerker_id == mij))
    eerste_periode = handeling.sessie.scalar(
        select(func.min(func.coalesce(Koppeling.van, Jobcoachperiode.begin)))
        .select_from(Jobcoachperiode)
        .join(
            Koppeling,
            (Koppeling.tenant_id == Jobcoachperiode.tenant_id) & (Koppeling.periode_id == Jobcoachperiode.id),
        )
        .where(Koppeling.coach_id == mij, Jobcoachperiode.status != Periodestatus.VERVALLEN)
    )
    dagen: list[date] = [dag for dag in (eerste_uren, eerste_periode) if dag is not None]
    return Week.van(min(dagen)) if dagen else None


def _is_vast(uren: Sequence[Activiteit], toegestaan: Sequence[Heropening]) -> bool:
    """Is er in deze week al iets gedeclareerd, of akkoord zonder dat de financier heropenen toestaat?"""
    return any(
        rij.status is Urenstatus.GEDECLAREERD
        or (rij.status is Urenstatus.GEACCORDEERD and not _mag_open(rij, toegestaan))
        for rij in uren
    )


def _mag_open(rij: Activiteit, toegestaan: Sequence[Heropening]) -> bool:
    return any((een.tenant_id, een.zaak_id) == (rij.tenant_id, rij.zaak_id) for een in toegestaan)


def _met_uren(handeling: Handeling, mij: UUID, open_weken: list[Week]) -> tuple[Week, ...]:
    if not open_weken:
        return ()
    gevraagd = select(Activiteit.weeknummer).where(
        Activiteit.medewerker_id == mij,
        Activiteit.datum >= open_weken[0].begin,
        Activiteit.datum <= open_weken[-1].eind,
        Activiteit.status == Urenstatus.VOORRAAD,
    )
    codes = set(handeling.sessie.scalars(gevraagd.distinct()))
    return tuple(week for week in open_weken if week.code in codes)
