"""Wat een regelset van een zaak te zien krijgt."""

from dataclasses import dataclass, field
from datetime import date

from dakpan.aanvraag.domain.soorten import (
    Aanvraagsoort,
    Dienstverbandsoort,
    Doelgroep,
    Jobcoachuitzondering,
    Regime,
    Vorm,
)
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren


@dataclass(frozen=True, slots=True)
class Persoon:
    """Voor wie is de jobcoaching?"""

    doelgroepen: frozenset[Doelgroep]
    ziek_sinds: date | None = None
    ziekte_goedgekeurd: bool = False


@dataclass(frozen=True, slots=True)
class Dienstverband:
    """Welke baan is het? ``eind`` leeg is onbepaalde tijd; ``loonwaarde`` in hele procenten."""

    soort: Dienstverbandsoort
    begin: date
    uren_per_week: Uren
    eind: date | None = None
    minimum_uren_per_week: Uren | None = None
    loonwaarde: int | None = None
    uitzicht_op_norm: bool = False
    uitzendbeding: bool = False
    intentieverklaring: bool = False
    afwijking_gemotiveerd: str | None = None

    def __post_init__(self) -> None:
        if self.eind is not None:
            Periode(self.begin, self.eind)
        if self.soort is Dienstverbandsoort.MIN_MAX and self.minimum_uren_per_week is None:
            raise OngeldigeWaarde("bij een min-maxcontract hoort het minimum aantal uren per week")

    @property
    def rekenuren(self) -> Uren:
        """De uren waarmee gerekend wordt: het minimum bij min-max, anders de afgesproken uren."""
        if self.soort is Dienstverbandsoort.MIN_MAX and self.minimum_uren_per_week is not None:
            return self.minimum_uren_per_week
        return self.uren_per_week


@dataclass(frozen=True, slots=True)
class Jobcoach:
    """Wat heeft de coach in huis? ``voldoet_op``: de bevestigde dag waarop hij wel aan de eisen voldoet."""

    hbo: bool = False
    opleiding: bool = False
    harrie: bool = False
    gecertificeerd: bool = False
    uitzondering: Jobcoachuitzondering | None = None
    voldoet_op: date | None = None


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """Wat wordt er gevraagd, en wanneer kwam het binnen?"""

    soort: Aanvraagsoort
    vorm: Vorm
    regime: Regime
    periode: Periode
    ontvangen_op: date
    jaar: int = 1
    eerste_overeenkomst_maanden: int | None = None
    tarief: Bedrag | None = None
    reden_te_laat: str | None = None
    reden_te_laat_aanvaard: bool = False
    motivering_intensief: str | None = None
    verlenging_gemotiveerd: str | None = None
    volgnummer: int = 1
    jobcoach: Jobcoach = field(default_factory=Jobcoach)

    @property
    def begin(self) -> date:
        return self.periode.begin

    @property
    def eind(self) -> date:
        return self.periode.eind


@dataclass(frozen=True, slots=True)
class Historie:
    """Wat ging eraan vooraf in deze baan? Maanden zonder de proefplaatsing."""

    maanden_jobcoaching: int = 0
    maanden_proefplaatsing: int = 0
    interne_voorziening_loopt: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """Een zaak zoals een regelset haar ziet: zonder namen, nummers of andere zaken."""

    persoon: Persoon
    dienstverband: Dienstverband
    aanvraag: Aanvraag
    historie: Historie = field(default_factory=Historie)
    tenant: str | None = None

    @property
    def is_proefplaatsing(self) -> bool:
        """Een proefplaatsing als de aanvraag of het dienstverband dat zegt."""
        return (
            self.aanvraag.soort is Aanvraagsoort.PROEFPLAATSING
            or self.dienstverband.soort is Dienstverbandsoort.PROEFPLAATSING
        )
