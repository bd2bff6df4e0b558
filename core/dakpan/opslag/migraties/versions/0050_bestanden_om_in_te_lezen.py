"""Bestanden om in te lezen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig_van_organisatie

revision: str = "0050"
down_revision: str | None = "0049"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "inleesbestand",
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("lidmaatschap_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("naam", sa.String(length=150), nullable=False),
        sa.Column("vingerafdruk", sa.String(length=64), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ingelezen_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ingelezen", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("organisatie_id", "id", name="pk_inleesbestand"),
    )
    op.create_index(
        "ix_inleesbestand_organisatie_id_lidmaatschap_id_soort",
        "inleesbestand",
        ["organisatie_id", "lidmaatschap_id", "soort"],
    )
    beveilig_van_organisatie("inleesbestand")


def downgrade() -> None:
    op.drop_table("inleesbestand")
