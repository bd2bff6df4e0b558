"""Welke pagina's van een aanvraag zijn opgeslagen, door wie en wanneer"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0020"
down_revision: str | None = "0019"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    leeg = sa.Column("ingevuld", sa.JSON(none_as_null=True), nullable=False, server_default="{}")
    op.add_column("aanvraag", leeg)


def downgrade() -> None:
    op.drop_column("aanvraag", "ingevuld")
