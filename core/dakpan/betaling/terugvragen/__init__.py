"""Een organisatie vraagt een ingediende declaratie terug om iets te verbeteren; de financier beslist."""
