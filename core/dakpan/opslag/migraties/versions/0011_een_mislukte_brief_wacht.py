"""Een brief die niet weg kon wacht tot zijn volgende poging"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("brief", sa.Column("opnieuw_vanaf", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("brief", "opnieuw_vanaf")
