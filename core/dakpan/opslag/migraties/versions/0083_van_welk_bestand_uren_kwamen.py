"""Bij uren uit een bestand staat van welk, zodat zij in één keer terug te halen zijn"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0083"
down_revision: str | None = "0082"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

TABEL = "activiteit"


def upgrade() -> None:
    op.add_column(TABEL, sa.Column("inleesbestand_id", sa.Uuid(), nullable=True))


def downgrade() -> None:
    op.drop_column(TABEL, "inleesbestand_id")
