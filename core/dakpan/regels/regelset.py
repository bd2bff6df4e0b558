"""Wat elke regelset gemeen heeft: een naam, een versie en haar parameters."""

from datetime import date
from typing import ClassVar

from dakpan.regels.parameters.parameters import Parameters, parameters_van
from dakpan.regels.parameters.raadpleging import Raadpleging


class Regelset:
    """De basis van een regelset: erf hiervan en schrijf de hooks met ``@hookimpl``.

    Het pakket van de klasse brengt een ``parameters.toml`` mee. Een instantie hoort bij één financier:
    zij kent diens aanvullingen en verder niets.
    """

    pakket: ClassVar[str]

    def __init__(self, parameters: Parameters | None = None) -> None:
        self.parameters = parameters if parameters is not None else self.eigen_parameters()

    @classmethod
    def eigen_parameters(cls) -> Parameters:
        """De parameters zoals het pakket ze meebrengt."""
        return parameters_van(cls.pakket)

    def raadpleeg(self, peildatum: date) -> Raadpleging:
        """De parameters op één dag, voor één berekening."""
        return Raadpleging(self.parameters, peildatum)
