"""De tijdlijn om te zien: als rijen van een tabel, en dezelfde rijen als stukken van een balk."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from dakpan.aanvraag.domain.tijdlijn import DIENSTBETREKKINGEN, EerderContract, Schakel, Verband
from dakpan.aanvraag.domain.tijdvakken import als_dag
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tijdlijn.tellen import Geteld, tel
from dakpan.begrippen.kalender import DAG
from dakpan.begrippen.periode import Periode
from dakpan.opslag.handeling import Handeling
from dakpan.uitleg.contract import stap_als_json


class Wat(StrEnum):
    """Wat staat er op deze rij? De eerste vier heten zoals de soorten contract."""

    CONTRACT = "contract"
    PROEFPLAATSING = "proefplaatsing"
    ANDERE_FUNCTIE = "andere_functie"
    ANDERE_WERKGEVER = "andere_werkgever"
    NU = "nu"
    PROEF_NU = "proef_nu"
    ONDERBREKING = "onderbreking"
    COACHING = "coaching"
    GEVRAAGD = "gevraagd"
    TERMIJN = "termijn"


class Telt(StrEnum):
    """Wat doet deze rij met de telling?"""

    MEE = "mee"
    APART = "apart"
    NIET = "niet"
    DOOR = "door"
    OPNIEUW = "opnieuw"
    OPEN = "open"
    GEEN = "geen"


_BANEN = ((Wat.COACHING, Wat.GEVRAAGD), (Wat.TERMIJN,))
_VERBAND = {Verband.DOORLOPEND: Telt.DOOR, Verband.OPNIEUW: Telt.OPNIEUW, Verband.OPEN: Telt.OPEN}


class Rij(NamedTuple):
    """Eén rij. ``eind`` None: zonder einddatum. ``gecoacht``: op elke dag van dit contract was er jobcoaching."""

    wat: Wat
    begin: date
    eind: date | None
    telt: Telt = Telt.GEEN
    gecoacht: bool = False

    @property
    def dagen(self) -> int | None:
        """Hoeveel dagen, met de eerste en de laatste erbij."""
        return None if self.eind is None else (self.eind - self.begin).days + 1

    @property
    def baan(self) -> int:
        """Op welke hoogte in de balk: contracten, coaching, of de termijn."""
        return next((nr for nr, soorten in enumerate(_BANEN, 1) if self.wat in soorten), 0)


class Stuk(NamedTuple):
    """Dezelfde rij in de balk; ``x`` en ``breedte`` in procenten."""

    wat: Wat
    baan: int
    x: str
    breedte: str


class Voorstel(NamedTuple):
    """Eén getal: wat de tijdlijn telt en wat er is ingevuld. ``open``: niet in bron; ``anders``: afgeweken."""

    veld: str
    geteld: int | None
    ingevuld: int | None
    open: bool
    anders: bool


class Blik(NamedTuple):
    """De hele tijdlijn, van ``begin`` tot en met ``eind``. ``nu``: waar vandaag valt, in procenten.

    Was er op elke dag van een contract jobcoaching, dan is dat in de tabel één rij.
    """

    rijen: tuple[Rij, ...]
    stukken: tuple[Stuk, ...]
    begin: date
    eind: date
    vandaag: date
    nu: str
    voorstellen: tuple[Voorstel, ...]
    stappen: list[dict[str, Any]]
    toelichting: str


def blik_van(handeling: Handeling, aanvraag: Aanvraag) -> Blik | None:
    """De tijdlijn van deze aanvraag. None: er was geen eerder contract, of zij is nog niet af."""
    geteld = tel(handeling, aanvraag)
    if geteld is None:
        return None
    gevraagd_tot = als_dag(aanvraag.gegevens.get("aanvraag", {}).get("eind"))
    alle = sorted(_rijen(geteld, gevraagd_tot), key=lambda een: (een.wat is Wat.TERMIJN, een.begin, een.baan))
    begin = min(een.begin for een in alle)
    eind = max([*(een.eind or een.begin for een in alle), handeling.vandaag])
    heel = {(een.begin, een.eind) for een in alle if een.gecoacht}
    schaal = Periode(begin, eind)
    return Blik(
        tuple(een for een in alle if een.wat is not Wat.COACHING or (een.begin, een.eind) not in heel),
        tuple(_stuk(een, schaal) for een in alle),
        begin,
        eind,
        handeling.vandaag,
        _procent((max(handeling.vandaag, begin) - begin).days, schaal.dagen),
        tuple(
            Voorstel(v, geteld.voorgesteld(v), nu, geteld.is_open(v), v in geteld.anders)
            for v, nu in geteld.ingevuld.items()
        ),
        [stap_als_json(een) for een in geteld.berekening.stappen],
        str(aanvraag.aanvulling.get("tijdlijn_toelichting", "")),
    )


def _rijen(geteld: Geteld, gevraagd_tot: date | None) -> Iterator[Rij]:
    lijn, telling = geteld.lijn, geteld.telling
    for een in lijn.eerder:
        heel = een.coaching == (een.periode,)
        yield Rij(Wat(een.soort.value), een.periode.begin, een.periode.eind, _telt(geteld, een), heel)
        yield from (Rij(Wat.COACHING, c.begin, c.eind, _telt(geteld, een)) for c in een.coaching)
    yield from (_gat(een) for een in telling.schakels if een.dagen)
    yield Rij(Wat.PROEF_NU if lijn.proefplaatsing else Wat.NU, lijn.begin, lijn.eind)
    telt = Telt.APART if lijn.proefplaatsing else _bekend(geteld)
    yield from (Rij(Wat.COACHING, c.begin, c.eind, telt) for c in lijn.coaching)
    yield Rij(Wat.GEVRAAGD, lijn.gevraagd, gevraagd_tot)
    if telling.termijn_begin is not None and telling.termijn_eind is not None:
        eind = max(telling.termijn_eind, telling.termijn_begin)
        yield Rij(Wat.TERMIJN, telling.termijn_begin, eind)


def _gat(schakel: Schakel) -> Rij:
    return Rij(Wat.ONDERBREKING, schakel.na + DAG, schakel.naar - DAG, _VERBAND[schakel.verband])


def _bekend(geteld: Geteld) -> Telt:
    return Telt.OPEN if geteld.telling.maanden_jobcoaching is None else Telt.MEE


def _telt(geteld: Geteld, een: EerderContract) -> Telt:
    if een.soort not in DIENSTBETREKKINGEN:
        open_ = geteld.telling.maanden_jobcoaching is None
        return Telt.APART if een.soort.value == Wat.PROEFPLAATSING else Telt.OPEN if open_ else Telt.NIET
    vanaf = geteld.telling.vanaf
    return Telt.NIET if vanaf is not None and een.periode.begin < vanaf else _bekend(geteld)


def _stuk(rij: Rij, schaal: Periode) -> Stuk:
    dagen = ((rij.eind or schaal.eind) - rij.begin).days + 1
    x = _procent((rij.begin - schaal.begin).days, schaal.dagen)
    return Stuk(rij.wat, rij.baan, x, _procent(dagen, schaal.dagen))


def _procent(deel: int, geheel: int) -> str:
    """In honderdsten van een procent, naar beneden; zo past alles samen altijd in de balk."""
    heel, rest = divmod(deel * 10_000 // geheel, 100)
    return f"{heel}.{rest:02d}%"
