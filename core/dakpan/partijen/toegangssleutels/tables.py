"""De toegangssleutels van een medewerker. Alleen de vingerafdruk van het geheim wordt bewaard."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, Beheerd, nieuw_id

LANGSTE_NAAM = 80


class Toegangssleutel(Beheerd, Basis):
    """Waarmee een programma werkt als deze medewerker van deze organisatie, tot een dag.

    ``begin``: de eerste tekens van het geheim, om sleutels uit elkaar te houden.
    """

    __tablename__ = "toegangssleutel"
    __table_args__ = (Index(None, "lidmaatschap_id"),)
    GEHEIME_VELDEN = frozenset({"vingerafdruk"})

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id)
    lidmaatschap_id: Mapped[UUID] = mapped_column(ForeignKey("lidmaatschap.id"))
    naam: Mapped[str] = mapped_column(String(LANGSTE_NAAM))
    begin: Mapped[str] = mapped_column(String(12))
    vingerafdruk: Mapped[str] = mapped_column(String(64), unique=True)
    gemaakt_op: Mapped[datetime]
    verloopt_op: Mapped[datetime]
    ingetrokken_op: Mapped[datetime | None]
    laatst_gebruikt_op: Mapped[datetime | None]

    def werkt(self, nu: datetime) -> bool:
        return self.ingetrokken_op is None and self.verloopt_op > nu
