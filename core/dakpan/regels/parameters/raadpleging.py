"""Parameters opzoeken op één dag, en onthouden wat er ontbrak of niet geïndexeerd was."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.regels.fouten import OngeldigeRegelset
from dakpan.regels.parameters.model import Getal, Parameter, Soort
from dakpan.regels.parameters.parameters import Parameters
from dakpan.uitleg.bevinding import Bevinding, Ernst, bevinding
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.waarde import Waarde

_GEEN_PLEK = "{titel}{sleutel}: niet in bron op {peildatum}."
_GEMIS = f"{_GEEN_PLEK} De financier kan de waarde met bron invullen."
_NIET_GEINDEXEERD = (
    "{titel}{sleutel}: gerekend met {waarde} van {vanaf}; de bedragen vanaf {indexdatum} zijn niet in bron."
)

G = TypeVar("G", Bedrag, Percentage, Uren, int, tuple)  # type: ignore[type-arg]


@dataclass(slots=True)
class Raadpleging:
    """Eén berekening lang: welke waarden zijn gebruikt, en wat viel daarbij op?

    Elke methode geeft de waarde met haar bron, of None als zij ontbreekt; dan staat er een bevinding bij.
    """

    parameters: Parameters
    peildatum: date
    opgemerkt: list[Bevinding] = field(default_factory=list)

    def bedrag(self, naam: str, *sleutel: object) -> Waarde[Bedrag] | None:
        return self._zoek(Bedrag, naam, sleutel)

    def percentage(self, naam: str, *sleutel: object) -> Waarde[Percentage] | None:
        return self._zoek(Percentage, naam, sleutel)

    def uren(self, naam: str, *sleutel: object) -> Waarde[Uren] | None:
        return self._zoek(Uren, naam, sleutel)

    def mogelijk_bedrag(self, naam: str, *sleutel: object) -> Waarde[Bedrag] | None:
        """Als ``bedrag``, maar een ontbrekende waarde is geen bevinding: geen cijfer heeft haar nodig."""
        return self._kijk(Bedrag, self.parameters.parameter(naam), sleutel)

    def mogelijk_aantal(self, naam: str, *sleutel: object) -> Waarde[int] | None:
        """Een aantal dat mag ontbreken."""
        return self._kijk(int, self.parameters.parameter(naam), sleutel)

    def mogelijk_uren(self, naam: str, *sleutel: object) -> Waarde[Uren] | None:
        """Uren die mogen ontbreken."""
        return self._kijk(Uren, self.parameters.parameter(naam), sleutel)

    def mogelijke_keuze(self, naam: str, *sleutel: object) -> Waarde[tuple[str, ...]] | None:
        """Een keuze die mag ontbreken."""
        return self._kijk(tuple, self.parameters.parameter(naam), sleutel)

    def gemis(self, naam: str) -> Bron:
        """De bron die zegt waarom deze parameter niets geeft."""
        return self.parameters.parameter(naam).gemis

    def _zoek(self, soort: type[G], naam: str, sleutel: tuple[object, ...]) -> Waarde[G] | None:
        parameter = self.parameters.parameter(naam)
        gevonden = self._kijk(soort, parameter, sleutel)
        if gevonden is None:
            self._meld_gemis(parameter, sleutel)
        return gevonden

    def _kijk(self, soort: type[G], parameter: Parameter, sleutel: tuple[object, ...]) -> Waarde[G] | None:
        gevonden = parameter.op(tuple(map(str, sleutel)), self.peildatum)
        if gevonden is None:
            return None
        if not isinstance(gevonden.waarde, soort):
            raise self._verkeerde_soort(parameter, soort)
        if gevonden.ingehaald_op is not None and self.peildatum >= gevonden.ingehaald_op:
            self._meld_niet_geindexeerd(parameter, sleutel, gevonden)
        return gevonden  # type: ignore[return-value] # de soort is hierboven getoetst

    def _verkeerde_soort(self, parameter: Parameter, soort: type) -> OngeldigeRegelset:
        return OngeldigeRegelset(
            f"regelset '{self.parameters.regelset}' leest parameter '{parameter.naam}' als {_SOORT[soort]}, maar de "
            f"soort is {parameter.soort}; gebruik {_VRAAG[parameter.soort]}(…)"
        )

    def _meld_gemis(self, parameter: Parameter, sleutel: tuple[object, ...]) -> None:
        self.opgemerkt.append(
            bevinding(
                f"{self.parameters.regelset}.parameter_ontbreekt",
                Ernst.AFWEGEN,
                _GEMIS if tuple(map(str, sleutel)) in parameter.reeksen else _GEEN_PLEK,
                parameter.gemis,
                titel=parameter.titel,
                sleutel=_naam(sleutel),
                peildatum=self.peildatum,
            )
        )

    def _meld_niet_geindexeerd(
        self, parameter: Parameter, sleutel: tuple[object, ...], gevonden: Waarde[Getal]
    ) -> None:
        self.opgemerkt.append(
            bevinding(
                f"{self.parameters.regelset}.niet_geindexeerd",
                Ernst.INFORMATIE,
                _NIET_GEINDEXEERD,
                gevonden.bron,
                titel=parameter.titel,
                sleutel=_naam(sleutel),
                waarde=gevonden.waarde,
                vanaf=gevonden.vanaf,
                indexdatum=gevonden.ingehaald_op,
            )
        )


def _naam(sleutel: tuple[object, ...]) -> str:
    """``(midden, jaar 1)``: een sleutel die een getal is, is een jaar."""
    delen = [f"jaar {deel}" if str(deel).isdecimal() else str(deel) for deel in sleutel]
    return f" ({', '.join(delen)})" if delen else ""


_SOORT: Mapping[type, Soort] = {
    Bedrag: Soort.BEDRAG,
    Percentage: Soort.PERCENTAGE,
    Uren: Soort.UREN,
    int: Soort.AANTAL,
    tuple: Soort.KEUZE,
}
_VRAAG: Mapping[Soort, str] = {
    Soort.BEDRAG: "bedrag",
    Soort.PERCENTAGE: "percentage",
    Soort.UREN: "uren",
    Soort.AANTAL: "mogelijk_aantal",
    Soort.KEUZE: "mogelijke_keuze",
}
