"""De tabellen van het budget: wat er is, hoe geteld wordt, wat elk besluit vastlegt, en de tellers."""

from uuid import UUID

from sqlalchemy import BigInteger, String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.budget.domain import Jaarwijze
from dakpan.opslag.basis import LANGSTE_TENANT, Basis, Zaakgegevens, keuze, lijst_van_financier, verwijst

LANGSTE_PLAATS = 60


class Jaarbudget(Zaakgegevens, Basis):
    """Hoeveel een financier in een jaar op een kostenplaats heeft. ``bedrag`` None: niet ingevuld."""

    __tablename__ = "jaarbudget"
    __table_args__ = (UniqueConstraint("tenant_id", "kostenplaats", "jaar"),)

    jaar: Mapped[int]
    kostenplaats: Mapped[str] = mapped_column(String(LANGSTE_PLAATS))
    bedrag: Mapped[Bedrag | None]


class Budgetkeuze(Zaakgegevens, Basis):
    """Hoe een financier telt: op welke kostenplaats als niemand kiest, en in welk jaar."""

    __tablename__ = "budgetkeuze"
    __table_args__ = (UniqueConstraint("tenant_id"),)

    standaard: Mapped[str | None] = mapped_column(String(LANGSTE_PLAATS))
    jaarwijze: Mapped[Jaarwijze | None] = mapped_column(keuze(Jaarwijze))


class Verplichting(Zaakgegevens, Basis):
    """Wat één besluit in één jaar vastlegt. Een later besluit in de zaak maakt haar ``geldend`` af.

    ``bedrag`` None: niet in bron, en niet meegeteld. ``vrij``: wat er vlak voor het besluit vrij was, als het budget
    was ingevuld; ``gewaarschuwd``: wie besliste las dat het er niet in past.
    """

    __tablename__ = "verplichting"
    __table_args__ = (
        verwijst("zaak", "zaak_id"),
        verwijst("besluit", "besluit_id"),
        UniqueConstraint("tenant_id", "besluit_id", "jaar"),
        lijst_van_financier("zaak_id", "geldend"),
        lijst_van_financier("kostenplaats", "jaar", "geldend", "id"),
    )

    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    besluit_id: Mapped[UUID] = mapped_column(Uuid)
    kostenplaats: Mapped[str] = mapped_column(String(LANGSTE_PLAATS))
    jaar: Mapped[int]
    bedrag: Mapped[Bedrag | None]
    vrij: Mapped[Bedrag | None]
    gewaarschuwd: Mapped[bool] = mapped_column(default=False)
    geldend: Mapped[bool] = mapped_column(default=True)


class Budgetteller(Basis):
    """Wat er op een kostenplaats in een jaar is verplicht en betaald, in centen. Bevat geen zaakgegevens.

    Bijgehouden bij elk besluit en elk betaalbestand, zodat niemand honderdduizend regels hoeft op te tellen.
    ``onbekend``: hoeveel verplichtingen geen bedrag hebben.
    """

    __tablename__ = "budgetteller"

    tenant_id: Mapped[str] = mapped_column(String(LANGSTE_TENANT), primary_key=True)
    kostenplaats: Mapped[str] = mapped_column(String(LANGSTE_PLAATS), primary_key=True)
    jaar: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    verplicht: Mapped[int] = mapped_column(BigInteger, default=0)
    betaald: Mapped[int] = mapped_column(BigInteger, default=0)
    onbekend: Mapped[int] = mapped_column(default=0)
