"""Wat er van ingelezen bestanden nu in de agenda staat: van welk bestand, hoeveel, en in welke weken."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, func, inspect, select

from dakpan.dossier.inleestabellen import Inleesbestand
from dakpan.opslag.handeling import Handeling
from dakpan.uren.perioden import mijn_lidmaatschap
from dakpan.uren.tables import Activiteit
from dakpan.uren.week import Week

MEESTE = 5


class Ingelezen(NamedTuple):
    """Een bestand waarvan nog uren in de agenda staan: hoeveel, en in welke weken."""

    bestand: Inleesbestand
    aantal: int
    eerste: Week
    laatste: Week


def ingelezen(handeling: Handeling) -> list[Ingelezen]:
    """De laatste bestanden van de vrager waarvan nog iets in de agenda staat, het nieuwste eerst."""
    mij, rij = mijn_lidmaatschap(handeling), Activiteit
    vraag = (
        select(Inleesbestand, func.count(rij.id), func.min(rij.datum), func.max(rij.datum))
        .join(
            rij,
            (rij.organisatie_id == Inleesbestand.organisatie_id) & (rij.inleesbestand_id == Inleesbestand.id),
        )
        .where(Inleesbestand.lidmaatschap_id == mij, rij.medewerker_id == mij)
        .group_by(*inspect(Inleesbestand).columns)
        .order_by(Inleesbestand.id.desc())
        .limit(MEESTE)
    )
    gevonden = handeling.sessie.execute(vraag)
    return [Ingelezen(een, aantal, Week.van(van), Week.van(tot)) for een, aantal, van, tot in gevonden]


def weken_van(handeling: Handeling, bestand_id: UUID) -> Sequence[Week]:
    """In welke weken staan de uren van dit bestand? Op volgorde."""
    vraag = select(Activiteit.weeknummer).where(*van_mij(handeling, bestand_id)).distinct()
    return [Week.uit_nummer(een) for een in sorted(handeling.sessie.scalars(vraag))]


def van_mij(handeling: Handeling, bestand_id: UUID) -> tuple[ColumnElement[bool], ...]:
    """De activiteiten van de vrager die uit dit bestand kwamen."""
    return Activiteit.medewerker_id == mijn_lidmaatschap(handeling), Activiteit.inleesbestand_id == bestand_id
