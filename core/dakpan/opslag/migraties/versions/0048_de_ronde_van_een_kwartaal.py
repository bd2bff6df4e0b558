"""De ronde van een kwartaal"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0048"
down_revision: str | None = "0047"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "kwartaalronde",
        *_begin(),
        sa.Column("kwartaal", sa.String(length=6), nullable=False),
        sa.Column("loopt", sa.Boolean(), nullable=True),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verder_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klaar_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tot", sa.Uuid(), nullable=False),
        sa.Column("zaken", sa.Integer(), nullable=False),
        sa.Column("in_orde", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_kwartaalronde"),
        sa.UniqueConstraint("tenant_id", "kwartaal", "loopt", name="uq_kwartaalronde_tenant_id_kwartaal_loopt"),
    )
    op.create_table(
        "kwartaalregel",
        *_begin(),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("ronde_id", sa.Uuid(), nullable=False),
        sa.Column("gedaan", sa.String(length=40), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("waarom", sa.Text(), nullable=False),
        _verwijst("kwartaalregel", "zaak", "zaak_id"),
        _verwijst("kwartaalregel", "kwartaalronde", "ronde_id"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_kwartaalregel"),
    )
    op.create_index(
        "ix_kwartaalregel_tenant_id_ronde_id_gedaan_id", "kwartaalregel", ["tenant_id", "ronde_id", "gedaan", "id"]
    )
    beveilig("kwartaalronde", "kwartaalregel")


def _begin() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
    )


def _verwijst(van: str, naar: str, kolom: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", kolom],
        [f"{naar}.tenant_id", f"{naar}.id"],
        name=f"fk_{van}_tenant_id_{kolom}",
        initially="DEFERRED",
        deferrable=True,
    )


def downgrade() -> None:
    op.drop_table("kwartaalregel")
    op.drop_table("kwartaalronde")
