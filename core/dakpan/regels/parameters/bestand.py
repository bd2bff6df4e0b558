"""Van TOML naar parameters. Elke fout noemt het bestand, de sleutel en wat eraan te doen is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import product

from dakpan.invoer.toml import Plek, Tabel, controleer_sleutels, haal, toon
from dakpan.regels.parameters.model import Parameter, Reeks, Sleutel, Soort
from dakpan.regels.parameters.waarden import Bronnen, lees_waarden
from dakpan.uitleg.bron import Bron

_PARAMETERSLEUTELS = frozenset({"titel", "soort", "eenheid", "indexdata", "gemis", "sleutels", "toegestaan", "waarden"})


def lees_bronnen(tabel: Tabel, plek: Plek) -> dict[str, Bron]:
    """De regelingen waarnaar de waarden verwijzen: ``[bronnen.naam]`` met titel, datum, url en of het is verzonnen."""
    bronnen: dict[str, Bron] = {}
    for naam, inhoud in haal(tabel, "bronnen", dict, plek, {}).items():
        hier = plek.dieper("bronnen").dieper(naam)
        if not isinstance(inhoud, dict):
            raise hier.fout("hier hoort een tabel met een titel")
        controleer_sleutels(inhoud, frozenset({"titel", "datum", "url", "verzonnen"}), hier)
        datum = haal(inhoud, "datum", date, hier) if "datum" in inhoud else None
        url = haal(inhoud, "url", str, hier) if "url" in inhoud else None
        titel = haal(inhoud, "titel", str, hier)
        if not titel.strip():
            raise hier.dieper("titel").fout("een bron heeft een titel; vul hem in")
        verzonnen = haal(inhoud, "verzonnen", bool, hier) if "verzonnen" in inhoud else False
        bronnen[naam] = Bron(titel, datum=datum, url=url, verzonnen=verzonnen)
    return bronnen


def lees_parameters(tabel: Tabel, bronnen: Mapping[str, Bron], plek: Plek) -> dict[str, Parameter]:
    """Alle parameters van een regelset."""
    alle, hier = haal(tabel, "parameters", dict, plek), plek.dieper("parameters")
    lijst = Bronnen(bronnen, plek.dieper("bronnen"))
    return {naam: _lees_parameter(naam, haal(alle, naam, dict, hier), lijst, hier.dieper(naam)) for naam in alle}


def _lees_parameter(naam: str, tabel: Tabel, bronnen: Bronnen, plek: Plek) -> Parameter:
    controleer_sleutels(tabel, _PARAMETERSLEUTELS, plek)
    try:
        soort = Soort(haal(tabel, "soort", str, plek))
    except ValueError as fout:
        raise plek.dieper("soort").fout(f"kies uit {', '.join(Soort)}") from fout
    indexdata = tuple(_lees_indexdag(dag, plek) for dag in haal(tabel, "indexdata", list, plek, []))
    gemis = bronnen.verwijs(haal(tabel, "gemis", str, plek), plek.dieper("gemis")).ontbreekt
    leeg = {sleutel: Reeks(()) for sleutel in _lees_sleutels(tabel, plek)}
    titel, eenheid = haal(tabel, "titel", str, plek), haal(tabel, "eenheid", str, plek)
    toegestaan = tuple(map(str, haal(tabel, "toegestaan", list, plek, [])))
    parameter = Parameter(naam, titel, soort, eenheid, gemis, leeg, indexdata, toegestaan)
    waarden = lees_waarden(tabel.get("waarden", []), parameter, bronnen, plek.dieper("waarden"))
    gevuld = {sleutel: Reeks(tuple(reeks)) for sleutel, reeks in waarden.items()}
    return replace(parameter, reeksen={**leeg, **gevuld})


def _lees_sleutels(tabel: Tabel, plek: Plek) -> tuple[Sleutel, ...]:
    """Alle sleutels van de parameter; een lijst van lijsten is elke combinatie, zoals elk regime met elk jaar."""
    gegeven, hier = haal(tabel, "sleutels", list, plek, []), plek.dieper("sleutels")
    if gegeven and all(isinstance(deel, list) and deel for deel in gegeven):
        return tuple(product(*([_lees_deel(naam, hier) for naam in deel] for deel in gegeven)))
    return tuple(tuple(_lees_deel(naam, hier).split(".")) for naam in gegeven) or ((),)


def _lees_deel(naam: object, plek: Plek) -> str:
    if type(naam) not in (str, int) or "" in str(naam).split("."):
        raise plek.fout(f'{toon(naam)} is geen sleutel; schrijf bijvoorbeeld "midden", "midden.1" of 1')
    return str(naam)


def _lees_indexdag(tekst: object, plek: Plek) -> tuple[int, int]:
    try:
        dag = date.fromisoformat(f"2001-{tekst}")  # geen schrikkeljaar: elke indexdag bestaat elk jaar
    except ValueError as fout:
        raise plek.dieper("indexdata").fout(f"'{tekst}' is geen maand en dag, zoals \"01-01\"") from fout
    return dag.month, dag.day
