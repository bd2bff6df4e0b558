"""Een bestand dat iemand bracht om in te lezen, van het bekijken tot het bevestigen."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, Organisatiegegevens, keuze, lijst_van_organisatie


class Inleessoort(StrEnum):
    """Wat staat er in het bestand?"""

    UREN = "uren"
    ZAKEN = "zaken"


class Inleesbestand(Organisatiegegevens, Basis):
    """Wat er is gebracht, en wat ermee gebeurde. Alleen wie het bracht ziet het.

    ``inhoud`` staat op slot en gaat weg zodra het bestand is ingelezen; de ``vingerafdruk`` blijft.
    """

    __tablename__ = "inleesbestand"
    __table_args__ = (lijst_van_organisatie("lidmaatschap_id", "soort"),)
    GEHEIME_VELDEN: ClassVar[frozenset[str]] = frozenset({"inhoud"})

    lidmaatschap_id: Mapped[UUID] = mapped_column(Uuid)
    soort: Mapped[Inleessoort] = mapped_column(keuze(Inleessoort))
    naam: Mapped[str] = mapped_column(String(150))
    vingerafdruk: Mapped[str] = mapped_column(String(64))
    inhoud: Mapped[bytes | None] = mapped_column(LargeBinary)
    op: Mapped[datetime]
    ingelezen_op: Mapped[datetime | None]
    ingelezen: Mapped[int | None]
