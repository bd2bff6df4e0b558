"""Regels: hoe een regelset antwoordt, waar zij haar getallen vindt en hoe zij gekozen wordt."""
