"""De tabellen van rapportage"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "verslag",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("periode_id", sa.Uuid(), nullable=True),
        sa.Column("nummer", sa.String(length=20), nullable=True),
        sa.Column("vorm", sa.String(length=40), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=False),
        sa.Column("schriftelijk", sa.Boolean(), nullable=False),
        sa.Column("peildatum", sa.Date(), nullable=False),
        sa.Column("bron", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("mondeling", sa.Boolean(), nullable=False),
        sa.Column("inhoud", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("handtekeningen", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("bevindingen", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("uitgebracht_op", sa.Date(), nullable=True),
        sa.Column("ingediend_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "periode_id"],
            ["jobcoachperiode.tenant_id", "jobcoachperiode.id"],
            name="fk_verslag_tenant_id_periode_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_verslag_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_verslag"),
        sa.UniqueConstraint("tenant_id", "nummer", name="uq_verslag_tenant_id_nummer"),
        sa.UniqueConstraint(
            "tenant_id", "zaak_id", "vorm", "uiterlijk", name="uq_verslag_tenant_id_zaak_id_vorm_uiterlijk"
        ),
    )
    op.create_index(
        "ix_verslag_organisatie_id_status_uiterlijk", "verslag", ["organisatie_id", "status", "uiterlijk"], unique=False
    )
    op.create_index(
        "ix_verslag_tenant_id_status_uiterlijk", "verslag", ["tenant_id", "status", "uiterlijk"], unique=False
    )
    op.create_table(
        "verslagconcept",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("verslag_id", sa.Uuid(), nullable=False),
        sa.Column("mondeling", sa.Boolean(), nullable=False),
        sa.Column("teksten", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("bijgevoegd", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("handtekeningen", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "verslag_id"],
            ["verslag.tenant_id", "verslag.id"],
            name="fk_verslagconcept_tenant_id_verslag_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_verslagconcept_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_verslagconcept"),
        sa.UniqueConstraint("tenant_id", "verslag_id", name="uq_verslagconcept_tenant_id_verslag_id"),
    )
    op.create_index(
        "ix_verslagconcept_organisatie_id_zaak_id", "verslagconcept", ["organisatie_id", "zaak_id"], unique=False
    )
    op.create_index("ix_verslagconcept_tenant_id_zaak_id", "verslagconcept", ["tenant_id", "zaak_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_verslagconcept_tenant_id_zaak_id", table_name="verslagconcept")
    op.drop_index("ix_verslagconcept_organisatie_id_zaak_id", table_name="verslagconcept")

    op.drop_table("verslagconcept")
    op.drop_index("ix_verslag_tenant_id_status_uiterlijk", table_name="verslag")
    op.drop_index("ix_verslag_organisatie_id_status_uiterlijk", table_name="verslag")

    op.drop_table("verslag")
