"""Betaling: declaratie, factuur en betaalopdracht."""
