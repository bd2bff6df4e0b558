"""Afspraken over uren, bij de zaak waar zij over gaan."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst
from dakpan.opslag.vrager import Kant

MET_TEN_HOOGSTE, WAAROVER_TEN_HOOGSTE = 200, 500


class Urenafspraak(Zaakgegevens, Basis):
    """Met wie, wanneer en waarover is iets afgesproken? Gedeeld; alleen wie haar vastlegde trekt haar in.

    ``van``: de kant die haar vastlegde. ``ingetrokken_op``: vanaf dan geldt zij niet meer, maar zij blijft te lezen.
    """

    __tablename__ = "urenafspraak"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        lijst_van_financier("zaak_id"),
        lijst_van_organisatie("zaak_id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    van: Mapped[Kant] = mapped_column(keuze(Kant))
    met: Mapped[str] = mapped_column(String(MET_TEN_HOOGSTE))
    datum: Mapped[date]
    waarover: Mapped[str] = mapped_column(String(WAAROVER_TEN_HOOGSTE))
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[str] = mapped_column(String(200))
    ingetrokken_op: Mapped[datetime | None]
