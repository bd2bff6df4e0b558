"""De tabellen van een steekproef: de trekking zelf, en wat er per regel van wordt gevonden."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.begrippen.duur import Duur
from dakpan.betaling.declaratie.opmerkingen import LANGSTE
from dakpan.betaling.steekproef.domain import Regeloordeel
from dakpan.opslag.basis import Basis, Zaakgegevens, keuze, lijst_van_financier, verwijst
from dakpan.uren.tables import BEOOGD_TEN_HOOGSTE, BEREIKT_TEN_HOOGSTE


class Steekproef(Zaakgegevens, Basis):
    """Eén trekking uit de declaraties van een paar dagen, van alle organisaties of van één.

    ``omvang_aantal`` of ``omvang_percentage`` is wat de financier vroeg; ``totaal`` waaruit is getrokken en ``aantal``
    hoeveel het er zijn. Met ``zaad`` is de trekking na te doen.
    """

    __tablename__ = "steekproef"
    __table_args__ = (UniqueConstraint("tenant_id", "nummer"),)

    nummer: Mapped[str] = mapped_column(String(20))
    van: Mapped[date]
    tot: Mapped[date]
    bij_organisatie_id: Mapped[UUID | None] = mapped_column(Uuid)
    omvang_aantal: Mapped[int | None]
    omvang_percentage: Mapped[str | None] = mapped_column(String(10))
    zaad: Mapped[str] = mapped_column(String(64))
    totaal: Mapped[int]
    aantal: Mapped[int]
    getrokken_op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    gesloten_op: Mapped[datetime | None]
    gesloten_door: Mapped[str | None] = mapped_column(String(200))


class Steekproefregel(Zaakgegevens, Basis):
    """Eén getrokken activiteit, zoals zij er bij het trekken stond, en wat ervan wordt gevonden.

    Zij wijst niet naar de activiteit zelf: de organisatie kan die na terugsturen nog wijzigen of weghalen.
    """

    __tablename__ = "steekproefregel"
    __table_args__ = (
        verwijst("steekproef", "steekproef_id"),
        verwijst("zaak", "zaak_id"),
        verwijst("declaratie", "declaratie_id"),
        UniqueConstraint("tenant_id", "steekproef_id", "volgnummer"),
        UniqueConstraint("tenant_id", "steekproef_id", "activiteit_id"),
        lijst_van_financier("steekproef_id", "oordeel", "volgnummer"),
        lijst_van_financier("declaratie_id", "oordeel"),
    )

    steekproef_id: Mapped[UUID] = mapped_column(Uuid)
    volgnummer: Mapped[int]
    zaak_id: Mapped[UUID] = mapped_column(Uuid)
    declaratie_id: Mapped[UUID] = mapped_column(Uuid)
    activiteit_id: Mapped[UUID] = mapped_column(Uuid)
    datum: Mapped[date]
    begin: Mapped[str] = mapped_column(String(5))
    duur: Mapped[Duur]
    doel: Mapped[str] = mapped_column(String(60))
    soort: Mapped[str] = mapped_column(String(120))
    beoogd: Mapped[str] = mapped_column(String(BEOOGD_TEN_HOOGSTE))
    bereikt: Mapped[str] = mapped_column(String(BEREIKT_TEN_HOOGSTE))
    oordeel: Mapped[Regeloordeel | None] = mapped_column(keuze(Regeloordeel))
    reden: Mapped[str] = mapped_column(String(LANGSTE), default="")
    op: Mapped[datetime | None]
    door: Mapped[str | None] = mapped_column(String(200))
