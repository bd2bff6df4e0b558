"""Bij een beslissing op bezwaar staat bij welke rechtbank iemand in beroep kan"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0079"
down_revision: str | None = "0078"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

TABEL = "bezwaarschrift"


def upgrade() -> None:
    with op.batch_alter_table(TABEL) as tabel:
        tabel.add_column(sa.Column("rechtbank", sa.String(length=200), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table(TABEL) as tabel:
        tabel.drop_column("rechtbank")
