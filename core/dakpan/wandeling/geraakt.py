"""Welke zaken zonder besluit krijgen een ander antwoord als een voorgestelde waarde gaat gelden?

Elke zaak gaat twee keer door dezelfde regels als bij een besluit: zonder en met de waarde. Zo is het een antwoord,
geen schatting.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import exists, select

from dakpan.aanvraag.cijfers import hoeveel
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.inhoud import dossier_van
from dakpan.aanvraag.service import Toets, toets
from dakpan.aanvraag.tables import Aanvraag, Besluit
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Persoon
from dakpan.partijen.waarden.inhoud import EigenWaarden, eigen_waarden_uit
from dakpan.partijen.waarden.lezen import rijen_van
from dakpan.partijen.waarden.tables import Waardevoorstel
from dakpan.partijen.waarden.toestanden import Waardestatus
from dakpan.uitleg.bevinding import Aanspraak

TEN_HOOGSTE = 300
_ANTWOORD = {Aanspraak.RECHT: "recht", Aanspraak.GEEN_RECHT: "geen recht", Aanspraak.AFWEGEN: "afwegen"}


@dataclass(frozen=True, slots=True)
class Geraakt:
    """Eén zaak met het antwoord van nu en dat van straks, in woorden."""

    zaak_id: UUID
    nummer: str
    client: str
    nu: str
    straks: str


@dataclass(frozen=True, slots=True)
class Gevolgen:
    """Wat de waarde verandert. ``meer``: er zijn meer open zaken dan zijn nagekeken."""

    nagekeken: int
    geraakt: tuple[Geraakt, ...]
    meer: bool


def gevolgen_van(handeling: Handeling, voorstel: Waardevoorstel) -> Gevolgen:
    """Wat verandert er bij zaken waarover nog niet is besloten? Besluiten die er al zijn veranderen nooit."""
    straks = _straks(handeling, voorstel)
    rijen = _open_zaken(handeling, voorstel.tenant_id)
    gezien = rijen[:TEN_HOOGSTE]
    return Gevolgen(len(gezien), tuple(_vergelijk(handeling, gezien, straks)), len(rijen) > TEN_HOOGSTE)


def _straks(handeling: Handeling, voorstel: Waardevoorstel) -> EigenWaarden:
    anderen = [een for een in rijen_van(handeling.sessie, voorstel.tenant_id) if een.id != voorstel.id]
    erbij = [] if voorstel.status is Waardestatus.EINDE_VOORGESTELD else [voorstel]
    return eigen_waarden_uit([*anderen, *erbij])


def _open_zaken(handeling: Handeling, tenant_id: str) -> list[tuple[Zaak, Aanvraag, Persoon]]:
    besloten = exists().where(Besluit.tenant_id == Zaak.tenant_id, Besluit.zaak_id == Zaak.id)
    vraag = (
        select(Zaak, Aanvraag, Persoon)
        .join(Aanvraag, (Aanvraag.tenant_id == Zaak.tenant_id) & (Aanvraag.zaak_id == Zaak.id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .where(Zaak.tenant_id == tenant_id, Zaak.status == Zaakstatus.LOPEND, ~besloten)
        .order_by(Zaak.id)
        .limit(TEN_HOOGSTE + 1)
    )
    return [(zaak, aanvraag, persoon) for zaak, aanvraag, persoon in handeling.sessie.execute(vraag)]


def _vergelijk(
    handeling: Handeling, rijen: list[tuple[Zaak, Aanvraag, Persoon]], straks: EigenWaarden
) -> Iterator[Geraakt]:
    van_nu = handeling.eigen_waarden(rijen[0][0].tenant_id) if rijen else straks
    for zaak, aanvraag, persoon in rijen:
        dossier = _dossier(handeling, aanvraag)
        if dossier is None:
            continue
        nu, dan = (_antwoord(handeling, zaak, dossier, eigen) for eigen in (van_nu, straks))
        if nu != dan:
            yield Geraakt(zaak.id, zaak.nummer, persoon.naam, nu, dan)


def _dossier(handeling: Handeling, aanvraag: Aanvraag) -> Dossier | None:
    """Een concept dat nog niet te lezen is wordt later met de waarde van dat moment getoetst."""
    try:
        return dossier_van(handeling, aanvraag)
    except InvoerFout:
        return None


def _antwoord(handeling: Handeling, zaak: Zaak, dossier: Dossier, eigen: EigenWaarden) -> str:
    peildatum = dossier.aanvraag.ontvangen_op
    regels = handeling.regelboek.van_tenant(zaak.tenant_id, peildatum, eigen)
    return "nog geen regels" if regels is None else _in_woorden(toets(regels, dossier, peildatum))


def _in_woorden(uitkomst: Toets) -> str:
    antwoord = _ANTWOORD[uitkomst.aanspraak]
    return "; ".join((antwoord, *(hoeveel(uitkomst.omvang).splitlines() if uitkomst.omvang is not None else ())))
