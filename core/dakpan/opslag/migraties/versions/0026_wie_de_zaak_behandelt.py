"""Wie de zaak behandelt"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0026"
down_revision: str | None = "0025"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "behandeling",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("tafel", sa.String(length=40), nullable=False),
        sa.Column("behandelaar_id", sa.Uuid(), nullable=True),
        sa.Column("behandelaar", sa.String(length=200), nullable=True),
        sa.Column("terug_naar_id", sa.Uuid(), nullable=True),
        sa.Column("terug_naar", sa.String(length=200), nullable=True),
        sa.Column("terug_op", sa.Date(), nullable=True),
        sa.Column("laatste_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_behandeling_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_behandeling"),
        sa.UniqueConstraint("tenant_id", "zaak_id", name="uq_behandeling_tenant_id_zaak_id"),
    )
    op.create_index(
        "ix_behandeling_tenant_id_behandelaar_id_tafel",
        "behandeling",
        ["tenant_id", "behandelaar_id", "tafel"],
        unique=False,
    )
    op.create_index(
        "ix_behandeling_tenant_id_tafel_behandelaar_id",
        "behandeling",
        ["tenant_id", "tafel", "behandelaar_id"],
        unique=False,
    )
    op.create_index(
        "ix_behandeling_tenant_id_terug_naar_id_tafel",
        "behandeling",
        ["tenant_id", "terug_naar_id", "tafel"],
        unique=False,
    )

    op.create_table(
        "overdracht",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("reeks_id", sa.Uuid(), nullable=False),
        sa.Column("zet", sa.String(length=40), nullable=False),
        sa.Column("van_tafel", sa.String(length=40), nullable=False),
        sa.Column("naar_tafel", sa.String(length=40), nullable=False),
        sa.Column("van_id", sa.Uuid(), nullable=True),
        sa.Column("van", sa.String(length=200), nullable=True),
        sa.Column("naar_id", sa.Uuid(), nullable=True),
        sa.Column("naar", sa.String(length=200), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("terug_op", sa.Date(), nullable=True),
        sa.Column("vorige", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_overdracht_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_overdracht"),
    )
    op.create_index("ix_overdracht_tenant_id_reeks_id", "overdracht", ["tenant_id", "reeks_id"], unique=False)
    op.create_index("ix_overdracht_tenant_id_van_id_id", "overdracht", ["tenant_id", "van_id", "id"], unique=False)
    op.create_index("ix_overdracht_tenant_id_zaak_id_id", "overdracht", ["tenant_id", "zaak_id", "id"], unique=False)

    beveilig("behandeling", "overdracht")


def downgrade() -> None:
    op.drop_index("ix_overdracht_tenant_id_zaak_id_id", table_name="overdracht")
    op.drop_index("ix_overdracht_tenant_id_van_id_id", table_name="overdracht")
    op.drop_index("ix_overdracht_tenant_id_reeks_id", table_name="overdracht")

    op.drop_table("overdracht")
    op.drop_index("ix_behandeling_tenant_id_terug_naar_id_tafel", table_name="behandeling")
    op.drop_index("ix_behandeling_tenant_id_tafel_behandelaar_id", table_name="behandeling")
    op.drop_index("ix_behandeling_tenant_id_behandelaar_id_tafel", table_name="behandeling")

    op.drop_table("behandeling")
