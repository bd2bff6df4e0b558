"""De cliënt geeft een wijziging zelf door met een link; anderen schrijven er alleen bij"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0045"
down_revision: str | None = "0044"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column(
        "invulverzoek", sa.Column("waarvoor", sa.String(length=40), nullable=False, server_default="aanvraag")
    )
    op.add_column(
        "invulverzoek", sa.Column("vertegenwoordiger", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("wijzigingsmelding", sa.Column("bewijs", sa.JSON(none_as_null=True), nullable=True))
    op.add_column(
        "wijzigingsmelding", sa.Column("erbij", sa.JSON(none_as_null=True), nullable=False, server_default="[]")
    )


def downgrade() -> None:
    op.drop_column("wijzigingsmelding", "erbij")
    op.drop_column("wijzigingsmelding", "bewijs")
    op.drop_column("invulverzoek", "vertegenwoordiger")
    op.drop_column("invulverzoek", "waarvoor")
