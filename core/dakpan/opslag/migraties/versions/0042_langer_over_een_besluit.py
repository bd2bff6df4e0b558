"""Langer over een besluit doen, op een grond die de regels noemen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0042"
down_revision: str | None = "0041"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "beslisuitstel",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("grond", sa.String(length=60), nullable=False),
        sa.Column("titel", sa.String(length=300), nullable=False),
        sa.Column("werking", sa.String(length=40), nullable=False),
        sa.Column("bron", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("tot_en_met", sa.Date(), nullable=True),
        sa.Column("motivering", sa.Text(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.String(length=200), nullable=False),
        sa.Column("klaar_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("klaar_door", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_beslisuitstel_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_beslisuitstel"),
    )
    op.create_index("ix_beslisuitstel_organisatie_id_zaak_id_id", "beslisuitstel", ["organisatie_id", "zaak_id", "id"])
    op.create_index("ix_beslisuitstel_tenant_id_zaak_id_id", "beslisuitstel", ["tenant_id", "zaak_id", "id"])

    beveilig("beslisuitstel")


def downgrade() -> None:
    op.drop_index("ix_beslisuitstel_tenant_id_zaak_id_id", table_name="beslisuitstel")
    op.drop_index("ix_beslisuitstel_organisatie_id_zaak_id_id", table_name="beslisuitstel")

    op.drop_table("beslisuitstel")
