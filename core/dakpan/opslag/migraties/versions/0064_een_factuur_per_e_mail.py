"""Een factuur per e-mail: waar een financier haar wil, wat aan een brief vastzit, en dat zij is verstuurd"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0064"
down_revision: str | None = "0063"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("factuuradres", sa.Column("email", sa.String(length=254), nullable=True))
    op.create_table(
        "briefbijlage",
        sa.Column("brief_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("mediatype", sa.String(length=100), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["brief_id"], ["brief.id"], name="fk_briefbijlage_brief_id"),
        sa.PrimaryKeyConstraint("brief_id", name="pk_briefbijlage"),
    )
    op.create_table(
        "factuurverzending",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("hoeveelste", sa.Integer(), nullable=False),
        sa.Column("aan", sa.String(length=254), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.Column("brief_id", sa.Uuid(), nullable=False),
        *(_verwijst(kolom, naar) for kolom, naar in (("zaak_id", "zaak"), ("document_id", "document"))),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_factuurverzending"),
        sa.UniqueConstraint(
            "tenant_id", "document_id", "hoeveelste", name="uq_factuurverzending_tenant_id_document_id_hoeveelste"
        ),
    )
    beveilig("factuurverzending")


def _verwijst(kolom: str, naar: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", kolom],
        [f"{naar}.tenant_id", f"{naar}.id"],
        name=f"fk_factuurverzending_tenant_id_{kolom}",
        initially="DEFERRED",
        deferrable=True,
    )


def downgrade() -> None:
    for tabel in ("factuurverzending", "briefbijlage"):
        op.drop_table(tabel)
    op.drop_column("factuuradres", "email")
