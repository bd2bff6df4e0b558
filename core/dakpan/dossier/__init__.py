"""Dossier: wat de huizen verbindt."""
