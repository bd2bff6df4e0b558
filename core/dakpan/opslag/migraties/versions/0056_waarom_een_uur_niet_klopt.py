"""Bij welke uren van een declaratie de financier schreef waarom zij niet kloppen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0056"
down_revision: str | None = "0055"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    kolom = sa.Column("opmerkingen", sa.JSON(none_as_null=True), nullable=False, server_default="{}")
    op.add_column("declaratie", kolom)


def downgrade() -> None:
    op.drop_column("declaratie", "opmerkingen")
