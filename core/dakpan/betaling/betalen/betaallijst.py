"""Alle betalingen van een financier, de nieuwste eerst: te vinden op zaak, kenmerk, naam en stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, cast, func, select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.betalen.betalingen import tenant_van
from dakpan.betaling.lijsten import PER_BLADZIJDE
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht
from dakpan.betaling.toestanden import GEDAAN, WEG, Betaalstatus
from dakpan.betaling.zoeken import gezocht
from dakpan.dossier.tables import Zaak
from dakpan.opslag.bladeren import Blad, Vanaf, begrens, knip
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.typen import Centen
from dakpan.partijen.rechten import Recht


@dataclass(frozen=True, slots=True)
class Betaling:
    """Eén betaling met haar stand; ``bestand``: het kenmerk van het betaalbestand waarin zij ging.

    ``bedrag``: voor er iets van af ging; ``verrekend``: wat er af ging toen zij in dat bestand kwam.
    """

    tenant_id: str
    zaak_id: UUID
    id: UUID
    nummer: str
    begunstigde: str
    bedrag: Bedrag
    verrekend: Bedrag
    vanaf: date
    status: Betaalstatus
    zaak: str
    bestand: str | None

    @property
    def netto(self) -> Bedrag | None:
        """Wat er naar de bank ging; None: zij gaat nog."""
        return self.bedrag - self.verrekend if self.bestand is not None else None


@dataclass(frozen=True, slots=True)
class Samen:
    """Wat er van deze betalingen in een betaalbestand ging, geteld zoals het grootboek ze boekt."""

    aantal: int = 0
    naar_de_bank: Bedrag = NUL_EURO
    verrekend: Bedrag = NUL_EURO
    teruggekomen: Bedrag = NUL_EURO

    @property
    def blijft(self) -> Bedrag:
        """Wat er is betaald en niet terugkwam; wat is verrekend telde al bij een eerdere betaling."""
        return self.naar_de_bank - self.teruggekomen


def alle_betalingen(
    handeling: Handeling, zoek: str = "", status: Betaalstatus | None = None, na: UUID | None = None
) -> Blad[Betaling]:
    """Eén bladzijde; ``na``: verder vanaf deze betaling. Alleen voor wie bij de financier met betalingen werkt."""
    tenant_van(handeling)
    handeling.vereis(Recht.BETALEN, Recht.BETALING_VRIJGEVEN)
    betaling = Betaalopdracht
    vraag: Select[*tuple[Any, ...]] = (
        select(
            betaling.tenant_id,
            betaling.zaak_id,
            betaling.id,
            betaling.nummer,
            betaling.begunstigde,
            betaling.bedrag,
            betaling.verrekend,
            betaling.vanaf,
            betaling.status,
            Zaak.nummer,
            Betaalbestand.nummer,
        )
        .join(Zaak, (Zaak.tenant_id == betaling.tenant_id) & (Zaak.id == betaling.zaak_id))
        .outerjoin(
            Betaalbestand,
            (Betaalbestand.tenant_id == betaling.tenant_id) & (Betaalbestand.id == betaling.betaalbestand_id),
        )
        .where(*welke(handeling, zoek, status))
    )
    vanaf = Vanaf((na,)) if na is not None else None
    rijen = handeling.sessie.execute(begrens(vraag, (betaling.id,), vanaf, PER_BLADZIJDE, aflopend=True)).all()
    return knip([Betaling(*rij) for rij in rijen], vanaf, PER_BLADZIJDE)


def samen(handeling: Handeling, zoek: str = "", status: Betaalstatus | None = None) -> Samen:
    """Van alles wat past bij wat er gezocht is, ook op andere bladzijden; in één vraag."""
    tenant_van(handeling)
    handeling.vereis(Recht.BETALEN, Recht.BETALING_VRIJGEVEN)
    rij = Betaalopdracht
    netto = rij.bedrag - rij.verrekend
    terug = case((rij.status.in_(GEDAAN), 0), else_=netto)
    sommen = (cast(func.sum(een), Centen) for een in (netto, rij.verrekend, terug))
    weg = (rij.betaalbestand_id.is_not(None), rij.status.in_(WEG))  # met de stand erbij staat alles in één index
    vraag = select(func.count(), *sommen).where(*weg, *welke(handeling, zoek, status))
    aantal, *bedragen = handeling.sessie.execute(vraag).one()
    return Samen(aantal, *bedragen) if aantal else Samen()


def welke(handeling: Handeling, zoek: str, status: Betaalstatus | None) -> Iterator[ColumnElement[bool]]:
    """Wat past bij wat er gezocht is; zonder zoekvraag is dat alles."""
    yield from gezocht(handeling, zoek, Betaalopdracht, Betaalopdracht.nummer)
    if status is not None:
        yield Betaalopdracht.status == status
