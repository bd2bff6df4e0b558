"""Van een bedrag dat klaarstaat tot wat de bank uitvoerde."""
