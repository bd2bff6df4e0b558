"""Wat mag er in een koppeling staan? Alle bezwaren tegelijk, elk bij zijn veld."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from dakpan.begrippen.periode import Periode
from dakpan.invoer.fouten import Veldfout

_NIET_VAN_ONS = "deze medewerker werkt niet bij uw organisatie; kies er een uit de lijst"


class _Lid(Protocol):
    @property
    def naam(self) -> str: ...
    @property
    def mag_schrijven(self) -> bool: ...
    @property
    def mag_accorderen(self) -> bool: ...


class _Dagen(Protocol):
    @property
    def van(self) -> date | None: ...
    @property
    def tot_en_met(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Gekozen:
    """Wat iemand koos: een coach, wie accordeert, en van wanneer tot en met wanneer."""

    coach: UUID
    eerste: UUID | None
    tweede: UUID | None
    van: date | None = None
    tot_en_met: date | None = None

    @property
    def mensen(self) -> Mapping[str, UUID | None]:
        return {"coach": self.coach, "accordeerder": self.eerste, "tweede_accordeerder": self.tweede}


def dagen_van(koppeling: _Dagen, periode: Periode) -> Periode | None:
    """De dagen waarop deze koppeling binnen de periode geldt. None: geen enkele, de periode is ingekort."""
    begin = max(koppeling.van or periode.begin, periode.begin)
    eind = min(koppeling.tot_en_met or periode.eind, periode.eind)
    return Periode(begin, eind) if begin <= eind else None


def fouten_in(
    gekozen: Gekozen,
    van_ons: Mapping[UUID, _Lid],
    periode: Periode,
    bezet: Sequence[Periode | None],
    blijven: Collection[UUID | None] = (),
    *,
    zonder_mag: bool = False,
) -> Iterator[Veldfout]:
    """``bezet``: de andere dagen van dezelfde coach. ``blijven``: wie er al stond wordt niet opnieuw nagekeken."""
    yield from _mensen(gekozen, van_ons, blijven)
    yield from _samen(gekozen, zonder_mag=zonder_mag)
    yield from _dagen(gekozen, periode, bezet)


def _mensen(gekozen: Gekozen, van_ons: Mapping[UUID, _Lid], blijven: Collection[UUID | None]) -> Iterator[Veldfout]:
    for veld, id_ in gekozen.mensen.items():
        if id_ is None or id_ in blijven:
            continue
        lid = van_ons.get(id_)
        if lid is None:
            yield Veldfout(veld, _NIET_VAN_ONS)
        elif veld == "coach" and not lid.mag_schrijven:
            yield Veldfout(veld, "deze medewerker heeft niet het recht om uren te schrijven")
        elif veld != "coach" and not lid.mag_accorderen:
            yield Veldfout(veld, "deze medewerker heeft niet het recht om uren te accorderen")


def _samen(gekozen: Gekozen, *, zonder_mag: bool) -> Iterator[Veldfout]:
    for veld, id_ in gekozen.mensen.items():
        if veld != "coach" and id_ == gekozen.coach:
            yield Veldfout(veld, "niemand accordeert zijn eigen uren; kies een ander")
    if gekozen.tweede is not None and gekozen.tweede == gekozen.eerste:
        yield Veldfout("tweede_accordeerder", "dit is al de eerste accordeerder; kies een ander of laat dit leeg")
    if gekozen.eerste is None and not zonder_mag:
        yield Veldfout("accordeerder", "kies wie de uren accordeert")


def _dagen(gekozen: Gekozen, periode: Periode, bezet: Sequence[Periode | None]) -> Iterator[Veldfout]:
    dagen = {"van": gekozen.van, "tot_en_met": gekozen.tot_en_met}
    buiten = [veld for veld, dag in dagen.items() if dag is not None and dag not in periode]
    for veld in buiten:
        yield Veldfout(veld, f"deze dag valt buiten de periode, die loopt van {periode}; kies een dag daarbinnen")
    begin, eind = gekozen.van or periode.begin, gekozen.tot_en_met or periode.eind
    if buiten:
        return
    if eind < begin:
        yield Veldfout("tot_en_met", "deze dag ligt voor de eerste dag; kies een latere")
        return
    for andere in bezet:
        if andere is not None and andere.raakt(Periode(begin, eind)):
            yield Veldfout(
                "van", f"deze jobcoach is al gekoppeld van {andere}; wijzig die koppeling of kies andere dagen"
            )
