"""Wijzigingen na het besluit, en een later besluit over dezelfde aanvraag"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0030"
down_revision: str | None = "0029"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("besluit", sa.Column("aanleiding", sa.String(length=40), nullable=False, server_default="aanvraag"))
    op.add_column("besluit", sa.Column("wijziging", sa.JSON(none_as_null=True), nullable=True))
    op.create_table(
        "wijzigingsmelding",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("ingangsdatum", sa.Date(), nullable=False),
        sa.Column("antwoorden", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("akkoord_hoe", sa.String(length=40), nullable=False),
        sa.Column("akkoord_op", sa.Date(), nullable=False),
        sa.Column("gemeld_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gemeld_door", sa.String(length=200), nullable=False),
        sa.Column("gevolg", sa.String(length=40), nullable=True),
        sa.Column("motivering", sa.Text(), nullable=False),
        sa.Column("beslist_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beslist_door", sa.String(length=200), nullable=True),
        sa.Column("besluit_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_wijzigingsmelding_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_wijzigingsmelding"),
    )
    op.create_index(
        "ix_wijzigingsmelding_organisatie_id_zaak_id_id", "wijzigingsmelding", ["organisatie_id", "zaak_id", "id"]
    )
    op.create_index("ix_wijzigingsmelding_tenant_id_status_id", "wijzigingsmelding", ["tenant_id", "status", "id"])
    op.create_index("ix_wijzigingsmelding_tenant_id_zaak_id_id", "wijzigingsmelding", ["tenant_id", "zaak_id", "id"])

    beveilig("wijzigingsmelding")


def downgrade() -> None:
    op.drop_index("ix_wijzigingsmelding_tenant_id_zaak_id_id", table_name="wijzigingsmelding")
    op.drop_index("ix_wijzigingsmelding_tenant_id_status_id", table_name="wijzigingsmelding")
    op.drop_index("ix_wijzigingsmelding_organisatie_id_zaak_id_id", table_name="wijzigingsmelding")

    op.drop_table("wijzigingsmelding")
    op.drop_column("besluit", "wijziging")
    op.drop_column("besluit", "aanleiding")
