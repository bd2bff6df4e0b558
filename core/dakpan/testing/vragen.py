"""Stelt een regelset alle vragen die zij beantwoordt en bewaart elk antwoord, ook een fout."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Any

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Wijzigingsoort
from dakpan.aanvraag.domain.soorten import Doelgroep
from dakpan.regels.fouten import GeenRegel
from dakpan.regels.hookspecs import PROJECT, Vragen
from dakpan.regels.regels import Regels
from dakpan.regels.regelset import Regelset
from dakpan.testing.gegevens import (
    AANTALLEN,
    DECLARATIES,
    DUREN,
    OMVANGEN,
    PLANNEN,
    PLICHTEN,
    RAPPORTAGES,
    REEKSEN,
    TIJDLIJNEN,
)
from dakpan.testing.raster import omschrijf
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bevinding import Bevinding

NODIG = ("toets_aanspraak", "bereken_omvang", "bepaal_termijnen", "bepaal_beoordelaar")
ALLE = tuple(naam for naam in vars(Vragen) if not naam.startswith("_"))
_PER_ZAAK = (*NODIG, "bepaal_werkwijze", "bepaal_vereiste_stukken", "bepaal_uitstelgronden", "bepaal_vervanging")
_PER_DAG = ("bepaal_activiteiten", "bepaal_kenmerken")


@dataclass(frozen=True, slots=True)
class Vraag:
    """Welke vraag, met welke gegevens? ``geval`` is voor de melding."""

    naam: str
    gegevens: Mapping[str, Any]
    geval: str

    def __str__(self) -> str:
        return f"{self.naam} ({self.geval})"


@dataclass(frozen=True, slots=True)
class Antwoord:
    """Wat zei de regelset? ``uitkomst`` en ``fout`` leeg: zij heeft hier geen regel."""

    vraag: Vraag
    uitkomst: Berekening[Any] | list[Bevinding] | None = None
    fout: Exception | None = None

    @property
    def berekening(self) -> Berekening[Any] | None:
        return self.uitkomst if isinstance(self.uitkomst, Berekening) else None

    @property
    def bevindingen(self) -> Sequence[Bevinding]:
        """De bevindingen van een toets, of die van een berekening."""
        return self.uitkomst.bevindingen if isinstance(self.uitkomst, Berekening) else self.uitkomst or ()


def beantwoord(klasse: type[Regelset]) -> frozenset[str]:
    """Welke vragen beantwoordt deze regelset, met ``@hookimpl``?"""
    return frozenset(naam for naam in ALLE if hasattr(getattr(klasse, naam, None), f"{PROJECT}_impl"))


def vergeten(klasse: type[Regelset]) -> tuple[str, ...]:
    """Welke methoden heten als een vraag maar missen ``@hookimpl``, zodat niemand ze ooit hoort?"""
    return tuple(naam for naam in ALLE if hasattr(klasse, naam) and naam not in beantwoord(klasse))


def stel(regels: Regels, vraag: Vraag) -> Antwoord:
    """Eén vraag aan een regelset; een fout is ook een antwoord."""
    try:
        return Antwoord(vraag, getattr(regels, vraag.naam)(**vraag.gegevens))
    except GeenRegel as geen:
        return Antwoord(vraag, fout=geen if vraag.naam in NODIG else None)
    except Exception as fout:
        return Antwoord(vraag, fout=fout)


def alle_vragen(zaken: Iterable[tuple[Dossier, date]], peildata: Sequence[date]) -> tuple[Vraag, ...]:
    """Elke vraag voor elke zaak op haar dag, en de losse vragen."""
    per_zaak = (vraag for dossier, dag in zaken for vraag in _over_zaak(dossier, dag))
    return (*per_zaak, *_los(peildata))


def _over_zaak(dossier: Dossier, dag: date) -> Iterator[Vraag]:
    geval = f"{omschrijf(dossier)}, peildatum {dag}"
    for naam in _PER_ZAAK:
        yield Vraag(naam, {"dossier": dossier, "peildatum": dag}, geval)
    yield Vraag("bepaal_rapportageplan", {"dossier": dossier, "periode": dossier.aanvraag.periode}, geval)
    yield Vraag("bepaal_betaalritme", {"dossier": dossier}, geval)


def wijzigingen(dossiers: Iterable[Dossier]) -> Iterator[Vraag]:
    """Elke wijziging op elk van deze zaken, en een paar keer twee achter elkaar."""
    for dossier, reeks in product(dossiers, REEKSEN):
        dag, laatste = dossier.aanvraag.ontvangen_op, reeks[-1]
        gegevens = {"dossier": dossier, "wijzigingen": reeks, "peildatum": dag}
        wat = ", ".join(f"{een.soort} {een.regime or een.uren_per_week} per {een.ingangsdatum}" for een in reeks)
        geval = f"{omschrijf(dossier)}, {wat}"
        yield Vraag("bereken_na_wijziging", gegevens, geval)
        dagen = {"ingangsdatum": laatste.ingangsdatum, "gemeld_op": laatste.gemeld_op}
        if laatste.soort is Wijzigingsoort.EINDE:
            yield Vraag("bepaal_wijzigingstermijnen", {"dossier": dossier, **dagen}, geval)


def _los(peildata: Sequence[date]) -> Iterator[Vraag]:
    for naam, dag in product(_PER_DAG, peildata):
        yield Vraag(naam, {"peildatum": dag}, f"peildatum {dag}")
    for plan, omvang, dag in product(PLANNEN, OMVANGEN, peildata[-2:]):
        yield Vraag("toets_plan", {"plan": plan, "omvang": omvang, "peildatum": dag}, f"{plan}, {omvang}")
    for rapportage, plicht in product(RAPPORTAGES, PLICHTEN):
        gegevens = {"rapportage": rapportage, "plicht": plicht, "peildatum": rapportage.uitgebracht_op}
        yield Vraag("toets_rapportage", gegevens, f"{plicht.vorm}, uitgebracht {rapportage.uitgebracht_op}")
    for nummer, declaratie in enumerate(DECLARATIES, start=1):
        gegevens = {"declaratie": declaratie, "peildatum": declaratie.declaratiedatum}
        yield Vraag("bereken_vergoeding", gegevens, f"declaratie {nummer}: toegekend {declaratie.toegekend}")
    for nummer, (lijn, dag) in enumerate(product(TIJDLIJNEN, peildata[-2:]), start=1):
        yield Vraag("bereken_tijdlijn", {"tijdlijn": lijn, "peildatum": dag}, f"tijdlijn {nummer}, peildatum {dag}")
    for duur, aantal in product(DUREN, AANTALLEN):
        yield Vraag("verdeel_groep", {"duur": duur, "aantal": aantal}, f"{duur} met {aantal} deelnemers")


class _AndereVolgorde(frozenset[Doelgroep]):
    """Dezelfde doelgroepen, achterstevoren opgesomd: een verzameling heeft geen volgorde om op te bouwen."""

    def __iter__(self) -> Iterator[Doelgroep]:
        return iter(tuple(super().__iter__())[::-1])


def andersom(vraag: Vraag) -> Vraag:
    """Dezelfde vraag, met de doelgroepen in een andere volgorde opgesomd."""
    dossier = vraag.gegevens.get("dossier")
    if not isinstance(dossier, Dossier):
        return vraag
    persoon = replace(dossier.persoon, doelgroepen=_AndereVolgorde(dossier.persoon.doelgroepen))
    return replace(vraag, gegevens={**vraag.gegevens, "dossier": replace(dossier, persoon=persoon)})
