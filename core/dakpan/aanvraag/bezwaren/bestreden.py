"""Waartegen gaat een bezwaar: een besluit, of een verzoek om te wijzigen dat is afgewezen?"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from dakpan.aanvraag.beslistermijn import dag_van
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaar import Bezwaartermijn, bezwaartermijn
from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort
from dakpan.aanvraag.domain.meldingen import Gevolg
from dakpan.aanvraag.inhoud import besluiten_van
from dakpan.aanvraag.tables import Besluit, Besluitsoort
from dakpan.aanvraag.wijzigen.melden import meldingen_van
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling


class Bestreden(NamedTuple):
    """``melding``: het afgewezen verzoek; ``besluit`` is dan wat er bleef gelden."""

    besluit: Besluit
    melding: Wijzigingsmelding | None = None

    @property
    def id(self) -> UUID:
        return self.melding.id if self.melding is not None else self.besluit.id

    @property
    def genomen_op(self) -> datetime:
        beslist_op = self.melding.beslist_op if self.melding is not None else None
        return beslist_op or self.besluit.genomen_op

    @property
    def termijn(self) -> Bezwaartermijn:
        """Tot wanneer kan bezwaar? Uit de dag van bekendmaking, ook als er bij het besluit een andere dag staat."""
        return bezwaartermijn(dag_van(self.genomen_op))


def aanvechtbaar(handeling: Handeling, zaak: Zaak) -> list[Bestreden]:
    """Waartegen kan het gaan? Het laatste eerst. Wie introk kreeg geen besluit."""
    besluiten = [een for een in besluiten_van(handeling, zaak) if een.soort is not Besluitsoort.INGETROKKEN]
    gevonden = [*map(Bestreden, besluiten), *_afgewezen(handeling, zaak, besluiten)]
    return sorted(gevonden, key=lambda een: een.genomen_op, reverse=True)


def _afgewezen(handeling: Handeling, zaak: Zaak, besluiten: Sequence[Besluit]) -> Iterator[Bestreden]:
    for melding in meldingen_van(handeling, zaak):
        op = melding.beslist_op if melding.gevolg is Gevolg.AFGEWEZEN else None
        gold = next((een for een in besluiten if een.genomen_op <= op), None) if op is not None else None
        if gold is not None:
            yield Bestreden(gold, melding)


def bestreden_door(handeling: Handeling, zaak: Zaak, bezwaar: Bezwaarschrift) -> Bestreden | None:
    """Waartegen ging dit?"""
    return next((een for een in aanvechtbaar(handeling, zaak) if een.id == bezwaar.tegen_id), None)


def gold_op(alle: Sequence[Bestreden], dag: date) -> Bestreden:
    """Welk besluit gold er op die dag? ``alle``: het laatste eerst; kwam de dag voor elk besluit, dan het eerste."""
    besluiten = [een for een in alle if een.melding is None]
    return next((een for een in besluiten if dag_van(een.genomen_op) <= dag), besluiten[-1])


def mogelijke_soorten(tegen: Bestreden, bezwaren: Sequence[Bezwaarschrift]) -> tuple[Bezwaarsoort, ...]:
    """Beroep kan na een beslissing op bezwaar; tegen een besluit waarover nog geen bezwaar liep kan bezwaar."""
    beslist = any(een.beslist_op is not None for een in bezwaren)
    al = any(een.tegen_id == tegen.id and een.beslist_op is not None for een in bezwaren)
    eigen = () if al or tegen.id in {een.nieuw_besluit_id for een in bezwaren} else (Bezwaarsoort.BEZWAAR,)
    return (*eigen, Bezwaarsoort.BEROEP) if beslist else (Bezwaarsoort.BEZWAAR,)


def dagen_te_laat(tegen: Bestreden, bezwaar: Bezwaarschrift) -> int:
    """Hoeveel dagen na de laatste dag kwam het binnen? Nul: op tijd, of het is een beroep."""
    if bezwaar.soort is Bezwaarsoort.BEROEP:
        return 0
    return max(0, (bezwaar.ontvangen_op - tegen.termijn.uiterlijk).days)
