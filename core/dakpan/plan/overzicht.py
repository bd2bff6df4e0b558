"""Wat de zaakpagina van offerte en periode laat zien; altijd hetzelfde aantal vragen aan de database."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from dakpan.begrippen.bedrag import Bedrag
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.koppelen import namen
from dakpan.plan.offertes import afspraak_in, laatste_offerte
from dakpan.plan.perioden import koppelingen_van, perioden_van
from dakpan.plan.tables import Jobcoachperiode, Koppeling, Offerte, Offerteverzoek
from dakpan.plan.verzoeken import verzoek_van


@dataclass(frozen=True, slots=True)
class Koppelregel:
    """Wie coacht er op welke periode, en wie accordeert?"""

    periode_id: UUID
    coach: str
    accordeerders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planoverzicht:
    """Wat er is gevraagd en geoffreerd, en de perioden met hun mensen. ``totaal`` is exclusief btw."""

    verzoek: Offerteverzoek | None
    offerte: Offerte | None
    totaal: Bedrag | None
    perioden: tuple[Jobcoachperiode, ...]
    koppelingen: tuple[Koppelregel, ...]


def overzicht(handeling: Handeling, zaak: Zaak) -> Planoverzicht:
    """Vijf vragen aan de database: verzoek, offerte, perioden, koppelingen en de namen daarbij."""
    offerte = laatste_offerte(handeling, zaak)
    prijs = afspraak_in(offerte)
    koppelingen = koppelingen_van(handeling, zaak)
    wie = namen(handeling, {id_ for een in koppelingen for id_ in wie_in(een)})
    return Planoverzicht(
        verzoek_van(handeling, zaak),
        offerte,
        prijs.totaal if prijs is not None else None,
        tuple(perioden_van(handeling, zaak)),
        tuple(_regel(een, wie) for een in koppelingen),
    )


def wie_in(een: Koppeling) -> list[UUID]:
    """De coach, en daarna wie accordeert."""
    return [id_ for id_ in (een.coach_id, een.accordeerder_id, een.tweede_accordeerder_id) if id_ is not None]


def _regel(een: Koppeling, wie: Mapping[UUID, str]) -> Koppelregel:
    coach, *accordeerders = (wie.get(id_, "") for id_ in wie_in(een))
    return Koppelregel(een.periode_id, coach, tuple(accordeerders))
