"""Om aanvulling vragen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0025"
down_revision: str | None = "0024"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "aanvulverzoek",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("onderdelen", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("gevraagd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=False),
        sa.Column("aangevuld_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("aangevuld_door", sa.String(length=200), nullable=True),
        sa.Column("nagekeken_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("nagekeken_door", sa.String(length=200), nullable=True),
        sa.Column("oordeel", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_aanvulverzoek_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_aanvulverzoek"),
    )
    op.create_index(
        "ix_aanvulverzoek_organisatie_id_zaak_id_id", "aanvulverzoek", ["organisatie_id", "zaak_id", "id"], unique=False
    )
    op.create_index(
        "ix_aanvulverzoek_tenant_id_zaak_id_id", "aanvulverzoek", ["tenant_id", "zaak_id", "id"], unique=False
    )

    op.add_column("zaak", sa.Column("aanvullen_tot", sa.Date(), nullable=True))

    beveilig("aanvulverzoek")


def downgrade() -> None:
    op.drop_column("zaak", "aanvullen_tot")

    op.drop_index("ix_aanvulverzoek_tenant_id_zaak_id_id", table_name="aanvulverzoek")
    op.drop_index("ix_aanvulverzoek_organisatie_id_zaak_id_id", table_name="aanvulverzoek")

    op.drop_table("aanvulverzoek")
