"""Wat de zaakpagina van offerte en periode laat zien; altijd hetzelfde aantal vragen aan de database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.periode import Periode
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.collegas import Collega, collegas_met
from dakpan.plan.koppelregels import dagen_van
from dakpan.plan.offertes import afspraak_in, laatste_offerte
from dakpan.plan.perioden import koppelingen_van, perioden_van
from dakpan.plan.tables import Jobcoachperiode, Koppeling, Offerte, Offerteverzoek
from dakpan.plan.toestanden import LEVEND
from dakpan.plan.verzoeken import verzoek_van
from dakpan.plan.waarschuwingen import Waarschuwing, waarschuwingen


@dataclass(frozen=True, slots=True)
class Koppelregel:
    """Wie coacht er op welke periode en welke dagen, wie accordeert, en wat is er na te kijken?

    ``dagen``: None als de periode is ingekort en er geen dag meer over is.
    """

    id: UUID
    periode_id: UUID
    coach: str
    accordeerders: tuple[str, ...]
    dagen: Periode | None
    delegatie_tot: date | None
    waarschuwingen: tuple[Waarschuwing, ...] = ()


@dataclass(frozen=True, slots=True)
class Planoverzicht:
    """Wat er is gevraagd en geoffreerd, en de perioden met hun mensen. ``totaal`` is exclusief btw."""

    verzoek: Offerteverzoek | None
    offerte: Offerte | None
    totaal: Bedrag | None
    perioden: tuple[Jobcoachperiode, ...]
    koppelingen: tuple[Koppelregel, ...]


def overzicht(handeling: Handeling, zaak: Zaak) -> Planoverzicht:
    """Zes vragen aan de database: verzoek, offerte, perioden, koppelingen, en de mensen met wie er even niet is."""
    offerte = laatste_offerte(handeling, zaak)
    prijs = afspraak_in(offerte)
    koppelingen, perioden = koppelingen_van(handeling, zaak), perioden_van(handeling, zaak)
    mensen = collegas_met(handeling, {id_ for een in koppelingen for id_ in wie_in(een, handeling.vandaag)})
    bij = {een.id: een for een in perioden}
    return Planoverzicht(
        verzoek_van(handeling, zaak),
        offerte,
        prijs.totaal if prijs is not None else None,
        tuple(perioden),
        tuple(_regel(handeling, een, bij[een.periode_id], mensen) for een in koppelingen if een.periode_id in bij),
    )


def wie_in(een: Koppeling, dag: date) -> list[UUID]:
    """De coach, en daarna wie op deze dag accordeert."""
    return [een.coach_id, *een.akkoord.op(dag)]


def _regel(
    handeling: Handeling, een: Koppeling, periode: Jobcoachperiode, mensen: Mapping[UUID, Collega]
) -> Koppelregel:
    vandaag = handeling.vandaag
    coach, *accordeerders = (mensen[id_].naam if id_ in mensen else "" for id_ in wie_in(een, vandaag))
    na_te_kijken = handeling.vrager.kant is Kant.ORGANISATIE and periode.status in LEVEND
    return Koppelregel(
        een.id,
        een.periode_id,
        coach,
        tuple(accordeerders),
        dagen_van(een, Periode(periode.begin, periode.eind)),
        een.gedelegeerd_tot if een.akkoord.delegatie_loopt(vandaag) else None,
        tuple(waarschuwingen(een.akkoord, mensen, vandaag)) if na_te_kijken else (),
    )
