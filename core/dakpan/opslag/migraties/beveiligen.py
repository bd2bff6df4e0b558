"""Zet de rijbeveiliging van PostgreSQL op een nieuwe tabel met zaakgegevens; op SQLite doet dit niets."""

from alembic import op

MAG = (
    "(current_setting('dakpan.uitzondering', true) <> '') OR "
    "(kant IN (current_setting('dakpan.kant', true), 'gedeeld') AND (tenant_id = current_setting('dakpan.tenant', true) "
    "OR organisatie_id::text = current_setting('dakpan.organisatie', true)))"
)


def beveilig(*tabellen: str) -> None:
    """Dezelfde regel als in migratie 0009."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for tabel in tabellen:
        op.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {tabel} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY van_de_vrager ON {tabel} USING ({MAG}) WITH CHECK ({MAG})")
