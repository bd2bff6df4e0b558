"""Wie het niet eens is met een besluit: welke weg staat er open, en tot wanneer?"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from dakpan.aanvraag.beslistermijn import dag_van
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaar import BEROEPBRON, BEZWAARBRON, Rechtsmiddel, bezwaartermijn
from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort
from dakpan.aanvraag.domain.meldingen import Gevolg
from dakpan.aanvraag.tables import Besluit, Besluitsoort
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding


def rechtsmiddel(besluit: Besluit | None, bezwaren: Sequence[Bezwaarschrift]) -> Rechtsmiddel | None:
    """Wat kan er nu nog? ``bezwaren``: het laatste eerst. None: er is niets om tegen op te komen, of de rechter sprak.

    Is op een bezwaar beslist, dan telt de dag van die beslissing, ook als het besluit bleef.
    """
    tegen = [een for een in bezwaren if besluit is not None and een.tegen_id == besluit.id and een.beslist_op]
    return na_bezwaar(tegen[0]) if tegen else bij_bekendmaking(besluit, bezwaren)


def bij_bekendmaking(besluit: Besluit | None, bezwaren: Sequence[Bezwaarschrift]) -> Rechtsmiddel | None:
    """Wat stond er open toen dit besluit kwam? Dat zegt zijn brief, wat er daarna ook gebeurde."""
    if besluit is None or besluit.soort is Besluitsoort.INGETROKKEN:
        return None
    op_bezwaar = besluit.id in {een.nieuw_besluit_id for een in bezwaren}
    return _vanaf(besluit.genomen_op, Bezwaarsoort.BEROEP if op_bezwaar else Bezwaarsoort.BEZWAAR)


def na_bezwaar(bezwaar: Bezwaarschrift) -> Rechtsmiddel | None:
    """Na een beslissing op bezwaar is er beroep; wat na de rechter komt staat in zijn uitspraak."""
    if bezwaar.beslist_op is None or bezwaar.soort is Bezwaarsoort.BEROEP:
        return None
    middel = _vanaf(bezwaar.beslist_op, Bezwaarsoort.BEROEP)
    return middel._replace(over_wijziging=bezwaar.melding_id is not None)


def middelen_tegen(
    besluit: Besluit | None, bezwaren: Sequence[Bezwaarschrift]
) -> tuple[tuple[Rechtsmiddel, date | None], ...]:
    """Wat er tegen dit besluit open staat of stond, elk met de eerste dag waarop iemand het deed."""
    eigen = [een for een in bezwaren if besluit is not None and een.tegen_id == besluit.id]
    return _met_dag((bij_bekendmaking(besluit, bezwaren), *map(na_bezwaar, reversed(eigen))), eigen)


def middelen_tegen_afwijzing(
    melding: Wijzigingsmelding, bezwaren: Sequence[Bezwaarschrift]
) -> tuple[tuple[Rechtsmiddel, date | None], ...]:
    """Zoals ``middelen_tegen``, tegen het afwijzen van een wijziging."""
    eigen = [een for een in bezwaren if een.tegen_id == melding.id]
    return _met_dag((bij_afwijzing(melding), *map(na_bezwaar, reversed(eigen))), eigen)


def tegen_afwijzing(melding: Wijzigingsmelding, bezwaren: Sequence[Bezwaarschrift]) -> Rechtsmiddel | None:
    """Wat kan er nu nog tegen het afwijzen van deze wijziging? ``bezwaren``: het laatste eerst."""
    tegen = [een for een in bezwaren if een.tegen_id == melding.id and een.beslist_op]
    return na_bezwaar(tegen[0]) if tegen else bij_afwijzing(melding)


def bij_afwijzing(melding: Wijzigingsmelding) -> Rechtsmiddel | None:
    """Wat stond er open toen de wijziging werd afgewezen? None: zij is niet afgewezen."""
    if melding.gevolg is not Gevolg.AFGEWEZEN or melding.beslist_op is None:
        return None
    return _vanaf(melding.beslist_op, Bezwaarsoort.BEZWAAR)._replace(over_wijziging=True)


def _met_dag(
    gevonden: Iterable[Rechtsmiddel | None], eigen: Sequence[Bezwaarschrift]
) -> tuple[tuple[Rechtsmiddel, date | None], ...]:
    return tuple(
        (een, min((deze.ontvangen_op for deze in eigen if deze.soort is een.soort), default=None))
        for een in gevonden
        if een is not None
    )


def _vanaf(moment: datetime, soort: Bezwaarsoort) -> Rechtsmiddel:
    bron = BEROEPBRON if soort is Bezwaarsoort.BEROEP else BEZWAARBRON
    return Rechtsmiddel(soort, bezwaartermijn(dag_van(moment)), bron)
