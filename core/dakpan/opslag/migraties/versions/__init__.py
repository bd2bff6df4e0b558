"""Elke migratie op volgorde van haar nummer."""
