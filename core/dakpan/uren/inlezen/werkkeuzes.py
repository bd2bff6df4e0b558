"""Welk doel en welke activiteit staan er op deze regel?"""

from collections.abc import Sequence
from datetime import date
from functools import cache, partial

from dakpan.invoer.tabel import Regellezer, platte_naam
from dakpan.opslag.handeling import Handeling
from dakpan.plan.domain import Doel
from dakpan.uren.domain import NietVergoed
from dakpan.uren.keuzes import Werkkeuze, activiteiten_van, doeltitel, soorttekst, werkkeuzes
from dakpan.uren.perioden import MijnPeriode

_GEEN_SOORT = {"", "anders"}
_Wanneer = tuple[tuple[str, date], ...]


class Keuzelijsten:
    """De keuzelijst van het scherm, één keer gevraagd per financier en dag, hoe lang het bestand ook is."""

    def __init__(self, handeling: Handeling) -> None:
        self.activiteiten = cache(partial(activiteiten_van, handeling))
        self._van: dict[_Wanneer, tuple[Werkkeuze, ...]] = {}
        self._gekozen: dict[tuple[_Wanneer, str, str], Werkkeuze] = {}

    def kies(self, lezer: Regellezer, wie: Sequence[MijnPeriode], dag: date) -> Werkkeuze | None:
        """De keuze die het scherm voor deze cliënten op deze dag heeft; None met de reden bij de lezer."""
        wanneer = tuple(dict.fromkeys([(een.tenant_id, een.peildatum(dag)) for een in wie]))
        sleutel = (wanneer, *_wat_er_staat(lezer))
        if sleutel not in self._gekozen:
            keuze = _kies(lezer, self._lijst(wanneer))
            if keuze is None:
                return None
            self._gekozen[sleutel] = keuze
        return self._gekozen[sleutel]

    def _lijst(self, wanneer: _Wanneer) -> tuple[Werkkeuze, ...]:
        if wanneer not in self._van:
            self._van[wanneer] = werkkeuzes(self.activiteiten(*een).resultaat for een in wanneer)
        return self._van[wanneer]


def _wat_er_staat(lezer: Regellezer) -> tuple[str, str]:
    return platte_naam(lezer.tekst("doel")), platte_naam(lezer.tekst("activiteit"))


def _kies(lezer: Regellezer, keuzes: tuple[Werkkeuze, ...]) -> Werkkeuze | None:
    doel, soort = _wat_er_staat(lezer)
    soort = "" if soort in _GEEN_SOORT else soort
    if doel:
        keuzes = tuple(een for een in keuzes if doel in _doelnamen(een.doel))
        if not keuzes:
            lezer.meld("doel", f"het doel {lezer.tekst('doel')} kent deze financier niet; kies er een uit het loket")
            return None
    elif not soort:
        lezer.meld("doel", "schrijf het doel, of een activiteit uit de lijst")
        return None
    return _bij_soort(lezer, keuzes, soort)


def _bij_soort(lezer: Regellezer, keuzes: tuple[Werkkeuze, ...], soort: str) -> Werkkeuze | None:
    passend = [een for een in keuzes if _soortnaam(een.soort) == soort]
    if len({een.doel for een in passend}) > 1:
        lezer.meld("doel", "deze activiteit staat bij meer dan één doel; schrijf ook het doel")
        return None
    if passend:
        return passend[0]
    wat = lezer.tekst("activiteit")
    if not lezer.tekst("doel"):
        lezer.meld("activiteit", f"de activiteit {wat} staat in geen lijst; schrijf ook het doel")
        return None
    te_kiezen = ", ".join(dict.fromkeys(soorttekst(een.soort) for een in keuzes if een.soort))
    lezer.meld("activiteit", f"de activiteit {wat} hoort niet bij dit doel; kies uit {te_kiezen}, of niets")
    return None


@cache
def _doelnamen(doel: Doel | NietVergoed) -> set[str]:
    return {platte_naam(doel.value), platte_naam(doeltitel(doel.value))}


@cache
def _soortnaam(soort: str) -> str:
    return platte_naam(soorttekst(soort))
