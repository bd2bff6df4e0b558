"""Wat aan een andere financier is meegegeven terugnemen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0043"
down_revision: str | None = "0042"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("zaakoverdracht", sa.Column("teruggenomen_op", sa.DateTime(timezone=True), nullable=True))
    op.add_column("zaakoverdracht", sa.Column("teruggenomen_door", sa.String(length=200), nullable=True))
    op.add_column("zaakoverdracht", sa.Column("waarom_terug", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    for kolom in ("waarom_terug", "teruggenomen_door", "teruggenomen_op"):
        op.drop_column("zaakoverdracht", kolom)
