"""Toegangssleutels, en wat een programma al schreef"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig_van_organisatie

revision: str = "0057"
down_revision: str | None = "0056"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "toegangssleutel",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lidmaatschap_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(length=80), nullable=False),
        sa.Column("begin", sa.String(length=12), nullable=False),
        sa.Column("vingerafdruk", sa.String(length=64), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("laatst_gebruikt_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["lidmaatschap_id"], ["lidmaatschap.id"], name="fk_toegangssleutel_lidmaatschap_id"),
        sa.PrimaryKeyConstraint("id", name="pk_toegangssleutel"),
        sa.UniqueConstraint("vingerafdruk", name="uq_toegangssleutel_vingerafdruk"),
    )
    op.create_index("ix_toegangssleutel_lidmaatschap_id", "toegangssleutel", ["lidmaatschap_id"])
    op.create_table(
        "eenmaal",
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("sleutel", sa.String(length=100), nullable=False),
        sa.Column("afdruk", sa.String(length=64), nullable=False),
        sa.Column("financier", sa.String(length=40), nullable=False),
        sa.Column("activiteit_id", sa.Uuid(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("organisatie_id", "id", name="pk_eenmaal"),
        sa.UniqueConstraint(
            "organisatie_id", "medewerker_id", "sleutel", name="uq_eenmaal_organisatie_id_medewerker_id_sleutel"
        ),
    )
    beveilig_van_organisatie("eenmaal")


def downgrade() -> None:
    op.drop_table("eenmaal")
    op.drop_index("ix_toegangssleutel_lidmaatschap_id", table_name="toegangssleutel")
    op.drop_table("toegangssleutel")
