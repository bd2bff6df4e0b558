"""Eén reeks nummers per organisatie, voor facturen en creditnota's samen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig_van_organisatie

revision: str = "0074"
down_revision: str | None = "0073"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# Wat al is gebruikt; stond een nummer op allebei, dan is het de factuur.
_VUL = """
INSERT INTO documentnummer (organisatie_id, id, versie, nummer, soort)
SELECT f.organisatie_id, f.id, 1, f.nummer, 'factuur' FROM factuur f
WHERE f.organisatie_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM factuur g WHERE g.organisatie_id = f.organisatie_id AND g.nummer = f.nummer AND g.id < f.id)
UNION ALL
SELECT c.organisatie_id, c.id, 1, c.nummer, 'creditnota' FROM creditnota c
WHERE c.organisatie_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM creditnota d WHERE d.organisatie_id = c.organisatie_id AND d.nummer = c.nummer AND d.id < c.id)
AND NOT EXISTS (SELECT 1 FROM factuur f WHERE f.organisatie_id = c.organisatie_id AND f.nummer = c.nummer)
"""


def upgrade() -> None:
    op.create_table(
        "documentnummer",
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.String(length=40), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("organisatie_id", "id", name="pk_documentnummer"),
        sa.UniqueConstraint("organisatie_id", "nummer", name="uq_documentnummer_organisatie_id_nummer"),
    )
    postgres = op.get_bind().dialect.name == "postgresql"
    if postgres:
        op.execute("SELECT set_config('dakpan.uitzondering', 'migratie', true)")
    op.execute(_VUL)
    if postgres:
        op.execute("SELECT set_config('dakpan.uitzondering', '', true)")
    beveilig_van_organisatie("documentnummer")


def downgrade() -> None:
    op.drop_table("documentnummer")
