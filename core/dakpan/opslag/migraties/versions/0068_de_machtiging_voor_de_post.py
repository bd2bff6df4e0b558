"""De machtiging van de cliënt om zijn post mee te lezen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0068"
down_revision: str | None = "0067"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

GELDT = sa.text("ingetrokken_op IS NULL")


def upgrade() -> None:
    op.create_table(
        "postmachtiging",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("vertegenwoordiger", sa.Boolean(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("organisatie", sa.String(length=200), nullable=False),
        sa.Column("hoe", sa.String(length=40), nullable=False),
        sa.Column("getekend_op", sa.Date(), nullable=False),
        sa.Column("gegeven_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.String(length=200), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("verzoek_id", sa.Uuid(), nullable=True),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ingetrokken_door", sa.String(length=200), nullable=True),
        sa.Column("ingetrokken_waarom", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_postmachtiging_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "document_id"],
            ["document.tenant_id", "document.id"],
            name="fk_postmachtiging_tenant_id_document_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_postmachtiging"),
    )
    op.create_index(
        "uq_postmachtiging_geldt",
        "postmachtiging",
        ["tenant_id", "zaak_id"],
        unique=True,
        sqlite_where=GELDT,
        postgresql_where=GELDT,
    )
    op.create_index(
        "ix_postmachtiging_organisatie_id_zaak_id_id", "postmachtiging", ["organisatie_id", "zaak_id", "id"]
    )
    beveilig("postmachtiging")


def downgrade() -> None:
    op.drop_index("ix_postmachtiging_organisatie_id_zaak_id_id", table_name="postmachtiging")
    op.drop_index("uq_postmachtiging_geldt", table_name="postmachtiging")
    op.drop_table("postmachtiging")
