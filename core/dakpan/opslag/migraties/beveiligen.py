"""Zet de rijbeveiliging van PostgreSQL op een nieuwe tabel; op SQLite doet dit niets.

Wie er vraagt staat in een eigen SELECT: dan zoekt PostgreSQL het één keer per opdracht op, en niet bij elke rij.
"""

from alembic import op

UITGEZONDERD = "(SELECT current_setting('dakpan.uitzondering', true) <> '')"
EIGEN = "organisatie_id = (SELECT nullif(current_setting('dakpan.organisatie', true), '')::uuid)"
VAN_ORGANISATIE = f"{UITGEZONDERD} OR {EIGEN}"
MAG = (
    f"{UITGEZONDERD} OR (kant IN ((SELECT current_setting('dakpan.kant', true)), 'gedeeld') "
    f"AND (tenant_id = (SELECT current_setting('dakpan.tenant', true)) OR {EIGEN}))"
)


def beveilig(*tabellen: str) -> None:
    """Zaakgegevens: dezelfde regel als in migratie 0009."""
    _zet(MAG, tabellen)


def beveilig_van_organisatie(*tabellen: str) -> None:
    """Gegevens van een organisatie zelf: dezelfde regel als in migratie 0017."""
    _zet(VAN_ORGANISATIE, tabellen)


def _zet(mag: str, tabellen: tuple[str, ...]) -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for tabel in tabellen:
        op.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {tabel} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY van_de_vrager ON {tabel} USING ({mag}) WITH CHECK ({mag})")
