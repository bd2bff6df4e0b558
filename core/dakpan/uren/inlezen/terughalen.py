"""Een ingelezen bestand in één keer terughalen, zolang niemand iets deed met wat eruit kwam.

Alles of niets: wat al wacht, akkoord is of gewijzigd is houdt het hele bestand tegen, met naam en dag erbij.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import inleesbestanden
from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.opslag.sporen import Geschiedenis, Soortwijziging
from dakpan.partijen.tables import Persoon
from dakpan.uren.inlezen.ingelezen import van_mij
from dakpan.uren.perioden import mijn_lidmaatschap
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.weken import vergrendel

# Wat verandert als een week sluit, heropent, akkoord krijgt of terugkomt: dan is er aan de uren zelf niets gewijzigd.
_VAN_DE_WEG = {"status", "kant", "geaccordeerd_op", "geaccordeerd_door", "declaratie_id", "terug_reden"}


class Houdtegen(NamedTuple):
    """Een activiteit die niet meer terug kan. ``status``: waar zij is; voorraad: zij is gewijzigd."""

    datum: date
    begin: int
    client: str
    status: Urenstatus


def houdt_tegen(handeling: Handeling, bestand_id: UUID) -> list[Houdtegen]:
    """Wat er aan dit bestand niet meer terug kan; leeg: alles kan terug."""
    rijen = _rijen(handeling, bestand_id)
    anders = _gewijzigd(handeling, rijen)
    vast = [een for een in rijen if een.status is not Urenstatus.VOORRAAD or een.id in anders]
    namen = _clienten(handeling, vast)
    return [Houdtegen(een.datum, een.begin, namen[een.tenant_id, een.zaak_id], een.status) for een in vast]


@gebruiksgeval("ingelezen uren teruggehaald")
def haal_terug(handeling: Handeling, bestand_id: UUID, aantal: int) -> int:
    """Verwijdert alles wat uit dit bestand kwam. ``aantal``: hoeveel iemand er zag staan."""
    mij = mijn_lidmaatschap(handeling)
    vergrendel(handeling, mij)
    bestand = inleesbestanden.haal(handeling, Inleessoort.UREN, bestand_id)
    rijen = _rijen(handeling, bestand_id)
    if not rijen:
        raise KanNiet("Van dit bestand staat niets meer in uw agenda.")
    if len(rijen) != aantal:
        raise Gewijzigd
    if houdt_tegen(handeling, bestand_id):
        raise KanNiet("Niet alles uit dit bestand kan nog terug; daarom gebeurde er niets.")
    noem(handeling, bestand.naam)
    for rij in rijen:
        handeling.sessie.delete(rij)
    return len(rijen)


def _rijen(handeling: Handeling, bestand_id: UUID) -> Sequence[Activiteit]:
    vraag = select(Activiteit).where(*van_mij(handeling, bestand_id))
    vraag = vraag.order_by(Activiteit.datum, Activiteit.begin, Activiteit.id)
    return handeling.sessie.scalars(vraag.execution_options(populate_existing=True)).all()


def _gewijzigd(handeling: Handeling, rijen: Sequence[Activiteit]) -> set[UUID]:
    """Waar na het inlezen aan de uren zelf iets veranderde; de geschiedenis weet het."""
    aangeraakt = {een.id for een in rijen if een.versie > 1}
    if not aangeraakt:
        return set()
    vraag = select(Geschiedenis.rij_id, Geschiedenis.velden).where(
        Geschiedenis.tenant_id.in_({een.tenant_id for een in rijen}),
        Geschiedenis.rij_id.in_(aangeraakt),
        Geschiedenis.soort == Soortwijziging.GEWIJZIGD,
    )
    return {
        rij_id
        for rij_id, velden in handeling.sessie.execute(vraag)
        if any(een["veld"] not in _VAN_DE_WEG for een in velden)
    }


def _clienten(handeling: Handeling, rijen: Sequence[Activiteit]) -> dict[tuple[str, UUID], str]:
    vraag = (
        select(Zaak.tenant_id, Zaak.id, Persoon.voornaam, Persoon.achternaam)
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .where(Zaak.id.in_({een.zaak_id for een in rijen}))
    )
    gevonden = handeling.sessie.execute(vraag)
    return {(tenant_id, zaak_id): f"{voornaam} {achternaam}" for tenant_id, zaak_id, voornaam, achternaam in gevonden}
