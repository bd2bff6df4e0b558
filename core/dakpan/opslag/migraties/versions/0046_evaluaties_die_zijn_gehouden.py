"""Evaluaties die zijn gehouden"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0046"
down_revision: str | None = "0045"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "gehouden_evaluatie",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("gehouden_op", sa.Date(), nullable=False),
        sa.Column("uitkomst", sa.Text(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_gehouden_evaluatie_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_gehouden_evaluatie"),
        sa.UniqueConstraint("tenant_id", "zaak_id", "datum", name="uq_gehouden_evaluatie_tenant_id_zaak_id_datum"),
    )
    op.create_index("ix_gehouden_evaluatie_organisatie_id_zaak_id", "gehouden_evaluatie", ["organisatie_id", "zaak_id"])

    beveilig("gehouden_evaluatie")


def downgrade() -> None:
    op.drop_index("ix_gehouden_evaluatie_organisatie_id_zaak_id", table_name="gehouden_evaluatie")

    op.drop_table("gehouden_evaluatie")
