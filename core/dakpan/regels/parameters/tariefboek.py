"""Het uurtarief van de dag waarop het werk is gedaan."""

from datetime import date

from dakpan.begrippen.bedrag import Bedrag
from dakpan.regels.parameters.parameters import Parameters
from dakpan.regels.parameters.raadpleging import Raadpleging
from dakpan.uitleg.bevinding import Bevinding
from dakpan.uitleg.bron import Bron


class Tariefboek:
    """Welk tarief geldt op een werkdag, en wat viel daarbij op?"""

    def __init__(self, parameters: Parameters, naam: str) -> None:
        self._parameters, self._naam = parameters, naam
        self._opgemerkt: list[Bevinding] = []

    def op(self, dag: date) -> Bedrag | None:
        """Het tarief van deze dag; None als het niet in de bron staat."""
        raadpleging = Raadpleging(self._parameters, dag)
        gevonden = raadpleging.mogelijk_bedrag(self._naam)
        self._opgemerkt += raadpleging.opgemerkt
        return gevonden.waarde if gevonden is not None else None

    def bron_op(self, dag: date) -> Bron | None:
        """Waar het tarief van deze dag staat; None als het niet in de bron staat."""
        gevonden = Raadpleging(self._parameters, dag).mogelijk_bedrag(self._naam)
        return gevonden.bron if gevonden is not None else None

    @property
    def opgemerkt(self) -> tuple[Bevinding, ...]:
        return tuple(self._opgemerkt)
