"""De tabellen van plan"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "jobcoachperiode",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("begin", sa.Date(), nullable=False),
        sa.Column("eind", sa.Date(), nullable=False),
        sa.Column("uren", sa.Integer(), nullable=True),
        sa.Column("bedrag", sa.BigInteger(), nullable=True),
        sa.Column("tarief", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_jobcoachperiode_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_jobcoachperiode"),
    )
    op.create_index(
        "ix_jobcoachperiode_organisatie_id_status_eind",
        "jobcoachperiode",
        ["organisatie_id", "status", "eind"],
        unique=False,
    )
    op.create_index("ix_jobcoachperiode_tenant_id_zaak_id", "jobcoachperiode", ["tenant_id", "zaak_id"], unique=False)

    op.create_table(
        "offerte",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("teksten", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("hoofddoelen", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("uren", sa.Integer(), nullable=True),
        sa.Column("tarief", sa.BigInteger(), nullable=True),
        sa.Column("bevindingen", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("verstuurd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("getekend_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("getekend_door", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_offerte_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_offerte"),
    )
    op.create_index("ix_offerte_organisatie_id_zaak_id", "offerte", ["organisatie_id", "zaak_id"], unique=False)
    op.create_index("ix_offerte_tenant_id_zaak_id", "offerte", ["tenant_id", "zaak_id"], unique=False)

    op.create_table(
        "offerteverzoek",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_offerteverzoek_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_offerteverzoek"),
    )
    op.create_index(
        "ix_offerteverzoek_organisatie_id_zaak_id", "offerteverzoek", ["organisatie_id", "zaak_id"], unique=False
    )
    op.create_index("ix_offerteverzoek_tenant_id_zaak_id", "offerteverzoek", ["tenant_id", "zaak_id"], unique=False)

    op.create_table(
        "koppeling",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("periode_id", sa.Uuid(), nullable=False),
        sa.Column("coach_id", sa.Uuid(), nullable=False),
        sa.Column("accordeerder_id", sa.Uuid(), nullable=True),
        sa.Column("tweede_accordeerder_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "periode_id"],
            ["jobcoachperiode.tenant_id", "jobcoachperiode.id"],
            name="fk_koppeling_tenant_id_periode_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_koppeling_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_koppeling"),
    )
    op.create_index("ix_koppeling_accordeerder_id", "koppeling", ["accordeerder_id"], unique=False)
    op.create_index("ix_koppeling_coach_id", "koppeling", ["coach_id"], unique=False)
    op.create_index("ix_koppeling_tenant_id_periode_id", "koppeling", ["tenant_id", "periode_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_koppeling_tenant_id_periode_id", table_name="koppeling")
    op.drop_index("ix_koppeling_coach_id", table_name="koppeling")
    op.drop_index("ix_koppeling_accordeerder_id", table_name="koppeling")

    op.drop_table("koppeling")
    op.drop_index("ix_offerteverzoek_tenant_id_zaak_id", table_name="offerteverzoek")
    op.drop_index("ix_offerteverzoek_organisatie_id_zaak_id", table_name="offerteverzoek")

    op.drop_table("offerteverzoek")
    op.drop_index("ix_offerte_tenant_id_zaak_id", table_name="offerte")
    op.drop_index("ix_offerte_organisatie_id_zaak_id", table_name="offerte")

    op.drop_table("offerte")
    op.drop_index("ix_jobcoachperiode_tenant_id_zaak_id", table_name="jobcoachperiode")
    op.drop_index("ix_jobcoachperiode_organisatie_id_status_eind", table_name="jobcoachperiode")

    op.drop_table("jobcoachperiode")
