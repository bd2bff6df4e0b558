"""Een index op de koppelingen van een zaak: wie coacht haar, zonder langs die van elke andere zaak te gaan"""

from collections.abc import Sequence

from alembic import op

revision: str = "0075"
down_revision: str | None = "0074"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_KOLOMMEN = ("tenant_id", "zaak_id")


def upgrade() -> None:
    op.create_index(f"ix_koppeling_{'_'.join(_KOLOMMEN)}", "koppeling", list(_KOLOMMEN), unique=False)


def downgrade() -> None:
    op.drop_index(f"ix_koppeling_{'_'.join(_KOLOMMEN)}", table_name="koppeling")
