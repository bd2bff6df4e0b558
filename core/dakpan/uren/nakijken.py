"""Wat iemand wil schrijven, met alle fouten tegelijk en elk bij zijn veld."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import partial

from dakpan.begrippen.duur import Duur
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.handeling import Handeling
from dakpan.uitleg.berekening import Berekening
from dakpan.uren.domain import Activiteiten, NietVergoed
from dakpan.uren.keuzes import Werkkeuze, activiteiten_van, bron_van_weigering, doeltitel
from dakpan.uren.perioden import Klant, MijnPeriode
from dakpan.uren.tables import BEOOGD_TEN_HOOGSTE, BEREIKT_TEN_HOOGSTE, PLANREDEN_TEN_HOOGSTE
from dakpan.uren.week import Week

MINUTEN_PER_DAG = 24 * 60
# Wat mag een coach bij deze financier op deze dag schrijven?
Activiteitenlijst = Callable[[str, date], Berekening[Activiteiten]]


@dataclass(frozen=True, slots=True)
class Werk:
    """Wat deed de coach, met wie, wanneer en hoe lang? ``duur`` is die van de hele groep.

    ``planreden``: waarom aan dit doel, als het niet in het plan van elke cliënt staat.
    """

    klanten: tuple[Klant, ...]
    keuze: Werkkeuze
    datum: date
    begin: time
    duur: Duur
    locatie: str = ""
    beoogd: str = ""
    bereikt: str = ""
    planreden: str = ""

    @property
    def beginminuut(self) -> int:
        return self.begin.hour * 60 + self.begin.minute


def kijk_na(
    handeling: Handeling,
    werk: Werk,
    perioden: Sequence[MijnPeriode],
    *,
    gesloten: bool,
    binnen: Week | None,
    stond_zo: Collection[Klant] = (),
) -> None:
    """Stopt met elke fout die er is.

    ``gesloten``: is de week van deze dag al gesloten? ``binnen``: in welke week moet een wijziging blijven?
    ``stond_zo``: bij wie dit doel er al zonder reden stond; dat mag zo blijven.
    """
    zonder_reden = [] if werk.planreden.strip() else [een for een in perioden if een.klant not in stond_zo]
    fouten = [
        *dagfouten(handeling, werk.datum, perioden),
        *_weekfouten(werk.datum, binnen, gesloten=gesloten),
        *werkfouten(werk),
        *keuzefouten(partial(activiteiten_van, handeling), werk.keuze, werk.datum, perioden),
        *planfouten(werk.keuze, zonder_reden),
    ]
    if fouten:
        raise InvoerFout(*fouten)


def dagfouten(handeling: Handeling, dag: date, perioden: Sequence[MijnPeriode]) -> Iterator[Veldfout]:
    """Mag de coach op deze dag voor elk van hen schrijven?"""
    if dag > handeling.vandaag:
        yield Veldfout("datum", "deze dag moet nog komen; schrijf alleen wat al is gebeurd")
    for een in perioden:
        if dag not in een.periode:
            yield Veldfout("datum", f"de periode van {een.client} bij {een.financier} loopt van {een.periode}")
        elif not any(dag in deel for deel in een.gekoppeld):
            dagen = " en ".join(str(deel) for deel in een.gekoppeld) or "geen enkele dag meer"
            yield Veldfout("datum", f"u bent als jobcoach van {een.client} gekoppeld van {dagen}; kies zo een dag")


def _weekfouten(dag: date, binnen: Week | None, *, gesloten: bool) -> Iterator[Veldfout]:
    if binnen is not None and dag not in binnen:
        yield Veldfout("datum", f"verplaatsen kan alleen binnen {binnen}; schrijf haar anders opnieuw")
    elif gesloten:
        yield gesloten_week(dag)


def gesloten_week(dag: date) -> Veldfout:
    """Wat iemand te horen krijgt als de week van deze dag dicht is."""
    return Veldfout("datum", f"{Week.van(dag)} is gesloten; heropen haar of kies een andere dag")


def werkfouten(werk: Werk) -> list[Veldfout]:
    """Wat er mis is met hoe laat, hoe lang en wat erbij staat: dat is van elke activiteit anders."""
    return [*_duurfouten(werk), *_tekstfouten(werk)]


def _duurfouten(werk: Werk) -> Iterator[Veldfout]:
    minuten = werk.duur.minuten
    if not 1 <= minuten <= MINUTEN_PER_DAG:
        yield Veldfout("duur", f"schrijf hele minuten van 1 tot en met {MINUTEN_PER_DAG}")
    elif werk.beginminuut + minuten > MINUTEN_PER_DAG:
        yield Veldfout("duur", "dit loopt door na middernacht; schrijf de rest op de dag erna")
    elif minuten < len(werk.klanten):
        yield Veldfout("duur", f"een groep van {len(werk.klanten)} duurt ten minste {len(werk.klanten)} minuten")


def _tekstfouten(werk: Werk) -> Iterator[Veldfout]:
    grenzen = (
        ("beoogd", werk.beoogd, BEOOGD_TEN_HOOGSTE),
        ("bereikt", werk.bereikt, BEREIKT_TEN_HOOGSTE),
        ("planreden", werk.planreden, PLANREDEN_TEN_HOOGSTE),
    )
    for veld, tekst, grens in grenzen:
        if len(tekst) > grens:
            yield Veldfout(veld, f"deze tekst telt {len(tekst)} tekens; ten hoogste {grens}")


def keuzefouten(
    activiteiten: Activiteitenlijst, keuze: Werkkeuze, dag: date, perioden: Sequence[MijnPeriode]
) -> Iterator[Veldfout]:
    """Elke financier zegt zelf wat hij betaalt, met zijn bron."""
    for tenant_id, een in {een.tenant_id: een for een in perioden}.items():
        financier, berekening = een.financier, activiteiten(tenant_id, een.peildatum(dag))
        doel, toegestaan = keuze.doel, berekening.resultaat
        if isinstance(doel, NietVergoed):
            bron = bron_van_weigering(berekening, doel)
            wat = doel.value.replace("_", " ")
            yield Veldfout("activiteit", f"{wat} wordt door {financier} niet vergoed ({bron}); schrijf haar niet")
        elif doel not in {een.doel for een in toegestaan.doelen}:
            yield Veldfout("activiteit", f"dit doel kent {financier} niet; kies een ander doel")


def planfouten(keuze: Werkkeuze, zonder_reden: Sequence[MijnPeriode]) -> Iterator[Veldfout]:
    """Andere doelen dan die uit het plan mogen, als de coach zegt waarom (ADR 0008)."""
    doel = keuze.doel
    if isinstance(doel, NietVergoed):
        return
    namen = " en ".join(dict.fromkeys(een.client for een in zonder_reden if een.is_buiten_plan(doel.value)))
    if namen:
        yield Veldfout(
            "planreden", f"het doel '{doeltitel(doel.value)}' staat niet in het plan van {namen}; schrijf kort waarom"
        )
