"""Uren omboeken: van de periode van een aanvraag die niet doorging naar die van de aanvraag die haar vervangt."""
