"""Het dossier van een aanvraag en de antwoorden daarop: vaste gegevens, zonder opslag of scherm."""
