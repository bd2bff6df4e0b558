"""Gedateerde parameters: elk bedrag, percentage of aantal met zijn datum en zijn bron."""
