"""Bezwaar en beroep"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0035"
down_revision: str | None = "0034"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "bezwaarschrift",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("besluit_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("indiener", sa.String(length=200), nullable=False),
        sa.Column("gronden", sa.Text(), nullable=False),
        sa.Column("beslissen_voor", sa.Date(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.String(length=200), nullable=False),
        sa.Column("motivering", sa.Text(), nullable=False),
        sa.Column("beslist_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beslist_door", sa.String(length=200), nullable=True),
        sa.Column("nieuw_besluit_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_bezwaarschrift_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "besluit_id"],
            ["besluit.tenant_id", "besluit.id"],
            name="fk_bezwaarschrift_tenant_id_besluit_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_bezwaarschrift"),
    )
    op.create_index(
        "ix_bezwaarschrift_organisatie_id_zaak_id_id", "bezwaarschrift", ["organisatie_id", "zaak_id", "id"]
    )
    op.create_index("ix_bezwaarschrift_tenant_id_status_id", "bezwaarschrift", ["tenant_id", "status", "id"])
    op.create_index("ix_bezwaarschrift_tenant_id_zaak_id_id", "bezwaarschrift", ["tenant_id", "zaak_id", "id"])

    beveilig("bezwaarschrift")


def downgrade() -> None:
    op.drop_index("ix_bezwaarschrift_tenant_id_zaak_id_id", table_name="bezwaarschrift")
    op.drop_index("ix_bezwaarschrift_tenant_id_status_id", table_name="bezwaarschrift")
    op.drop_index("ix_bezwaarschrift_organisatie_id_zaak_id_id", table_name="bezwaarschrift")

    op.drop_table("bezwaarschrift")
