"""Het verzoek aan de werkgever om zijn deel van de aanvraag in te vullen."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.begrippen.toestand import Overgang, Toestanden
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, verwijst


class Invulstand(StrEnum):
    """Hoe ver is het verzoek?"""

    OPEN = "open"
    INGEVULD = "ingevuld"
    INGETROKKEN = "ingetrokken"


S = Invulstand
INVULLEN = Toestanden(
    {
        "herinner": Overgang((S.OPEN,), S.OPEN, "Dit verzoek loopt niet meer. Vraag de werkgever opnieuw."),
        "rond_af": Overgang((S.OPEN,), S.INGEVULD, "Dit verzoek loopt niet meer."),
        "trek_in": Overgang((S.OPEN,), S.INGETROKKEN, "Dit verzoek loopt al niet meer."),
    }
)


class Invulverzoek(Zaakgegevens, Basis):
    """Eén mens van de werkgever wordt gevraagd de aanvraag in te vullen. De link zelf staat bij ``Tekenlink``.

    ``vrager_id``: het lidmaatschap van wie het vroeg; die krijgt bericht als het klaar is.
    """

    __tablename__ = "invulverzoek"
    __table_args__ = (verwijst("zaak", "zaak_id"), lijst_van_financier("zaak_id", "id"))

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    naam: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(254))
    status: Mapped[Invulstand] = mapped_column(keuze(Invulstand), default=Invulstand.OPEN)
    gevraagd_op: Mapped[datetime]
    gevraagd_door: Mapped[str] = mapped_column(String(200))
    vrager_id: Mapped[UUID | None] = mapped_column(Uuid)
    verstuurd_op: Mapped[datetime]
    ingevuld_op: Mapped[datetime | None]
