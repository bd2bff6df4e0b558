"""Van één zaak om mee te nemen: wat er veranderde, en wie er keek."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from dakpan.dossier.inzage import wie_keken
from dakpan.dossier.tables import Zaak
from dakpan.dossier.verloop import verloop
from dakpan.dossier.zaken import haal_zaak
from dakpan.loket.uitvoer.lijst import Lijst, Regel, dag_en_tijd, lees_id
from dakpan.loket.zaak.tijdlijn import tijdlijn
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.web.opmaak import mens
from dakpan.web.vertaling import in_taal

Bladzijde = Callable[[Handeling, Zaak, UUID | None], tuple[Sequence[Any], UUID | None]]


def _geschiedenis(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """Elke wijziging op een eigen regel; een handeling zonder wijzigingen staat er ook."""
    zaak = _zaak(handeling, velden)
    waar = zaak.tenant_id, zaak.id
    for een in tijdlijn(list(_alle(handeling, zaak, verloop))):
        for veld, was, werd in een.wijzigingen or [("", None, None)]:
            yield Regel((*dag_en_tijd(een.op), een.wie, een.wat, veld, was, werd), waar)


def _inzage(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """Elke blik van de eigen kant, de laatste eerst."""
    zaak = _zaak(handeling, velden)
    for een in _alle(handeling, zaak, wie_keken):
        wat = (mens(een.door), in_taal(een.wat), in_taal(een.doel))
        yield Regel((*dag_en_tijd(een.op), *wat), (zaak.tenant_id, zaak.id))


def _zaak(handeling: Handeling, velden: Mapping[str, str]) -> Zaak:
    """De zaak uit het adres; zonder, of van een ander: ``NietGevonden``."""
    zaak_id = lees_id(velden, "zaak")
    if zaak_id is None:
        raise NietGevonden
    return haal_zaak(handeling, velden.get("financier", ""), zaak_id)


def _alle(handeling: Handeling, zaak: Zaak, bladzijde: Bladzijde) -> Iterator[Any]:
    rijen, verder = bladzijde(handeling, zaak, None)
    while rijen:
        yield from rijen
        rijen, verder = bladzijde(handeling, zaak, verder) if verder is not None else ((), None)


def _iedereen(_handeling: Handeling) -> bool:
    return True


GESCHIEDENIS = Lijst(
    "geschiedenis",
    _l("Geschiedenis"),
    _l("Wat er in een zaak veranderde, wie het deed en waarom."),
    (_l("Dag"), _l("Tijd"), _l("Wie"), _l("Wat"), _l("Wat veranderde"), _l("Was"), _l("Werd")),
    _iedereen,
    _geschiedenis,
)
INZAGE = Lijst(
    "inzage",
    _l("Wie keek er"),
    _l("Wie van de eigen kant een zaak opende, en waarvoor."),
    (_l("Dag"), _l("Tijd"), _l("Wie"), _l("Wat"), _l("Waarvoor")),
    _iedereen,
    _inzage,
)
