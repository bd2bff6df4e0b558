"""Het verzoek om iets in te vullen (van de zaak), en de link ernaartoe (zonder zaakgegevens)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.begrippen.toestand import Overgang, Toestanden
from dakpan.opslag.basis import LANGSTE_TENANT, Basis, Zaakgegevens, keuze, lijst_van_financier, nieuw_id, verwijst


class Waarvoor(StrEnum):
    """Wat mag wie via de link komt invullen?"""

    AANVRAAG = "aanvraag"
    WIJZIGING = "wijziging"
    POST = "post"


class Invulstand(StrEnum):
    """Hoe ver is het verzoek?"""

    OPEN = "open"
    INGEVULD = "ingevuld"
    INGETROKKEN = "ingetrokken"
    GEWEIGERD = "geweigerd"


S = Invulstand
INVULLEN = Toestanden(
    {
        "herinner": Overgang((S.OPEN,), S.OPEN, "Dit verzoek loopt niet meer. Stuur een nieuwe link."),
        "rond_af": Overgang((S.OPEN,), S.INGEVULD, "Dit verzoek loopt niet meer."),
        "trek_in": Overgang((S.OPEN,), S.INGETROKKEN, "Dit verzoek loopt al niet meer."),
        "weiger": Overgang((S.OPEN,), S.GEWEIGERD, "Dit verzoek loopt niet meer."),
        "herroep": Overgang((S.INGEVULD,), S.INGETROKKEN, "Dit is niet gegeven, of al ingetrokken."),
    }
)


class Invulverzoek(Zaakgegevens, Basis):
    """Eén mens wordt gevraagd iets in te vullen. De link zelf staat bij ``Tekenlink``.

    ``vrager_id``: het lidmaatschap van wie het vroeg; die krijgt bericht als het klaar is. ``vertegenwoordiger``: een
    wettelijk vertegenwoordiger vult het in voor de cliënt.
    """

    __tablename__ = "invulverzoek"
    __table_args__ = (verwijst("zaak", "zaak_id"), lijst_van_financier("zaak_id", "id"))

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    waarvoor: Mapped[Waarvoor] = mapped_column(keuze(Waarvoor), default=Waarvoor.AANVRAAG)
    naam: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(254))
    vertegenwoordiger: Mapped[bool] = mapped_column(default=False)
    status: Mapped[Invulstand] = mapped_column(keuze(Invulstand), default=Invulstand.OPEN)
    gevraagd_op: Mapped[datetime]
    gevraagd_door: Mapped[str] = mapped_column(String(200))
    vrager_id: Mapped[UUID | None] = mapped_column(Uuid)
    verstuurd_op: Mapped[datetime]
    ingevuld_op: Mapped[datetime | None]


class Tekenlink(Basis):
    """Een link voor één verzoek, om te tekenen of om in te vullen; bij dat laatste hoort geen document.

    Van het geheim en de code staat hier alleen een vingerafdruk; geen zaakgegevens.
    """

    __tablename__ = "tekenlink"
    __table_args__ = (Index(None, "verzoek_id"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id)
    tenant_id: Mapped[str] = mapped_column(String(LANGSTE_TENANT))
    verzoek_id: Mapped[UUID] = mapped_column(Uuid)
    document_id: Mapped[UUID | None] = mapped_column(Uuid)
    vingerafdruk: Mapped[str] = mapped_column(String(64), unique=True)
    verloopt_op: Mapped[datetime]
    gesloten_op: Mapped[datetime | None]
    code: Mapped[str | None] = mapped_column(String(64))
    code_tot: Mapped[datetime | None]
    pogingen: Mapped[int] = mapped_column(default=0)
