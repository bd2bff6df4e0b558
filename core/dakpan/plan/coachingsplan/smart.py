"""Een helper die meeleest: wat is er aan een doel nog niet specifiek, meetbaar, haalbaar of gedateerd?

Hij houdt niets tegen. Elke aanwijzing hoort bij één veld van het formulier.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dakpan.begrippen.periode import Periode
from dakpan.plan.coachingsplan.domain import Plandoel, Planinhoud, Tussendoel

KORT = 4  # met minder woorden is er nog geen zin
_WOORD = re.compile(r"[^\W\d_]+")
_GETAL = re.compile(r"\d")
# Woorden die een richting geven en geen punt: wie ze schrijft wordt gevraagd wat er dan te zien is.
_RICHTING = frozenset(
    ("beter", "goed", "meer", "minder", "vaker", "sneller", "fijner", "prettiger", "zelfverzekerder", "zelfstandiger")
)
# Wie een van deze woorden schrijft noemt een maat, ook zonder cijfer.
_MAAT = frozenset(
    (
        *("een", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "twaalf", "half"),
        *("elke", "elk", "iedere", "ieder", "alle", "altijd", "nooit", "geen", "zonder", "binnen", "hele", "hoogstens"),
        *("dagelijks", "wekelijks", "maandelijks", "minstens", "zelf"),
    )
)


class Soort(StrEnum):
    """Wat vraagt de helper?"""

    KORT = "kort"
    RICHTING = "richting"
    GEEN_MAATSTAF = "geen_maatstaf"
    GEEN_MAAT = "geen_maat"
    GEEN_DATUM = "geen_datum"
    DATUM_VOORBIJ = "datum_voorbij"
    DATUM_NA_PERIODE = "datum_na_periode"
    NA_HOOFDDOEL = "na_hoofddoel"
    GEEN_TUSSENDOEL = "geen_tussendoel"
    GEEN_ACTIVITEIT = "geen_activiteit"
    GEEN_UREN = "geen_uren"
    GEEN_EVALUATIE = "geen_evaluatie"
    GEEN_BEGELEIDER = "geen_begeleider"


class Aanwijzing(NamedTuple):
    """Eén vraag bij één veld. ``woord``: het woord waar het om gaat."""

    veld: str
    soort: Soort
    woord: str = ""


def bij_doel(doel: Plandoel, vandaag: date, periode: Periode | None = None) -> tuple[Aanwijzing, ...]:
    """Alles wat er aan dit doel nog te vragen is, op de volgorde van het formulier."""
    return tuple(_bij_doel(doel, vandaag, periode))


def bij_plan(inhoud: Planinhoud) -> tuple[Aanwijzing, ...]:
    """Wat er buiten de doelen nog te vragen is."""
    vragen = []
    if not inhoud.evaluaties:
        vragen.append(Aanwijzing("evaluaties", Soort.GEEN_EVALUATIE))
    if not inhoud.begeleider.strip():
        vragen.append(Aanwijzing("begeleider", Soort.GEEN_BEGELEIDER))
    return tuple(vragen)


def _bij_doel(doel: Plandoel, vandaag: date, periode: Periode | None) -> Iterator[Aanwijzing]:
    yield from _specifiek("tekst", doel.tekst)
    yield from _meetbaar("maatstaf", doel.maatstaf)
    yield from _gedateerd("streefdatum", doel.streefdatum, vandaag, periode)
    if not doel.tussendoelen:
        yield Aanwijzing("tussendoelen.0.tekst", Soort.GEEN_TUSSENDOEL)
    for nummer, een in enumerate(doel.tussendoelen):
        yield from _bij_tussendoel(f"tussendoelen.{nummer}", een, doel.streefdatum, vandaag)
    if not doel.activiteiten:
        yield Aanwijzing("activiteiten.0.tekst", Soort.GEEN_ACTIVITEIT)
    for nummer, activiteit in enumerate(doel.activiteiten):
        if activiteit.uren is None:
            yield Aanwijzing(f"activiteiten.{nummer}.uren", Soort.GEEN_UREN)


def _bij_tussendoel(plek: str, een: Tussendoel, hoofddoel: date | None, vandaag: date) -> Iterator[Aanwijzing]:
    yield from _specifiek(f"{plek}.tekst", een.tekst)
    yield from _meetbaar(f"{plek}.maatstaf", een.maatstaf)
    if een.streefdatum is not None and hoofddoel is not None and een.streefdatum > hoofddoel:
        yield Aanwijzing(f"{plek}.streefdatum", Soort.NA_HOOFDDOEL)
    else:
        yield from _gedateerd(f"{plek}.streefdatum", een.streefdatum, vandaag, None)


def _specifiek(veld: str, tekst: str) -> Iterator[Aanwijzing]:
    woorden = _WOORD.findall(tekst.casefold())
    richting = next((een for een in woorden if een in _RICHTING), "")
    if len(woorden) < KORT:
        yield Aanwijzing(veld, Soort.KORT)
    elif richting and not _heeft_maat(tekst):
        yield Aanwijzing(veld, Soort.RICHTING, richting)


def _meetbaar(veld: str, tekst: str) -> Iterator[Aanwijzing]:
    if not tekst.strip():
        yield Aanwijzing(veld, Soort.GEEN_MAATSTAF)
    elif not _heeft_maat(tekst):
        yield Aanwijzing(veld, Soort.GEEN_MAAT)


def _heeft_maat(tekst: str) -> bool:
    return bool(_GETAL.search(tekst)) or not _MAAT.isdisjoint(_WOORD.findall(tekst.casefold()))


def _gedateerd(veld: str, dag: date | None, vandaag: date, periode: Periode | None) -> Iterator[Aanwijzing]:
    if dag is None:
        yield Aanwijzing(veld, Soort.GEEN_DATUM)
    elif dag < vandaag:
        yield Aanwijzing(veld, Soort.DATUM_VOORBIJ)
    elif periode is not None and dag > periode.eind:
        yield Aanwijzing(veld, Soort.DATUM_NA_PERIODE)
