"""Uitleg: elk antwoord draagt zijn bron, zijn bevindingen en zijn rekenstappen bij zich."""
