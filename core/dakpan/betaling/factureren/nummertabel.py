"""Welke nummers een organisatie voor een factuur of creditnota gebruikte."""

from enum import StrEnum

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, Organisatiegegevens, keuze


class Nummersoort(StrEnum):
    """Waarvoor is het nummer gebruikt?"""

    FACTUUR = "factuur"
    CREDITNOTA = "creditnota"


class Documentnummer(Organisatiegegevens, Basis):
    """Eén gebruikt nummer. De database weigert een tweede, ook als twee mensen het op hetzelfde moment gebruiken."""

    __tablename__ = "documentnummer"
    __table_args__ = (UniqueConstraint("organisatie_id", "nummer"),)

    nummer: Mapped[str] = mapped_column(String(40))
    soort: Mapped[Nummersoort] = mapped_column(keuze(Nummersoort))
