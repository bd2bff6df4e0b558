"""Een ander bevestigt wat er op een vordering is ontvangen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0071"
down_revision: str | None = "0069"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_INDEX = ("tenant_id", "status", "id")


def upgrade() -> None:
    """Wat er al was vastgelegd is er al af, en geldt dus als bevestigd."""
    nul = sa.Column("genoteerd", sa.BigInteger(), nullable=False, server_default="0")
    op.add_column("vordering", nul)
    for kolom in (
        sa.Column("status", sa.String(length=40), nullable=False, server_default="bevestigd"),
        sa.Column("door_account", sa.Uuid(), nullable=True),
        sa.Column("beslist_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beslist_door", sa.String(length=200), nullable=True),
        sa.Column("antwoord", sa.Text(), nullable=False, server_default=""),
    ):
        op.add_column("vorderingontvangst", kolom)
    op.create_index(f"ix_vorderingontvangst_{'_'.join(_INDEX)}", "vorderingontvangst", list(_INDEX))


def downgrade() -> None:
    op.drop_index(f"ix_vorderingontvangst_{'_'.join(_INDEX)}", table_name="vorderingontvangst")
    for kolom in ("antwoord", "beslist_door", "beslist_op", "door_account", "status"):
        op.drop_column("vorderingontvangst", kolom)
    op.drop_column("vordering", "genoteerd")
