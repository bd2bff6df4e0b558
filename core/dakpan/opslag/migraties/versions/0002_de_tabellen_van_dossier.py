"""De tabellen van dossier"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "nummerreeks",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("soort", sa.String(length=20), nullable=False),
        sa.Column("stand", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "soort", name="pk_nummerreeks"),
    )
    op.create_index("ix_nummerreeks_tenant_id_soort", "nummerreeks", ["tenant_id", "soort"], unique=False)

    op.create_table(
        "zaak",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("vorm", sa.String(length=40), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=False),
        sa.Column("werkgever_id", sa.Uuid(), nullable=False),
        sa.Column("beurt_stap", sa.String(length=40), nullable=True),
        sa.Column("beurt", sa.String(length=40), nullable=True),
        sa.Column("uiterlijk", sa.Date(), nullable=True),
        sa.Column("geopend_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begin", sa.Date(), nullable=True),
        sa.Column("eind", sa.Date(), nullable=True),
        sa.Column("stappen", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("werkwijze", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "persoon_id"],
            ["persoon.tenant_id", "persoon.id"],
            name="fk_zaak_tenant_id_persoon_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "werkgever_id"],
            ["werkgever.tenant_id", "werkgever.id"],
            name="fk_zaak_tenant_id_werkgever_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_zaak"),
        sa.UniqueConstraint("tenant_id", "nummer", name="uq_zaak_tenant_id_nummer"),
        sa.UniqueConstraint("tenant_id", "persoon_id", name="uq_zaak_tenant_id_persoon_id"),
        sa.UniqueConstraint("tenant_id", "werkgever_id", name="uq_zaak_tenant_id_werkgever_id"),
    )
    op.create_index(
        "ix_zaak_organisatie_id_beurt",
        "zaak",
        ["organisatie_id", "status", "beurt_stap", "uiterlijk", "beurt", "kant", "id", "tenant_id"],
        unique=False,
    )
    op.create_index("ix_zaak_organisatie_id_id", "zaak", ["organisatie_id", "id"], unique=False)
    op.create_index("ix_zaak_organisatie_id_nummer", "zaak", ["organisatie_id", "nummer"], unique=False)
    op.create_index("ix_zaak_organisatie_id_status_id", "zaak", ["organisatie_id", "status", "id"], unique=False)
    op.create_index(
        "ix_zaak_organisatie_id_tenant_id_id_kant", "zaak", ["organisatie_id", "tenant_id", "id", "kant"], unique=False
    )
    op.create_index(
        "ix_zaak_tenant_id_beurt",
        "zaak",
        ["tenant_id", "status", "beurt_stap", "uiterlijk", "beurt", "kant", "id"],
        unique=False,
    )
    op.create_index("ix_zaak_tenant_id_status_id", "zaak", ["tenant_id", "status", "id"], unique=False)

    op.create_table(
        "document",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=True),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("titel", sa.String(length=200), nullable=False),
        sa.Column("bestandsnaam", sa.String(length=200), nullable=False),
        sa.Column("mediatype", sa.String(length=100), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_document_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_document"),
    )
    op.create_index("ix_document_tenant_id_zaak_id_id", "document", ["tenant_id", "zaak_id", "id"], unique=False)

    op.create_table(
        "mijlpaal",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("stap", sa.String(length=40), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_mijlpaal_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_mijlpaal"),
        sa.UniqueConstraint("tenant_id", "zaak_id", "stap", name="uq_mijlpaal_tenant_id_zaak_id_stap"),
    )
    op.create_table(
        "notitie",
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
            name="fk_notitie_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_notitie"),
    )
    op.create_index("ix_notitie_tenant_id_zaak_id_id", "notitie", ["tenant_id", "zaak_id", "id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_notitie_tenant_id_zaak_id_id", table_name="notitie")

    op.drop_table("notitie")
    op.drop_table("mijlpaal")
    op.drop_index("ix_document_tenant_id_zaak_id_id", table_name="document")

    op.drop_table("document")
    op.drop_index("ix_zaak_tenant_id_status_id", table_name="zaak")
    op.drop_index("ix_zaak_tenant_id_beurt", table_name="zaak")
    op.drop_index("ix_zaak_organisatie_id_tenant_id_id_kant", table_name="zaak")
    op.drop_index("ix_zaak_organisatie_id_status_id", table_name="zaak")
    op.drop_index("ix_zaak_organisatie_id_nummer", table_name="zaak")
    op.drop_index("ix_zaak_organisatie_id_id", table_name="zaak")
    op.drop_index("ix_zaak_organisatie_id_beurt", table_name="zaak")

    op.drop_table("zaak")
    op.drop_index("ix_nummerreeks_tenant_id_soort", table_name="nummerreeks")

    op.drop_table("nummerreeks")
