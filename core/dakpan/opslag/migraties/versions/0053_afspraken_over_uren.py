"""Afspraken over uren"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0053"
down_revision: str | None = "0052"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "urenafspraak",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("van", sa.String(length=40), nullable=False),
        sa.Column("met", sa.String(length=200), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("waarover", sa.String(length=500), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.String(length=200), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_urenafspraak_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_urenafspraak"),
    )
    op.create_index("ix_urenafspraak_organisatie_id_zaak_id", "urenafspraak", ["organisatie_id", "zaak_id"])
    op.create_index("ix_urenafspraak_tenant_id_zaak_id", "urenafspraak", ["tenant_id", "zaak_id"])

    beveilig("urenafspraak")


def downgrade() -> None:
    op.drop_index("ix_urenafspraak_tenant_id_zaak_id", table_name="urenafspraak")
    op.drop_index("ix_urenafspraak_organisatie_id_zaak_id", table_name="urenafspraak")

    op.drop_table("urenafspraak")
