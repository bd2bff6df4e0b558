"""Wat er van een declaratie af ging, en de creditnota die daarbij hoort."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.betaling.corrigeren.toestanden import Correctiesoort, Correctiestatus
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, lijst_van_organisatie, verwijst
from dakpan.opslag.vrager import Kant


class Correctie(Zaakgegevens, Basis):
    """Activiteiten die bij nader inzien niet tellen, met waarom, en wat er daarna van de declaratie overblijft.

    ``volgnummer``: de hoeveelste bevestigde van deze declaratie; samen tellen zij op. ``uitkomst``: de declaratie zoals
    zij na deze correctie is berekend, in de vorm van het rekencontract. ``duur`` en de bedragen: hoeveel er af ging.
    ``te_crediteren``: er was al een factuur, en de creditnota moet nog komen.
    """

    __tablename__ = "correctie"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("declaratie", "declaratie_id"),
        verwijst("creditnota", "creditnota_id"),
        UniqueConstraint("tenant_id", "declaratie_id", "volgnummer"),
        lijst_van_financier("status", "id"),
        lijst_van_financier("zaak_id", "id"),
        lijst_van_organisatie("te_crediteren", "id"),
        lijst_van_organisatie("status", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    declaratie_id: Mapped[UUID] = mapped_column(Uuid)
    soort: Mapped[Correctiesoort] = mapped_column(keuze(Correctiesoort))
    status: Mapped[Correctiestatus] = mapped_column(keuze(Correctiestatus))
    volgnummer: Mapped[int | None]
    opmerkingen: Mapped[dict[str, Any]] = mapped_column(default=dict)
    reden: Mapped[str] = mapped_column(Text, default="")
    van: Mapped[Kant] = mapped_column(keuze(Kant))
    voorgesteld_op: Mapped[datetime]
    voorgesteld_door: Mapped[str] = mapped_column(String(200))
    voorgesteld_account: Mapped[UUID | None] = mapped_column(Uuid)
    beslist_op: Mapped[datetime | None]
    beslist_door: Mapped[str | None] = mapped_column(String(200))
    antwoord: Mapped[str] = mapped_column(Text, default="")
    uitkomst: Mapped[dict[str, Any]] = mapped_column(default=dict)
    duur: Mapped[Duur | None]
    bedrag_excl: Mapped[Bedrag | None]
    btw: Mapped[Bedrag | None]
    bedrag_incl: Mapped[Bedrag | None]
    te_crediteren: Mapped[bool] = mapped_column(default=False)
    creditnota_id: Mapped[UUID | None] = mapped_column(Uuid)


class Creditnota(Zaakgegevens, Basis):
    """De creditnota bij een factuur: wat er minder is dan er werd gefactureerd; het bestand zelf is een document."""

    __tablename__ = "creditnota"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("declaratie", "declaratie_id"),
        verwijst("factuur", "factuur_id"),
        verwijst("document", "document_id"),
        UniqueConstraint("tenant_id", "organisatie_id", "nummer"),
        lijst_van_financier("zaak_id"),
        lijst_van_organisatie("nummer"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    declaratie_id: Mapped[UUID] = mapped_column(Uuid)
    factuur_id: Mapped[UUID] = mapped_column(Uuid)
    document_id: Mapped[UUID] = mapped_column(Uuid)
    nummer: Mapped[str] = mapped_column(String(40))
    datum: Mapped[date]
    bedrag: Mapped[Bedrag]
