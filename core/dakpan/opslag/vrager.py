"""Wie vraagt iets aan de database, namens wie, en wat mag hij? Zonder vrager geen antwoord."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class Kant(StrEnum):
    """Van wie is een rij? Delen is een handeling die wordt vastgelegd."""

    ORGANISATIE = "organisatie"
    FINANCIER = "financier"
    GEDEELD = "gedeeld"


@dataclass(frozen=True, slots=True)
class Vrager:
    """Eén persoon namens één organisatie of één financier, of een bezoeker die via een link komt.

    Precies één van ``tenant_id``, ``organisatie_id`` en ``rijen`` is gevuld; ``rechten`` en ``rollen`` zijn codes uit
    ``partijen.rechten``. Een lege ``rollen``: niet bekend, of van een organisatie, die per persoon rechten geeft.
    ``rijen``: wie via een link komt leest alleen deze rijen, en schrijft niets.
    """

    account_id: UUID | None
    naam: str
    tenant_id: str | None = None
    organisatie_id: UUID | None = None
    lidmaatschap_id: UUID | None = None
    rechten: frozenset[str] = field(default_factory=frozenset)
    rollen: frozenset[str] = field(default_factory=frozenset)
    rijen: frozenset[UUID] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        if [self.tenant_id is None, self.organisatie_id is None, not self.rijen].count(False) != 1:
            raise ValueError("een vrager werkt voor één organisatie of voor één financier, of komt via een link")
        if self.rijen and (self.rechten or self.rollen):
            raise ValueError("wie via een link komt heeft geen rechten")

    @property
    def via_link(self) -> bool:
        return bool(self.rijen)

    @property
    def kant(self) -> Kant:
        return Kant.FINANCIER if self.tenant_id is not None else Kant.ORGANISATIE

    @property
    def zichtbaar(self) -> tuple[Kant, ...]:
        """Welke kanten ziet deze vrager? Wie via een link komt heeft geen kant: hij ziet zijn rijen, verder niets."""
        return () if self.via_link else (self.kant, Kant.GEDEELD)


class Uitzondering(StrEnum):
    """De enige redenen om langs de wacht te gaan, elk met één plek die haar gebruikt."""

    MIGRATIE = "migratie"
    VULLING = "vulling"
    SLEUTELWISSEL = "sleutelwissel"
    MEEGEVEN = "meegeven"
    ONTDELEN = "ontdelen"
