"""Het logboek van een zaak en wat er bij elkaar is gedaan, uit de uren die akkoord zijn; ook van gesloten perioden."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from dakpan.aanvraag.tables import Aanvraag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import gesloten_voor
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.heet import HEET
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Account, Lidmaatschap
from dakpan.uren.accorderen import AKKOORD
from dakpan.uren.keuzes import doeltitel, soorttekst
from dakpan.uren.overzicht import Periodestand, overzicht
from dakpan.uren.tables import Activiteit

TEN_HOOGSTE, LANGSTE_KETEN = 500, 20
# Wie van elke kant leest het logboek van een zaak die hij ziet?
LEZEN = {
    Kant.ORGANISATIE: (Recht.UREN_SCHRIJVEN, Recht.UREN_ACCORDEREN, Recht.DECLAREREN, Recht.PERIODES_BEHEREN),
    Kant.FINANCIER: (Recht.BEOORDELEN, Recht.BESLISSEN, Recht.DECLARATIE_BEOORDELEN),
}

# Wie neemt elke activiteit mee? Van een organisatie ook wie schrijft, maar dan alleen de eigen.
ALLE_UREN = (Recht.DECLAREREN, Recht.PERIODES_BEHEREN)
MEENEMEN = {
    Kant.ORGANISATIE: (*ALLE_UREN, Recht.UREN_SCHRIJVEN),
    Kant.FINANCIER: (Recht.DECLARATIE_BEOORDELEN, Recht.BEOORDELEN),
}


@dataclass(frozen=True, slots=True)
class Keuze:
    """Waarover gaat het? Alles leeg: alle perioden van deze zaak, van begin tot eind."""

    periode_id: UUID | None = None
    van: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Logregel:
    """Eén activiteit; ``coach`` leeg: niet bekend, of niet voor deze lezer."""

    datum: date
    begin: int
    duur: Duur
    coach: str
    doel: str
    soort: str
    beoogd: str
    bereikt: str
    planreden: str


@dataclass(frozen=True, slots=True)
class Opgeteld:
    """Hoe vaak en hoe lang er aan dit doel met deze activiteit is gewerkt."""

    doel: str
    soort: str
    aantal: int
    duur: Duur


@dataclass(frozen=True, slots=True)
class Logboek:
    """``regels``: de laatste, op dag; ``opgeteld`` telt alles. ``wacht``: geschreven en nog niet akkoord."""

    regels: tuple[Logregel, ...]
    opgeteld: tuple[Opgeteld, ...]
    wacht: Duur

    @property
    def totaal(self) -> Duur:
        return sum((een.duur for een in self.opgeteld), GEEN_DUUR)

    @property
    def aantal(self) -> int:
        return sum(een.aantal for een in self.opgeteld)

    @property
    def per_doel(self) -> Sequence[tuple[str, Duur, Sequence[Opgeteld]]]:
        """De doelen waar de meeste tijd naartoe ging eerst, elk met zijn activiteiten."""
        doelen = dict.fromkeys(een.doel for een in self.opgeteld)
        delen = {doel: [een for een in self.opgeteld if een.doel == doel] for doel in doelen}
        samen = [(doel, sum((een.duur for een in van), GEEN_DUUR), van) for doel, van in delen.items()]
        return sorted(samen, key=lambda deel: (-deel[1].minuten, deel[0]))


def mag_logboek(handeling: Handeling) -> bool:
    return any(map(handeling.mag, LEZEN.get(handeling.vrager.kant, ())))


def mag_meenemen(handeling: Handeling) -> bool:
    """Mag de vrager elke activiteit als bestand hebben?"""
    return any(map(handeling.mag, MEENEMEN.get(handeling.vrager.kant, ())))


def logboek_van(handeling: Handeling, zaak: Zaak, keuze: Keuze) -> Logboek:
    """In drie opdrachten, hoeveel uren er ook zijn."""
    waar = list(_waar(zaak, keuze))
    akkoord = [*waar, Activiteit.status.in_(AKKOORD)]
    wacht = handeling.sessie.scalar(select(func.sum(Activiteit.duur)).where(*waar, Activiteit.status.not_in(AKKOORD)))
    return Logboek(tuple(_regels(handeling, akkoord)), tuple(_opgeteld(handeling, akkoord)), wacht or GEEN_DUUR)


def _waar(zaak: Zaak, keuze: Keuze) -> Iterator[ColumnElement[bool]]:
    yield Activiteit.tenant_id == zaak.tenant_id
    yield Activiteit.zaak_id == zaak.id
    if keuze.periode_id is not None:
        yield Activiteit.periode_id == keuze.periode_id
    if keuze.van is not None:
        yield Activiteit.datum >= keuze.van
    if keuze.tot is not None:
        yield Activiteit.datum <= keuze.tot


def _regels(handeling: Handeling, waar: Sequence[ColumnElement[bool]]) -> Iterator[Logregel]:
    naam = HEET
    laatste = (
        select(Activiteit, naam)
        .outerjoin(Lidmaatschap, Lidmaatschap.id == Activiteit.medewerker_id)
        .outerjoin(Account, Account.id == Lidmaatschap.account_id)
        .where(*waar)
        .order_by(Activiteit.datum.desc(), Activiteit.begin.desc(), Activiteit.id.desc())
        .limit(TEN_HOOGSTE)
    )
    for een, coach in reversed(handeling.sessie.execute(laatste).all()):
        wat = (doeltitel(een.doel), soorttekst(een.soort), een.beoogd, een.bereikt, een.planreden)
        yield Logregel(een.datum, een.begin, een.duur, coach or "", *wat)


def _opgeteld(handeling: Handeling, waar: Sequence[ColumnElement[bool]]) -> Iterator[Opgeteld]:
    samen = func.sum(Activiteit.duur)
    gevraagd = (
        select(Activiteit.doel, Activiteit.soort, func.count(), samen)
        .where(*waar)
        .group_by(Activiteit.doel, Activiteit.soort)
        .order_by(samen.desc(), Activiteit.doel, Activiteit.soort)
    )
    for doel, soort, aantal, duur in handeling.sessie.execute(gevraagd):
        yield Opgeteld(doeltitel(doel), soorttekst(soort), aantal, duur)


def perioden_van_client(handeling: Handeling, zaak: Zaak) -> list[tuple[Zaak, tuple[Periodestand, ...]]]:
    """Elke zaak van deze cliënt die op deze volgt of waar deze op volgt, met haar perioden; de eerste eerst."""
    zaken = {een.id: een for een in _keten(handeling, zaak)}
    op_volgorde = sorted(zaken.values(), key=lambda een: (een.begin or date.max, een.nummer))
    return [(een, overzicht(handeling, een)) for een in op_volgorde]


def _keten(handeling: Handeling, zaak: Zaak) -> Iterator[Zaak]:
    """Langs "vervolg op", terug en vooruit; wat de lezer niet mag zien is er voor hem niet."""
    gezien, open_ = {zaak.id}, [zaak.id]
    yield zaak
    while open_ and len(gezien) < LANGSTE_KETEN:
        hier = (Aanvraag.zaak_id.in_(open_)) | (Aanvraag.vorige_zaak_id.in_(open_))
        paren = handeling.sessie.execute(
            select(Aanvraag.zaak_id, Aanvraag.vorige_zaak_id).where(Aanvraag.tenant_id == zaak.tenant_id, hier)
        )
        open_ = [een for paar in paren for een in paar if een is not None and een not in gezien]
        gezien.update(open_)
        gevonden = select(Zaak).where(Zaak.tenant_id == zaak.tenant_id, Zaak.id.in_(open_))
        for een in handeling.sessie.scalars(gevonden):
            if een.gearchiveerd_op is None or not gesloten_voor(handeling.vrager):
                yield een
