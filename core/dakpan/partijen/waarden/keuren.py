"""Bij welk vak hoort een fout in een voorgestelde waarde? De lezer van een tenantbestand zegt wat er mis is."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dakpan.invoer.fouten import Veldfout
from dakpan.invoer.toml import OngeldigBestand, Plek
from dakpan.regels.parameters.model import Parameter
from dakpan.regels.parameters.waarden import lees_getal, naam_van


def keur_waarden(parameter: Parameter, waarden: Mapping[str, Any]) -> Iterator[Veldfout]:
    """Elke waarde op zichzelf, zoals een bedrag onder nul, bij haar eigen vak."""
    for naam in map(naam_van, parameter.reeksen):
        if naam in waarden:
            try:
                lees_getal(waarden[naam], parameter, Plek("", naam))
            except OngeldigBestand as fout:
                yield from (Veldfout(f"waarden.{naam}", _zonder_plek(een)[1]) for een in fout.meldingen)


def bij_waarde(melding: str, namen: Iterable[str]) -> Veldfout:
    """De melding bij de waarde die haar plek noemt, of anders boven het formulier."""
    plek, tekst = _zonder_plek(melding)
    passend = [naam for naam in namen if plek.endswith(f".{naam}")]
    return Veldfout(f"waarden.{max(passend, key=len)}" if passend else "", tekst)


def _zonder_plek(melding: str) -> tuple[str, str]:
    """``bestand: sleutel: wat er mis is``: het bestand bestaat alleen voor de lezer."""
    plek, _, tekst = melding.partition(": ")[2].partition(": ")
    return plek, tekst
