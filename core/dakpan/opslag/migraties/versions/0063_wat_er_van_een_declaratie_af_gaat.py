"""Deels goedkeuren, een correctie achteraf en de creditnota"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0063"
down_revision: str | None = "0062"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# Van wat al klaarstaat of is betaald is het bedrag nog dat van de declaratie.
_VUL = """
UPDATE betaalopdracht SET
    bedrag_excl = (SELECT d.bedrag_excl FROM declaratie d
                   WHERE d.tenant_id = betaalopdracht.tenant_id AND d.id = betaalopdracht.declaratie_id),
    btw = (SELECT d.btw FROM declaratie d
           WHERE d.tenant_id = betaalopdracht.tenant_id AND d.id = betaalopdracht.declaratie_id)
WHERE declaratie_id IS NOT NULL
"""
_INDEXEN = {
    "correctie": (
        ("tenant_id", "status", "id"),
        ("tenant_id", "zaak_id", "id"),
        ("organisatie_id", "te_crediteren", "id"),
        ("organisatie_id", "status", "id"),
    ),
    "creditnota": (("tenant_id", "zaak_id"), ("organisatie_id", "nummer")),
}


def upgrade() -> None:
    _maak_creditnota()
    _maak_correctie()
    for tabel, indexen in _INDEXEN.items():
        for kolommen in indexen:
            op.create_index(_naam(tabel, kolommen), tabel, list(kolommen))
        beveilig(tabel)
    for naam in ("bedrag_excl", "btw"):
        op.add_column("betaalopdracht", sa.Column(naam, sa.BigInteger(), nullable=True))
    _vul()


def _naam(tabel: str, kolommen: Sequence[str]) -> str:
    return f"ix_{tabel}_{'_'.join(kolommen)}"


def _vul() -> None:
    postgres = op.get_bind().dialect.name == "postgresql"
    if postgres:
        op.execute("SELECT set_config('dakpan.uitzondering', 'migratie', true)")
    op.execute(_VUL)
    if postgres:
        op.execute("SELECT set_config('dakpan.uitzondering', '', true)")


def _eigen() -> list[sa.Column[object]]:
    return [
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("declaratie_id", sa.Uuid(), nullable=False),
    ]


def _verwijst(van: str, kolom: str) -> sa.ForeignKeyConstraint:
    naar = kolom.removesuffix("_id")
    return sa.ForeignKeyConstraint(
        ["tenant_id", kolom],
        [f"{naar}.tenant_id", f"{naar}.id"],
        name=f"fk_{van}_tenant_id_{kolom}",
        initially="DEFERRED",
        deferrable=True,
    )


def _maak_creditnota() -> None:
    op.create_table(
        "creditnota",
        *_eigen(),
        sa.Column("factuur_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.String(length=40), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("bedrag", sa.BigInteger(), nullable=False),
        *(_verwijst("creditnota", naar) for naar in ("zaak_id", "declaratie_id", "factuur_id", "document_id")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_creditnota"),
        sa.UniqueConstraint(
            "tenant_id", "organisatie_id", "nummer", name="uq_creditnota_tenant_id_organisatie_id_nummer"
        ),
    )


def _maak_correctie() -> None:
    op.create_table(
        "correctie",
        *_eigen(),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=True),
        sa.Column("opmerkingen", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("van", sa.String(length=40), nullable=False),
        sa.Column("voorgesteld_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("voorgesteld_door", sa.String(length=200), nullable=False),
        sa.Column("voorgesteld_account", sa.Uuid(), nullable=True),
        sa.Column("beslist_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beslist_door", sa.String(length=200), nullable=True),
        sa.Column("antwoord", sa.Text(), nullable=False),
        sa.Column("uitkomst", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("duur", sa.Integer(), nullable=True),
        sa.Column("bedrag_excl", sa.BigInteger(), nullable=True),
        sa.Column("btw", sa.BigInteger(), nullable=True),
        sa.Column("bedrag_incl", sa.BigInteger(), nullable=True),
        sa.Column("te_crediteren", sa.Boolean(), nullable=False),
        sa.Column("creditnota_id", sa.Uuid(), nullable=True),
        *(_verwijst("correctie", naar) for naar in ("zaak_id", "declaratie_id", "creditnota_id")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_correctie"),
        sa.UniqueConstraint(
            "tenant_id", "declaratie_id", "volgnummer", name="uq_correctie_tenant_id_declaratie_id_volgnummer"
        ),
    )


def downgrade() -> None:
    for naam in ("bedrag_excl", "btw"):
        op.drop_column("betaalopdracht", naam)
    for tabel in ("correctie", "creditnota"):
        op.drop_table(tabel)
