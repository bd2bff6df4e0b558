"""Wat er over het schrijven van uren is afgesproken met wie ze bij de financier beoordeelt."""
