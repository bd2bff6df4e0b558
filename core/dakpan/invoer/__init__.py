"""Invoer: van tekst naar gegevens, met alle fouten tegelijk en in gewoon Nederlands."""
