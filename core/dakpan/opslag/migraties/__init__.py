"""De migraties, één per keer dat de tabellen van vorm veranderden."""
