"""Opslag: de database, wie wat mag zien, en de geschiedenis van elke wijziging."""
