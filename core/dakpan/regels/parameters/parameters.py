"""Alle parameters van één regelset, eventueel aangevuld door de financier."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from dakpan.invoer.raad import bedoelde_u
from dakpan.invoer.toml import Plek, controleer_sleutels, haal, lees_toml
from dakpan.regels.fouten import OngeldigeRegelset
from dakpan.regels.parameters.bestand import lees_bronnen, lees_parameters
from dakpan.regels.parameters.model import Getal, Parameter, Reeks
from dakpan.regels.parameters.waarden import Bronnen, lees_waarden, naam_van
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.waarde import Waarde


@dataclass(frozen=True, slots=True)
class Parameters:
    """Welke parameters en bronnen heeft deze regelset?"""

    regelset: str
    titel: str
    versie: str
    bronnen: Mapping[str, Bron]
    lijst: Mapping[str, Parameter]

    def parameter(self, naam: str) -> Parameter:
        """De parameter met deze naam; een tikfout in een regel is meteen zichtbaar."""
        if naam not in self.lijst:
            raad = bedoelde_u(naam, self.lijst)
            raise OngeldigeRegelset(f"regelset '{self.regelset}' heeft geen parameter '{naam}'; {raad}")
        return self.lijst[naam]

    def aangevuld(self, aanvulling: Mapping[str, Any], plek: Plek, *, wijkt: bool = False) -> "Parameters":
        """Dezelfde parameters met de waarden die een financier zelf invult, elk met zijn eigen bron.

        Een waarde die de regelset al geeft op dezelfde dag kan niet worden vervangen: dat is een fout, of met
        ``wijkt`` gaat wat er al stond voor.
        """
        lijst = dict(self.lijst)
        eigen = Bronnen({**self.bronnen, **lees_bronnen(dict(aanvulling), plek)}, plek.dieper("bronnen"))
        for naam, tabel in aanvulling.items():
            if naam == "bronnen":
                continue
            hier = plek.dieper(naam)
            if naam not in lijst:
                raise hier.fout(f"regelset '{self.regelset}' heeft deze parameter niet; {bedoelde_u(naam, lijst)}")
            if not isinstance(tabel, dict):
                raise hier.fout(f"hier horen waarden: schrijf [{hier.dieper('waarden').kop}]")
            controleer_sleutels(tabel, frozenset({"waarden"}), hier)
            lijst[naam] = _vul_aan(lijst[naam], tabel.get("waarden", []), eigen, hier.dieper("waarden"), wijkt=wijkt)
        return replace(self, lijst=lijst)


def _vul_aan(parameter: Parameter, rijen: object, bronnen: Bronnen, plek: Plek, *, wijkt: bool) -> Parameter:
    nieuw = lees_waarden(rijen, parameter, bronnen, plek)
    reeksen = dict(parameter.reeksen)
    for sleutel, waarden in nieuw.items():
        stond = reeksen[sleutel]
        if wijkt:
            gegeven = {waarde.vanaf for waarde in stond.waarden}
            erbij = [waarde for waarde in waarden if waarde.vanaf not in gegeven]
        else:
            _weiger_vervanging(stond, waarden, plek.dieper(naam_van(sleutel)))
            erbij = waarden
        reeksen[sleutel] = Reeks(tuple(sorted((*stond.waarden, *erbij), key=lambda waarde: waarde.vanaf)))
    return replace(parameter, reeksen=reeksen)


def _weiger_vervanging(reeks: Reeks, eigen: list[Waarde[Getal]], plek: Plek) -> None:
    """Wat de regelset zegt blijft staan: anders wist niemand meer welke van de twee geldt."""
    gegeven = {waarde.vanaf for waarde in reeks.waarden}
    for waarde in eigen:
        if waarde.vanaf in gegeven:
            dag = waarde.vanaf
            raise plek.fout(f"de regelset geeft op deze dag ({dag}) zelf al een waarde; kies een latere dag")


@cache
def parameters_van(pakket: str) -> Parameters:
    """De parameters die een pakket meebrengt in ``parameters.toml``."""
    plek = Plek(f"{pakket}/parameters.toml")
    tabel = lees_toml(files(pakket).joinpath("parameters.toml").read_text(encoding="utf-8"), plek)
    controleer_sleutels(tabel, frozenset({"regelset", "bronnen", "parameters"}), plek)
    kop, hier = haal(tabel, "regelset", dict, plek), plek.dieper("regelset")
    controleer_sleutels(kop, frozenset({"naam", "titel", "versie"}), hier)
    bronnen = lees_bronnen(tabel, plek)
    return Parameters(
        haal(kop, "naam", str, hier),
        haal(kop, "titel", str, hier),
        haal(kop, "versie", str, hier),
        bronnen,
        lees_parameters(tabel, bronnen, plek),
    )
