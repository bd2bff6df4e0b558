"""Een index op de overgenomen zaken die op de financier wachten"""

from collections.abc import Sequence

from alembic import op

revision: str = "0067"
down_revision: str | None = "0066"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_KOLOMMEN = ("tenant_id", "bevestigd_op", "id")


def upgrade() -> None:
    op.create_index(f"ix_overname_{'_'.join(_KOLOMMEN)}", "overname", list(_KOLOMMEN), unique=False)


def downgrade() -> None:
    op.drop_index(f"ix_overname_{'_'.join(_KOLOMMEN)}", table_name="overname")
