"""Een declaratie terugvragen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0066"
down_revision: str | None = "0065"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "terugvraag",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("declaratie_id", sa.Uuid(), nullable=False),
        sa.Column("reden", sa.String(length=2000), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=True),
        sa.Column("gevraagd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gevraagd_door", sa.String(length=200), nullable=False),
        sa.Column("toegestaan", sa.Boolean(), nullable=True),
        sa.Column("antwoord", sa.String(length=2000), nullable=False),
        sa.Column("beslist_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beslist_door", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_terugvraag_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "declaratie_id"],
            ["declaratie.tenant_id", "declaratie.id"],
            name="fk_terugvraag_tenant_id_declaratie_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_terugvraag"),
        sa.UniqueConstraint("tenant_id", "declaratie_id", name="uq_terugvraag_tenant_id_declaratie_id"),
    )
    op.create_index("ix_terugvraag_tenant_id_zaak_id_id", "terugvraag", ["tenant_id", "zaak_id", "id"])
    beveilig("terugvraag")


def downgrade() -> None:
    op.drop_index("ix_terugvraag_tenant_id_zaak_id_id", table_name="terugvraag")
    op.drop_table("terugvraag")
