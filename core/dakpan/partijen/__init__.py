"""Partijen: financiers, organisaties en mensen."""
