"""Van TOML naar parameters. Elke fout noemt het bestand, de sleutel en wat eraan te doen is."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.invoer.toml import Plek, Tabel, controleer_sleutels, haal
from dakpan.regels.parameters.model import (
    Getal,
    Parameter,
    Reeks,
    Sleutel,
    Soort,
    Waarde,
    eerste_index_na,
)
from dakpan.uitleg.bron import Bron, Zekerheid

_WAARDESLEUTELS = frozenset({"vanaf", "tot_en_met", "bron", "vindplaats", "zekerheid", "waarde"})
_PARAMETERSLEUTELS = frozenset({"titel", "soort", "eenheid", "indexdata", "gemis", "sleutels", "waarden"})


def lees_bronnen(tabel: Tabel, plek: Plek) -> dict[str, Bron]:
    """De regelingen waarnaar de waarden verwijzen: ``[bronnen.naam]`` met titel, datum en url."""
    bronnen: dict[str, Bron] = {}
    for naam, inhoud in haal(tabel, "bronnen", dict, plek, {}).items():
        hier = plek.dieper("bronnen").dieper(naam)
        if not isinstance(inhoud, dict):
            raise hier.fout("hier hoort een tabel met een titel")
        controleer_sleutels(inhoud, frozenset({"titel", "datum", "url"}), hier)
        datum = haal(inhoud, "datum", date, hier) if "datum" in inhoud else None
        bronnen[naam] = Bron(haal(inhoud, "titel", str, hier), datum=datum, url=inhoud.get("url"))
    return bronnen


def lees_parameters(tabel: Tabel, bronnen: Mapping[str, Bron], plek: Plek) -> dict[str, Parameter]:
    """Alle parameters van een regelset."""
    hier = plek.dieper("parameters")
    return {
        naam: _lees_parameter(naam, inhoud, bronnen, hier.dieper(naam))
        for naam, inhoud in haal(tabel, "parameters", dict, plek).items()
    }


def _lees_parameter(naam: str, tabel: Tabel, bronnen: Mapping[str, Bron], plek: Plek) -> Parameter:
    controleer_sleutels(tabel, _PARAMETERSLEUTELS, plek)
    try:
        soort = Soort(haal(tabel, "soort", str, plek))
    except ValueError as fout:
        raise plek.dieper("soort").fout(f"kies uit {', '.join(Soort)}") from fout
    indexdata = tuple(_lees_indexdag(dag, plek) for dag in haal(tabel, "indexdata", list, plek, []))
    gemis = _verwijs(haal(tabel, "gemis", str, plek), bronnen, plek.dieper("gemis")).ontbreekt
    leeg = {tuple(str(s).split(".")): Reeks(()) for s in haal(tabel, "sleutels", list, plek, [])}
    vanaf_nu = lees_waarden(tabel.get("waarden", []), soort, indexdata, bronnen, plek.dieper("waarden"))
    reeksen = {**leeg, **{sleutel: Reeks(tuple(reeks)) for sleutel, reeks in vanaf_nu.items()}} or {(): Reeks(())}
    titel = haal(tabel, "titel", str, plek)
    return Parameter(naam, titel, soort, haal(tabel, "eenheid", str, plek), gemis, reeksen, indexdata)


def _lees_indexdag(tekst: object, plek: Plek) -> tuple[int, int]:
    try:
        dag = date.fromisoformat(f"2000-{tekst}")
    except ValueError as fout:
        raise plek.dieper("indexdata").fout(f"'{tekst}' is geen maand en dag, zoals \"01-01\"") from fout
    return dag.month, dag.day


def lees_waarden(
    rijen: object,
    soort: Soort,
    indexdata: tuple[tuple[int, int], ...],
    bronnen: Mapping[str, Bron],
    plek: Plek,
) -> dict[Sleutel, list[Waarde[Getal]]]:
    """De gedateerde waarden per sleutel, op volgorde; een dubbele datum is een fout."""
    per_sleutel: dict[Sleutel, list[Waarde[Getal]]] = {}
    if not isinstance(rijen, list):
        raise plek.fout("hier hoort een lijst: schrijf [[…waarden]]")
    for nummer, rij in enumerate(rijen, start=1):
        hier = plek.dieper(nummer)
        vanaf: date = haal(rij, "vanaf", date, hier)
        tot_en_met = haal(rij, "tot_en_met", date, hier) if "tot_en_met" in rij else None
        if tot_en_met is not None and tot_en_met < vanaf:
            raise hier.dieper("tot_en_met").fout(f"{tot_en_met} ligt voor {vanaf}; draai de datums om")
        bron = _lees_bron(rij, bronnen, hier)
        ingehaald_op = eerste_index_na(vanaf, indexdata)
        for sleutel, ruw, waar in _bladeren(rij, hier):
            waarde = Waarde(lees_getal(ruw, soort, waar), vanaf, bron, tot_en_met, ingehaald_op)
            per_sleutel.setdefault(sleutel, []).append(waarde)
    for sleutel, reeks in per_sleutel.items():
        reeks.sort(key=lambda waarde: waarde.vanaf)
        weiger_dubbele(reeks, plek.dieper(".".join(sleutel)))
    return per_sleutel


def weiger_dubbele(reeks: list[Waarde[Getal]], plek: Plek) -> None:
    """Twee waarden op dezelfde dag is een fout: welke geldt er dan?"""
    for vorige, volgende in pairwise(reeks):
        if vorige.vanaf == volgende.vanaf:
            raise plek.fout(f"er staan twee waarden vanaf {vorige.vanaf}; houd er één")


def _lees_bron(rij: Tabel, bronnen: Mapping[str, Bron], plek: Plek) -> Bron:
    bron = _verwijs(haal(rij, "bron", str, plek), bronnen, plek.dieper("bron"))
    try:
        zekerheid = Zekerheid(haal(rij, "zekerheid", str, plek))
    except ValueError as fout:
        raise plek.dieper("zekerheid").fout("kies uit tekst, afgeleid") from fout
    if zekerheid is Zekerheid.ONTBREEKT:
        raise plek.dieper("zekerheid").fout("een waarde die ontbreekt laat u weg; kies tekst of afgeleid")
    bron = bron.bij(haal(rij, "vindplaats", str, plek))
    return bron.afgeleid if zekerheid is Zekerheid.AFGELEID else bron


def _verwijs(naam: str, bronnen: Mapping[str, Bron], plek: Plek) -> Bron:
    if naam not in bronnen:
        raise plek.fout(f"bron '{naam}' staat niet onder [bronnen]; voeg hem toe of kies {', '.join(bronnen)}")
    return bronnen[naam]


def _bladeren(rij: Tabel, plek: Plek) -> Iterator[tuple[Sleutel, object, Plek]]:
    """Elke waarde met haar sleutel: ``waarde = …`` heeft geen sleutel, ``midden = {1 = …}`` heeft er twee."""
    if "waarde" in rij:
        yield (), rij["waarde"], plek.dieper("waarde")
    yield from _takken({k: v for k, v in rij.items() if k not in _WAARDESLEUTELS}, (), plek)


def _takken(tabel: Tabel, sleutel: Sleutel, plek: Plek) -> Iterator[tuple[Sleutel, object, Plek]]:
    for naam, inhoud in tabel.items():
        if isinstance(inhoud, dict):
            yield from _takken(inhoud, (*sleutel, naam), plek.dieper(naam))
        else:
            yield (*sleutel, naam), inhoud, plek.dieper(naam)


_LEZERS: Mapping[Soort, Callable[[str], Getal]] = {
    Soort.BEDRAG: Bedrag.uit_iso,
    Soort.PERCENTAGE: Percentage.uit_iso,
    Soort.UREN: Uren.uit_iso,
}


def lees_getal(ruw: object, soort: Soort, plek: Plek) -> Getal:
    """Eén waarde van de soort van haar parameter: tekst met twee decimalen, een geheel getal of een lijst."""
    if soort is Soort.AANTAL and type(ruw) is int and ruw >= 0:
        return ruw
    if soort is Soort.KEUZE and isinstance(ruw, list) and ruw and all(isinstance(deel, str) for deel in ruw):
        return tuple(ruw)
    if soort in _LEZERS and isinstance(ruw, str):
        try:
            return _LEZERS[soort](ruw)
        except ValueError as fout:
            raise plek.fout(str(fout)) from fout
    raise plek.fout(f"'{ruw}' is geen {soort}; schrijf bijvoorbeeld {_VOORBEELD[soort]}")


_VOORBEELD: Mapping[Soort, str] = {
    Soort.BEDRAG: '"95.45"',
    Soort.PERCENTAGE: '"7.50"',
    Soort.UREN: '"12.00"',
    Soort.AANTAL: "6",
    Soort.KEUZE: '["eerste", "tweede"]',
}
