"""Het register van organisaties: erkenningen, certificaten, specialisaties en regio's; het mobiele nummer"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

UITGEZONDERD = "current_setting('dakpan.uitzondering', true) <> ''"
VAN_ZAAK = (
    "kant IN (current_setting('dakpan.kant', true), 'gedeeld') AND (tenant_id = current_setting('dakpan.tenant', true) "
    "OR organisatie_id::text = current_setting('dakpan.organisatie', true))"
)
VAN_ORGANISATIE = "organisatie_id::text = current_setting('dakpan.organisatie', true)"


def upgrade() -> None:
    for kolom in ("specialisaties", "regios"):
        op.add_column(
            "organisatie", sa.Column(kolom, sa.JSON(none_as_null=True), nullable=False, server_default=sa.text("'[]'"))
        )
    op.add_column("lidmaatschap", sa.Column("mobiel", sa.String(length=15), nullable=True))
    op.create_table(
        "erkenning",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot_en_met", sa.Date(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["organisatie_id"], ["organisatie.id"], name="fk_erkenning_organisatie_id"),
        sa.PrimaryKeyConstraint("id", name="pk_erkenning"),
        sa.UniqueConstraint("organisatie_id", "tenant_id", name="uq_erkenning_organisatie_id_tenant_id"),
    )
    op.create_index("ix_erkenning_tenant_id_status", "erkenning", ["tenant_id", "status"], unique=False)
    op.create_table(
        "erkenningsbesluit",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot_en_met", sa.Date(), nullable=True),
        sa.Column("reden", sa.String(length=1000), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_erkenningsbesluit"),
    )
    op.create_index(
        "ix_erkenningsbesluit_tenant_id_organisatie_id",
        "erkenningsbesluit",
        ["tenant_id", "organisatie_id"],
        unique=False,
    )
    op.create_index(
        "ix_erkenningsbesluit_organisatie_id_id", "erkenningsbesluit", ["organisatie_id", "id"], unique=False
    )
    op.create_table(
        "certificaat",
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("behaald_op", sa.Date(), nullable=False),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("organisatie_id", "id", name="pk_certificaat"),
    )
    op.create_index(
        "ix_certificaat_organisatie_id_medewerker_id", "certificaat", ["organisatie_id", "medewerker_id"], unique=False
    )
    _beveilig("erkenningsbesluit", VAN_ZAAK)
    _beveilig("certificaat", VAN_ORGANISATIE)


def _beveilig(tabel: str, regel: str) -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    mag = f"({UITGEZONDERD}) OR ({regel})"
    op.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {tabel} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY van_de_vrager ON {tabel} USING ({mag}) WITH CHECK ({mag})")


def downgrade() -> None:
    op.drop_table("certificaat")
    op.drop_table("erkenningsbesluit")
    op.drop_table("erkenning")
    op.drop_column("lidmaatschap", "mobiel")
    for kolom in ("regios", "specialisaties"):
        op.drop_column("organisatie", kolom)
