"""Een logboek op hoofdlijnen: een tekst per doel, en welke financier daar genoeg aan heeft"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0072"
down_revision: str | None = "0071"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "hoofdlijn",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("periode_id", sa.Uuid(), nullable=False),
        sa.Column("doel", sa.String(length=60), nullable=False),
        sa.Column("tekst", sa.String(length=2000), nullable=False),
        sa.Column("bijgewerkt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("bijgewerkt_door", sa.String(length=200), nullable=False),
        *(_verwijst(kolom, naar) for kolom, naar in (("zaak_id", "zaak"), ("periode_id", "jobcoachperiode"))),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_hoofdlijn"),
        sa.UniqueConstraint("tenant_id", "periode_id", "doel", name="uq_hoofdlijn_tenant_id_periode_id_doel"),
    )
    op.create_index("ix_hoofdlijn_tenant_id_zaak_id", "hoofdlijn", ["tenant_id", "zaak_id"])
    beveilig("hoofdlijn")
    op.create_table(
        "logboekkeuze",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("op_hoofdlijnen", sa.Boolean(), nullable=False),
        sa.Column("toelichting", sa.String(length=500), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", name="pk_logboekkeuze"),
    )


def _verwijst(kolom: str, naar: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", kolom],
        [f"{naar}.tenant_id", f"{naar}.id"],
        name=f"fk_hoofdlijn_tenant_id_{kolom}",
        initially="DEFERRED",
        deferrable=True,
    )


def downgrade() -> None:
    op.drop_table("logboekkeuze")
    op.drop_index("ix_hoofdlijn_tenant_id_zaak_id", table_name="hoofdlijn")
    op.drop_table("hoofdlijn")
