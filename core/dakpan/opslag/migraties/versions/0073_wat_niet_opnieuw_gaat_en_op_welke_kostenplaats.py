"""Wat er van een teruggekomen betaling niet opnieuw gaat, wie het bedrag goedkeurde, en op welke kostenplaats"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0073"
down_revision: str | None = "0072"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# Tot nu toe telde een betaling op de kostenplaats die nu voor haar zaak geldt.
_VUL = """
UPDATE betaalopdracht SET kostenplaats = coalesce((
    SELECT max(v.kostenplaats) FROM verplichting v
    WHERE v.tenant_id = betaalopdracht.tenant_id AND v.zaak_id = betaalopdracht.zaak_id AND v.geldend), '')
WHERE betaalbestand_id IS NOT NULL
"""


def upgrade() -> None:
    for tabel, kolom in (
        ("betaalopdracht", sa.Column("niet_meer", sa.BigInteger(), nullable=False, server_default="0")),
        ("betaalopdracht", sa.Column("goedgekeurd", sa.JSON(none_as_null=True), nullable=False, server_default="[]")),
        ("betaalopdracht", sa.Column("kostenplaats", sa.String(length=60), nullable=True)),
        ("vordering", sa.Column("vervallen", sa.BigInteger(), nullable=False, server_default="0")),
        ("vordering", sa.Column("kostenplaats", sa.String(length=60), nullable=True)),
    ):
        op.add_column(tabel, kolom)
    postgres = op.get_bind().dialect.name == "postgresql"
    if postgres:
        op.execute("SELECT set_config('dakpan.uitzondering', 'migratie', true)")
    op.execute(_VUL)
    if postgres:
        op.execute("SELECT set_config('dakpan.uitzondering', '', true)")


def downgrade() -> None:
    for tabel, kolom in (
        ("vordering", "kostenplaats"),
        ("vordering", "vervallen"),
        ("betaalopdracht", "kostenplaats"),
        ("betaalopdracht", "goedgekeurd"),
        ("betaalopdracht", "niet_meer"),
    ):
        op.drop_column(tabel, kolom)
