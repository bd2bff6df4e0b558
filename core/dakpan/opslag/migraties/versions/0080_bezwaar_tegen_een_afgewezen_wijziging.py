"""Een bezwaar kan ook gaan tegen een wijziging die is afgewezen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0080"
down_revision: str | None = "0079"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

TABEL = "bezwaarschrift"


def upgrade() -> None:
    with op.batch_alter_table(TABEL) as tabel:
        tabel.add_column(sa.Column("melding_id", sa.Uuid(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table(TABEL) as tabel:
        tabel.drop_column("melding_id")
