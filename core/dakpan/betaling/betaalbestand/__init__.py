"""Het betaalbestand: van betaalbare bedragen naar een SEPA-overboeking bij de bank."""
