"""De klok van één zaak: elke termijn met wie haar moet halen, tot wanneer, en hoe het ervoor staat. Voor beide kanten.

Hier wordt niets opgezocht: wie de klok wil zien geeft de feiten, en de dag van vandaag.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from dakpan.aanvraag.domain.aanvullingen import loopt_door
from dakpan.aanvraag.domain.bezwaar import Rechtsmiddel
from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort
from dakpan.aanvraag.domain.opschorting import OPSCHORTEN, Oorzaak, Opschorting, Stilstand, verschuivingen
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.termijn import Termijn, Termijnsoort
from dakpan.aanvraag.domain.verlenging import Verlenging, verleng
from dakpan.uitleg.bron import Bron

BINNENKORT = timedelta(days=7)


class Kloksoort(StrEnum):
    """Waarvoor loopt de klok?"""

    AANVRAGEN = "aanvragen"
    AANVULLEN = "aanvullen"
    BESLISSEN = "beslissen"
    BEZWAAR = "bezwaar"
    BEROEP = "beroep"
    WIJZIGEN = "wijzigen"
    OVER_WIJZIGING = "over_wijziging"
    OP_BEZWAAR = "op_bezwaar"
    EVALUEREN = "evalueren"
    RAPPORTEREN = "rapporteren"
    VERANTWOORDEN = "verantwoorden"
    EINDE = "einde"
    MAXIMUM = "maximum"


class Stand(StrEnum):
    """Hoe staat een termijn ervoor?"""

    GEHAALD = "gehaald"
    TE_LAAT_GEDAAN = "te_laat_gedaan"
    STAAT_STIL = "staat_stil"
    LOOPT = "loopt"
    BINNENKORT = "binnenkort"
    TE_LAAT = "te_laat"
    VOORBIJ = "voorbij"


# Wie deze dag laat voorbijgaan is te laat; bij de andere kan het daarna alleen niet meer.
_PLICHT = {
    Kloksoort.AANVRAGEN,
    Kloksoort.AANVULLEN,
    Kloksoort.BESLISSEN,
    Kloksoort.OVER_WIJZIGING,
    Kloksoort.OP_BEZWAAR,
    Kloksoort.RAPPORTEREN,
    Kloksoort.VERANTWOORDEN,
}
# Ook een afgesproken evaluatie meldt zich van tevoren; gemist is zij niet te laat, dan spreekt men opnieuw af.
_MELDT_ZICH = {*_PLICHT, Kloksoort.EVALUEREN}


class Klokregel(NamedTuple):
    """Eén termijn. ``wie`` leeg: een datum waar niemand iets voor doet.

    ``opgeschort``: zoveel dagen stond zij stil; ``verlengd``: zoveel dagen is zij langer gemaakt. ``over_wijziging``:
    bezwaar of beroep tegen het afwijzen van een wijziging.
    """

    soort: Kloksoort
    berekend: date
    bron: Bron
    wie: Partij | None = None
    verlenging: Verlenging | None = None
    vorm: str | None = None
    gedaan_op: date | None = None
    opgeschort: int = 0
    verlengd: int = 0
    staat_stil: bool = False
    over_wijziging: bool = False

    @property
    def uiterlijk(self) -> date:
        """De dag om op te rekenen."""
        return self.verlenging.uiterlijk if self.verlenging is not None else self.berekend

    def stand(self, vandaag: date) -> Stand:
        """Gehaald, loopt nog, bijna om, te laat of niet meer van belang?"""
        if self.gedaan_op is not None:
            return Stand.GEHAALD if self.gedaan_op <= self.uiterlijk else Stand.TE_LAAT_GEDAAN
        if self.staat_stil:
            return Stand.STAAT_STIL
        if self.uiterlijk < vandaag:
            return Stand.TE_LAAT if self.soort in _PLICHT else Stand.VOORBIJ
        bijna = self.soort in _MELDT_ZICH and self.uiterlijk <= vandaag + BINNENKORT
        return Stand.BINNENKORT if bijna else Stand.LOOPT

    def loopt_nog(self, vandaag: date) -> bool:
        """Is er nog iets te doen of af te wachten?"""
        return self.stand(vandaag) not in {Stand.GEHAALD, Stand.TE_LAAT_GEDAAN, Stand.VOORBIJ}


class Verslagtermijn(NamedTuple):
    """Een verslag dat er moet komen, of er al is."""

    vorm: str
    uiterlijk: date
    bron: Bron
    ingediend_op: date | None = None


class Beslisdag(NamedTuple):
    """Tot wanneer er over een gemelde wijziging wordt beslist, of op welke dag dat gebeurde."""

    termijn: Termijn
    beslist_op: date | None = None


@dataclass(frozen=True, slots=True)
class Klokfeiten:
    """Wat er over een zaak bekend is. ``wie``: welke partij moet welke termijn halen, volgens de werkwijze.

    ``besloten_op``: over de aanvraag.
    ``uitstel``: waardoor de beslistermijn verder nog stilstaat of langer is.
    ``gehouden``: per afgesproken evaluatie de dag waarop zij was.
    ``middelen``: wat er tegen het geldende besluit of een afgewezen wijziging open staat of stond, met de dag waarop
    iemand het deed;
    ``op_bezwaar``: uiterste dag die de financier noemt, en beslist op.
    """

    vandaag: date
    termijnen: tuple[Termijn, ...] = ()
    wie: Mapping[Kloksoort, Partij] = field(default_factory=dict)
    ingediend_op: date | None = None
    besloten_op: date | None = None
    eind: date | None = None
    verslagen: tuple[Verslagtermijn, ...] = ()
    opschortingen: tuple[Opschorting, ...] = ()
    uitstel: tuple[Oorzaak, ...] = ()
    evaluaties: tuple[date, ...] = ()
    gehouden: Mapping[date, date] = field(default_factory=dict)
    wijzigingen: tuple[Beslisdag, ...] = ()
    middelen: tuple[tuple[Rechtsmiddel, date | None], ...] = ()
    op_bezwaar: tuple[tuple[date, date | None], ...] = ()


_GENOEMD = Bron("Bezwaar in deze zaak", "de dag die is vastgelegd")
_AFGESPROKEN = Bron("Coachingsplan van deze zaak", "evaluatiemomenten")
_EINDE = Bron("Besluit in deze zaak", "einde van de periode")
_SOORT: Mapping[Termijnsoort, Kloksoort] = {
    Termijnsoort.AANVRAAG_UITERLIJK: Kloksoort.AANVRAGEN,
    Termijnsoort.AANVULLING_UITERLIJK: Kloksoort.AANVULLEN,
    Termijnsoort.BESLISSING_UITERLIJK: Kloksoort.BESLISSEN,
    Termijnsoort.WIJZIGING_UITERLIJK: Kloksoort.WIJZIGEN,
    Termijnsoort.WIJZIGING_MELDEN: Kloksoort.WIJZIGEN,
    Termijnsoort.WIJZIGING_BESLISSEN: Kloksoort.OVER_WIJZIGING,
    Termijnsoort.VERANTWOORDING_UITERLIJK: Kloksoort.VERANTWOORDEN,
    Termijnsoort.RAPPORTAGE: Kloksoort.RAPPORTEREN,
    Termijnsoort.MAXIMALE_EINDDATUM: Kloksoort.MAXIMUM,
}
_MIDDEL = {Bezwaarsoort.BEZWAAR: Kloksoort.BEZWAAR, Bezwaarsoort.BEROEP: Kloksoort.BEROEP}
_VERANTWOORDING = "verantwoording"


def klok(feiten: Klokfeiten) -> tuple[Klokregel, ...]:
    """Alle termijnen van de zaak op datum."""
    regels = [*_van_regels(feiten), *_van_opschorting(feiten), *_van_besluit(feiten), *_van_verslagen(feiten)]
    regels += [_evalueren(feiten, dag) for dag in feiten.evaluaties]
    regels += [_over_wijziging(feiten, een) for een in feiten.wijzigingen]
    regels += [_op_bezwaar(feiten, *een) for een in feiten.op_bezwaar]
    return tuple(sorted(regels, key=lambda een: (een.uiterlijk, een.soort)))


def _van_regels(feiten: Klokfeiten) -> Iterator[Klokregel]:
    """De termijnen van de regelset; wat er als verslag al staat komt daarvandaan."""
    for een in feiten.termijnen:
        soort = _SOORT[een.soort]
        if not _telt(feiten, soort):
            continue
        if soort is Kloksoort.BESLISSEN:
            yield _beslissen(feiten, een)
        else:
            gedaan = feiten.ingediend_op if soort is Kloksoort.AANVRAGEN else None
            wie = feiten.wie.get(soort)
            yield Klokregel(soort, een.datum, een.bron, wie, een.verlenging, een.vorm, gedaan_op=gedaan)


def _telt(feiten: Klokfeiten, soort: Kloksoort) -> bool:
    """Is deze termijn er al, en staat zij er niet al als verslag?"""
    vormen = {een.vorm for een in feiten.verslagen}
    match soort:
        case Kloksoort.BESLISSEN:
            return feiten.ingediend_op is not None
        case Kloksoort.RAPPORTEREN:
            return feiten.besloten_op is not None and not vormen
        case Kloksoort.VERANTWOORDEN:
            return feiten.besloten_op is not None and _VERANTWOORDING not in vormen
        case Kloksoort.WIJZIGEN:
            return feiten.besloten_op is not None
    return True


def _beslissen(feiten: Klokfeiten, termijn: Termijn) -> Klokregel:
    """De beslistermijn, met wat haar stilzette of langer maakte erbij; pas daarna telt een weekend."""
    oorzaken = (*(een.stil for een in feiten.opschortingen), *feiten.uitstel)
    gevonden = tuple(verschuivingen(termijn.datum, oorzaken))
    eind = gevonden[-1].eind if gevonden else termijn.datum
    stil = [een for een in gevonden if isinstance(een.oorzaak, Stilstand)]
    opgeschort = sum(een.dagen for een in stil)
    return Klokregel(
        Kloksoort.BESLISSEN,
        eind,
        termijn.bron,
        feiten.wie.get(Kloksoort.BESLISSEN),
        verleng(eind, termijn.verlengt),
        gedaan_op=feiten.besloten_op,
        opgeschort=opgeschort,
        verlengd=(eind - termijn.datum).days - opgeschort,
        staat_stil=any(een.geldt and _omvat(een.oorzaak, feiten.vandaag) for een in stil),
    )


def _omvat(oorzaak: Oorzaak, dag: date) -> bool:
    return isinstance(oorzaak, Stilstand) and oorzaak.omvat(dag)


def _van_opschorting(feiten: Klokfeiten) -> Iterator[Klokregel]:
    """Wie is gevraagd aan te vullen heeft daar een eigen termijn voor, tot er opnieuw is gevraagd of is besloten."""
    wacht_op = feiten.opschortingen[-1:] if feiten.besloten_op is None else ()
    for een in feiten.opschortingen:
        if een.aanvullen is not None and (een.aangevuld is not None or een in wacht_op):
            regel = _regel(feiten, Kloksoort.AANVULLEN, een.aanvullen, OPSCHORTEN)
            yield regel._replace(verlenging=loopt_door(een.aanvullen), gedaan_op=een.aangevuld)


def _van_besluit(feiten: Klokfeiten) -> Iterator[Klokregel]:
    for middel, gedaan_op in feiten.middelen:
        regel = _regel(feiten, _MIDDEL[middel.soort], middel.termijn.berekend, middel.bron)
        regel = regel._replace(wie=Partij.CLIENT, over_wijziging=middel.over_wijziging)
        yield regel._replace(verlenging=middel.termijn.verlenging, gedaan_op=gedaan_op)
    if feiten.eind is not None:
        yield _regel(feiten, Kloksoort.EINDE, feiten.eind, _EINDE)


def _over_wijziging(feiten: Klokfeiten, een: Beslisdag) -> Klokregel:
    regel = _regel(feiten, Kloksoort.OVER_WIJZIGING, een.termijn.datum, een.termijn.bron)
    return regel._replace(verlenging=een.termijn.verlenging, gedaan_op=een.beslist_op)


def _evalueren(feiten: Klokfeiten, dag: date) -> Klokregel:
    return _regel(feiten, Kloksoort.EVALUEREN, dag, _AFGESPROKEN)._replace(gedaan_op=feiten.gehouden.get(dag))


def _op_bezwaar(feiten: Klokfeiten, uiterlijk: date, beslist_op: date | None) -> Klokregel:
    return _regel(feiten, Kloksoort.OP_BEZWAAR, uiterlijk, _GENOEMD)._replace(gedaan_op=beslist_op)


def _van_verslagen(feiten: Klokfeiten) -> Iterator[Klokregel]:
    for een in feiten.verslagen:
        soort = Kloksoort.VERANTWOORDEN if een.vorm == _VERANTWOORDING else Kloksoort.RAPPORTEREN
        yield _regel(feiten, soort, een.uiterlijk, een.bron)._replace(vorm=een.vorm, gedaan_op=een.ingediend_op)


def _regel(feiten: Klokfeiten, soort: Kloksoort, dag: date, bron: Bron) -> Klokregel:
    return Klokregel(soort, dag, bron, feiten.wie.get(soort))
