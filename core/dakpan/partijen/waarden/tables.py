"""Het voorstel voor een waarde, dat van de financier alleen is, en de waarde die daarna voor iedereen geldt."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.opslag.basis import LANGSTE_TENANT, Basis, Zaakgegevens, keuze, lijst_van_financier, verwijst
from dakpan.opslag.bestandsrij import Bestandskolommen
from dakpan.partijen.waarden.toestanden import Waardestatus
from dakpan.uitleg.bron import Zekerheid


class Waardevelden:
    """Wat er is ingevuld. ``waarden``: per sleutel zoals in een tenantbestand, bijvoorbeeld ``midden.1``."""

    regelset: Mapped[str] = mapped_column(String(60))
    parameter: Mapped[str] = mapped_column(String(80))
    vanaf: Mapped[date]
    tot_en_met: Mapped[date | None]
    waarden: Mapped[dict[str, Any]]
    bron_titel: Mapped[str] = mapped_column(String(300))
    bron_datum: Mapped[date | None]
    bron_url: Mapped[str | None] = mapped_column(String(500))
    # Er is geen regeling: alleen een demonstratie verzint een bron, en dat staat er dan overal bij.
    bron_verzonnen: Mapped[bool] = mapped_column(default=False)
    vindplaats: Mapped[str] = mapped_column(String(300))
    zekerheid: Mapped[Zekerheid] = mapped_column(keuze(Zekerheid))


class Waardevoorstel(Waardevelden, Zaakgegevens, Basis):
    """Wie stelde dit voor, en wie oordeelde erover? Nooit hetzelfde account."""

    __tablename__ = "waardevoorstel"
    __table_args__ = (
        lijst_van_financier("regelset", "parameter", "id"),
        lijst_van_financier("status", "id"),
    )

    status: Mapped[Waardestatus] = mapped_column(keuze(Waardestatus), default=Waardestatus.VOORGESTELD)
    toelichting: Mapped[str] = mapped_column(Text, default="")
    voorsteller_id: Mapped[UUID | None] = mapped_column(Uuid)
    voorgesteld_op: Mapped[datetime]
    voorgesteld_door: Mapped[str] = mapped_column(String(200))
    beoordeeld_op: Mapped[datetime | None]
    beoordeeld_door: Mapped[str | None] = mapped_column(String(200))
    oordeel: Mapped[str] = mapped_column(Text, default="")


class Bronbestand(Bestandskolommen, Zaakgegevens, Basis):
    """De bron van een voorgestelde waarde als bestand: wie beoordeelt leest wat er staat."""

    __tablename__ = "bronbestand"
    __table_args__ = (verwijst("waardevoorstel", "voorstel_id"), lijst_van_financier("voorstel_id"))

    voorstel_id: Mapped[UUID] = mapped_column(Uuid)


class EigenWaarde(Waardevelden, Basis):
    """Een goedgekeurde waarde: openbaar, want ook een organisatie rekent ermee. Zij wordt nooit gewijzigd.

    ``goedgekeurd_op`` en ``vervallen_op`` zeggen wanneer zij gold, zodat een oud besluit over te doen is.
    """

    __tablename__ = "eigen_waarde"
    __table_args__ = (Index(None, "tenant_id", "regelset", "parameter"),)

    tenant_id: Mapped[str] = mapped_column(String(LANGSTE_TENANT), primary_key=True, sort_order=-2)
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, sort_order=-1)
    goedgekeurd_op: Mapped[datetime]
    vervallen_op: Mapped[datetime | None]


VELDEN = tuple(Waardevelden.__annotations__)
