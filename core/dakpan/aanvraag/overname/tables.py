"""Wat een organisatie over een bestaand besluit opgaf, en of de financier het bevestigde."""

from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.opslag.basis import Basis, Zaakgegevens, lijst_van_financier, lijst_van_organisatie, verwijst

X = TypeVar("X", Uren, Bedrag)
LANGSTE_NUMMER, LANGSTE_BRON = 40, 200


class Overname(Zaakgegevens, Basis):
    """Het besluit zoals het buiten het loket is genomen. ``bron``: het bestand en de regel waar het vandaan komt.

    Toegekend en gebruikt staan in hetzelfde cijfer: beide in uren, of beide in euro's. ``bevestigd_op`` leeg: de
    financier heeft er nog niets over gezegd.
    """

    __tablename__ = "overname"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        UniqueConstraint("tenant_id", "zaak_id"),
        lijst_van_organisatie("besluitnummer"),
        lijst_van_financier("bevestigd_op", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    besluitnummer: Mapped[str] = mapped_column(String(LANGSTE_NUMMER))
    besloten_op: Mapped[date]
    begin: Mapped[date]
    eind: Mapped[date]
    toegekende_uren: Mapped[Uren | None]
    gebruikte_uren: Mapped[Uren | None]
    toegekend_bedrag: Mapped[Bedrag | None]
    gebruikt_bedrag: Mapped[Bedrag | None]
    bron: Mapped[str] = mapped_column(String(LANGSTE_BRON))
    op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    bevestigd_op: Mapped[datetime | None]
    bevestigd_door: Mapped[str | None] = mapped_column(String(200))

    @property
    def uren_over(self) -> Uren | None:
        """Wat er van het besluit over was toen de zaak werd overgenomen."""
        return wat_over_is(self.toegekende_uren, self.gebruikte_uren)

    @property
    def bedrag_over(self) -> Bedrag | None:
        """Hetzelfde in euro's."""
        return wat_over_is(self.toegekend_bedrag, self.gebruikt_bedrag)


def wat_over_is(toegekend: X | None, gebruikt: X | None) -> X | None:
    """Wat er van de toekenning over is; None als er in dit cijfer niets is toegekend."""
    if toegekend is None or gebruikt is None:
        return toegekend
    return type(toegekend)(toegekend.honderdsten - gebruikt.honderdsten)
