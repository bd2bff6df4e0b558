"""De antwoorden die meegaan in gewone woorden, per deel en met dezelfde vragen als op het formulier."""

from collections.abc import Mapping
from typing import Any

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.aanvraag.groepen import Soort, groepen_van
from dakpan.aanvraag.meegeven.formulier import DELEN
from dakpan.aanvraag.meegeven.inhoud import VELDEN, Deel
from dakpan.aanvraag.papier import op_papier
from dakpan.aanvraag.planvragen import Planvragen
from dakpan.aanvraag.stukvragen import Stukvragen
from dakpan.plan.domain import Planonderdeel
from dakpan.web.formulier import Veld
from dakpan.web.vertaling import InHetNederlands

Regels = list[tuple[str, str]]


def per_deel(antwoorden: Mapping[str, Any]) -> list[tuple[Any, Regels]]:
    """Per deel waar iets in staat: elke vraag met haar antwoord. Alles wat meegaat staat erin, niets anders."""
    velden = _alle_velden(str(antwoorden.get("aanvraag.vorm", Vorm.EXTERN)))
    delen = [(DELEN[deel], _regels(antwoorden, deel, velden)) for deel in Deel]
    return [(naam, regels) for naam, regels in delen if regels]


def _regels(antwoorden: Mapping[str, Any], deel: Deel, velden: Mapping[str, Veld]) -> Regels:
    return [_regel(naam, waarde, velden) for naam, waarde in antwoorden.items() if naam.startswith(VELDEN[deel])]


def _regel(naam: str, waarde: Any, velden: Mapping[str, Veld]) -> tuple[str, str]:
    """Een vraag die het formulier niet meer kent krijgt haar eigen naam als opschrift."""
    veld = velden.get(naam) or Veld(naam, InHetNederlands(naam.rpartition(".")[2].replace("_", " ")))
    return veld.label, op_papier(veld, waarde)


def _alle_velden(vorm: str) -> dict[str, Veld]:
    """Alle vragen die een financier kan stellen."""
    soort = Soort(
        plan=Planvragen(tuple(Planonderdeel), hoofddoelen=True),
        stukken=Stukvragen(adres=True, behoefte=True, certificaat=True),
        van_financier=True,
        met_tarief=True,
        vorm=Vorm(vorm),
    )
    return {veld.naam: veld for groep in groepen_van(soort) for veld in groep.velden}
