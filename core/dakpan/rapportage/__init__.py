"""Rapportage: welke verslagen, wanneer, en wat erin moet staan."""
