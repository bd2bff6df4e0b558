"""De fout die een waardetype geeft als iets geen geldige waarde is."""


class OngeldigeWaarde(ValueError):
    """Zegt in gewoon Nederlands wat er mis is en hoe het wel moet."""
