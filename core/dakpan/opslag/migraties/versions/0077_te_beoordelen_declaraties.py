"""De declaraties die op een oordeel wachten staan op dag klaar, ook als er duizenden op hun factuur wachten"""

from collections.abc import Sequence

from alembic import op

revision: str = "0077"
down_revision: str | None = "0076"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

NAAM, TABEL = "ix_declaratie_tenant_id_status_wacht_op_factuur_datum_id", "declaratie"


def upgrade() -> None:
    op.create_index(NAAM, TABEL, ["tenant_id", "status", "wacht_op_factuur", "datum", "id"])


def downgrade() -> None:
    op.drop_index(NAAM, table_name=TABEL)
