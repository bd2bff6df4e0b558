"""Het coachingsplan: doelen, activiteiten en uren, in versies"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0034"
down_revision: str | None = "0033"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

UITGEZONDERD = "current_setting('dakpan.uitzondering', true) <> ''"
VAN_ZAAK = (
    "kant IN (current_setting('dakpan.kant', true), 'gedeeld') AND (tenant_id = current_setting('dakpan.tenant', true) "
    "OR organisatie_id::text = current_setting('dakpan.organisatie', true))"
)


def upgrade() -> None:
    op.create_table(
        "coachingsplan",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("inhoud", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("weg", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("begonnen_door", sa.String(length=200), nullable=False),
        sa.Column("vastgesteld_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("vastgesteld_door", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_coachingsplan_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_coachingsplan"),
        sa.UniqueConstraint("tenant_id", "zaak_id", "nummer", name="uq_coachingsplan_tenant_id_zaak_id_nummer"),
    )
    op.create_index("ix_coachingsplan_organisatie_id_zaak_id", "coachingsplan", ["organisatie_id", "zaak_id"])
    if op.get_bind().dialect.name == "postgresql":
        mag = f"({UITGEZONDERD}) OR ({VAN_ZAAK})"
        op.execute("ALTER TABLE coachingsplan ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE coachingsplan FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY van_de_vrager ON coachingsplan USING ({mag}) WITH CHECK ({mag})")


def downgrade() -> None:
    op.drop_table("coachingsplan")
