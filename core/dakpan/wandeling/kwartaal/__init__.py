"""De ronde van een kwartaal: langs elke lopende zaak van een financier, met wat er dan klaar moet staan."""
