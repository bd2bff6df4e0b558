"""Het onderzoek bij een aanvraag"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0027"
down_revision: str | None = "0026"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "onderzoek",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("inhoud", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("geschreven_door", sa.String(length=200), nullable=False),
        sa.Column("geschreven_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("afgerond_door", sa.String(length=200), nullable=True),
        sa.Column("afgerond_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("gedeeld_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("gedeeld_door", sa.String(length=200), nullable=True),
        sa.Column("gedeeld_waarom", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_onderzoek_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_onderzoek"),
        sa.UniqueConstraint("tenant_id", "zaak_id", "soort", name="uq_onderzoek_tenant_id_zaak_id_soort"),
    )
    op.create_index("ix_onderzoek_organisatie_id_zaak_id", "onderzoek", ["organisatie_id", "zaak_id"], unique=False)

    beveilig("onderzoek")


def downgrade() -> None:
    op.drop_index("ix_onderzoek_organisatie_id_zaak_id", table_name="onderzoek")

    op.drop_table("onderzoek")
