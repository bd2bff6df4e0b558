"""Een lidmaatschap telt als het is aangenomen; een ander adres als het is bevestigd"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0019"
down_revision: str | None = "0018"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


NIEUW: dict[str, sa.types.TypeEngine[Any]] = {
    "aanvaard_op": sa.DateTime(timezone=True),
    "naam": sa.String(length=200),
    "nieuw_adres": sa.String(length=254),
}
# Wie al een wachtwoord koos werkt hier al; een ander kiest het met een nieuwe link.
_AANGENOMEN = """
UPDATE lidmaatschap SET aanvaard_op = CURRENT_TIMESTAMP
WHERE EXISTS (
    SELECT 1 FROM account WHERE account.id = lidmaatschap.account_id AND account.wachtwoord IS NOT NULL
)
"""


def upgrade() -> None:
    for kolom, soort in NIEUW.items():
        op.add_column("lidmaatschap", sa.Column(kolom, soort, nullable=True))
    with op.batch_alter_table("eenmalige_link") as tabel:
        tabel.add_column(sa.Column("lidmaatschap_id", sa.Uuid(), nullable=True))
        tabel.create_foreign_key(op.f("fk_eenmalige_link_lidmaatschap_id"), "lidmaatschap", ["lidmaatschap_id"], ["id"])
    op.execute(_AANGENOMEN)


def downgrade() -> None:
    with op.batch_alter_table("eenmalige_link") as tabel:
        tabel.drop_constraint(op.f("fk_eenmalige_link_lidmaatschap_id"), type_="foreignkey")
        tabel.drop_column("lidmaatschap_id")
    for kolom in NIEUW:
        op.drop_column("lidmaatschap", kolom)
