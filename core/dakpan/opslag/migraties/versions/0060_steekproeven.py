"""Steekproeven uit wat is gedeclareerd"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0060"
down_revision: str | None = "0059"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "steekproef",
        *_eigen(),
        sa.Column("nummer", sa.String(length=20), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("bij_organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("omvang_aantal", sa.Integer(), nullable=True),
        sa.Column("omvang_percentage", sa.String(length=10), nullable=True),
        sa.Column("zaad", sa.String(length=64), nullable=False),
        sa.Column("totaal", sa.Integer(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("getrokken_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.Column("gesloten_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("gesloten_door", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_steekproef"),
        sa.UniqueConstraint("tenant_id", "nummer", name="uq_steekproef_tenant_id_nummer"),
    )
    _maak_regels()
    for tabel in ("steekproef", "steekproefregel"):
        beveilig(tabel)


def _maak_regels() -> None:
    uniek = ("tenant_id", "steekproef_id")
    op.create_table(
        "steekproefregel",
        *_eigen(),
        sa.Column("steekproef_id", sa.Uuid(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("declaratie_id", sa.Uuid(), nullable=False),
        sa.Column("activiteit_id", sa.Uuid(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("begin", sa.String(length=5), nullable=False),
        sa.Column("duur", sa.Integer(), nullable=False),
        sa.Column("doel", sa.String(length=60), nullable=False),
        sa.Column("soort", sa.String(length=120), nullable=False),
        sa.Column("beoogd", sa.String(length=99), nullable=False),
        sa.Column("bereikt", sa.String(length=2000), nullable=False),
        sa.Column("oordeel", sa.String(length=40), nullable=True),
        sa.Column("reden", sa.String(length=300), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("door", sa.String(length=200), nullable=True),
        *(_verwijst(kolom, naar) for kolom, naar in _VERWIJZINGEN),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_steekproefregel"),
        sa.UniqueConstraint(*uniek, "volgnummer", name="uq_steekproefregel_tenant_id_steekproef_id_volgnummer"),
        sa.UniqueConstraint(*uniek, "activiteit_id", name="uq_steekproefregel_tenant_id_steekproef_id_activiteit_id"),
    )
    op.create_index(
        "ix_steekproefregel_tenant_id_steekproef_id_oordeel_volgnummer",
        "steekproefregel",
        ["tenant_id", "steekproef_id", "oordeel", "volgnummer"],
    )
    op.create_index(
        "ix_steekproefregel_tenant_id_declaratie_id_oordeel",
        "steekproefregel",
        ["tenant_id", "declaratie_id", "oordeel"],
    )


_VERWIJZINGEN = (("steekproef_id", "steekproef"), ("zaak_id", "zaak"), ("declaratie_id", "declaratie"))


def _eigen() -> list[sa.Column[object]]:
    return [
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
    ]


def _verwijst(kolom: str, naar: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", kolom],
        [f"{naar}.tenant_id", f"{naar}.id"],
        name=f"fk_steekproefregel_tenant_id_{kolom}",
        initially="DEFERRED",
        deferrable=True,
    )


def downgrade() -> None:
    for tabel in ("steekproefregel", "steekproef"):
        op.drop_table(tabel)
