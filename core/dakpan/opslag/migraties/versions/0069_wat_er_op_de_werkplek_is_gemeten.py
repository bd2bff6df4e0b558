"""Wat er op de werkplek van een cliënt is gemeten of onderzocht"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0069"
down_revision: str | None = "0068"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

LIJSTEN = ("tenant_id", "organisatie_id")


def upgrade() -> None:
    op.create_table(
        "meting",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("gemeten_op", sa.Date(), nullable=False),
        sa.Column("gemeten_door", sa.String(length=200), nullable=False),
        sa.Column("loonwaarde", sa.Integer(), nullable=True),
        sa.Column("bevinding", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.String(length=200), nullable=False),
        sa.Column("vervallen_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("vervallen_door", sa.String(length=200), nullable=True),
        sa.Column("vervallen_waarom", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_meting_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "document_id"],
            ["document.tenant_id", "document.id"],
            name="fk_meting_tenant_id_document_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_meting"),
    )
    for van in LIJSTEN:
        op.create_index(f"ix_meting_{van}_zaak_id_id", "meting", [van, "zaak_id", "id"])
    beveilig("meting")


def downgrade() -> None:
    for van in LIJSTEN:
        op.drop_index(f"ix_meting_{van}_zaak_id_id", table_name="meting")
    op.drop_table("meting")
