"""De post van de financier aan de cliënt, en de machtiging waarmee de jobcoach een kopie leest."""
