"""Zet de rijbeveiliging van PostgreSQL op een nieuwe tabel; op SQLite doet dit niets."""

from alembic import op

UITGEZONDERD = "(current_setting('dakpan.uitzondering', true) <> '') OR "
VAN_ORGANISATIE = f"{UITGEZONDERD}(organisatie_id::text = current_setting('dakpan.organisatie', true))"
MAG = (
    f"{UITGEZONDERD}"
    "(kant IN (current_setting('dakpan.kant', true), 'gedeeld') AND (tenant_id = current_setting('dakpan.tenant', true) "
    "OR organisatie_id::text = current_setting('dakpan.organisatie', true)))"
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
