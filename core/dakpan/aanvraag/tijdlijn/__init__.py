"""Wat er van eerdere contracten meetelt, als som en als balk."""
