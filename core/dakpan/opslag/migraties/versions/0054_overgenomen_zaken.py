"""Zaken die zijn overgenomen uit een eerdere administratie"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0054"
down_revision: str | None = "0053"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "overname",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("besluitnummer", sa.String(length=40), nullable=False),
        sa.Column("besloten_op", sa.Date(), nullable=False),
        sa.Column("begin", sa.Date(), nullable=False),
        sa.Column("eind", sa.Date(), nullable=False),
        sa.Column("toegekende_uren", sa.Integer(), nullable=True),
        sa.Column("gebruikte_uren", sa.Integer(), nullable=True),
        sa.Column("toegekend_bedrag", sa.BigInteger(), nullable=True),
        sa.Column("gebruikt_bedrag", sa.BigInteger(), nullable=True),
        sa.Column("bron", sa.String(length=200), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.Column("bevestigd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bevestigd_door", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_overname_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_overname"),
        sa.UniqueConstraint("tenant_id", "zaak_id", name="uq_overname_tenant_id_zaak_id"),
    )
    op.create_index("ix_overname_organisatie_id_besluitnummer", "overname", ["organisatie_id", "besluitnummer"])
    beveilig("overname")


def downgrade() -> None:
    op.drop_table("overname")
