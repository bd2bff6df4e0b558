"""Vragen en antwoorden in de zaak"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0028"
down_revision: str | None = "0027"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "gespreksbericht",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("van", sa.String(length=40), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_gespreksbericht_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_gespreksbericht"),
    )
    op.create_index(
        "ix_gespreksbericht_organisatie_id_zaak_id_id",
        "gespreksbericht",
        ["organisatie_id", "zaak_id", "id"],
        unique=False,
    )
    op.create_index(
        "ix_gespreksbericht_tenant_id_zaak_id_id", "gespreksbericht", ["tenant_id", "zaak_id", "id"], unique=False
    )

    op.add_column("notitie", sa.Column("met", sa.String(length=200), nullable=True))

    beveilig("gespreksbericht")


def downgrade() -> None:
    op.drop_column("notitie", "met")

    op.drop_index("ix_gespreksbericht_tenant_id_zaak_id_id", table_name="gespreksbericht")
    op.drop_index("ix_gespreksbericht_organisatie_id_zaak_id_id", table_name="gespreksbericht")

    op.drop_table("gespreksbericht")
