"""Wie er meespelen en welke zaken er zijn: gegevens naast de tenantbestanden van een demonstratie, niet in de kern."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.nummers import Bsn

CONCEPT = "concept"
EERSTE_BSN = 999_900_000
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lidplan:
    """Voor wie werkt een speler, en wat mag hij daar? Een organisatie noemt rechten, een financier rollen."""

    organisatie: str | None = None
    financier: str | None = None
    rollen: tuple[str, ...] = ()
    rechten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speler:
    """Iemand die zich kan aanmelden. ``doet``: wat een bezoeker met dit account kan laten zien."""

    email: str
    naam: str
    doet: str
    leden: tuple[Lidplan, ...]

    def werkt_voor(self, code: str) -> bool:
        """Voor deze organisatie of financier?"""
        return any(code in {lid.organisatie, lid.financier} for lid in self.leden)


@dataclass(frozen=True, slots=True)
class Zaakplan:
    """Eén zaak: wie, waar, en tot en met welke stap. Dagen tellen vanaf vandaag; ``hoe`` kiest binnen die stap.

    ``vervolg``: aan het eind begint de coach al aan de volgende periode.
    """

    nummer: int
    financier: str
    client: Json
    werkgever: Json
    vorm: str
    regime: str
    begin: int
    maanden: int
    tot_en_met: str
    bsn: str
    hoe: str = ""
    coach: str | None = None
    soort: str = "eerste"
    jaar: int = 1
    jaar_bevestigd: bool = False
    doelgroepen: tuple[str, ...] = ()
    uren_per_week: str = "24.00"
    contract_maanden: int = 0
    geopend: int | None = None
    uren: str = "gewoon"
    vervolg: bool = False
    tarief: str = "89.50"
    dienstverband: Json = field(default_factory=dict)
    aanvraag: Json = field(default_factory=dict)
    historie: Json = field(default_factory=dict)
    besluit: Json = field(default_factory=dict)

    @property
    def naam(self) -> str:
        return f"{self.client['voornaam']} {self.client['achternaam']}"


@dataclass(frozen=True)
class Spelers:
    """Alles wat de demonstratie verzint."""

    plek: Path

    @classmethod
    def bij(cls, tenants_map: Path) -> "Spelers":
        """De spelers van deze map met tenantbestanden."""
        return cls(tenants_map.joinpath("spelers"))

    @cached_property
    def _organisaties(self) -> Json:
        return _lees(self.plek.joinpath("organisaties.toml"))

    @cached_property
    def _financiers(self) -> Json:
        return _lees(self.plek.joinpath("financiers.toml"))

    @cached_property
    def teksten(self) -> Json:
        """Wat mensen schrijven: plannen, adviezen, verslagen en activiteiten."""
        return _lees(self.plek.joinpath("teksten.toml"))

    @property
    def wachtwoord(self) -> str:
        return str(self._organisaties["wachtwoord"])

    @property
    def organisaties(self) -> list[Json]:
        return list(self._organisaties["organisatie"])

    @property
    def financiers(self) -> dict[str, Json]:
        """Per financier zijn rekening en zijn factuuradres."""
        return {een["financier"]: een for een in self._financiers["financier"]}

    @cached_property
    def personen(self) -> tuple[Speler, ...]:
        """Eerst de mensen van de organisaties, dan die van de financiers."""
        mensen = _lees(self.plek.joinpath("mensen.toml"))
        return tuple(map(_speler, [*self._organisaties["persoon"], *mensen["persoon"]]))

    @cached_property
    def zaken(self) -> tuple[Zaakplan, ...]:
        """Alle zaken, op volgorde van financier; elke cliënt krijgt een eigen BSN dat niet bestaat."""
        bsns = proefbsns()
        rijen = [rij for pad in sorted(self.plek.joinpath("zaken").glob("*.toml")) for rij in _rijen(pad)]
        return tuple(_zaakplan(nummer, rij, next(bsns)) for nummer, rij in enumerate(rijen, start=1))


def proefbsns() -> Iterator[str]:
    """Nummers die de elfproef doorstaan uit de reeks 9999, die niet wordt uitgegeven."""
    nummer = EERSTE_BSN
    while True:
        nummer += 1
        try:
            yield Bsn(str(nummer)).nummer
        except OngeldigeWaarde:
            continue


def _lees(pad: Path) -> Json:
    return tomllib.loads(pad.read_text(encoding="utf-8"))


def _rijen(pad: Path) -> Iterator[Json]:
    """De zaken van één financier; de bestandsnaam is de financier, ``gewoon`` vult aan wat een zaak niet zegt."""
    inhoud = _lees(pad)
    for zaak in inhoud["zaak"]:
        yield {"financier": pad.stem, **inhoud.get("gewoon", {}), **zaak}


def _zaakplan(nummer: int, rij: Mapping[str, Any], bsn: str) -> Zaakplan:
    velden = {"nummer": nummer, "bsn": bsn, **rij}
    velden["doelgroepen"] = tuple(rij.get("doelgroepen", ()))
    return Zaakplan(**velden)


def _speler(rij: Mapping[str, Any]) -> Speler:
    leden = tuple(
        Lidplan(
            een.get("organisatie"), een.get("financier"), tuple(een.get("rollen", ())), tuple(een.get("rechten", ()))
        )
        for een in rij["lid"]
    )
    return Speler(rij["email"], rij["naam"], rij["doet"], leden)
