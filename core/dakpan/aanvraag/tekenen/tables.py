"""Het verzoek om te tekenen; de link ernaartoe staat bij ``vialink``."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.tekenen.toestanden import Verzoekstand
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, verwijst


class Tekenverzoek(Zaakgegevens, Basis):
    """Eén mens wordt gevraagd één document te tekenen.

    ``kenmerk`` is de vingerafdruk van de antwoorden waaruit het document is gemaakt, ``sha256`` die van het document.
    ``machtiging``: wat de cliënt koos; leeg als er niet naar is gevraagd of nog niet is gekozen.
    """

    __tablename__ = "tekenverzoek"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("document", "document_id"),
        lijst_van_financier("zaak_id", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    document_id: Mapped[UUID] = mapped_column(Uuid)
    partij: Mapped[Partij] = mapped_column(keuze(Partij))
    volgorde: Mapped[int]
    naam: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(254))
    vertegenwoordiger: Mapped[bool] = mapped_column(default=False)
    titel: Mapped[str] = mapped_column(String(200))
    client: Mapped[str] = mapped_column(String(201))
    financier: Mapped[str] = mapped_column(String(200))
    status: Mapped[Verzoekstand] = mapped_column(keuze(Verzoekstand), default=Verzoekstand.WACHT)
    kenmerk: Mapped[str] = mapped_column(String(64))
    sha256: Mapped[str] = mapped_column(String(64))
    vraagt_machtiging: Mapped[bool] = mapped_column(default=False)
    machtiging: Mapped[bool | None]
    gevraagd_op: Mapped[datetime]
    gevraagd_door: Mapped[str] = mapped_column(String(200))
    verstuurd_op: Mapped[datetime | None]
    getekend_op: Mapped[datetime | None]
