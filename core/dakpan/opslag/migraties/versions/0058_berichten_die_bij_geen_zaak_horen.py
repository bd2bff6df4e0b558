"""Berichten die bij geen zaak horen, zoals over iemand die bij de organisatie wil werken"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0058"
down_revision: str | None = "0057"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "huisbericht",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lidmaatschap_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("kenmerk", sa.String(length=160), nullable=False),
        sa.Column("over", sa.String(length=250), nullable=False),
        sa.Column("doel", sa.String(length=60), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gelezen_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("gemaild_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["lidmaatschap_id"], ["lidmaatschap.id"], name="fk_huisbericht_lidmaatschap_id"),
        sa.PrimaryKeyConstraint("id", name="pk_huisbericht"),
        sa.UniqueConstraint("kenmerk", "lidmaatschap_id", name="uq_huisbericht_kenmerk_lidmaatschap_id"),
    )
    kolommen = ["lidmaatschap_id", "gelezen_op", "id"]
    op.create_index(f"ix_huisbericht_{'_'.join(kolommen)}", "huisbericht", kolommen, unique=False)


def downgrade() -> None:
    op.drop_table("huisbericht")
