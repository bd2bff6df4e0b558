"""Wie een zaak behandelt: oppakken, overdragen, heen en weer, en de werklijst."""
