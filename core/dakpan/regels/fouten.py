"""Wat er mis kan zijn met een regelset zelf. Nooit met de zaak van een burger."""


class Regelfout(Exception):
    """Een regelset of haar parameters kloppen niet; de melding zegt wat eraan te doen is."""


class GeenRegel(Regelfout):
    """Niemand beantwoordt deze vraag, en een standaardantwoord bestaat niet."""

    def __init__(self, regelset: str, vraag: str) -> None:
        super().__init__(f"regelset '{regelset}' beantwoordt '{vraag}' niet: voeg die hook toe aan de regelset")


class OngeldigAntwoord(Regelfout):
    """Een regelset gaf iets anders terug dan de vraag belooft."""


class OngeldigeRegelset(Regelfout):
    """Een regelset kan niet worden geladen: dubbele naam, onbekende hook of argument, of slechte parameters."""
