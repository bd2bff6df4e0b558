"""Een organisatie meldt zich aan"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "registratie",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kvk", sa.String(length=8), nullable=False),
        sa.Column("organisatie", sa.String(length=200), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("uitnodiger", sa.String(length=40), nullable=True),
        sa.Column("vingerafdruk", sa.String(length=64), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gebruikt_op", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_registratie"),
        sa.UniqueConstraint("vingerafdruk", name="uq_registratie_vingerafdruk"),
    )


def downgrade() -> None:
    op.drop_table("registratie")
