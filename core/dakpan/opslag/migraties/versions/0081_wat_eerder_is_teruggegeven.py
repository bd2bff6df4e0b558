"""Wat de organisatie eerder terugvroeg en kreeg heet ook teruggegeven: het verzoek zelf zegt hoe het afliep"""

from collections.abc import Sequence

from alembic import op

revision: str = "0081"
down_revision: str | None = "0080"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# Een verzoek is toegestaan als de financier haar teruggaf, of als hij haar intussen zelf terugstuurde. Alleen bij het
# laatste staat deze zin er; een declaratie zonder verzoek is altijd teruggestuurd.
_TERUGGESTUURD = "De financier heeft de declaratie teruggestuurd."
_VUL = f"""
UPDATE declaratie SET status = 'teruggegeven'
WHERE status = 'afgekeurd' AND EXISTS (
    SELECT 1 FROM terugvraag t
    WHERE t.tenant_id = declaratie.tenant_id AND t.declaratie_id = declaratie.id
    AND t.toegestaan AND t.antwoord <> '{_TERUGGESTUURD}')
"""  # noqa: S608 - eigen tekst


def upgrade() -> None:
    postgres = op.get_bind().dialect.name == "postgresql"
    if postgres:
        op.execute("SELECT set_config('dakpan.uitzondering', 'migratie', true)")
    op.execute(_VUL)
    if postgres:
        op.execute("SELECT set_config('dakpan.uitzondering', '', true)")


def downgrade() -> None:
    """Ook daarvoor kende het loket deze stand al."""
