"""De verslagen die een zaak vraagt."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst
from dakpan.rapportage.domain import Rapportagevorm
from dakpan.rapportage.toestanden import Verslagstatus


class Verslag(Zaakgegevens, Basis):
    """Een verslag dat er uiterlijk op een dag moet zijn. ``inhoud`` per onderdeel; ``bron``: waar staat de plicht."""

    __tablename__ = "verslag"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("jobcoachperiode", "periode_id"),
        UniqueConstraint("tenant_id", "nummer"),
        lijst_van_financier("status", "uiterlijk"),
        lijst_van_organisatie("status", "uiterlijk"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    periode_id: Mapped[UUID | None] = mapped_column(Uuid)
    nummer: Mapped[str | None] = mapped_column(String(20))
    vorm: Mapped[Rapportagevorm] = mapped_column(keuze(Rapportagevorm))
    uiterlijk: Mapped[date]
    schriftelijk: Mapped[bool]
    bron: Mapped[dict[str, Any]]
    status: Mapped[Verslagstatus] = mapped_column(keuze(Verslagstatus), default=Verslagstatus.OPEN)
    mondeling: Mapped[bool] = mapped_column(default=False)
    inhoud: Mapped[dict[str, Any]] = mapped_column(default=dict)
    handtekeningen: Mapped[list[Any]] = mapped_column(default=list)
    bevindingen: Mapped[list[Any]] = mapped_column(default=list)
    uitgebracht_op: Mapped[date | None]
    ingediend_op: Mapped[datetime | None]
