"""Budget per jaar en kostenplaats, en wat elk besluit vastlegt"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig

revision: str = "0055"
down_revision: str | None = "0054"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# Wat al is toegekend telt mee vanaf het begin: zonder kostenplaats, in het jaar van de eerste dag. Een besluit is er
# één per zaak: het laatste. Uren maal tarief is in tienduizendsten, en half omhoog op de cent.
_VUL = """
INSERT INTO verplichting (tenant_id, id, organisatie_id, kant, versie, zaak_id, besluit_id, kostenplaats, jaar, bedrag,
                          vrij, gewaarschuwd, geldend)
SELECT b.tenant_id, b.id, b.organisatie_id, 'financier', 1, b.zaak_id, b.id, '', {jaar},
       coalesce(b.bedrag, (b.uren * CAST(b.tarief AS BIGINT) + 50) / 100), NULL, {nee}, {ja}
FROM besluit b
WHERE b.soort IN ('toegekend', 'deels_toegekend') AND NOT EXISTS (
    SELECT 1 FROM besluit l WHERE l.tenant_id = b.tenant_id AND l.zaak_id = b.zaak_id
    AND (l.genomen_op > b.genomen_op OR (l.genomen_op = b.genomen_op AND l.id > b.id)))
"""
_TEL = """
INSERT INTO budgetteller (tenant_id, kostenplaats, jaar, verplicht, betaald, onbekend)
SELECT tenant_id, '', jaar, sum(verplicht), sum(betaald), sum(onbekend) FROM (
    SELECT tenant_id, jaar, coalesce(bedrag, 0) AS verplicht, 0 AS betaald,
           CASE WHEN bedrag IS NULL THEN 1 ELSE 0 END AS onbekend
    FROM verplichting
    UNION ALL
    SELECT o.tenant_id, {jaar}, 0, o.bedrag, 0 FROM betaalopdracht o
    JOIN betaalbestand f ON f.tenant_id = o.tenant_id AND f.id = o.betaalbestand_id
) alles GROUP BY tenant_id, jaar
"""


def upgrade() -> None:
    _maak_tabellen()
    op.create_index("ix_verplichting_tenant_id_zaak_id_geldend", "verplichting", ["tenant_id", "zaak_id", "geldend"])
    op.create_index(
        "ix_verplichting_tenant_id_kostenplaats_jaar_geldend_id",
        "verplichting",
        ["tenant_id", "kostenplaats", "jaar", "geldend", "id"],
    )
    _vul()
    for tabel in ("jaarbudget", "budgetkeuze", "verplichting"):
        beveilig(tabel)


def _vul() -> None:
    postgres = op.get_bind().dialect.name == "postgresql"
    jaar = "CAST(extract(year FROM {}) AS INTEGER)" if postgres else "CAST(strftime('%Y', {}) AS INTEGER)"
    ja, nee = ("true", "false") if postgres else ("1", "0")
    if postgres:
        op.execute("SELECT set_config('dakpan.uitzondering', 'migratie', true)")
    op.execute(_VUL.format(jaar=jaar.format("b.begin"), ja=ja, nee=nee))
    op.execute(_TEL.format(jaar=jaar.format("f.uitvoeren_op")))
    if postgres:
        op.execute("SELECT set_config('dakpan.uitzondering', '', true)")


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
        name=f"fk_verplichting_tenant_id_{kolom}",
        initially="DEFERRED",
        deferrable=True,
    )


def _maak_tabellen() -> None:
    op.create_table(
        "jaarbudget",
        *_eigen(),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("kostenplaats", sa.String(length=60), nullable=False),
        sa.Column("bedrag", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_jaarbudget"),
        sa.UniqueConstraint("tenant_id", "kostenplaats", "jaar", name="uq_jaarbudget_tenant_id_kostenplaats_jaar"),
    )
    op.create_table(
        "budgetkeuze",
        *_eigen(),
        sa.Column("standaard", sa.String(length=60), nullable=True),
        sa.Column("jaarwijze", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_budgetkeuze"),
        sa.UniqueConstraint("tenant_id", name="uq_budgetkeuze_tenant_id"),
    )
    op.create_table(
        "verplichting",
        *_eigen(),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("besluit_id", sa.Uuid(), nullable=False),
        sa.Column("kostenplaats", sa.String(length=60), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("bedrag", sa.BigInteger(), nullable=True),
        sa.Column("vrij", sa.BigInteger(), nullable=True),
        sa.Column("gewaarschuwd", sa.Boolean(), nullable=False),
        sa.Column("geldend", sa.Boolean(), nullable=False),
        _verwijst("zaak_id", "zaak"),
        _verwijst("besluit_id", "besluit"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_verplichting"),
        sa.UniqueConstraint("tenant_id", "besluit_id", "jaar", name="uq_verplichting_tenant_id_besluit_id_jaar"),
    )
    op.create_table(
        "budgetteller",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("kostenplaats", sa.String(length=60), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("verplicht", sa.BigInteger(), nullable=False),
        sa.Column("betaald", sa.BigInteger(), nullable=False),
        sa.Column("onbekend", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "kostenplaats", "jaar", name="pk_budgetteller"),
    )


def downgrade() -> None:
    for tabel in ("budgetteller", "verplichting", "budgetkeuze", "jaarbudget"):
        op.drop_table(tabel)
