"""Wie over een declaratie oordeelt staat erbij: wie in de zaak beslist"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("declaratie", sa.Column("beoordelaar", sa.String(length=40), nullable=True))


def downgrade() -> None:
    op.drop_column("declaratie", "beoordelaar")
