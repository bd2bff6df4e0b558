"""De sporen: geschiedenis en inzage"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

SPOREN = ("geschiedenis", "organisatiegeschiedenis", "inzage")


def upgrade() -> None:
    op.create_table(
        "geschiedenis",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=True),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("tabel", sa.String(length=60), nullable=False),
        sa.Column("rij_id", sa.Uuid(), nullable=False),
        sa.Column("waarom", sa.Text(), nullable=False),
        sa.Column("velden", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_geschiedenis"),
    )
    op.create_index(
        "ix_geschiedenis_organisatie_id_zaak_id_id", "geschiedenis", ["organisatie_id", "zaak_id", "id"], unique=False
    )
    op.create_index("ix_geschiedenis_tenant_id_rij_id", "geschiedenis", ["tenant_id", "rij_id"], unique=False)
    op.create_index(
        "ix_geschiedenis_tenant_id_zaak_id_id", "geschiedenis", ["tenant_id", "zaak_id", "id"], unique=False
    )

    op.create_table(
        "inzage",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("wat", sa.String(length=200), nullable=False),
        sa.Column("doel", sa.String(length=200), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_inzage"),
    )
    op.create_index("ix_inzage_organisatie_id_zaak_id_id", "inzage", ["organisatie_id", "zaak_id", "id"], unique=False)
    op.create_index("ix_inzage_tenant_id_zaak_id_id", "inzage", ["tenant_id", "zaak_id", "id"], unique=False)

    op.create_table(
        "organisatiegeschiedenis",
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("tabel", sa.String(length=60), nullable=False),
        sa.Column("rij_id", sa.Uuid(), nullable=False),
        sa.Column("waarom", sa.Text(), nullable=False),
        sa.Column("velden", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("organisatie_id", "id", name="pk_organisatiegeschiedenis"),
    )
    op.create_index(
        "ix_organisatiegeschiedenis_organisatie_id_rij_id_id",
        "organisatiegeschiedenis",
        ["organisatie_id", "rij_id", "id"],
        unique=False,
    )
    for tabel in SPOREN:
        _alleen_aanvullen(tabel)


def _alleen_aanvullen(tabel: str) -> None:
    """De database zelf weigert een spoor te wijzigen of te wissen."""
    zin = f"{tabel} wordt alleen aangevuld"
    if op.get_bind().dialect.name == "sqlite":
        for daad in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {tabel}_geen_{daad.lower()} BEFORE {daad} ON {tabel} "
                f"BEGIN SELECT RAISE(ABORT, '{zin}'); END"
            )
        return
    op.execute(
        f"CREATE FUNCTION {tabel}_vast() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{zin}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE OR DELETE ON {tabel} FOR EACH ROW EXECUTE FUNCTION {tabel}_vast()"
    )


def downgrade() -> None:
    op.drop_index("ix_organisatiegeschiedenis_organisatie_id_rij_id_id", table_name="organisatiegeschiedenis")

    op.drop_table("organisatiegeschiedenis")
    op.drop_index("ix_inzage_tenant_id_zaak_id_id", table_name="inzage")
    op.drop_index("ix_inzage_organisatie_id_zaak_id_id", table_name="inzage")

    op.drop_table("inzage")
    op.drop_index("ix_geschiedenis_tenant_id_zaak_id_id", table_name="geschiedenis")
    op.drop_index("ix_geschiedenis_tenant_id_rij_id", table_name="geschiedenis")
    op.drop_index("ix_geschiedenis_organisatie_id_zaak_id_id", table_name="geschiedenis")

    op.drop_table("geschiedenis")
    if op.get_bind().dialect.name == "postgresql":
        for tabel in SPOREN:
            op.execute(f"DROP FUNCTION {tabel}_vast()")
