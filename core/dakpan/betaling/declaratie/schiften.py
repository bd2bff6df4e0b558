"""Welke activiteiten van een declaratie tellen, en waarom de andere niet?"""

from collections.abc import Iterable
from datetime import date

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.betaling.declaratie.regels import Declaratieregels
from dakpan.betaling.domain import Declaratie
from dakpan.uitleg.bevinding import Bevinding, Ernst, bevinding
from dakpan.uren.domain import RAPPORTAGE_SCHRIJVEN, Activiteit, NietVergoed

# Achter de naam van de regelset: de bevinding die om een motivering vraagt.
RAPPORTAGE_UREN = "rapportage_uren"
ZONDER_EERDER = "Er is {schrijftijd} geschreven voor de verantwoordingsrapportage; motiveer meer dan {grens}."
MET_EERDER = (
    "Er is {schrijftijd} geschreven voor de verantwoordingsrapportage, en eerder al {eerder}; "
    "motiveer meer dan {grens} in de hele periode."
)


def schift(declaratie: Declaratie, regels: Declaratieregels) -> tuple[list[Activiteit], list[Bevinding]]:
    """Welke activiteiten tellen, en waarom de andere niet?"""
    tellend: list[Activiteit] = []
    bevindingen: list[Bevinding] = []
    for activiteit in declaratie.activiteiten:
        redenen = list(_redenen(activiteit, declaratie.declaratiedatum, regels))
        bevindingen += redenen
        if not redenen:
            tellend.append(activiteit)
    return tellend, [*bevindingen, *_rapportage(declaratie, tellend, regels)]


def _rapportage(declaratie: Declaratie, tellend: list[Activiteit], regels: Declaratieregels) -> Iterable[Bevinding]:
    """Is er meer geschreven aan de verantwoording dan gewoon is? Het telt, maar vraagt een motivering."""
    schrijftijd = Duur(sum(a.duur.minuten for a in tellend if a.activiteit == RAPPORTAGE_SCHRIJVEN))
    al = (een.rapportage for een in declaratie.eerder_gedeclareerd if regels.rapportage_per_periode)
    eerder = sum(al, GEEN_DUUR)
    if schrijftijd == GEEN_DUUR or schrijftijd + eerder <= regels.rapportage_ten_hoogste:
        return
    yield bevinding(
        f"{regels.regelset}.{RAPPORTAGE_UREN}",
        Ernst.AFWEGEN,
        MET_EERDER if eerder > GEEN_DUUR else ZONDER_EERDER,
        regels.rapportage_bron,
        schrijftijd=schrijftijd,
        grens=regels.rapportage_ten_hoogste,
        **({"eerder": eerder} if eerder > GEEN_DUUR else {}),
    )


def _redenen(activiteit: Activiteit, op: date, regels: Declaratieregels) -> Iterable[Bevinding]:
    """Waarom telt deze activiteit niet mee? Leeg: zij telt."""
    waarden = {
        "datum": activiteit.datum,
        "begin": f"{activiteit.begin:%H:%M}",
        "duur": activiteit.duur,
        "doel": activiteit.doel.value,
        "op": op,
    }
    naam = regels.regelset
    if not activiteit.geaccordeerd:
        zin = "De activiteit van {datum} om {begin} ({duur}) is niet geaccordeerd en telt niet mee."
        yield Bevinding(f"{naam}.niet_geaccordeerd", Ernst.INFORMATIE, zin, regels.accorderen, waarden)
    if activiteit.datum > op:
        zin = "De activiteit van {datum} om {begin} ({duur}) ligt na de declaratiedatum {op} en telt niet mee."
        yield Bevinding(f"{naam}.in_de_toekomst", Ernst.INFORMATIE, zin, regels.accorderen, waarden)
    if isinstance(activiteit.doel, NietVergoed):
        zin = "De activiteit van {datum} om {begin} ({duur}) is {doel} en wordt niet vergoed."
        bron = regels.niet_vergoed[activiteit.doel]
        yield Bevinding(f"{naam}.niet_vergoedbaar", Ernst.INFORMATIE, zin, bron, waarden)
