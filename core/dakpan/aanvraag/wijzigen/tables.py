"""De melding van een wijziging, met wat erover is beslist."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.aanvraag.domain.meldingen import Gevolg, Meldsoort, Meldstatus
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst
from dakpan.opslag.vrager import Kant


class Wijzigingsmelding(Zaakgegevens, Basis):
    """Wat er voor de cliënt verandert, vanaf welke dag, en hoe zeker is dat hij het zo wil.

    ``antwoorden``: wat bij deze soort is gevraagd. ``akkoord_hoe`` en ``akkoord_op``: hoe en wanneer de cliënt
    instemde met wie het namens hem invulde. ``besluit_id``: het nieuwe besluit, als de toekenning anders werd.
    ``van``: welke kant haar doorgaf; alleen die trekt haar in. Leeg bij een melding van voor dit werd bijgehouden.
    ``bewijs``: hoe de cliënt haar zelf stuurde, met de vingerafdruk van wat hij las. ``erbij``: wat anderen erbij
    schreven, elk met ``door``, ``op`` en ``tekst``; aan wat er stond verandert niemand iets.
    """

    __tablename__ = "wijzigingsmelding"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        lijst_van_financier("zaak_id", "id"),
        lijst_van_financier("status", "id"),
        lijst_van_organisatie("zaak_id", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    soort: Mapped[Meldsoort] = mapped_column(keuze(Meldsoort))
    status: Mapped[Meldstatus] = mapped_column(keuze(Meldstatus), default=Meldstatus.GEMELD)
    ingangsdatum: Mapped[date]
    antwoorden: Mapped[dict[str, Any]] = mapped_column(default=dict)
    toelichting: Mapped[str] = mapped_column(Text, default="")
    akkoord_hoe: Mapped[str] = mapped_column(String(40))
    akkoord_op: Mapped[date]
    gemeld_op: Mapped[datetime]
    gemeld_door: Mapped[str] = mapped_column(String(200))
    van: Mapped[Kant | None] = mapped_column(keuze(Kant))
    gevolg: Mapped[Gevolg | None] = mapped_column(keuze(Gevolg))
    motivering: Mapped[str] = mapped_column(Text, default="")
    beslist_op: Mapped[datetime | None]
    beslist_door: Mapped[str | None] = mapped_column(String(200))
    besluit_id: Mapped[UUID | None] = mapped_column(Uuid)
    bewijs: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    erbij: Mapped[list[Any]] = mapped_column(default=list)

    @property
    def van_client(self) -> bool:
        """Gaf de cliënt haar zelf door? Dan staat zij vast zoals hij haar stuurde."""
        return self.bewijs is not None
