"""Wat terug moet: vorderingen, waarmee zij zijn verrekend, en wat erop is ontvangen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0062"
down_revision: str | None = "0061"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

TABELLEN = ("vordering", "verrekening", "vorderingontvangst")


def upgrade() -> None:
    _maak_vordering()
    _maak_verrekening()
    _maak_ontvangst()
    op.add_column("betaalopdracht", sa.Column("verrekend", sa.BigInteger(), nullable=False, server_default="0"))
    for tabel, *kolommen in (
        ("vordering", "tenant_id", "zaak_id", "id"),
        ("vordering", "tenant_id", "status", "id"),
        ("vordering", "organisatie_id", "status", "id"),
        ("verrekening", "tenant_id", "opdracht_id"),
        ("verrekening", "tenant_id", "zaak_id"),
        ("vorderingontvangst", "tenant_id", "vordering_id", "id"),
    ):
        op.create_index(f"ix_{tabel}_{'_'.join(kolommen)}", tabel, kolommen)
    beveilig(*TABELLEN)


def _eigen() -> list[sa.Column[object]]:
    return [
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
    ]


def _verwijst(tabel: str, kolom: str, naar: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", kolom],
        [f"{naar}.tenant_id", f"{naar}.id"],
        name=f"fk_{tabel}_tenant_id_{kolom}",
        initially="DEFERRED",
        deferrable=True,
    )


def _maak_vordering() -> None:
    op.create_table(
        "vordering",
        *_eigen(),
        sa.Column("declaratie_id", sa.Uuid(), nullable=True),
        sa.Column("nummer", sa.String(length=35), nullable=False),
        sa.Column("sleutel", sa.String(length=120), nullable=False),
        sa.Column("schuldenaar", sa.String(length=40), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("iban", sa.String(length=34), nullable=False),
        sa.Column("bedrag", sa.BigInteger(), nullable=False),
        sa.Column("rest", sa.BigInteger(), nullable=False),
        sa.Column("verrekend", sa.BigInteger(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("aanleiding", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("wijze", sa.String(length=40), nullable=True),
        sa.Column("ruimer", sa.Boolean(), nullable=False),
        sa.Column("ruimer_waarom", sa.Text(), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=True),
        sa.Column("terug_op", sa.String(length=34), nullable=True),
        sa.Column("geopend_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geopend_door", sa.String(length=200), nullable=False),
        sa.Column("geopend_account", sa.Uuid(), nullable=True),
        sa.Column("kwijtgescholden", sa.BigInteger(), nullable=True),
        sa.Column("kwijt_door", sa.String(length=200), nullable=True),
        sa.Column("kwijt_waarom", sa.Text(), nullable=False),
        _verwijst("vordering", "zaak_id", "zaak"),
        _verwijst("vordering", "declaratie_id", "declaratie"),
        sa.CheckConstraint("rest >= 0 AND rest <= bedrag", name="ck_vordering_rest_past"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_vordering"),
        sa.UniqueConstraint("tenant_id", "nummer", name="uq_vordering_tenant_id_nummer"),
        sa.UniqueConstraint("tenant_id", "sleutel", name="uq_vordering_tenant_id_sleutel"),
    )


def _maak_verrekening() -> None:
    op.create_table(
        "verrekening",
        *_eigen(),
        sa.Column("vordering_id", sa.Uuid(), nullable=False),
        sa.Column("opdracht_id", sa.Uuid(), nullable=False),
        sa.Column("bedrag", sa.BigInteger(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        _verwijst("verrekening", "zaak_id", "zaak"),
        _verwijst("verrekening", "vordering_id", "vordering"),
        _verwijst("verrekening", "opdracht_id", "betaalopdracht"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_verrekening"),
        sa.UniqueConstraint(
            "tenant_id", "vordering_id", "opdracht_id", name="uq_verrekening_tenant_id_vordering_id_opdracht_id"
        ),
    )


def _maak_ontvangst() -> None:
    op.create_table(
        "vorderingontvangst",
        *_eigen(),
        sa.Column("vordering_id", sa.Uuid(), nullable=False),
        sa.Column("sleutel", sa.String(length=120), nullable=False),
        sa.Column("bedrag", sa.BigInteger(), nullable=False),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        _verwijst("vorderingontvangst", "zaak_id", "zaak"),
        _verwijst("vorderingontvangst", "vordering_id", "vordering"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_vorderingontvangst"),
        sa.UniqueConstraint("tenant_id", "sleutel", name="uq_vorderingontvangst_tenant_id_sleutel"),
    )


def downgrade() -> None:
    for tabel in reversed(TABELLEN):
        op.drop_table(tabel)
    op.drop_column("betaalopdracht", "verrekend")
