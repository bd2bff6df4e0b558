"""Welke declaraties, perioden of betalingen hoort iemand te zien die op een naam, een nummer of een BSN zoekt?"""

from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select, tuple_, union_all

from dakpan.begrippen.nummers import Bsn
from dakpan.dossier.lijsten import heeft_bsn
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Persoon
from dakpan.partijen.zoeknaam import bereik_van, zoektermen

# Een naam, een nummer of een burgerservicenummer; leeg: alles.
Zoek = str | Bsn
VAN_PERSOON = (Zaak.tenant_id == Persoon.tenant_id) & (Zaak.persoon_id == Persoon.id)


def gezocht(handeling: Handeling, zoek: Zoek, van: Any, *nummers: Any) -> list[ColumnElement[bool]]:
    """Op het zaaknummer of een van deze ``nummers``, op het begin van een naam, of op het BSN.

    ``van``: de tabel die wordt doorzocht. Eerst welke zaken het zijn, langs de index van de namen of de nummers.
    """
    if isinstance(zoek, Bsn):
        return [_bij(van, _van(heeft_bsn(handeling, zoek)))]
    nummer = zoek.strip().upper()
    if not nummer:
        return []
    bereiken = map(bereik_van, zoektermen(zoek))
    namen = _van(
        or_(false(), *(and_(Persoon.zoeknaam >= eerst, Persoon.zoeknaam <= laatst) for eerst, laatst in bereiken))
    )
    if not any(teken.isdigit() for teken in nummer):  # in elk nummer staat een cijfer
        return [_bij(van, namen)]
    zaken = union_all(namen, select(Zaak.tenant_id, Zaak.id).where(Zaak.nummer == nummer))
    return [or_(_bij(van, zaken), *(een == nummer for een in nummers))]


def bij(financier: str | None, van: Any) -> list[ColumnElement[bool]]:
    """Alleen van deze financier; None: van elke."""
    return [van.tenant_id == financier] if financier is not None else []


def _bij(van: Any, zaken: Any) -> ColumnElement[bool]:
    return tuple_(van.tenant_id, van.zaak_id).in_(zaken)


def _van(wie: ColumnElement[bool]) -> Any:
    mensen = select(Persoon.tenant_id, Persoon.id).where(wie)
    return select(Zaak.tenant_id, Zaak.id).where(tuple_(Zaak.tenant_id, Zaak.persoon_id).in_(mensen))
