"""Van één zaak om mee te nemen: wat er veranderde, en wie er keek."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from dakpan.dossier.inzage import wie_keken
from dakpan.dossier.tables import Zaak
from dakpan.dossier.verloop import verloop
from dakpan.loket.uitvoer.lijst import dag_en_tijd
from dakpan.loket.uitvoer.van_zaak.deur import Cellen, lijst_van_zaak
from dakpan.loket.zaak.tijdlijn import tijdlijn
from dakpan.opslag.handeling import Handeling
from dakpan.web.opmaak import mens
from dakpan.web.vertaling import in_taal

Bladzijde = Callable[[Handeling, Zaak, UUID | None], tuple[Sequence[Any], UUID | None]]


def _geschiedenis(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """Elke wijziging op een eigen regel; een handeling zonder wijzigingen staat er ook."""
    for een in tijdlijn(list(_alle(handeling, zaak, verloop))):
        for veld, was, werd in een.wijzigingen or [("", None, None)]:
            yield (*dag_en_tijd(een.op), een.wie, een.wat, veld, was, werd)


def _inzage(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """Elke blik van de eigen kant, de laatste eerst."""
    for een in _alle(handeling, zaak, wie_keken):
        yield (*dag_en_tijd(een.op), mens(een.door), in_taal(een.wat), in_taal(een.doel))


def _alle(handeling: Handeling, zaak: Zaak, bladzijde: Bladzijde) -> Iterator[Any]:
    rijen, verder = bladzijde(handeling, zaak, None)
    while rijen:
        yield from rijen
        rijen, verder = bladzijde(handeling, zaak, verder) if verder is not None else ((), None)


GESCHIEDENIS = lijst_van_zaak(
    "geschiedenis",
    _l("Geschiedenis"),
    _l("Wat er in een zaak veranderde, wie het deed en waarom."),
    (_l("Dag"), _l("Tijd"), _l("Wie"), _l("Wat"), _l("Wat veranderde"), _l("Was"), _l("Werd")),
    _geschiedenis,
)
INZAGE = lijst_van_zaak(
    "inzage",
    _l("Wie keek er"),
    _l("Wie van de eigen kant een zaak opende, en waarvoor."),
    (_l("Dag"), _l("Tijd"), _l("Wie"), _l("Wat"), _l("Waarvoor")),
    _inzage,
)
