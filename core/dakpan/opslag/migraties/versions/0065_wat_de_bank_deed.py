"""Wat de bank met een betaling deed: uitgevoerd of teruggekomen, en welke er dan voor in de plaats komt"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0065"
down_revision: str | None = "0064"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

KOLOMMEN = ("betaald_op", "teruggekomen_op", "terug_reden", "vorige_iban")


def upgrade() -> None:
    op.add_column("betaalopdracht", sa.Column("betaald_op", sa.Date(), nullable=True))
    op.add_column("betaalopdracht", sa.Column("teruggekomen_op", sa.Date(), nullable=True))
    op.add_column("betaalopdracht", sa.Column("terug_reden", sa.String(length=300), nullable=False, server_default=""))
    op.add_column("betaalopdracht", sa.Column("vorige_iban", sa.String(length=34), nullable=True))


def downgrade() -> None:
    for kolom in reversed(KOLOMMEN):
        op.drop_column("betaalopdracht", kolom)
