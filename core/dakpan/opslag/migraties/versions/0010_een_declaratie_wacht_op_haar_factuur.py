"""Een declaratie wacht op haar factuur: eerst die, dan pas het oordeel"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# Wat al is ingediend wacht ook, als de werkwijze een factuur heeft en er een bedrag op staat.
_WACHT = """
UPDATE declaratie SET wacht_op_factuur = true
WHERE status = 'ingediend' AND bedrag_incl <> 0
AND NOT EXISTS (
    SELECT 1 FROM factuur
    WHERE factuur.tenant_id = declaratie.tenant_id AND factuur.declaratie_id = declaratie.id
)
AND EXISTS (
    SELECT 1 FROM zaak
    WHERE zaak.tenant_id = declaratie.tenant_id AND zaak.id = declaratie.zaak_id
    AND CAST(zaak.stappen AS VARCHAR) LIKE '%"stap": "factuur"%'
)
"""


def upgrade() -> None:
    kolom: sa.Column[bool] = sa.Column("wacht_op_factuur", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("declaratie", kolom)
    op.execute(_WACHT)


def downgrade() -> None:
    op.drop_column("declaratie", "wacht_op_factuur")
