"""Alle parameters van één regelset, eventueel aangevuld door de financier."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from dakpan.invoer.toml import Plek, controleer_sleutels, haal, lees_toml
from dakpan.regels.fouten import OngeldigeRegelset
from dakpan.regels.parameters.bestand import lees_bronnen, lees_parameters
from dakpan.regels.parameters.model import Parameter, Reeks
from dakpan.regels.parameters.waarden import lees_waarden, weiger_dubbele
from dakpan.uitleg.bron import Bron


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
            raad = get_close_matches(naam, self.lijst, n=1)
            hint = f"bedoelde u '{raad[0]}'?" if raad else f"kies uit {', '.join(self.lijst)}"
            raise OngeldigeRegelset(f"regelset '{self.regelset}' heeft geen parameter '{naam}'; {hint}")
        return self.lijst[naam]

    def aangevuld(self, aanvulling: Mapping[str, Any], plek: Plek) -> "Parameters":
        """Dezelfde parameters met de waarden die een financier zelf invult, elk met zijn eigen bron.

        Een waarde die de regelset al geeft op dezelfde dag kan niet worden vervangen.
        """
        lijst = dict(self.lijst)
        eigen = {**self.bronnen, **lees_bronnen(dict(aanvulling), plek)}
        for naam, tabel in aanvulling.items():
            if naam == "bronnen":
                continue
            hier = plek.dieper(naam)
            if naam not in lijst:
                raad = get_close_matches(naam, lijst, n=1)
                hint = f"bedoelde u '{raad[0]}'?" if raad else f"kies uit {', '.join(lijst)}"
                raise hier.fout(f"regelset '{self.regelset}' heeft deze parameter niet; {hint}")
            if not isinstance(tabel, dict):
                raise hier.fout("hier horen waarden: schrijf [[…waarden]]")
            controleer_sleutels(tabel, frozenset({"waarden"}), hier)
            lijst[naam] = _vul_aan(lijst[naam], tabel.get("waarden", []), eigen, hier.dieper("waarden"))
        return replace(self, lijst=lijst)


def _vul_aan(parameter: Parameter, rijen: object, bronnen: Mapping[str, Bron], plek: Plek) -> Parameter:
    nieuw = lees_waarden(rijen, parameter, bronnen, plek)
    reeksen = dict(parameter.reeksen)
    for sleutel, waarden in nieuw.items():
        if sleutel not in reeksen:
            bekend = ", ".join(".".join(s) or "waarde" for s in reeksen)
            raise plek.dieper(".".join(sleutel) or "waarde").fout(f"deze sleutel bestaat niet; kies uit {bekend}")
        samen = sorted((*reeksen[sleutel].waarden, *waarden), key=lambda waarde: waarde.vanaf)
        weiger_dubbele(samen, plek.dieper(".".join(sleutel) or "waarde"))
        reeksen[sleutel] = Reeks(tuple(samen))
    return replace(parameter, reeksen=reeksen)


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
