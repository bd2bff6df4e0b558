"""Het archief van een organisatie: sinds wanneer zij een zaak bewaart"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0037"
down_revision: str | None = "0036"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

WAT = {
    "archief": (["gearchiveerd_op"], "gearchiveerd_op IS NOT NULL"),
    "buiten_archief": ([], "gearchiveerd_op IS NULL"),
    "status_buiten_archief": (["status"], "gearchiveerd_op IS NULL"),
}


def upgrade() -> None:
    op.add_column("zaak", sa.Column("gearchiveerd_op", sa.DateTime(timezone=True), nullable=True))
    for naam, (kolommen, waar) in WAT.items():
        op.create_index(
            f"ix_zaak_organisatie_id_{naam}",
            "zaak",
            ["organisatie_id", *kolommen, "id"],
            unique=False,
            sqlite_where=sa.text(waar),
            postgresql_where=sa.text(waar),
        )


def downgrade() -> None:
    for naam in WAT:
        op.drop_index(f"ix_zaak_organisatie_id_{naam}", table_name="zaak")
    op.drop_column("zaak", "gearchiveerd_op")
