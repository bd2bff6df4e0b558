"""Een dossier door één regelset, of door alle geïnstalleerde naast elkaar."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Omvang
from dakpan.aanvraag.domain.termijn import Beoordelaar, Termijn
from dakpan.dossier.domain import Onderwerp
from dakpan.regels.fouten import GeenRegel
from dakpan.regels.kenmerken import Kenmerk
from dakpan.regels.regels import Regels
from dakpan.uitleg.berekening import Berekening, Stap
from dakpan.uitleg.bevinding import Aanspraak, Bevinding, aanspraak_uit, zonder_dubbele


class Toets(NamedTuple):
    """Wat zegt een regelset over een dossier, met elke bevinding, termijn en stap?"""

    regelset: str
    versie: str
    peildatum: date
    aanspraak: Aanspraak
    bevindingen: tuple[Bevinding, ...]
    omvang: Omvang | None
    termijnen: tuple[Termijn, ...]
    beoordelaar: Beoordelaar
    stappen: tuple[Stap, ...]


def toets(regels: Regels, dossier: Dossier, peildatum: date) -> Toets:
    """Is er recht, op hoeveel, en welke termijnen gelden? Zonder recht is er geen omvang."""
    bevindingen = tuple(regels.toets_aanspraak(dossier, peildatum))
    omvang: Berekening[Omvang] | None = None
    aanspraak = aanspraak_uit(bevindingen)
    if aanspraak is not Aanspraak.GEEN_RECHT:
        omvang = regels.bereken_omvang(dossier, peildatum)
        if omvang.bevindingen:
            bevindingen = zonder_dubbele((*bevindingen, *omvang.bevindingen))
            aanspraak = aanspraak_uit(bevindingen)
    if aanspraak is Aanspraak.GEEN_RECHT:
        omvang = None
    termijnen = regels.bepaal_termijnen(dossier, peildatum)
    beoordelaar = regels.bepaal_beoordelaar(dossier, peildatum)
    return Toets(
        regels.naam,
        regels.versie,
        peildatum,
        aanspraak,
        bevindingen,
        omvang.resultaat if omvang is not None else None,
        termijnen.resultaat.lijst,
        beoordelaar.resultaat,
        (*(omvang.stappen if omvang is not None else ()), *termijnen.stappen, *beoordelaar.stappen),
    )


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """De toets van één regelset, en de cijfers alsof niets blokkeerde."""

    toets: Toets
    ter_vergelijking: Berekening[Omvang]


@dataclass(frozen=True, slots=True)
class Verschil:
    """Wat zegt elke regelset over een onderwerp waarop zij verschillen? None: niet in bron."""

    onderwerp: Onderwerp
    per_regelset: Mapping[str, Kenmerk | None]


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Hetzelfde dossier door alle regelsets."""

    peildatum: date
    per_regelset: Mapping[str, Vergeleken]
    verschillen: tuple[Verschil, ...]


def vergelijk(alle: Iterable[Regels], dossier: Dossier, peildatum: date) -> Vergelijking:
    """Hoe zou elke financier over dit dossier oordelen, en waarin verschillen zij?"""
    op_naam = {regels.naam: regels for regels in alle}
    per_regelset = {
        naam: Vergeleken(toets(regels, dossier, peildatum), regels.bereken_omvang(dossier, peildatum))
        for naam, regels in op_naam.items()
    }
    kenmerken = {naam: _kenmerken(regels, peildatum) for naam, regels in op_naam.items()}
    verschillen = (
        Verschil(onderwerp, {naam: van.get(onderwerp) for naam, van in kenmerken.items()}) for onderwerp in Onderwerp
    )
    return Vergelijking(peildatum, per_regelset, tuple(v for v in verschillen if _verschilt(v)))


def _kenmerken(regels: Regels, peildatum: date) -> Mapping[Onderwerp, Kenmerk]:
    """Een regelset die zichzelf niet beschrijft doet toch mee; elk onderwerp is dan niet in bron."""
    try:
        return regels.bepaal_kenmerken(peildatum).resultaat.per_onderwerp
    except GeenRegel:
        return {}


def _verschilt(verschil: Verschil) -> bool:
    return len({kenmerk.tekst if kenmerk is not None else None for kenmerk in verschil.per_regelset.values()}) > 1
