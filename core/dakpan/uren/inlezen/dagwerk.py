"""Wie, op welke dag, en wat: op veel regels van een bestand hetzelfde, dus één keer opgezocht en nagekeken."""

from collections.abc import Iterator, Sequence
from datetime import date

from dakpan.begrippen.duur import Duur
from dakpan.invoer.fouten import Veldfout
from dakpan.invoer.tabel import Regellezer, platte_naam
from dakpan.invoer.tabel.cellen import lees_dag
from dakpan.opslag.handeling import Handeling
from dakpan.uren.inlezen.klanten import Klanten
from dakpan.uren.inlezen.rooster import Bezet, Rooster
from dakpan.uren.inlezen.werkkeuzes import Keuzelijsten
from dakpan.uren.keuzes import Werkkeuze, doeltitel, soorttekst
from dakpan.uren.nakijken import dagfouten, gesloten_week, keuzefouten, planfouten
from dakpan.uren.perioden import MijnPeriode
from dakpan.uren.week import Week

# Twee regels waarop hier hetzelfde staat hebben hetzelfde dagwerk.
VELDEN = ("zaak", "client", "financier", "datum", "doel", "activiteit", "jobcoach")


class Dagwerk:
    """Wat er die dag voor deze cliënten aan deze keuze is gedaan, en wat het scherm daarvan zou zeggen.

    ``agenda``: wat de coach die dag doet. ``plekken``: per cliënt wat daarvan met hem was.
    """

    def __init__(self, wie: Sequence[MijnPeriode], dag: date, keuze: Werkkeuze, rooster: Rooster) -> None:
        self.wie, self.dag, self.keuze = wie, dag, keuze
        self.klanten = tuple(een.klant for een in wie)
        self.week, self.dagtekst = Week.van(dag), f"{dag:%d-%m-%Y}"
        self.namen = ", ".join(een.client for een in wie)
        self.wat = soorttekst(keuze.soort) or doeltitel(keuze.doel.value)
        self.agenda = rooster.dagen[dag]
        self.plekken = [rooster.plekken[klant, dag] for klant in self.klanten]
        self.fouten: tuple[Veldfout, ...] = ()
        self.fouten_zonder_reden: tuple[Veldfout, ...] = ()

    def staat_al(self, begin: int) -> list[Bezet]:
        """Per cliënt die er op deze tijd al staat: hoe lang, en waar."""
        return [plek[begin] for plek in self.plekken if begin in plek]

    def zet(self, begin: int, duur: int, delen: Sequence[Duur], regel: int) -> None:
        """Wat er uit het bestand bij komt, met het deel van elke cliënt; ``regel``: waar het daar staat."""
        for plek, deel in zip(self.plekken, delen, strict=True):
            plek[begin] = Bezet(deel, regel)
        self.agenda.zet(begin, duur, regel)


class Dagwerklezer:
    """Leest het dagwerk van een regel; de cliënten en de keuzelijsten zijn één keer gevraagd voor het hele bestand."""

    def __init__(self, handeling: Handeling, rooster: Rooster) -> None:
        self._handeling, self._rooster = handeling, rooster
        self._klanten, self._lijsten = Klanten(handeling), Keuzelijsten(handeling)

    def lees(self, lezer: Regellezer) -> Dagwerk | None:
        """None als er fouten zijn, die bij de lezer staan."""
        dag = lezer.lees("datum", lees_dag, verplicht=True)
        _is_van_mij(self._handeling, lezer)
        op = dag or self._handeling.vandaag
        wie = self._klanten.zoek(lezer, op)
        keuze = self._lijsten.kies(lezer, wie, op) if wie else None
        if lezer.fouten or dag is None or keuze is None:
            return None
        werk = Dagwerk(wie, dag, keuze, self._rooster)
        werk.fouten = tuple(self._fouten(werk))
        werk.fouten_zonder_reden = (*werk.fouten, *planfouten(keuze, wie))
        return werk

    def _fouten(self, werk: Dagwerk) -> Iterator[Veldfout]:
        for bezwaar in dict.fromkeys(een.bezwaar for een in werk.wie if een.bezwaar):
            yield Veldfout("klanten", bezwaar)
        yield from dagfouten(self._handeling, werk.dag, werk.wie)
        if werk.week.code in self._rooster.gesloten:
            yield gesloten_week(werk.dag)
        yield from keuzefouten(self._lijsten.activiteiten, werk.keuze, werk.dag, werk.wie)


def _is_van_mij(handeling: Handeling, lezer: Regellezer) -> None:
    """In een lijst van het hele kantoor staan ook regels van een ander: die leest hij zelf in."""
    coach = lezer.tekst("jobcoach")
    if coach and platte_naam(coach) != platte_naam(handeling.vrager.naam):
        lezer.meld("jobcoach", f"deze regel is van {coach}; ieder leest zijn eigen uren in")
