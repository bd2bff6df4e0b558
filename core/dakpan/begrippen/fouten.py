"""De fout die een waardetype geeft als iets geen geldige waarde is."""


class OngeldigeWaarde(ValueError):  # noqa: N818 - een Nederlandse naam zegt hier meer dan 'Error'
    """Zegt in gewoon Nederlands wat er mis is en hoe het wel moet."""
