"""Een document kan een vereist stuk zijn en wordt verzonden"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0024"
down_revision: str | None = "0023"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("document", sa.Column("stuk", sa.String(length=60), nullable=True))
    op.add_column("document", sa.Column("verzonden_op", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("document", "verzonden_op")
    op.drop_column("document", "stuk")
