"""Berichten die bij geen zaak horen: over iemand die erbij wil, een waarde, of een zaak van een andere financier."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import Basis, keuze, nieuw_id

LANGSTE_OVER = 250


class Huissoort(StrEnum):
    """Wat is er gebeurd, buiten de eigen zaken om?"""

    AANMELDING = "aanmelding"
    ZAKEN_OVERGENOMEN = "zaken_overgenomen"
    ZAAK_AANGEBODEN = "zaak_aangeboden"
    ZAAK_TERUGGENOMEN = "zaak_teruggenomen"
    ZAAK_AANGENOMEN = "zaak_aangenomen"
    ZAAK_NIET_AANGENOMEN = "zaak_niet_aangenomen"
    OFFERTEVERZOEK_TERUG = "offerteverzoek_terug"
    WAARDE_VOORGESTELD = "waarde_voorgesteld"
    WAARDE_BEOORDEELD = "waarde_beoordeeld"


class Huisbericht(Basis):
    """Eén regel voor één persoon. Over een cliënt staat er niets in: dat leest hij achter de deur, met zijn rechten.

    ``over`` is voor de zin op het scherm, ``doel`` wijst de pagina aan; ``kenmerk`` maakt het uniek.
    """

    __tablename__ = "huisbericht"
    __table_args__ = (
        UniqueConstraint("kenmerk", "lidmaatschap_id"),
        Index(None, "lidmaatschap_id", "gelezen_op", "id"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=nieuw_id)
    lidmaatschap_id: Mapped[UUID] = mapped_column(ForeignKey("lidmaatschap.id"))
    soort: Mapped[Huissoort] = mapped_column(keuze(Huissoort))
    kenmerk: Mapped[str] = mapped_column(String(160))
    over: Mapped[str] = mapped_column(String(LANGSTE_OVER), default="")
    doel: Mapped[str] = mapped_column(String(60), default="")
    op: Mapped[datetime]
    gelezen_op: Mapped[datetime | None]
    gemaild_op: Mapped[datetime | None]
