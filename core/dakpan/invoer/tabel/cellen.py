"""Een cel lezen zoals een Nederlander haar typt; ``ValueError`` zegt wat er had moeten staan."""

import re
from datetime import date, time
from functools import lru_cache

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.uren import Uren
from dakpan.invoer.velden import lees_datum, lees_tekst, lees_tijd

_DAG = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", re.ASCII)
_MET_TIJD = re.compile(r"(.+?)[ T]0?0:00(:00)?", re.ASCII)
_KLOK = re.compile(r"([0-9]{1,2})[:.uh]([0-9]{2})(?::00)?", re.ASCII)
_GETAL = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]{1,2})|([0-9]{1,9})(?:[.,]([0-9]{1,2}))?", re.ASCII)
# In een bestand staan steeds dezelfde dagen en tijden.
BEKEND = 4096
_MINUTEN = re.compile(r"[0-9]{1,4}", re.ASCII)


@lru_cache(BEKEND)
def lees_dag(tekst: str) -> date:
    """``1-3-2026``, ``01/03/2026`` of ``2026-03-01``; een tijd van nul uur erachter telt niet."""
    kaal = gevonden[1] if (gevonden := _MET_TIJD.fullmatch(tekst)) else tekst
    nederlands = _DAG.fullmatch(kaal)
    if nederlands:
        return _lees_omgekeerd(kaal, f"{nederlands[3]}-{nederlands[2]:0>2}-{nederlands[1]:0>2}")
    try:
        return lees_datum(kaal)
    except ValueError as fout:
        raise ValueError(f"'{tekst}' is geen datum; schrijf dag, maand en jaar, zoals 24-3-2026") from fout


def _lees_omgekeerd(getypt: str, iso: str) -> date:
    """Wie dag-maand-jaar schreef leest dat ook terug als die dag niet bestaat."""
    try:
        return lees_datum(iso)
    except ValueError as fout:
        raise ValueError(str(fout).replace(iso, getypt)) from fout


@lru_cache(BEKEND)
def lees_klok(tekst: str) -> time:
    """``9:05``, ``09.05`` of ``9u05``."""
    gevonden = _KLOK.fullmatch(tekst)
    return lees_tijd(f"{gevonden[1]}:{gevonden[2]}" if gevonden else tekst)


@lru_cache(BEKEND)
def lees_duur(tekst: str) -> Duur:
    """``90`` zijn minuten, ``1:30`` uren en minuten. Met een komma is niet te zien wat het is."""
    if _MINUTEN.fullmatch(tekst):
        return Duur(int(tekst))
    gevonden = _KLOK.fullmatch(tekst)
    if gevonden is None or "." in tekst or int(gevonden[2]) >= 60:
        raise ValueError(f"'{tekst}' is geen duur; schrijf minuten (90) of uren en minuten (1:30)")
    return Duur(int(gevonden[1]) * 60 + int(gevonden[2]))


def lees_uren(tekst: str) -> Uren:
    """``86,4`` of ``86.40``; duizendtallen met een punt mogen als er ook een komma staat."""
    return Uren.uit_iso(_als_iso(tekst, "schrijf uren zoals 86,40"))


def lees_bedrag(tekst: str) -> Bedrag:
    """``1420,30``, ``€ 1.420,30`` of ``1420``."""
    return Bedrag.uit_iso(_als_iso(tekst.removeprefix("€").strip(), "schrijf een bedrag zoals 1420,30"))


def _als_iso(tekst: str, eis: str) -> str:
    """Een punt alleen is een komma als er een of twee cijfers achter staan; anders is niet te zien wat het is."""
    gevonden = _GETAL.fullmatch(tekst)
    if gevonden is None:
        raise ValueError(f"'{tekst}' kan niet; {eis}")
    geheel, deel = (gevonden[1] or gevonden[3]).replace(".", ""), gevonden[2] or gevonden[4] or ""
    return f"{int(geheel)}.{deel:0<2}"


def lees_woorden(tekst: str, ten_hoogste: int) -> str:
    """Gewone tekst zonder stuurtekens; de apostrof die de eigen uitvoer voor een formule zet gaat eraf."""
    return lees_tekst(tekst[1:] if tekst[:2] in {"'=", "'+", "'-", "'@"} else tekst, ten_hoogste)
