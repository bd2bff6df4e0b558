"""Op welke dagen eindigt geen wettelijke termijn? (Algemene termijnenwet, art. 1 en 3)"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache

from dakpan.aanvraag.domain.gelijkgesteld import GELIJKGESTELD


class Rustdag(StrEnum):
    """Waarom eindigt een termijn niet op deze dag? De feestdagen zijn die van art. 3, en geen andere."""

    ZATERDAG = "zaterdag"
    ZONDAG = "zondag"
    NIEUWJAARSDAG = "nieuwjaarsdag"
    GOEDE_VRIJDAG = "goede_vrijdag"
    TWEEDE_PAASDAG = "tweede_paasdag"
    KONINGSDAG = "koningsdag"
    BEVRIJDINGSDAG = "bevrijdingsdag"
    HEMELVAARTSDAG = "hemelvaartsdag"
    TWEEDE_PINKSTERDAG = "tweede_pinksterdag"
    EERSTE_KERSTDAG = "eerste_kerstdag"
    TWEEDE_KERSTDAG = "tweede_kerstdag"
    GELIJKGESTELD = "gelijkgesteld"


# Hoe de bibliotheek ze noemt. Wat zij verder kent (Eerste paasdag, schoolvakanties) staat niet in art. 3.
_NAMEN: Mapping[str, Rustdag] = {
    "Nieuwjaarsdag": Rustdag.NIEUWJAARSDAG,
    "Goede vrijdag": Rustdag.GOEDE_VRIJDAG,
    "Tweede paasdag": Rustdag.TWEEDE_PAASDAG,
    "Koninginnedag": Rustdag.KONINGSDAG,
    "Koningsdag": Rustdag.KONINGSDAG,
    "Hemelvaartsdag": Rustdag.HEMELVAARTSDAG,
    "Tweede pinksterdag": Rustdag.TWEEDE_PINKSTERDAG,
    "Eerste kerstdag": Rustdag.EERSTE_KERSTDAG,
    "Tweede kerstdag": Rustdag.TWEEDE_KERSTDAG,
}


def rustdag(dag: date) -> Rustdag | None:
    """Wat voor zaterdag, zondag of feestdag is dit? None: een gewone dag.

    Een feestdag in het weekend heet naar het weekend: dat alleen is al genoeg.
    """
    match dag.weekday():
        case 5:
            return Rustdag.ZATERDAG
        case 6:
            return Rustdag.ZONDAG
    return _feestdagen(dag.year).get(dag) or (Rustdag.GELIJKGESTELD if dag in GELIJKGESTELD else None)


@lru_cache(maxsize=256)
def _feestdagen(jaar: int) -> Mapping[date, Rustdag]:
    """De feestdagen van één jaar: Pasen en Koningsdag uit de bibliotheek, 5 mei elk jaar uit de wet zelf."""
    from holidays import country_holidays  # noqa: PLC0415 - elke start telt

    bekend = country_holidays("NL", years=jaar, language="nl", expand=False)
    dagen = {dag: _NAMEN[naam] for dag in sorted(bekend) for naam in bekend.get_list(dag) if naam in _NAMEN}
    # Hemelvaartsdag kan op 5 mei vallen (2016); welke van de twee het is maakt niet uit, maar het kerkfeest is de naam.
    return {date(jaar, 5, 5): Rustdag.BEVRIJDINGSDAG, **dagen}
