"""De gedateerde waarden van een parameter, elk met haar bron, uit de rijen van een TOML-tabel."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.invoer.raad import bedoelde_u
from dakpan.invoer.toml import Plek, Tabel, haal, toon
from dakpan.regels.parameters.model import Getal, Parameter, Sleutel, Soort, eerste_index_na
from dakpan.uitleg.bron import Bron, Zekerheid
from dakpan.uitleg.waarde import Waarde

_RIJSLEUTELS = ("vanaf", "tot_en_met", "bron", "vindplaats", "zekerheid")

_Gelezen = tuple[Sleutel, object, Plek]


@dataclass(frozen=True, slots=True)
class Bronnen:
    """De bronnen waarnaar een waarde kan verwijzen, en de plek waar er een bij kan."""

    op_naam: Mapping[str, Bron]
    plek: Plek

    def verwijs(self, naam: str, plek: Plek) -> Bron:
        """De bron met deze naam; een onbekende naam is een fout die zegt waar hij hoort."""
        if naam not in self.op_naam:
            raad = f", of {bedoelde_u(naam, self.op_naam)}" if self.op_naam else ""
            raise plek.fout(f"bron '{naam}' bestaat niet; voeg {self.plek.dieper(naam).kop} toe{raad}")
        return self.op_naam[naam]


def naam_van(sleutel: Sleutel) -> str:
    """Hoe een sleutel in het bestand heet: ``midden.1``, of ``waarde`` voor de lege."""
    return ".".join(sleutel) or "waarde"


def lees_waarden(
    rijen: object, parameter: Parameter, bronnen: Bronnen, plek: Plek
) -> dict[Sleutel, list[Waarde[Getal]]]:
    """De gedateerde waarden per sleutel, op volgorde; een dubbele datum is een fout."""
    per_sleutel: dict[Sleutel, list[Waarde[Getal]]] = {}
    if not isinstance(rijen, list):
        raise plek.fout(f"hier hoort een lijst: schrijf [{plek.kop}] met dubbele haken")
    for nummer, rij in enumerate(rijen, start=1):
        hier = plek.dieper(nummer)
        if not isinstance(rij, dict):
            raise hier.fout(f"hier hoort een tabel: schrijf [{plek.kop}] met vanaf, bron en waarde")
        for sleutel, waarde in _lees_rij(rij, parameter, bronnen, hier):
            per_sleutel.setdefault(sleutel, []).append(waarde)
    for sleutel, reeks in per_sleutel.items():
        reeks.sort(key=lambda waarde: waarde.vanaf)
        _weiger_dubbele(reeks, plek.dieper(naam_van(sleutel)))
    return per_sleutel


def _lees_rij(rij: Tabel, parameter: Parameter, bronnen: Bronnen, plek: Plek) -> list[tuple[Sleutel, Waarde[Getal]]]:
    """Alle waarden die op één dag ingaan; een rij zonder waarde is een vergissing."""
    gevonden = list(_bladeren(rij, plek))
    _weiger_onbekende(gevonden, parameter)
    vanaf: date = haal(rij, "vanaf", date, plek)
    tot_en_met = haal(rij, "tot_en_met", date, plek) if "tot_en_met" in rij else None
    if tot_en_met is not None and tot_en_met < vanaf:
        raise plek.dieper("tot_en_met").fout(f"{tot_en_met} ligt voor {vanaf}; draai de datums om")
    bron = _lees_bron(rij, bronnen, plek)
    ingehaald_op = eerste_index_na(vanaf, parameter.indexdata)
    if not gevonden:
        sleutel = naam_van(next(iter(parameter.reeksen)))
        raise plek.fout(f"hier staat geen waarde; schrijf bijvoorbeeld {sleutel} = {_VOORBEELD[parameter.soort]}")
    return [
        (sleutel, Waarde(lees_getal(ruw, parameter, waar), vanaf, bron, tot_en_met, ingehaald_op))
        for sleutel, ruw, waar in gevonden
    ]


def _weiger_onbekende(gevonden: list[_Gelezen], parameter: Parameter) -> None:
    """Een sleutel die de regelset niet noemt is een tikfout; stil overslaan zou een gat verbergen."""
    for sleutel, _, plek in gevonden:
        if sleutel not in parameter.reeksen:
            bekend = [*map(naam_van, parameter.reeksen), *(_RIJSLEUTELS if len(sleutel) == 1 else ())]
            raise plek.fout(f"deze sleutel bestaat niet; {bedoelde_u(naam_van(sleutel), bekend, _anders(parameter))}")


def _anders(parameter: Parameter) -> str:
    if () in parameter.reeksen:
        return f"schrijf waarde = {_VOORBEELD[parameter.soort]}; een regelset noemt haar sleutels zelf bij 'sleutels'"
    return f"kies uit {', '.join(map(naam_van, parameter.reeksen))}"


def _weiger_dubbele(reeks: list[Waarde[Getal]], plek: Plek) -> None:
    """Twee waarden op dezelfde dag is een fout: welke geldt er dan?"""
    for vorige, volgende in pairwise(reeks):
        if vorige.vanaf == volgende.vanaf:
            raise plek.fout(f"er staan twee waarden vanaf {vorige.vanaf}; houd er één")
        if vorige.tot_en_met is not None and vorige.tot_en_met >= volgende.vanaf:
            raise plek.fout(
                f"de waarde van {vorige.vanaf} loopt tot en met {vorige.tot_en_met}, maar vanaf {volgende.vanaf} "
                "geldt al een andere; zet tot_en_met een dag eerder"
            )


def _lees_bron(rij: Tabel, bronnen: Bronnen, plek: Plek) -> Bron:
    bron = bronnen.verwijs(haal(rij, "bron", str, plek), plek.dieper("bron"))
    try:
        zekerheid = Zekerheid(haal(rij, "zekerheid", str, plek))
    except ValueError as fout:
        raise plek.dieper("zekerheid").fout("kies uit tekst, afgeleid") from fout
    if zekerheid is Zekerheid.ONTBREEKT:
        raise plek.dieper("zekerheid").fout("een waarde die ontbreekt laat u weg; kies tekst of afgeleid")
    bron = bron.bij(haal(rij, "vindplaats", str, plek))
    return bron.afgeleid if zekerheid is Zekerheid.AFGELEID else bron


def _bladeren(rij: Tabel, plek: Plek) -> Iterator[_Gelezen]:
    """Elke waarde met haar sleutel: ``waarde = …`` heeft geen sleutel, ``midden = {1 = …}`` heeft er twee."""
    if "waarde" in rij:
        yield (), rij["waarde"], plek.dieper("waarde")
    yield from _takken({k: v for k, v in rij.items() if k not in ("waarde", *_RIJSLEUTELS)}, (), plek)


def _takken(tabel: Tabel, sleutel: Sleutel, plek: Plek) -> Iterator[_Gelezen]:
    for naam, inhoud in tabel.items():
        if isinstance(inhoud, dict) and inhoud:
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
            gelezen = _LEZERS[soort](ruw)
        except ValueError as fout:
            raise plek.fout(str(fout)) from fout
        if isinstance(gelezen, Bedrag) and gelezen < NUL_EURO:
            raise plek.fout(f"{toon(ruw)} ligt onder nul; een bedrag waarmee de regels rekenen is nul of meer")
        return gelezen
    raise plek.fout(f"{toon(ruw)} is geen {soort}; schrijf bijvoorbeeld {_VOORBEELD[soort]}")


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
