"""Het verzoek om een declaratie terug te krijgen, en wat de financier ervan vond."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, Zaakgegevens, lijst_van_financier, verwijst

LANGSTE_REDEN = 2_000


class Terugvraag(Zaakgegevens, Basis):
    """Eén verzoek per declaratie. ``uiterlijk``: de laatste dag ervoor, als de regels er een noemen.

    ``toegestaan`` None: de financier besliste nog niet.
    """

    __tablename__ = "terugvraag"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("declaratie", "declaratie_id"),
        UniqueConstraint("tenant_id", "declaratie_id"),
        lijst_van_financier("zaak_id", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    declaratie_id: Mapped[UUID] = mapped_column(Uuid)
    reden: Mapped[str] = mapped_column(String(LANGSTE_REDEN))
    dag: Mapped[date]
    uiterlijk: Mapped[date | None]
    gevraagd_op: Mapped[datetime]
    gevraagd_door: Mapped[str] = mapped_column(String(200))
    toegestaan: Mapped[bool | None]
    antwoord: Mapped[str] = mapped_column(String(LANGSTE_REDEN), default="")
    beslist_op: Mapped[datetime | None]
    beslist_door: Mapped[str | None] = mapped_column(String(200))

    @property
    def te_laat(self) -> bool:
        return self.uiterlijk is not None and self.dag > self.uiterlijk
