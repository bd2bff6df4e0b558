"""De tabellen van betaling"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "betaalbestand",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.String(length=35), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.Column("uitvoeren_op", sa.Date(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("totaal", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_betaalbestand"),
        sa.UniqueConstraint("tenant_id", "nummer", name="uq_betaalbestand_tenant_id_nummer"),
    )
    op.create_table(
        "betaalrekening",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=70), nullable=False),
        sa.Column("iban", sa.String(length=34), nullable=False),
        sa.Column("bic", sa.String(length=11), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_betaalrekening"),
        sa.UniqueConstraint("tenant_id", name="uq_betaalrekening_tenant_id"),
    )
    op.create_table(
        "factuuradres",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("oin", sa.String(length=20), nullable=True),
        sa.Column("kvk", sa.String(length=8), nullable=True),
        sa.Column("straat", sa.String(length=200), nullable=False),
        sa.Column("postcode", sa.String(length=10), nullable=False),
        sa.Column("plaats", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", name="pk_factuuradres"),
    )
    op.create_table(
        "vaststelling",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("bedrag", sa.BigInteger(), nullable=False),
        sa.Column("betaald", sa.BigInteger(), nullable=False),
        sa.Column("motivering", sa.Text(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_vaststelling_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_vaststelling"),
        sa.UniqueConstraint("tenant_id", "zaak_id", name="uq_vaststelling_tenant_id_zaak_id"),
    )
    op.create_table(
        "declaratie",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("periode_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.String(length=20), nullable=True),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("tot_en_met", sa.Date(), nullable=False),
        sa.Column("btw_percentage", sa.String(length=10), nullable=True),
        sa.Column("invoer", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("uitkomst", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("activiteit_ids", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("tarief_bron", sa.String(length=300), nullable=False),
        sa.Column("regelset_versie", sa.String(length=40), nullable=False),
        sa.Column("declarabel", sa.Integer(), nullable=False),
        sa.Column("bedrag_excl", sa.BigInteger(), nullable=True),
        sa.Column("btw", sa.BigInteger(), nullable=True),
        sa.Column("bedrag_incl", sa.BigInteger(), nullable=True),
        sa.Column("ingediend_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beoordeeld_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beoordeeld_door", sa.String(length=200), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "periode_id"],
            ["jobcoachperiode.tenant_id", "jobcoachperiode.id"],
            name="fk_declaratie_tenant_id_periode_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_declaratie_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_declaratie"),
        sa.UniqueConstraint("tenant_id", "nummer", name="uq_declaratie_tenant_id_nummer"),
    )
    op.create_index(
        "ix_declaratie_organisatie_id_status_id", "declaratie", ["organisatie_id", "status", "id"], unique=False
    )
    op.create_index("ix_declaratie_tenant_id_status_id", "declaratie", ["tenant_id", "status", "id"], unique=False)
    op.create_index("ix_declaratie_tenant_id_zaak_id_id", "declaratie", ["tenant_id", "zaak_id", "id"], unique=False)

    op.create_table(
        "betaalopdracht",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("declaratie_id", sa.Uuid(), nullable=True),
        sa.Column("nummer", sa.String(length=35), nullable=False),
        sa.Column("sleutel", sa.String(length=120), nullable=False),
        sa.Column("aan", sa.String(length=40), nullable=False),
        sa.Column("begunstigde", sa.String(length=200), nullable=False),
        sa.Column("iban", sa.String(length=34), nullable=False),
        sa.Column("bedrag", sa.BigInteger(), nullable=False),
        sa.Column("omschrijving", sa.String(length=140), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("uitleg", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("klaargezet_door", sa.String(length=200), nullable=False),
        sa.Column("klaargezet_account", sa.Uuid(), nullable=True),
        sa.Column("vrijgegeven_door", sa.String(length=200), nullable=True),
        sa.Column("vrijgegeven_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("betaalbestand_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "betaalbestand_id"],
            ["betaalbestand.tenant_id", "betaalbestand.id"],
            name="fk_betaalopdracht_tenant_id_betaalbestand_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "declaratie_id"],
            ["declaratie.tenant_id", "declaratie.id"],
            name="fk_betaalopdracht_tenant_id_declaratie_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_betaalopdracht_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_betaalopdracht"),
        sa.UniqueConstraint("tenant_id", "nummer", name="uq_betaalopdracht_tenant_id_nummer"),
        sa.UniqueConstraint("tenant_id", "sleutel", name="uq_betaalopdracht_tenant_id_sleutel"),
    )
    op.create_index(
        "ix_betaalopdracht_organisatie_id_status_id", "betaalopdracht", ["organisatie_id", "status", "id"], unique=False
    )
    op.create_index(
        "ix_betaalopdracht_tenant_id_status_vanaf_id",
        "betaalopdracht",
        ["tenant_id", "status", "vanaf", "id"],
        unique=False,
    )
    op.create_index(
        "ix_betaalopdracht_tenant_id_zaak_id_id", "betaalopdracht", ["tenant_id", "zaak_id", "id"], unique=False
    )

    op.create_table(
        "factuur",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("declaratie_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.String(length=40), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("bedrag", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "declaratie_id"],
            ["declaratie.tenant_id", "declaratie.id"],
            name="fk_factuur_tenant_id_declaratie_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "document_id"],
            ["document.tenant_id", "document.id"],
            name="fk_factuur_tenant_id_document_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_factuur_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_factuur"),
        sa.UniqueConstraint("tenant_id", "declaratie_id", name="uq_factuur_tenant_id_declaratie_id"),
        sa.UniqueConstraint("tenant_id", "organisatie_id", "nummer", name="uq_factuur_tenant_id_organisatie_id_nummer"),
    )
    op.create_index("ix_factuur_organisatie_id_nummer", "factuur", ["organisatie_id", "nummer"], unique=False)
    op.create_index("ix_factuur_tenant_id_zaak_id", "factuur", ["tenant_id", "zaak_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_factuur_tenant_id_zaak_id", table_name="factuur")
    op.drop_index("ix_factuur_organisatie_id_nummer", table_name="factuur")

    op.drop_table("factuur")
    op.drop_index("ix_betaalopdracht_tenant_id_zaak_id_id", table_name="betaalopdracht")
    op.drop_index("ix_betaalopdracht_tenant_id_status_vanaf_id", table_name="betaalopdracht")
    op.drop_index("ix_betaalopdracht_organisatie_id_status_id", table_name="betaalopdracht")

    op.drop_table("betaalopdracht")
    op.drop_index("ix_declaratie_tenant_id_zaak_id_id", table_name="declaratie")
    op.drop_index("ix_declaratie_tenant_id_status_id", table_name="declaratie")
    op.drop_index("ix_declaratie_organisatie_id_status_id", table_name="declaratie")

    op.drop_table("declaratie")
    op.drop_table("vaststelling")
    op.drop_table("factuuradres")
    op.drop_table("betaalrekening")
    op.drop_table("betaalbestand")
