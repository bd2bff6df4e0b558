"""Waaruit een formulier bestaat: groepen van velden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

Soort = Literal[
    "tekst",
    "lang",
    "datum",
    "tijd",
    "duur",
    "uren",
    "bedrag",
    "getal",
    "minuten",
    "keuze",
    "keuzes",
    "janee",
    "email",
    "wachtwoord",
    "bsn",
    "bestand",
    "verborgen",
]
SOORTEN = frozenset(get_args(Soort))
RONDJES_TEN_HOOGSTE = 5
# Zoveel vakken passen naast elkaar op een scherm.
NAAST_ELKAAR = 3


@dataclass(frozen=True, slots=True)
class Veld:
    """Eén vraag. ``naam`` is het pad in het contract, met punten; een nummer erin is een rij van een lijst.

    ``label``, ``hulp`` en de teksten van ``keuzes`` mogen ``lazy_gettext`` zijn.
    ``max``: het grootste aantal tekens. ``rijen``: hoe hoog een groot tekstvak is.
    ``toon_als``: (naam, waarden): met JavaScript pas zichtbaar als dat andere veld een van die waarden heeft.
    ``toon_buiten``: (wie, wat, past): met JavaScript pas zichtbaar als het antwoord op ``wat``, tot de dubbele punt,
    niet staat bij wat er ``past`` bij een antwoord op ``wie``.
    ``soms``: verplicht bij een ander antwoord, of pas bij het afronden; de hulp zegt het.
    ``aanvullen``: wat de browser mag aanvullen (autocomplete); standaard niets.
    ``herkomst``: waar het antwoord vandaan komt dat er al staat.
    ``koppen``: per keuze het kopje waar zij in de lijst onder staat; keuzes met hetzelfde kopje staan bij elkaar.
    ``voorstel``: wat er al staat is een voorstel en geen antwoord; hoort de vraag er niet bij, dan verdwijnt ook dat.
    ``als_lijst``: ook met weinig keuzes een keuzelijst, zodat een keuze weer leeg kan.
    ``telt``: met JavaScript telt het veld de tekens mee tot ``max``.
    ``vooraan``: van een lange lijst vakjes staan alleen zoveel meteen op de pagina; de andere gaan open, of komen met
    JavaScript tevoorschijn door te typen.
    """

    naam: str
    label: str
    soort: Soort = "tekst"
    verplicht: bool = False
    hulp: str | None = None
    keuzes: Sequence[tuple[str, str]] = ()
    max: int | None = None
    rijen: int | None = None
    toon_als: tuple[str, Sequence[str]] | None = None
    soms: bool = False
    aanvullen: str = "off"
    herkomst: str | None = None
    koppen: Mapping[str, str] = field(default_factory=dict)
    telt: bool = False
    vooraan: int | None = None
    toon_buiten: tuple[str, str, Mapping[str, Sequence[str]]] | None = None
    als_lijst: bool = False
    voorstel: bool = False

    def __post_init__(self) -> None:
        if self.soort not in SOORTEN:
            raise ValueError(f"een veld van soort '{self.soort}' bestaat niet; kies uit {', '.join(sorted(SOORTEN))}")
        if (self.soort in {"keuze", "keuzes"}) != bool(self.keuzes):
            raise ValueError(f"{self.naam}: een veld van soort '{self.soort}' past niet bij deze keuzes")

    @property
    def id(self) -> str:
        """Het id op de pagina, waar de foutenlijst naar verwijst."""
        return f"veld-{self.naam.replace('.', '-')}"

    @property
    def als_groep(self) -> bool:
        """Bestaat het antwoord uit losse vakjes of rondjes, met het label als opschrift erboven?"""
        return self.soort == "keuzes" or (
            self.soort == "keuze" and not self.als_lijst and len(self.keuzes) <= RONDJES_TEN_HOOGSTE
        )

    @property
    def ankerpunt(self) -> str:
        """Waar de foutenlijst heen springt: het veld zelf, of het eerste vakje."""
        return f"{self.id}-1" if self.als_groep else self.id


@dataclass(frozen=True, slots=True)
class Groep:
    """Velden die bij elkaar horen, met een opschrift.

    ``naam``: hoe een groep met eigen pagina in het adres heet. ``kolommen``: 1, of ``NAAST_ELKAAR`` waar daar plaats
    voor is, zoals een tabel op papier.
    """

    titel: str
    velden: Sequence[Veld] = field(default_factory=tuple)
    uitleg: str | None = None
    naam: str = ""
    kolommen: int = 1

    def __post_init__(self) -> None:
        if self.kolommen not in {1, NAAST_ELKAAR}:
            raise ValueError(f"een groep staat in 1 of {NAAST_ELKAAR} kolommen, niet in {self.kolommen}")

    @property
    def naast_elkaar(self) -> bool:
        """Staan de vakken als een tabel?"""
        return self.kolommen == NAAST_ELKAAR

    @property
    def veldnamen(self) -> tuple[str, ...]:
        """De velden op volgorde, bij naam."""
        return tuple(veld.naam for veld in self.velden)
