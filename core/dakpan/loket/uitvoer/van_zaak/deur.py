"""Wie de zaak ziet, ziet haar lijsten; van een ander is er niets."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.loket.uitvoer.lijst import Lijst, Regel, lees_id
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.web.uitvoer import Waarde

Cellen = Sequence[Waarde]
Rijen = Callable[[Handeling, Zaak], Iterator[Cellen]]


def zaak_uit(handeling: Handeling, velden: Mapping[str, str]) -> Zaak:
    """De zaak uit het adres; zonder, of van een ander: ``NietGevonden``."""
    zaak_id = lees_id(velden, "zaak")
    if zaak_id is None:
        raise NietGevonden
    return haal_zaak(handeling, velden.get("financier", ""), zaak_id)


def lijst_van_zaak(naam: str, titel: Any, uitleg: Any, koppen: Sequence[Any], rijen: Rijen, **verder: Any) -> Lijst:
    """Een lijst van de zaak in het adres; ``verder``: wie haar krijgt, als dat niet iedereen is die de zaak ziet."""

    def regels(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
        zaak = zaak_uit(handeling, velden)
        waar = zaak.tenant_id, zaak.id
        for cellen in rijen(handeling, zaak):
            yield Regel(cellen, waar)

    return Lijst(naam, titel, uitleg, koppen, verder.pop("open_voor", _iedereen), regels, **verder)


def dag(moment: datetime | None) -> date | None:
    """Op welke dag was dat in Nederland?"""
    return moment.astimezone(NEDERLAND).date() if moment is not None else None


def _iedereen(_handeling: Handeling) -> bool:
    return True
