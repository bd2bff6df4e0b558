"""Wat er op een factuur staat, en wat er uit de regels volgt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dakpan.begrippen.afronding import half_omhoog
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.nummers import BtwNummer, Iban, Kvk, Oin
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren


class Factuursoort(StrEnum):
    """Wordt er geld gevraagd of teruggegeven?"""

    FACTUUR = "factuur"
    CREDITNOTA = "creditnota"


class Profiel(StrEnum):
    """Aan welke afspraken houdt het document zich?"""

    PEPPOL = "peppol"
    NLCIUS = "nlcius"


class BtwCategorie(StrEnum):
    """Welke btw geldt er (EN 16931, codelijst UNCL 5305)?"""

    BELAST = "S"
    VRIJGESTELD = "E"
    BUITEN_BTW = "O"
    VERLEGD = "AE"


@dataclass(frozen=True, slots=True)
class Adres:
    """Waar zit een partij? ``land`` is een code van ISO 3166."""

    straat: str
    plaats: str
    postcode: str | None = None
    land: str = "NL"


@dataclass(frozen=True, slots=True)
class Leverancier:
    """Wie stuurt de factuur, en waar moet het geld heen?"""

    naam: str
    kvk: Kvk
    iban: Iban
    adres: Adres
    btw_nummer: BtwNummer | None = None


@dataclass(frozen=True, slots=True)
class Afnemer:
    """Wie krijgt de factuur? Er is altijd een OIN of een KvK-nummer."""

    naam: str
    adres: Adres
    oin: Oin | None = None
    kvk: Kvk | None = None
    btw_nummer: BtwNummer | None = None


@dataclass(frozen=True, slots=True)
class Factuurregel:
    """Hoeveel uren, tegen welk tarief exclusief btw, met welke btw?

    ``vast``: het bedrag van een creditnota, het verschil van twee afgeronde bedragen. Onder nul: deze regel telt de
    andere kant op.
    """

    omschrijving: str
    uren: Uren
    tarief: Bedrag
    btw_categorie: BtwCategorie
    btw_percentage: Percentage
    reden_vrijstelling: str | None = None
    vast: Bedrag | None = None

    @property
    def bedrag(self) -> Bedrag:
        """Uren × tarief, half omhoog op de cent."""
        if self.vast is not None:
            return self.vast
        return self.tarief.keer(self.uren.exact, half_omhoog)


@dataclass(frozen=True, slots=True)
class Btwgroep:
    """Hoeveel btw over welk bedrag, voor één categorie en één percentage? ``vast``: zoals bij een regel."""

    categorie: BtwCategorie
    percentage: Percentage
    grondslag: Bedrag
    reden: str | None = None
    vast: Bedrag | None = None

    @property
    def btw(self) -> Bedrag:
        """Grondslag × percentage, half omhoog op de cent."""
        if self.vast is not None:
            return self.vast
        return self.grondslag.keer(self.percentage.deel, half_omhoog)


@dataclass(frozen=True, slots=True)
class Factuur:
    """Eén factuur of creditnota; ook op een creditnota is het totaal boven nul. ``opmerking``: BT-22.

    ``vaste_btw``: op een creditnota het verschil in btw, voor de ene groep die er dan is.
    """

    nummer: str
    factuurdatum: date
    leverancier: Leverancier
    afnemer: Afnemer
    regels: tuple[Factuurregel, ...]
    soort: Factuursoort = Factuursoort.FACTUUR
    profiel: Profiel = Profiel.PEPPOL
    vervaldatum: date | None = None
    periode: Periode | None = None
    verplichtingnummer: str | None = None
    declaratienummer: str | None = None
    verwijst_naar: str | None = None
    opmerking: str | None = None
    vaste_btw: Bedrag | None = None

    @property
    def btwgroepen(self) -> tuple[Btwgroep, ...]:
        """De btw per categorie en percentage, in de volgorde van de regels."""
        groepen: dict[tuple[BtwCategorie, Percentage], list[Factuurregel]] = {}
        for regel in self.regels:
            groepen.setdefault((regel.btw_categorie, regel.btw_percentage), []).append(regel)
        return tuple(
            Btwgroep(*sleutel, som(regel.bedrag for regel in leden), _redenen(leden), self.vaste_btw)
            for sleutel, leden in groepen.items()
        )

    @property
    def bedrag_excl(self) -> Bedrag:
        return som(regel.bedrag for regel in self.regels)

    @property
    def btw(self) -> Bedrag:
        return som(groep.btw for groep in self.btwgroepen)

    @property
    def bedrag_incl(self) -> Bedrag:
        return self.bedrag_excl + self.btw

    @property
    def buiten_btw(self) -> bool:
        """Valt alles buiten de btw? Dan noemt het document geen enkel btw-nummer (BR-O-02)."""
        return all(regel.btw_categorie is BtwCategorie.BUITEN_BTW for regel in self.regels)


def som(bedragen: Iterable[Bedrag]) -> Bedrag:
    """De optelling van bedragen; van niets is het nul."""
    return sum(bedragen, NUL_EURO)


def _redenen(regels: Iterable[Factuurregel]) -> str | None:
    """De verschillende redenen achter elkaar: per btw-groep is er maar één plek voor."""
    redenen = dict.fromkeys(regel.reden_vrijstelling for regel in regels if regel.reden_vrijstelling)
    return "; ".join(redenen) or None
