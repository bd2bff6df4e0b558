"""Een aanvraag die voor een andere in de plaats komt, en de uren die meegaan"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0038"
down_revision: str | None = "0037"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_INDEX = "ix_aanvraag_tenant_id_vervangt_zaak_id"
_WIJST_NAAR = (
    ("zaak_id", "zaak"),
    ("naar_zaak_id", "zaak"),
    ("van_periode_id", "jobcoachperiode"),
    ("naar_periode_id", "jobcoachperiode"),
)


def _tekst(naam: str, lengte: int, *, leeg: bool = False) -> sa.Column[str]:
    return sa.Column(naam, sa.String(length=lengte), nullable=leeg)


def _moment(naam: str, *, leeg: bool = False) -> sa.Column[object]:
    return sa.Column(naam, sa.DateTime(timezone=True), nullable=leeg)


def _verwijst(kolom: str, naar: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", kolom],
        [f"{naar}.tenant_id", f"{naar}.id"],
        name=f"fk_omboeking_tenant_id_{kolom}",
        initially="DEFERRED",
        deferrable=True,
    )


def upgrade() -> None:
    op.add_column("aanvraag", sa.Column("vervangt_zaak_id", sa.Uuid(), nullable=True))
    op.create_index(_INDEX, "aanvraag", ["tenant_id", "vervangt_zaak_id"], unique=False)
    op.create_table(
        "omboeking",
        _tekst("tenant_id", 40),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        _tekst("kant", 40),
        sa.Column("versie", sa.Integer(), nullable=False),
        *(sa.Column(kolom, sa.Uuid(), nullable=False) for kolom, _naar in _WIJST_NAAR),
        sa.Column("uren", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("duur", sa.Integer(), nullable=False),
        _tekst("status", 40),
        _moment("op"),
        _tekst("door", 200),
        _moment("terug_op", leeg=True),
        _tekst("terug_door", 200, leeg=True),
        *(_verwijst(kolom, naar) for kolom, naar in _WIJST_NAAR),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_omboeking"),
    )
    op.create_index("ix_omboeking_tenant_id_zaak_id", "omboeking", ["tenant_id", "zaak_id"], unique=False)
    naar = ["organisatie_id", "naar_zaak_id", "id"]
    op.create_index("ix_omboeking_organisatie_id_naar_zaak_id_id", "omboeking", naar, unique=False)
    beveilig("omboeking")


def downgrade() -> None:
    op.drop_table("omboeking")
    op.drop_index(_INDEX, table_name="aanvraag")
    op.drop_column("aanvraag", "vervangt_zaak_id")
