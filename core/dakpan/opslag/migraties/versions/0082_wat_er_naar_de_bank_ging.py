"""Wat er naar de bank ging is op te tellen zonder langs elke betaling te gaan"""

from collections.abc import Sequence

from alembic import op

revision: str = "0082"
down_revision: str | None = "0081"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

NAAM, TABEL = "ix_betaalopdracht_tenant_id_som", "betaalopdracht"
KOLOMMEN = ["tenant_id", "status", "betaalbestand_id", "kant", "organisatie_id", "bedrag", "verrekend"]


def upgrade() -> None:
    op.create_index(NAAM, TABEL, KOLOMMEN)


def downgrade() -> None:
    op.drop_index(NAAM, table_name=TABEL)
