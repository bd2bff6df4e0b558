"""Een zaak naar een andere financier: wat er hier is vastgelegd, en wat er daar klaarstaat"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0036"
down_revision: str | None = "0035"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def _tekst(naam: str, lengte: int | None = None, *, leeg: bool = False) -> sa.Column[str]:
    return sa.Column(naam, sa.String(length=lengte) if lengte else sa.Text(), nullable=leeg)


def _moment(naam: str, *, leeg: bool = False) -> sa.Column[object]:
    return sa.Column(naam, sa.DateTime(timezone=True), nullable=leeg)


def _maak(tabel: str, *kolommen: sa.schema.SchemaItem, verwijst: tuple[str, str]) -> None:
    """Een tabel met zaakgegevens die met één kolom naar een andere wijst."""
    naar, kolom = verwijst
    op.create_table(
        tabel,
        _tekst("tenant_id", 40),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        _tekst("kant", 40),
        sa.Column("versie", sa.Integer(), nullable=False),
        *kolommen,
        sa.ForeignKeyConstraint(
            ["tenant_id", kolom],
            [f"{naar}.tenant_id", f"{naar}.id"],
            name=f"fk_{tabel}_tenant_id_{kolom}",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=f"pk_{tabel}"),
    )


def upgrade() -> None:
    _maak(
        "zaakoverdracht",
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        _tekst("naar_tenant", 40),
        sa.Column("vanaf", sa.Date(), nullable=False),
        _tekst("reden"),
        sa.Column("mee", sa.JSON(none_as_null=True), nullable=False),
        _moment("op"),
        _tekst("door", 200),
        verwijst=("zaak", "zaak_id"),
    )
    _index("zaakoverdracht", "tenant_id", "zaak_id", "id")
    _maak(
        "meegegeven",
        _tekst("van_tenant", 40),
        _tekst("van_nummer", 20),
        _tekst("client", 201),
        sa.Column("vanaf", sa.Date(), nullable=False),
        _tekst("reden"),
        sa.Column("antwoorden", sa.JSON(none_as_null=True), nullable=False),
        _tekst("status", 40),
        _moment("aangeboden_op"),
        _tekst("door", 200),
        _tekst("door_email", 254),
        _tekst("oordeel"),
        _moment("beoordeeld_op", leeg=True),
        _tekst("beoordeeld_door", 200, leeg=True),
        sa.Column("zaak_id", sa.Uuid(), nullable=True),
        verwijst=("zaak", "zaak_id"),
    )
    _index("meegegeven", "tenant_id", "status", "id")
    _index("meegegeven", "organisatie_id", "status", "id")
    _maak(
        "meegegevenstuk",
        sa.Column("meegegeven_id", sa.Uuid(), nullable=False),
        _tekst("titel", 200),
        _tekst("bestandsnaam", 200),
        _tekst("mediatype", 100),
        _tekst("sha256", 64),
        _moment("gemaakt_op"),
        _tekst("door", 200),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        verwijst=("meegegeven", "meegegeven_id"),
    )
    _index("meegegevenstuk", "tenant_id", "meegegeven_id")
    beveilig("zaakoverdracht", "meegegeven", "meegegevenstuk")


def _index(tabel: str, *kolommen: str) -> None:
    op.create_index(f"ix_{tabel}_{'_'.join(kolommen)}", tabel, list(kolommen), unique=False)


def downgrade() -> None:
    for tabel in ("meegegevenstuk", "meegegeven", "zaakoverdracht"):
        op.drop_table(tabel)
