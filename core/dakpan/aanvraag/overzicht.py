"""Wat de zaakpagina van de aanvraag laat zien; altijd hetzelfde aantal vragen aan de database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.beoordelen import adviezen
from dakpan.aanvraag.domain.soorten import Aanvraagsoort, Regime, Vorm
from dakpan.aanvraag.domain.toestanden import Aanvraagstatus
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.tables import Aanvraag, Advies, Besluit
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling


@dataclass(frozen=True, slots=True)
class Aanvraagregel:
    """De aanvraag in het kort. Wat in een concept nog niet is ingevuld is leeg."""

    nummer: str | None
    status: Aanvraagstatus
    vorm: Vorm
    soort: Aanvraagsoort | None
    regime: Regime | None
    begin: date | None
    eind: date | None
    definitief_op: datetime | None
    ingediend_op: datetime | None
    handtekeningen: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Aanvraagoverzicht:
    """De aanvraag, de adviezen (alleen voor de financier) en het besluit."""

    aanvraag: Aanvraagregel | None
    adviezen: tuple[Advies, ...]
    besluit: Besluit | None


def overzicht(handeling: Handeling, zaak: Zaak) -> Aanvraagoverzicht:
    """Drie vragen aan de database: de aanvraag, de adviezen en het besluit."""
    aanvraag = handeling.sessie.scalar(
        select(Aanvraag).where(Aanvraag.tenant_id == zaak.tenant_id, Aanvraag.zaak_id == zaak.id)
    )
    return Aanvraagoverzicht(
        _regel(zaak, aanvraag) if aanvraag is not None else None,
        tuple(adviezen(handeling, zaak)),
        haal_besluit(handeling, zaak),
    )


def gecontroleerd(handeling: Handeling, zaken: Iterable[UUID]) -> frozenset[tuple[str, UUID]]:
    """Van welke van deze zaken is de aanvraag volledig nagekeken? Dan is definitief maken het volgende."""
    ids = sorted(set(zaken))
    if not ids:
        return frozenset()
    vraag = select(Aanvraag.tenant_id, Aanvraag.zaak_id).where(
        Aanvraag.zaak_id.in_(ids), Aanvraag.status == Aanvraagstatus.GECONTROLEERD
    )
    return frozenset((tenant_id, zaak_id) for tenant_id, zaak_id in handeling.sessie.execute(vraag))


def _regel(zaak: Zaak, aanvraag: Aanvraag) -> Aanvraagregel:
    vraag: Mapping[str, Any] = aanvraag.gegevens.get("aanvraag", {})
    soort, regime = vraag.get("soort"), vraag.get("regime")
    return Aanvraagregel(
        aanvraag.nummer,
        aanvraag.status,
        zaak.vorm,
        Aanvraagsoort(soort) if soort else None,
        Regime(regime) if regime else None,
        zaak.begin,
        zaak.eind,
        aanvraag.definitief_op,
        aanvraag.ingediend_op,
        tuple(aanvraag.handtekeningen),
    )
