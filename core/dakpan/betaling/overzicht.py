"""Wat is er in deze zaak toegekend, gedeclareerd, gefactureerd en betaald? Voor de zaakpagina."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.uren import Uren
from dakpan.betaling.corrigeren.tables import Creditnota
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.tables import Betaalopdracht, Declaratie, Factuur, Vaststelling
from dakpan.betaling.toekenning import periode_van
from dakpan.betaling.toestanden import Betaalstatus, Declaratiestatus
from dakpan.betaling.verzamelen import TELT, som_excl
from dakpan.betaling.vorderen.domain import Vorderingstatus, Vorderingwijze
from dakpan.betaling.vorderen.lezen import vorderingen_van
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling


@dataclass(frozen=True, slots=True)
class Declaratieregel:
    """Eén declaratie met haar factuur."""

    id: UUID
    nummer: str | None
    soort: Declaratiesoort
    status: Declaratiestatus
    tot_en_met: date
    declarabel: Duur
    bedrag_incl: Bedrag | None
    factuur: str | None
    creditnotas: tuple[str, ...]
    deels: bool


@dataclass(frozen=True, slots=True)
class Betaalregel:
    """Eén betaling."""

    nummer: str
    bedrag: Bedrag
    verrekend: Bedrag
    vanaf: date
    status: Betaalstatus


@dataclass(frozen=True, slots=True)
class Vorderingregel:
    """Wat er terug moet."""

    id: UUID
    nummer: str
    bedrag: Bedrag
    rest: Bedrag
    status: Vorderingstatus
    wijze: Vorderingwijze | None


@dataclass(frozen=True, slots=True)
class Betaaloverzicht:
    """De stand van het geld in één zaak. Een vrager ziet alleen wat van hem is."""

    toegekend_uren: Uren | None
    toegekend_bedrag: Bedrag | None
    gedeclareerd: Duur
    gedeclareerd_bedrag: Bedrag
    gedeclareerd_excl: Bedrag
    gefactureerd: Bedrag
    gecrediteerd: Bedrag
    betaald: Bedrag
    vastgesteld: Bedrag | None
    declaraties: tuple[Declaratieregel, ...]
    betalingen: tuple[Betaalregel, ...]
    vorderingen: tuple[Vorderingregel, ...]


def overzicht(handeling: Handeling, zaak: Zaak) -> Betaaloverzicht:
    """Een vast aantal vragen aan de database, hoeveel declaraties er ook zijn."""
    periode = periode_van(handeling, zaak)
    declaraties = _declaraties(handeling, zaak)
    facturen = _facturen(handeling, zaak)
    creditnotas = _creditnotas(handeling, zaak)
    betalingen = _betalingen(handeling, zaak)
    telt = [een for een in declaraties if een.status in TELT]
    return Betaaloverzicht(
        toegekend_uren=periode.uren if periode is not None else None,
        toegekend_bedrag=periode.bedrag if periode is not None else None,
        gedeclareerd=sum((een.declarabel for een in telt), GEEN_DUUR),
        gedeclareerd_bedrag=sum((een.bedrag_incl for een in telt if een.bedrag_incl is not None), NUL_EURO),
        gedeclareerd_excl=som_excl(telt),
        gefactureerd=sum((een.bedrag for een in facturen.values()), NUL_EURO),
        gecrediteerd=sum((een.bedrag for een in creditnotas), NUL_EURO),
        betaald=sum((een.besteed for een in betalingen), NUL_EURO),
        vastgesteld=_vastgesteld(handeling, zaak),
        declaraties=tuple(_regel(een, facturen.get(een.id), creditnotas) for een in declaraties),
        betalingen=tuple(
            Betaalregel(een.nummer, een.bedrag, een.verrekend, een.vanaf, een.status) for een in betalingen
        ),
        vorderingen=tuple(
            Vorderingregel(een.id, een.nummer, een.bedrag, een.rest, een.status, een.wijze)
            for een in vorderingen_van(handeling, zaak)
        ),
    )


def _creditnotas(handeling: Handeling, zaak: Zaak) -> list[Creditnota]:
    vraag = select(Creditnota).where(Creditnota.tenant_id == zaak.tenant_id, Creditnota.zaak_id == zaak.id)
    return list(handeling.sessie.scalars(vraag.order_by(Creditnota.id)))


def _declaraties(handeling: Handeling, zaak: Zaak) -> list[Declaratie]:
    vraag = select(Declaratie).where(Declaratie.tenant_id == zaak.tenant_id, Declaratie.zaak_id == zaak.id)
    return list(handeling.sessie.scalars(vraag.order_by(Declaratie.id)))


def _facturen(handeling: Handeling, zaak: Zaak) -> dict[UUID, Factuur]:
    vraag = select(Factuur).where(Factuur.tenant_id == zaak.tenant_id, Factuur.zaak_id == zaak.id)
    return {een.declaratie_id: een for een in handeling.sessie.scalars(vraag)}


def _betalingen(handeling: Handeling, zaak: Zaak) -> list[Betaalopdracht]:
    vraag = select(Betaalopdracht).where(Betaalopdracht.tenant_id == zaak.tenant_id, Betaalopdracht.zaak_id == zaak.id)
    return list(handeling.sessie.scalars(vraag.order_by(Betaalopdracht.vanaf, Betaalopdracht.nummer)))


def _vastgesteld(handeling: Handeling, zaak: Zaak) -> Bedrag | None:
    return handeling.sessie.scalar(
        select(Vaststelling.bedrag).where(Vaststelling.tenant_id == zaak.tenant_id, Vaststelling.zaak_id == zaak.id)
    )


def _regel(een: Declaratie, factuur: Factuur | None, creditnotas: list[Creditnota]) -> Declaratieregel:
    return Declaratieregel(
        een.id,
        een.nummer,
        een.soort,
        een.status,
        een.tot_en_met,
        een.declarabel,
        een.bedrag_incl,
        factuur.nummer if factuur is not None else None,
        tuple(nota.nummer for nota in creditnotas if nota.declaratie_id == een.id),
        een.status is Declaratiestatus.GOEDGEKEURD and bool(een.opmerkingen),
    )
