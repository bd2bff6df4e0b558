"""De verslagen die een zaak vraagt, en het concept ervan zolang het niet is ingediend."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst
from dakpan.rapportage.domain import Rapportagevorm
from dakpan.rapportage.toestanden import Verslagstatus


class Verslag(Zaakgegevens, Basis):
    """Een verslag dat er uiterlijk op een dag moet zijn. ``inhoud`` per onderdeel; ``bron``: waar staat de plicht.

    Beide kanten zien de plicht; wat erin komt staat tot het indienen in het concept. ``peildatum``: van welke dag zijn
    de regels waarmee het wordt getoetst?
    """

    __tablename__ = "verslag"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("jobcoachperiode", "periode_id"),
        UniqueConstraint("tenant_id", "nummer"),
        UniqueConstraint("tenant_id", "zaak_id", "vorm", "uiterlijk"),
        lijst_van_financier("status", "uiterlijk"),
        lijst_van_organisatie("status", "uiterlijk"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    periode_id: Mapped[UUID | None] = mapped_column(Uuid)
    nummer: Mapped[str | None] = mapped_column(String(20))
    vorm: Mapped[Rapportagevorm] = mapped_column(keuze(Rapportagevorm))
    uiterlijk: Mapped[date]
    schriftelijk: Mapped[bool]
    peildatum: Mapped[date]
    bron: Mapped[dict[str, Any]]
    status: Mapped[Verslagstatus] = mapped_column(keuze(Verslagstatus), default=Verslagstatus.OPEN)
    mondeling: Mapped[bool] = mapped_column(default=False)
    inhoud: Mapped[dict[str, Any]] = mapped_column(default=dict)
    handtekeningen: Mapped[list[Any]] = mapped_column(default=list)
    bevindingen: Mapped[list[Any]] = mapped_column(default=list)
    uitgebracht_op: Mapped[date | None]
    ingediend_op: Mapped[datetime | None]


class Verslagconcept(Zaakgegevens, Basis):
    """Wat er tot nu toe in een verslag staat; alleen voor de kant die het schrijft. Na het indienen is het weg.

    ``handtekeningen`` op volgorde van tekenen: wie, namens welke partij, wanneer.
    """

    __tablename__ = "verslagconcept"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("verslag", "verslag_id"),
        UniqueConstraint("tenant_id", "verslag_id"),
        lijst_van_financier("zaak_id"),
        lijst_van_organisatie("zaak_id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    verslag_id: Mapped[UUID] = mapped_column(Uuid)
    mondeling: Mapped[bool] = mapped_column(default=False)
    teksten: Mapped[dict[str, Any]] = mapped_column(default=dict)
    bijgevoegd: Mapped[list[str]] = mapped_column(default=list)
    handtekeningen: Mapped[list[Any]] = mapped_column(default=list)
