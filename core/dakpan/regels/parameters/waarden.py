"""De gedateerde waarden van een parameter, elk met haar bron, uit de rijen van een TOML-tabel."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.invoer.toml import Plek, Tabel, haal
from dakpan.regels.parameters.model import Getal, Parameter, Sleutel, Soort, eerste_index_na
from dakpan.uitleg.bron import Bron, Zekerheid
from dakpan.uitleg.waarde import Waarde

_WAARDESLEUTELS = frozenset({"vanaf", "tot_en_met", "bron", "vindplaats", "zekerheid", "waarde"})


def lees_waarden(
    rijen: object, parameter: Parameter, bronnen: Mapping[str, Bron], plek: Plek
) -> dict[Sleutel, list[Waarde[Getal]]]:
    """De gedateerde waarden per sleutel, op volgorde; een dubbele datum is een fout."""
    per_sleutel: dict[Sleutel, list[Waarde[Getal]]] = {}
    if not isinstance(rijen, list):
        raise plek.fout("hier hoort een lijst: schrijf [[…waarden]]")
    for nummer, rij in enumerate(rijen, start=1):
        hier = plek.dieper(nummer)
        if not isinstance(rij, dict):
            raise hier.fout("hier hoort een tabel: schrijf [[…waarden]] met vanaf, bron en waarde")
        for sleutel, waarde in _lees_rij(rij, parameter, bronnen, hier):
            per_sleutel.setdefault(sleutel, []).append(waarde)
    for sleutel, reeks in per_sleutel.items():
        reeks.sort(key=lambda waarde: waarde.vanaf)
        weiger_dubbele(reeks, plek.dieper(".".join(sleutel)))
    return per_sleutel


def _lees_rij(
    rij: Tabel, parameter: Parameter, bronnen: Mapping[str, Bron], plek: Plek
) -> list[tuple[Sleutel, Waarde[Getal]]]:
    """Alle waarden die op één dag ingaan; een rij zonder waarde is een vergissing."""
    vanaf: date = haal(rij, "vanaf", date, plek)
    tot_en_met = haal(rij, "tot_en_met", date, plek) if "tot_en_met" in rij else None
    if tot_en_met is not None and tot_en_met < vanaf:
        raise plek.dieper("tot_en_met").fout(f"{tot_en_met} ligt voor {vanaf}; draai de datums om")
    bron = _lees_bron(rij, bronnen, plek)
    ingehaald_op = eerste_index_na(vanaf, parameter.indexdata)
    gelezen = [
        (sleutel, Waarde(lees_getal(ruw, parameter, waar), vanaf, bron, tot_en_met, ingehaald_op))
        for sleutel, ruw, waar in _bladeren(rij, plek)
    ]
    if not gelezen:
        raise plek.fout(f"hier staat geen waarde; schrijf bijvoorbeeld waarde = {_VOORBEELD[parameter.soort]}")
    return gelezen


def weiger_dubbele(reeks: list[Waarde[Getal]], plek: Plek) -> None:
    """Twee waarden op dezelfde dag is een fout: welke geldt er dan?"""
    for vorige, volgende in pairwise(reeks):
        if vorige.vanaf == volgende.vanaf:
            raise plek.fout(f"er staan twee waarden vanaf {vorige.vanaf}; houd er één")


def _lees_bron(rij: Tabel, bronnen: Mapping[str, Bron], plek: Plek) -> Bron:
    bron = verwijs(haal(rij, "bron", str, plek), bronnen, plek.dieper("bron"))
    try:
        zekerheid = Zekerheid(haal(rij, "zekerheid", str, plek))
    except ValueError as fout:
        raise plek.dieper("zekerheid").fout("kies uit tekst, afgeleid") from fout
    if zekerheid is Zekerheid.ONTBREEKT:
        raise plek.dieper("zekerheid").fout("een waarde die ontbreekt laat u weg; kies tekst of afgeleid")
    bron = bron.bij(haal(rij, "vindplaats", str, plek))
    return bron.afgeleid if zekerheid is Zekerheid.AFGELEID else bron


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


def lees_getal(ruw: object, parameter: Parameter, plek: Plek) -> Getal:
    """Eén waarde van de soort van haar parameter: tekst met twee decimalen, een geheel getal of een lijst."""
    soort = parameter.soort
    if soort is Soort.AANTAL and type(ruw) is int and ruw >= 0:
        return ruw
    if soort is Soort.KEUZE and isinstance(ruw, list) and ruw and all(isinstance(deel, str) for deel in ruw):
        return _lees_keuze(tuple(ruw), parameter, plek)
    if soort in _LEZERS and isinstance(ruw, str):
        try:
            return _LEZERS[soort](ruw)
        except ValueError as fout:
            raise plek.fout(str(fout)) from fout
    raise plek.fout(f"'{ruw}' is geen {soort}; schrijf bijvoorbeeld {_VOORBEELD[soort]}")


def _lees_keuze(keuze: tuple[str, ...], parameter: Parameter, plek: Plek) -> tuple[str, ...]:
    onbekend = [deel for deel in keuze if parameter.toegestaan and deel not in parameter.toegestaan]
    if onbekend:
        raise plek.fout(f"'{onbekend[0]}' bestaat niet; kies uit {', '.join(parameter.toegestaan)}")
    if len(set(keuze)) < len(keuze):
        raise plek.fout("hier staat iets twee keer; houd er één")
    return keuze


_VOORBEELD: Mapping[Soort, str] = {
    Soort.BEDRAG: '"95.45"',
    Soort.PERCENTAGE: '"7.50"',
    Soort.UREN: '"12.00"',
    Soort.AANTAL: "6",
    Soort.KEUZE: '["eerste", "tweede"]',
}


def verwijs(naam: str, bronnen: Mapping[str, Bron], plek: Plek) -> Bron:
    """De bron met deze naam; een onbekende naam is een fout die zegt welke er zijn."""
    if naam not in bronnen:
        raise plek.fout(f"bron '{naam}' staat niet onder [bronnen]; voeg hem toe of kies {', '.join(bronnen)}")
    return bronnen[naam]
