"""Een organisatie en een factuuradres hebben een versie, en een rekening een dag waarop zij veranderde"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    for tabel in ("organisatie", "factuuradres"):
        kolom: sa.Column[int] = sa.Column("versie", sa.Integer(), nullable=False, server_default="1")
        op.add_column(tabel, kolom)
    op.add_column("organisatie", sa.Column("rekening_gewijzigd_op", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("organisatie", "rekening_gewijzigd_op")
    for tabel in ("factuuradres", "organisatie"):
        op.drop_column(tabel, "versie")
