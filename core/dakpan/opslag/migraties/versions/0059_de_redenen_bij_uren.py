"""Waarom een coach werkte buiten het plan, en waarom er meer tijd in de rapportage zit"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0059"
down_revision: str | None = "0058"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    kolom = sa.Column("planreden", sa.String(length=500), nullable=False, server_default="")
    op.add_column("activiteit", kolom)
    op.add_column("declaratie", sa.Column("motivering", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("declaratie", "motivering")
    op.drop_column("activiteit", "planreden")
