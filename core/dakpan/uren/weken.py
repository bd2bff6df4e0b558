"""Weken sluiten en heropenen: op volgorde. Wat akkoord is blijft vast, per regel, tot wie erover gaat het vrijgeeft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaakstatus
from dakpan.dossier.zaken import bereik, haal_zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.motor import schrijft_alleen
from dakpan.opslag.samen import NIEMAND_WACHT
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Lidmaatschap
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.heropenen import toestemmingen
from dakpan.uren.perioden import mijn_lidmaatschap
from dakpan.uren.seinen import sein_akkoord
from dakpan.uren.tables import Activiteit, GeslotenWeek, Heropening
from dakpan.uren.toestanden import UREN, Urenstatus
from dakpan.uren.week import Week, weken_tot

_DICHT = (Urenstatus.GEACCORDEERD, Urenstatus.GEDECLAREERD)


@dataclass(frozen=True, slots=True)
class Weekstand:
    """Hoe staat een week ervoor? ``open_ervoor``: eerdere weken die nog open zijn; ``met_uren``: die niet leeg zijn.

    ``wacht``: hoeveel er op akkoord wacht; in een open week is dat wat de accordeerder niet terugstuurde.
    ``vast``: per financier wat akkoord of gedeclareerd is en dicht blijft. ``toegestaan``: welke financier zijn regels
    toch opent, en waarom; ``te_openen``: daar staan regels tegenover die dan opengaan.
    """

    week: Week
    gesloten: bool
    begonnen: bool
    vast: Mapping[str, Duur]
    open_ervoor: tuple[Week, ...]
    met_uren: tuple[Week, ...]
    wacht: Duur = GEEN_DUUR
    toegestaan: tuple[tuple[str, str], ...] = ()
    te_openen: bool = False

    @property
    def kan_sluiten(self) -> bool:
        return not self.gesloten and self.begonnen and not self.open_ervoor

    @property
    def kan_met_lege(self) -> bool:
        """Staan alleen lege weken in de weg?"""
        return not self.gesloten and self.begonnen and bool(self.open_ervoor) and not self.met_uren

    @property
    def kan_heropenen(self) -> bool:
        """Zolang niets vast is, of met toestemming: dan gaan alleen de regels van die financier open."""
        return self.te_openen or (self.gesloten and not self.vast)

    @property
    def kan_terughalen(self) -> bool:
        """In een open week wacht nog iets dat de coach zelf terug mag halen."""
        return not self.gesloten and bool(self.wacht.minuten) and not self.vast


def vergrendel(handeling: Handeling, medewerker_id: UUID) -> None:
    """Wie aan de weken van deze coach werkt doet dat na elkaar: niemand schrijft in een week die net sluit."""
    if not schrijft_alleen(handeling.sessie):
        handeling.sessie.connection().execute(_slot(), {"wie": medewerker_id}, execution_options=NIEMAND_WACHT)


@cache
def _slot() -> Select[UUID]:
    return select(Lidmaatschap.id).where(Lidmaatschap.id == bindparam("wie")).with_for_update()


def is_gesloten(handeling: Handeling, medewerker_id: UUID, week: Week) -> bool:
    return _rij(handeling, medewerker_id, week) is not None


def weekstand(handeling: Handeling, week: Week) -> Weekstand:
    """De stand van een week van de vrager zelf."""
    mij = mijn_lidmaatschap(handeling)
    weken = set(handeling.sessie.scalars(select(GeslotenWeek.weeknummer).where(GeslotenWeek.medewerker_id == mij)))
    eerste = _eerste_week(handeling, mij)
    open_ervoor = [een for een in weken_tot(eerste, week) if een.code not in weken] if eerste else []
    toegestaan, uren = toestemmingen(handeling, mij, week), uren_van(handeling, mij, week)
    return Weekstand(
        week,
        week.code in weken,
        week.begin <= handeling.vandaag,
        _vast(handeling, uren, toegestaan),
        tuple(open_ervoor),
        _met_uren(handeling, mij, open_ervoor),
        sum((rij.duur for rij in uren if rij.status is Urenstatus.TE_ACCORDEREN), GEEN_DUUR),
        tuple((handeling.regelboek.tenants[een.tenant_id].naam, een.reden) for een in toegestaan),
        any(_gaat_open(rij, toegestaan) for rij in uren),
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
    gesloten = [rij for een in (*stand.open_ervoor, week) for rij in _sluit_een(handeling, mij, een)]
    _vink_af(handeling, gesloten)


@gebruiksgeval("week heropend")
def heropen(handeling: Handeling, week: Week) -> None:
    """Opent een gesloten week weer, of haalt uit een open week terug wat nog wacht.

    Is er iets akkoord, dan alleen de regels waarvoor een financier het toestaat.
    """
    mij = mijn_lidmaatschap(handeling)
    vergrendel(handeling, mij)
    uren, toegestaan = uren_van(handeling, mij, week), toestemmingen(handeling, mij, week)
    vrij = [rij for rij in uren if _gaat_open(rij, toegestaan)]
    wachtend = [rij for rij in uren if UREN.kan(rij.status, "heropen_week")]
    if not vrij and not wachtend and not is_gesloten(handeling, mij, week):
        raise KanNiet("Deze week is al open.")
    for rij in () if vrij else uren:
        if rij.status is not Urenstatus.VOORRAAD:
            UREN.na(rij.status, "heropen_met_toestemming" if _mag_open(rij, toegestaan) else "heropen_week")
    for rij in vrij:
        rij.status = UREN.na(rij.status, "heropen_met_toestemming")
        rij.kant, rij.geaccordeerd_op, rij.geaccordeerd_door = Kant.ORGANISATIE, None, None
    for rij in wachtend:
        rij.status = Urenstatus.VOORRAAD
    for een in toegestaan:
        een.gebruikt_op = handeling.nu
    handeling.sessie.flush()
    open_week(handeling, mij, week)


def open_week(handeling: Handeling, medewerker_id: UUID, week: Week) -> None:
    """Haalt het slot van een week. Elke regel blijft wat zij is: een slot zit op een regel, niet op alles ernaast."""
    rij = _rij(handeling, medewerker_id, week)
    if rij is not None:
        handeling.sessie.delete(rij)


def uren_van(handeling: Handeling, medewerker_id: UUID, week: Week) -> Sequence[Activiteit]:
    """Alle uren van deze coach in deze week, bij alle financiers."""
    gevraagd = select(Activiteit).where(
        Activiteit.medewerker_id == medewerker_id, Activiteit.datum >= week.begin, Activiteit.datum <= week.eind
    )
    return handeling.sessie.scalars(gevraagd.execution_options(populate_existing=True)).all()


def _sluit_een(handeling: Handeling, mij: UUID, week: Week) -> Sequence[Activiteit]:
    """De uren die nu op akkoord wachten."""
    handeling.sessie.add(
        GeslotenWeek(
            organisatie_id=handeling.vrager.organisatie_id,
            medewerker_id=mij,
            weeknummer=week.code,
            op=handeling.nu,
            door=handeling.vrager.naam,
        )
    )
    alle = uren_van(handeling, mij, week)
    uren = [rij for rij in alle if UREN.kan(rij.status, "sluit_week")]
    for rij in uren:
        rij.status = Urenstatus.TE_ACCORDEREN
    sein_akkoord(handeling, mij, week, alle)
    return uren


def _vink_af(handeling: Handeling, uren: Sequence[Activiteit]) -> None:
    """Pas nu is de stap uren klaar: de zaak is gedeeld, en uren in een open week gaan de financier niets aan."""
    handeling.sessie.flush()
    for tenant_id, zaak_id in sorted({(rij.tenant_id, rij.zaak_id) for rij in uren}):
        zaak = haal_zaak(handeling, tenant_id, zaak_id)
        if zaak.status is Zaakstatus.LOPEND:
            bereik(handeling, zaak, Zaakstap.UREN)


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


def _vast(handeling: Handeling, uren: Sequence[Activiteit], toegestaan: Sequence[Heropening]) -> Mapping[str, Duur]:
    """Per financier hoeveel er akkoord of gedeclareerd is, en met deze toestemming dicht blijft."""
    vast: dict[str, Duur] = {}
    for rij in uren:
        if rij.status in _DICHT and not _gaat_open(rij, toegestaan):
            naam = handeling.regelboek.tenants[rij.tenant_id].naam
            vast[naam] = vast.get(naam, GEEN_DUUR) + rij.duur
    return vast


def _gaat_open(rij: Activiteit, toegestaan: Sequence[Heropening]) -> bool:
    return rij.status is Urenstatus.GEACCORDEERD and _mag_open(rij, toegestaan)


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
