"""Langer over een besluit doen, op een grond die de regels noemen."""
