"""Hoeveel er over een periode is gedeclareerd"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0051"
down_revision: str | None = "0050"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# Wat er al is ingediend telt mee vanaf het begin.
_VUL = """
INSERT INTO declaratieteller (tenant_id, periode_id, minuten, centen)
SELECT tenant_id, periode_id, sum(declarabel), sum(coalesce(bedrag_excl, 0))
FROM declaratie WHERE status IN ('ingediend', 'goedgekeurd') GROUP BY tenant_id, periode_id
"""


def upgrade() -> None:
    op.create_table(
        "declaratieteller",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("periode_id", sa.Uuid(), nullable=False),
        sa.Column("minuten", sa.Integer(), nullable=False),
        sa.Column("centen", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "periode_id"],
            ["jobcoachperiode.tenant_id", "jobcoachperiode.id"],
            name="fk_declaratieteller_tenant_id_periode_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "periode_id", name="pk_declaratieteller"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT set_config('dakpan.uitzondering', 'migratie', true)")
    op.execute(_VUL)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT set_config('dakpan.uitzondering', '', true)")


def downgrade() -> None:
    op.drop_table("declaratieteller")
