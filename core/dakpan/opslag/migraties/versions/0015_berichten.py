"""Berichten, met hun rijbeveiliging; en per account welke e-mail iemand wil"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

UITGEZONDERD = "current_setting('dakpan.uitzondering', true) <> ''"
VAN_ZAAK = (
    "kant IN (current_setting('dakpan.kant', true), 'gedeeld') AND (tenant_id = current_setting('dakpan.tenant', true) "
    "OR organisatie_id::text = current_setting('dakpan.organisatie', true))"
)


def upgrade() -> None:
    op.add_column("account", sa.Column("mailkeuze", sa.String(40), nullable=False, server_default="werk"))
    op.create_table(
        "bericht",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("lidmaatschap_id", sa.Uuid(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=True),
        sa.Column("zaaknummer", sa.String(length=20), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("kenmerk", sa.String(length=160), nullable=False),
        sa.Column("over", sa.String(length=60), nullable=False),
        sa.Column("dag", sa.Date(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gelezen_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("gemaild_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_bericht_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_bericht"),
        sa.UniqueConstraint(
            "tenant_id", "kenmerk", "lidmaatschap_id", name="uq_bericht_tenant_id_kenmerk_lidmaatschap_id"
        ),
    )
    for eigenaar in ("tenant_id", "organisatie_id"):
        kolommen = [eigenaar, "lidmaatschap_id", "gelezen_op", "id"]
        op.create_index(f"ix_bericht_{'_'.join(kolommen)}", "bericht", kolommen, unique=False)
    if op.get_bind().dialect.name == "postgresql":
        mag = f"({UITGEZONDERD}) OR ({VAN_ZAAK})"
        op.execute("ALTER TABLE bericht ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE bericht FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY van_de_vrager ON bericht USING ({mag}) WITH CHECK ({mag})")


def downgrade() -> None:
    op.drop_table("bericht")
    op.drop_column("account", "mailkeuze")
