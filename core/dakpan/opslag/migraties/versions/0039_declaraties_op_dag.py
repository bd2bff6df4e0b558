"""De lijst van declaraties op volgorde van haar dag"""

from collections.abc import Sequence

from alembic import op

revision: str = "0039"
down_revision: str | None = "0038"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.drop_index("ix_declaratie_organisatie_id_id", table_name="declaratie")
    for eigenaar in ("organisatie_id", "tenant_id"):
        op.create_index(f"ix_declaratie_{eigenaar}_datum_id", "declaratie", [eigenaar, "datum", "id"], unique=False)


def downgrade() -> None:
    for eigenaar in ("organisatie_id", "tenant_id"):
        op.drop_index(f"ix_declaratie_{eigenaar}_datum_id", table_name="declaratie")
    op.create_index("ix_declaratie_organisatie_id_id", "declaratie", ["organisatie_id", "id"], unique=False)
