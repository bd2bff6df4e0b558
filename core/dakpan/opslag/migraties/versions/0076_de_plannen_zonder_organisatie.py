"""De plannen zonder organisatie zijn te vinden zonder langs elke lopende zaak te gaan"""

from collections.abc import Sequence

from alembic import op

revision: str = "0076"
down_revision: str | None = "0075"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

NAAM, TABEL = "ix_coachingsplan_tenant_id_organisatie_id_status_zaak_id", "coachingsplan"


def upgrade() -> None:
    op.create_index(NAAM, TABEL, ["tenant_id", "organisatie_id", "status", "zaak_id"])


def downgrade() -> None:
    op.drop_index(NAAM, table_name=TABEL)
