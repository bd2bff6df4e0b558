"""De rijbeveiliging zoekt één keer per opdracht op wie er vraagt, en niet bij elke rij"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import MAG, VAN_ORGANISATIE

revision: str = "0044"
down_revision: str | None = "0043"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_ALLE = sa.text(
    "SELECT tablename, qual LIKE '%dakpan.tenant%' FROM pg_policies "
    "WHERE policyname = 'van_de_vrager' AND schemaname = current_schema() ORDER BY tablename"
)
_UITGEZONDERD = "(current_setting('dakpan.uitzondering', true) <> '') OR "
_EIGEN = "organisatie_id::text = current_setting('dakpan.organisatie', true)"
_MOCHT = (
    f"{_UITGEZONDERD}(kant IN (current_setting('dakpan.kant', true), 'gedeeld') "
    f"AND (tenant_id = current_setting('dakpan.tenant', true) OR {_EIGEN}))"
)


def upgrade() -> None:
    _zet(MAG, VAN_ORGANISATIE)


def downgrade() -> None:
    _zet(_MOCHT, f"{_UITGEZONDERD}({_EIGEN})")


def _zet(van_zaken: str, van_organisaties: str) -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for tabel, is_van_zaken in op.get_bind().execute(_ALLE).all():
        mag = van_zaken if is_van_zaken else van_organisaties
        op.execute(f"ALTER POLICY van_de_vrager ON {tabel} USING ({mag}) WITH CHECK ({mag})")
