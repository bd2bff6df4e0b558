"""De tabellen van aanvraag"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "aanvraag",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.String(length=20), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("gegevens", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("teksten", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("hoofddoelen", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("jaar_bevestigd", sa.Boolean(), nullable=False),
        sa.Column("coach_id", sa.Uuid(), nullable=True),
        sa.Column("controle", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("handtekeningen", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("definitief_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ingediend_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_aanvraag_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_aanvraag"),
        sa.UniqueConstraint("tenant_id", "nummer", name="uq_aanvraag_tenant_id_nummer"),
    )
    op.create_index("ix_aanvraag_organisatie_id_zaak_id", "aanvraag", ["organisatie_id", "zaak_id"], unique=False)
    op.create_index("ix_aanvraag_tenant_id_zaak_id", "aanvraag", ["tenant_id", "zaak_id"], unique=False)

    op.create_table(
        "advies",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("toekennen", sa.Boolean(), nullable=False),
        sa.Column("reden_te_laat_aanvaard", sa.Boolean(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_advies_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_advies"),
    )
    op.create_index("ix_advies_tenant_id_zaak_id_id", "advies", ["tenant_id", "zaak_id", "id"], unique=False)

    op.create_table(
        "besluit",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("aanvraag_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("uren", sa.Integer(), nullable=True),
        sa.Column("bedrag", sa.BigInteger(), nullable=True),
        sa.Column("tarief", sa.BigInteger(), nullable=True),
        sa.Column("begin", sa.Date(), nullable=False),
        sa.Column("eind", sa.Date(), nullable=False),
        sa.Column("afwijkend", sa.Boolean(), nullable=False),
        sa.Column("motivering", sa.Text(), nullable=False),
        sa.Column("genomen_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.Column("bezwaar_tot", sa.Date(), nullable=False),
        sa.Column("regelset", sa.String(length=60), nullable=False),
        sa.Column("regelset_versie", sa.String(length=40), nullable=False),
        sa.Column("peildatum", sa.Date(), nullable=False),
        sa.Column("invoer", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("uitkomst", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "aanvraag_id"],
            ["aanvraag.tenant_id", "aanvraag.id"],
            name="fk_besluit_tenant_id_aanvraag_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_besluit_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_besluit"),
    )
    op.create_index("ix_besluit_organisatie_id_zaak_id", "besluit", ["organisatie_id", "zaak_id"], unique=False)
    op.create_index("ix_besluit_tenant_id_zaak_id", "besluit", ["tenant_id", "zaak_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_besluit_tenant_id_zaak_id", table_name="besluit")
    op.drop_index("ix_besluit_organisatie_id_zaak_id", table_name="besluit")

    op.drop_table("besluit")
    op.drop_index("ix_advies_tenant_id_zaak_id_id", table_name="advies")

    op.drop_table("advies")
    op.drop_index("ix_aanvraag_tenant_id_zaak_id", table_name="aanvraag")
    op.drop_index("ix_aanvraag_organisatie_id_zaak_id", table_name="aanvraag")

    op.drop_table("aanvraag")
