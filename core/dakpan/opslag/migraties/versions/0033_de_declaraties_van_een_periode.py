"""De declaraties van een periode, en die van een organisatie op volgorde"""

from collections.abc import Sequence

from alembic import op

revision: str = "0033"
down_revision: str | None = "0032"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    # Zonder deze index leest het startscherm per beëindigde periode alle declaraties van de financier.
    op.create_index(
        "ix_declaratie_tenant_id_periode_id_soort", "declaratie", ["tenant_id", "periode_id", "soort"], unique=False
    )
    # De lijst van een organisatie: de nieuwste eerst, zonder alles te sorteren.
    op.create_index("ix_declaratie_organisatie_id_id", "declaratie", ["organisatie_id", "id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_declaratie_organisatie_id_id", table_name="declaratie")
    op.drop_index("ix_declaratie_tenant_id_periode_id_soort", table_name="declaratie")
