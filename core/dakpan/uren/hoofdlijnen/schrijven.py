"""Per doel op hoofdlijnen schrijven wat er is gedaan, en dat lezen."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.plan.doelen import ACHT_DOELEN
from dakpan.plan.tables import Jobcoachperiode
from dakpan.uren.hoofdlijnen.tables import TEKST_TEN_HOOGSTE, Hoofdlijn
from dakpan.uren.perioden import SCHRIJFBAAR, VOORBIJ
from dakpan.uren.plandoelen import doelen_in_plan
from dakpan.uren.tables import Activiteit

_ALLE = tuple(een.doel.value for een in ACHT_DOELEN)


def hoofdlijnen_van(
    handeling: Handeling, tenant_id: str, zaak_id: UUID, periode_id: UUID | None = None
) -> list[Hoofdlijn]:
    """Wat er per doel staat, in de volgorde van de acht doelen. ``periode_id`` None: alle perioden van de zaak."""
    gevraagd = select(Hoofdlijn).where(Hoofdlijn.tenant_id == tenant_id, Hoofdlijn.zaak_id == zaak_id)
    if periode_id is not None:
        gevraagd = gevraagd.where(Hoofdlijn.periode_id == periode_id)
    rijen = handeling.sessie.scalars(gevraagd.execution_options(populate_existing=True)).all()
    return sorted(rijen, key=lambda rij: (rij.periode_id, _ALLE.index(rij.doel)))


def te_beschrijven(handeling: Handeling, zaak: Zaak, periode: Jobcoachperiode) -> tuple[str, ...]:
    """Over welke doelen valt iets te schrijven? Die van het plan, en waaraan is gewerkt; anders alle acht."""
    in_plan = doelen_in_plan(handeling, [(zaak.tenant_id, zaak.id)]).get((zaak.tenant_id, zaak.id), frozenset())
    gewerkt = handeling.sessie.scalars(
        select(Activiteit.doel)
        .where(Activiteit.tenant_id == zaak.tenant_id, Activiteit.periode_id == periode.id)
        .distinct()
    )
    staat_er = {rij.doel for rij in hoofdlijnen_van(handeling, zaak.tenant_id, zaak.id, periode.id)}
    ervan = {*in_plan, *gewerkt, *staat_er}
    return tuple(doel for doel in _ALLE if doel in ervan) or _ALLE


def periode_van(handeling: Handeling, zaak: Zaak, periode_id: UUID) -> Jobcoachperiode:
    """De periode van deze zaak. ``NietGevonden``: zij is er niet, of hoort bij een andere zaak."""
    rij = handeling.sessie.get(Jobcoachperiode, (zaak.tenant_id, periode_id))
    if rij is None or rij.zaak_id != zaak.id:
        raise NietGevonden
    return rij


def waarom_niet(handeling: Handeling, zaak: Zaak, periode: Jobcoachperiode) -> str:
    """Waarom kan de vrager hier nu niet schrijven? Leeg: het kan."""
    if handeling.vrager.kant is not Kant.ORGANISATIE or not handeling.mag(Recht.UREN_SCHRIJVEN):
        return "Op hoofdlijnen schrijft wie bij de organisatie uren mag schrijven."
    if zaak.kant is not Kant.GEDEELD:
        return "De financier kent deze zaak nog niet; schrijven kan zodra zij is ingediend."
    return "" if periode.status in SCHRIJFBAAR else VOORBIJ


def versie_van(rijen: Sequence[Hoofdlijn]) -> int:
    """Eén getal dat verandert zodra een van de teksten verandert, erbij komt of weggaat."""
    return zlib.crc32(";".join(sorted(f"{rij.id}:{rij.versie}" for rij in rijen)).encode()) % 1_000_000_000


@gebruiksgeval("logboek op hoofdlijnen geschreven")
def schrijf_op(
    handeling: Handeling, zaak: Zaak, periode: Jobcoachperiode, teksten: Mapping[str, str], versie: int | None
) -> None:
    """Bewaart per doel wat er is gedaan; een leeg vak haalt weg wat er stond. Alles, of bij een fout niets."""
    if reden := waarom_niet(handeling, zaak, periode):
        raise KanNiet(reden)
    if fouten := [*_fouten(teksten)]:
        raise InvoerFout(*fouten)
    staat_er = hoofdlijnen_van(handeling, zaak.tenant_id, zaak.id, periode.id)
    if versie != versie_van(staat_er):
        raise Gewijzigd
    per_doel = {rij.doel: rij for rij in staat_er}
    for doel, tekst in ((doel, tekst.strip()) for doel, tekst in teksten.items()):
        rij = per_doel.get(doel)
        if rij is not None and not tekst:
            handeling.sessie.delete(rij)
        elif tekst != (rij.tekst if rij is not None else ""):
            _vul(handeling, rij or _nieuw(handeling, zaak, periode, doel), tekst)


def _nieuw(handeling: Handeling, zaak: Zaak, periode: Jobcoachperiode, doel: str) -> Hoofdlijn:
    rij = Hoofdlijn(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.GEDEELD,
        zaak_id=zaak.id,
        periode_id=periode.id,
        doel=doel,
    )
    handeling.sessie.add(rij)
    return rij


def _vul(handeling: Handeling, rij: Hoofdlijn, tekst: str) -> None:
    rij.tekst, rij.bijgewerkt_op, rij.bijgewerkt_door = tekst, handeling.nu, handeling.vrager.naam


def _fouten(teksten: Mapping[str, str]) -> Iterator[Veldfout]:
    for doel, tekst in teksten.items():
        if doel not in _ALLE:
            yield Veldfout(f"teksten.{doel}", "dit doel bestaat niet; kies een van de acht doelen")
        elif len(tekst.strip()) > TEKST_TEN_HOOGSTE:
            yield Veldfout(f"teksten.{doel}", f"schrijf ten hoogste {TEKST_TEN_HOOGSTE} tekens")
