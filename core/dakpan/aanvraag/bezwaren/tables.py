"""Een bezwaar of beroep, met de uitkomst."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort, Bezwaarstatus
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst


class Bezwaarschrift(Zaakgegevens, Basis):
    """Wie is het waarom niet eens met welk besluit?

    ``beslissen_voor``: de dag die de financier noemt; leeg als hij er geen noemde. ``nieuw_besluit_id``: het besluit
    dat in de plaats kwam. ``melding_id``: de wijziging die was afgewezen, als het daartegen gaat; ``besluit_id`` is dan
    wat er bleef gelden. ``rechtbank``: waar iemand daarna in beroep kan; dat zegt de bron niet, de financier wel.
    """

    __tablename__ = "bezwaarschrift"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("besluit", "besluit_id"),
        lijst_van_financier("zaak_id", "id"),
        lijst_van_financier("status", "id"),
        lijst_van_organisatie("zaak_id", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    besluit_id: Mapped[UUID] = mapped_column(Uuid)
    melding_id: Mapped[UUID | None] = mapped_column(Uuid)
    soort: Mapped[Bezwaarsoort] = mapped_column(keuze(Bezwaarsoort))
    status: Mapped[Bezwaarstatus] = mapped_column(keuze(Bezwaarstatus), default=Bezwaarstatus.LOPEND)
    ontvangen_op: Mapped[date]
    indiener: Mapped[str] = mapped_column(String(200))
    gronden: Mapped[str] = mapped_column(Text)
    beslissen_voor: Mapped[date | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[str] = mapped_column(String(200))
    motivering: Mapped[str] = mapped_column(Text, default="")
    beslist_op: Mapped[datetime | None]
    beslist_door: Mapped[str | None] = mapped_column(String(200))
    rechtbank: Mapped[str | None] = mapped_column(String(200))
    nieuw_besluit_id: Mapped[UUID | None] = mapped_column(Uuid)

    @property
    def tegen_id(self) -> UUID:
        """Waartegen het gaat: het besluit, of de afgewezen wijziging."""
        return self.melding_id or self.besluit_id
