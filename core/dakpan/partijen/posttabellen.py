"""Wat er aan een brief vastzit."""

from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis


class Briefbijlage(Basis):
    """Eén bestand bij een brief. ``inhoud`` gaat weg zodra de brief is bezorgd: wie het stuurde heeft het zelf nog."""

    __tablename__ = "briefbijlage"

    brief_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("brief.id"), primary_key=True)
    naam: Mapped[str] = mapped_column(String(200))
    mediatype: Mapped[str] = mapped_column(String(100))
    inhoud: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
