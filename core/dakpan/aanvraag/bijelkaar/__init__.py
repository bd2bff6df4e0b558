"""Wat over één cliënt en één baan gaat bij elkaar: de andere zaken, en wat er op de werkplek is gemeten."""
