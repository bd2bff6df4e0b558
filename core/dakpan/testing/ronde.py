"""Eén ronde langs een regelset: alle vragen, zoals zij is en met elke lege parameter ingevuld."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.regels.parameters.parameters import Parameters
from dakpan.regels.regels import Regels
from dakpan.regels.regelset import Regelset
from dakpan.testing import raster
from dakpan.testing.bewaking import Bewaking
from dakpan.testing.invullen import ingevuld
from dakpan.testing.vragen import Antwoord, Vraag, alle_vragen, andersom, beantwoord, stel, wijzigingen


@dataclass(frozen=True, slots=True)
class Deel:
    """De antwoorden met één inrichting van de parameters."""

    parameters: Parameters
    antwoorden: tuple[Antwoord, ...]


@dataclass(frozen=True, slots=True)
class Ronde:
    """Alle antwoorden van één regelset, en wat zij daarbij deed dat niet mag."""

    klasse: type[Regelset]
    delen: tuple[Deel, ...]
    overtredingen: tuple[str, ...]

    @property
    def antwoorden(self) -> tuple[Antwoord, ...]:
        return tuple(antwoord for deel in self.delen for antwoord in deel.antwoorden)

    def wisselvallig(self) -> Iterator[str]:
        """Welke vragen krijgen een ander antwoord als ze nog eens worden gesteld, in welke volgorde ook?"""
        for deel in self.delen:
            yield from _vergelijk(self.klasse, deel)


def maak_ronde(klasse: type[Regelset], eigen: Sequence[Dossier], eigen_dagen: Sequence[date]) -> Ronde:
    """Stelt alle vragen één keer, onder bewaking; elke test bekijkt daarna dezelfde antwoorden."""
    parameters = klasse.eigen_parameters()
    dagen = (*eigen_dagen, *raster.peildata(parameters))
    kern = (*raster.kerndossiers(), *eigen)
    zaken = [(dossier, dossier.aanvraag.ontvangen_op) for dossier in (*raster.dossiers(), *eigen)]
    overal = (*alle_vragen((*zaken, *product(kern, dagen)), dagen), *wijzigingen(kern))
    eens = [replace(v, geval=f"ingevuld: {v.geval}") for v in (*alle_vragen(zaken, dagen), *wijzigingen(kern))]
    with Bewaking() as bewaking:
        delen = (_bevraag(klasse, parameters, overal), _bevraag(klasse, ingevuld(parameters), eens))
    return Ronde(klasse, delen, tuple(dict.fromkeys(bewaking.overtredingen)))


def _bevraag(klasse: type[Regelset], parameters: Parameters, vragen: Iterable[Vraag]) -> Deel:
    regels, gehoord = Regels(klasse(parameters)), beantwoord(klasse)
    return Deel(parameters, tuple(stel(regels, vraag) for vraag in vragen if vraag.naam in gehoord))


def _vergelijk(klasse: type[Regelset], deel: Deel) -> Iterator[str]:
    """Twee keer aan één instantie, en achterstevoren aan een verse."""
    eerste = [a for a in deel.antwoorden if a.fout is None]
    dezelfde, verse = Regels(klasse(deel.parameters)), Regels(klasse(deel.parameters))
    opnieuw = [stel(dezelfde, a.vraag).uitkomst for a in eerste]
    nogmaals = [stel(dezelfde, a.vraag).uitkomst for a in eerste]
    andere = [stel(verse, andersom(a.vraag)).uitkomst for a in reversed(eerste)][::-1]
    for antwoord, *later in zip(eerste, opnieuw, nogmaals, andere, strict=True):
        if any(uitkomst != antwoord.uitkomst for uitkomst in later):
            yield f"{antwoord.vraag}: een ander antwoord dan de eerste keer"
