"""Wie meldde zich aan met het KvK-nummer van een organisatie die er al is? Wie daar medewerkers beheert beslist."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.partijen.registertabellen import Registratie
from dakpan.partijen.tables import Account, Lidmaatschap, Organisatie

# Een keuze van Dakpan: wie na een maand niet is uitgenodigd verdwijnt uit de lijst; de link in de e-mail blijft werken.
TE_ZIEN = timedelta(days=30)
TEN_HOOGSTE = 20


def open_verzoeken(handeling: Handeling) -> list[Registratie]:
    """Wie er nog niet bij hoort, de laatste eerst, elk e-mailadres één keer."""
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    vraag = select(Registratie).where(*_open(handeling)).order_by(Registratie.gebruikt_op.desc()).limit(TEN_HOOGSTE)
    per_adres: dict[str, Registratie] = {}
    for een in handeling.sessie.scalars(vraag):
        per_adres.setdefault(een.email, een)
    return list(per_adres.values())


def aantal_open(handeling: Handeling) -> int:
    """Hoeveel mensen wachten er? Nul voor wie er niet over gaat."""
    if not handeling.mag(Recht.MEDEWERKERS_BEHEREN) or handeling.vrager.organisatie_id is None:
        return 0
    vraag = select(func.count(Registratie.email.distinct())).where(*_open(handeling))
    return handeling.sessie.scalar(vraag) or 0


def haal_verzoek(handeling: Handeling, verzoek_id: UUID) -> Registratie:
    """Dit verzoek, zoals het werd bevestigd. ``NietGevonden``: het is niet aan de organisatie van de vrager."""
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    rij = handeling.sessie.scalar(select(Registratie).where(Registratie.id == verzoek_id, *_aan_ons(handeling)))
    if rij is None:
        raise NietGevonden
    return rij


def _aan_ons(handeling: Handeling) -> Iterator[ColumnElement[bool]]:
    eigen = select(Organisatie.kvk).where(Organisatie.id == handeling.vrager.organisatie_id)
    yield Registratie.kvk == eigen.scalar_subquery()
    yield Registratie.gebruikt_op.is_not(None)


def _open(handeling: Handeling) -> Iterator[ColumnElement[bool]]:
    yield from _aan_ons(handeling)
    yield Registratie.gebruikt_op > handeling.nu - TE_ZIEN
    leden = select(Account.email).join(Lidmaatschap, Lidmaatschap.account_id == Account.id)
    yield Registratie.email.not_in(leden.where(Lidmaatschap.organisatie_id == handeling.vrager.organisatie_id))
