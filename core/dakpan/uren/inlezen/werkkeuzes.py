"""Welk doel en welke activiteit staan er op deze regel?"""

from collections.abc import Iterable

from dakpan.invoer.tabel import Regellezer, platte_naam
from dakpan.uren.domain import Activiteiten
from dakpan.uren.keuzes import Werkkeuze, doeltitel, soorttekst, werkkeuzes

_GEEN_SOORT = {"", "anders"}


def kies(lezer: Regellezer, activiteiten: Iterable[Activiteiten]) -> Werkkeuze | None:
    """De keuze zoals het scherm haar heeft; None met de reden bij de lezer."""
    keuzes = werkkeuzes(activiteiten)
    doel, soort = (platte_naam(lezer.tekst(veld)) for veld in ("doel", "activiteit"))
    soort = "" if soort in _GEEN_SOORT else soort
    if doel:
        keuzes = tuple(een for een in keuzes if doel in _doelnamen(een))
        if not keuzes:
            lezer.meld("doel", f"het doel {lezer.tekst('doel')} kent deze financier niet; kies er een uit het loket")
            return None
    elif not soort:
        lezer.meld("doel", "schrijf het doel, of een activiteit uit de lijst")
        return None
    return _bij_soort(lezer, keuzes, soort)


def _bij_soort(lezer: Regellezer, keuzes: tuple[Werkkeuze, ...], soort: str) -> Werkkeuze | None:
    passend = [een for een in keuzes if platte_naam(soorttekst(een.soort)) == soort]
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


def _doelnamen(een: Werkkeuze) -> set[str]:
    return {platte_naam(een.doel.value), platte_naam(doeltitel(een.doel.value))}
