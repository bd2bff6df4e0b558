"""De factuur en de creditnota van een organisatie: nummer, tekst en verzenden."""
