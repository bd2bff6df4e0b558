"""De werkgever vult in via een link, en een bijlage bij een vraag in de zaak"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0032"
down_revision: str | None = "0031"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

DEZE_RIJEN = "id::text = ANY (string_to_array(current_setting('dakpan.rijen', true), ','))"


def _verwijst(tabel: str, naar: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", f"{naar}_id"],
        [f"{naar}.tenant_id", f"{naar}.id"],
        name=f"fk_{tabel}_tenant_id_{naar}_id",
        initially="DEFERRED",
        deferrable=True,
    )


def upgrade() -> None:
    op.create_table(
        "invulverzoek",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("gevraagd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gevraagd_door", sa.String(length=200), nullable=False),
        sa.Column("vrager_id", sa.Uuid(), nullable=True),
        sa.Column("verstuurd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ingevuld_op", sa.DateTime(timezone=True), nullable=True),
        _verwijst("invulverzoek", "zaak"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_invulverzoek"),
    )
    op.create_index("ix_invulverzoek_tenant_id_zaak_id_id", "invulverzoek", ["tenant_id", "zaak_id", "id"])
    beveilig("invulverzoek")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"CREATE POLICY via_een_link ON invulverzoek FOR SELECT USING ({DEZE_RIJEN})")
    with op.batch_alter_table("tekenlink") as tabel:
        tabel.alter_column("document_id", existing_type=sa.Uuid(), nullable=True)
    with op.batch_alter_table("gespreksbericht") as tabel:
        tabel.add_column(sa.Column("document_id", sa.Uuid(), nullable=True))
        tabel.create_foreign_key(
            "fk_gespreksbericht_tenant_id_document_id",
            "document",
            ["tenant_id", "document_id"],
            ["tenant_id", "id"],
            initially="DEFERRED",
            deferrable=True,
        )


def downgrade() -> None:
    with op.batch_alter_table("gespreksbericht") as tabel:
        tabel.drop_constraint("fk_gespreksbericht_tenant_id_document_id", type_="foreignkey")
        tabel.drop_column("document_id")
    op.execute("DELETE FROM tekenlink WHERE document_id IS NULL")
    with op.batch_alter_table("tekenlink") as tabel:
        tabel.alter_column("document_id", existing_type=sa.Uuid(), nullable=False)
    op.drop_table("invulverzoek")
