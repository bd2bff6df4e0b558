"""De berekende dag van een zaak, als de Algemene termijnenwet haar uiterste dag opschoof"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("zaak", sa.Column("uiterlijk_berekend", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("zaak", "uiterlijk_berekend")
