"""Eén accordeerder overal: vervangen, laten vervangen voor een tijd, of weghalen. Eerst zien, dan pas doen."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import or_, select

from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.partijen.collegas import haal_collega
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon
from dakpan.plan.akkoord import Akkoord
from dakpan.plan.koppelen import namen
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import LEVEND


class Daad(StrEnum):
    """Wat gebeurt er met een accordeerder?"""

    VERVANGEN = "vervangen"
    DELEGEREN = "delegeren"
    INTREKKEN = "intrekken"
    VERWIJDEREN = "verwijderen"


@dataclass(frozen=True, slots=True)
class Plan:
    """Wat er moet gebeuren: met wie, door of aan wie, en bij delegeren tot en met welke dag."""

    daad: Daad
    wie: UUID
    ander: UUID | None = None
    tot: date | None = None

    def op(self, akkoord: Akkoord) -> Akkoord:
        """Hoe het er daarna uitziet; hetzelfde als het hier niet kan."""
        if self.daad is Daad.VERWIJDEREN:
            return akkoord.zonder(self.wie)
        if self.daad is Daad.INTREKKEN:
            return akkoord.trek_delegatie_in() if akkoord.eerste == self.wie else akkoord
        if self.ander is None:
            return akkoord
        if self.daad is Daad.VERVANGEN:
            return akkoord.vervang(self.wie, self.ander)
        eerste = akkoord.eerste == self.wie and self.tot is not None
        return akkoord.delegeer(self.ander, self.tot) if eerste and self.tot is not None else akkoord


class Gevolg(NamedTuple):
    """Eén koppeling, met wie er nu accordeert en wie straks."""

    tenant_id: str
    zaak_id: UUID
    nummer: str
    client: str
    coach: str
    nu: tuple[str, ...]
    straks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Wat het plan zou doen. ``blijft``: waar het niet kan; ``zonder``: hoe vaak er daarna niemand is.

    ``tijdelijk``: hoe vaak er dan alleen nog iemand is die het voor een tijd kreeg. ``stand``: een getal dat verandert
    zodra een van deze koppelingen verandert.
    """

    wijzigt: tuple[Gevolg, ...]
    blijft: tuple[Gevolg, ...]
    zonder: int
    tijdelijk: int
    stand: int


def voorstel(handeling: Handeling, plan: Plan) -> Voorstel:
    """Wat zou er gebeuren? Er verandert nog niets."""
    handeling.vereis(Recht.PERIODES_BEHEREN)
    _controleer(handeling, plan)
    rijen = _geraakt(handeling, plan)
    wijzigt = [rij for rij in rijen if plan.op(rij.koppeling.akkoord) != rij.koppeling.akkoord]
    blijft = [rij for rij in rijen if rij not in wijzigt]
    gevolgen = list(_gevolgen(handeling, plan, [*wijzigt, *blijft]))
    met = gevolgen[: len(wijzigt)]
    return Voorstel(
        tuple(met),
        tuple(gevolgen[len(wijzigt) :]),
        sum(not een.straks for een in met),
        sum(
            bool(een.straks) and plan.op(rij.koppeling.akkoord).eerste is None
            for een, rij in zip(met, wijzigt, strict=True)
        ),
        _stand(rijen),
    )


@gebruiksgeval("Accordeerder gewijzigd")
def voer_uit(handeling: Handeling, plan: Plan, stand: int | None) -> int:
    """Doet wat het voorstel liet zien, en zegt bij hoeveel koppelingen; elke zaak krijgt een regel geschiedenis."""
    handeling.vereis(Recht.PERIODES_BEHEREN)
    _controleer(handeling, plan)
    rijen = _geraakt(handeling, plan)
    if stand != _stand(rijen):
        raise Gewijzigd
    noem(handeling, _in_woorden(handeling, plan))
    aantal = 0
    for rij in rijen:
        akkoord = plan.op(rij.koppeling.akkoord)
        aantal += akkoord != rij.koppeling.akkoord
        rij.koppeling.akkoord = akkoord
    return aantal


class _Rij(NamedTuple):
    koppeling: Koppeling
    nummer: str
    client: str


def _controleer(handeling: Handeling, plan: Plan) -> None:
    haal_collega(handeling, plan.wie)
    if plan.daad not in {Daad.VERVANGEN, Daad.DELEGEREN}:
        return
    veld = "gedelegeerde" if plan.daad is Daad.DELEGEREN else "ander"
    if plan.ander is None:
        raise fout_bij(veld, "kies een medewerker")
    ander = haal_collega(handeling, plan.ander)
    if plan.ander == plan.wie:
        raise fout_bij(veld, "dit is dezelfde medewerker; kies een ander")
    if not ander.actief:
        raise fout_bij(veld, "deze medewerker is niet actief; kies een ander")
    if not ander.mag_accorderen:
        raise fout_bij(veld, "deze medewerker heeft niet het recht om uren te accorderen")
    if plan.daad is Daad.DELEGEREN and (plan.tot is None or plan.tot < handeling.vandaag):
        raise fout_bij("tot", "kies tot en met welke dag; vandaag of later")


def _geraakt(handeling: Handeling, plan: Plan) -> Sequence[_Rij]:
    """De koppelingen van lopende perioden waarin deze accordeerder staat; om te delegeren alleen als eerste."""
    eerste = Koppeling.accordeerder_id == plan.wie
    overal = or_(eerste, Koppeling.tweede_accordeerder_id == plan.wie, Koppeling.gedelegeerd_aan_id == plan.wie)
    vraag = (
        select(Koppeling, Zaak.nummer, Persoon.voornaam, Persoon.achternaam)
        .select_from(Koppeling)
        .join(
            Jobcoachperiode,
            (Jobcoachperiode.tenant_id == Koppeling.tenant_id) & (Jobcoachperiode.id == Koppeling.periode_id),
        )
        .join(Zaak, (Zaak.tenant_id == Koppeling.tenant_id) & (Zaak.id == Koppeling.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .where(eerste if plan.daad in {Daad.DELEGEREN, Daad.INTREKKEN} else overal, Jobcoachperiode.status.in_(LEVEND))
        .order_by(Persoon.achternaam, Persoon.voornaam, Koppeling.id)
        .execution_options(populate_existing=True)
    )
    rijen = [_Rij(een, nummer, f"{voor} {achter}") for een, nummer, voor, achter in handeling.sessie.execute(vraag)]
    if plan.daad is Daad.INTREKKEN:
        return [rij for rij in rijen if rij.koppeling.akkoord.delegatie_loopt(handeling.vandaag)]
    return [rij for rij in rijen if rij.koppeling.akkoord.noemt(plan.wie, handeling.vandaag)]


def _stand(rijen: Sequence[_Rij]) -> int:
    tekst = ";".join(sorted(f"{rij.koppeling.tenant_id}:{rij.koppeling.id}:{rij.koppeling.versie}" for rij in rijen))
    return zlib.crc32(tekst.encode()) % 1_000_000_000


def _gevolgen(handeling: Handeling, plan: Plan, rijen: Sequence[_Rij]) -> Iterator[Gevolg]:
    dag = handeling.vandaag
    beelden = [(rij, rij.koppeling.akkoord.op(dag), plan.op(rij.koppeling.akkoord).op(dag)) for rij in rijen]
    wie = namen(handeling, {id_ for rij, nu, straks in beelden for id_ in (rij.koppeling.coach_id, *nu, *straks)})
    for rij, nu, straks in beelden:
        een = rij.koppeling
        yield Gevolg(
            een.tenant_id,
            een.zaak_id,
            rij.nummer,
            rij.client,
            wie.get(een.coach_id, ""),
            tuple(wie.get(id_, "") for id_ in nu),
            tuple(wie.get(id_, "") for id_ in straks),
        )


def _in_woorden(handeling: Handeling, plan: Plan) -> str:
    """Wat er in de geschiedenis komt te staan."""
    wie = namen(handeling, {een for een in (plan.wie, plan.ander) if een is not None})
    naam, ander = wie.get(plan.wie, ""), wie.get(plan.ander, "") if plan.ander else ""
    match plan.daad:
        case Daad.VERVANGEN:
            return f"{naam} vervangen door {ander}"
        case Daad.DELEGEREN:
            return f"{naam} delegeert aan {ander} tot en met {plan.tot:%d-%m-%Y}"
        case Daad.INTREKKEN:
            return f"{naam} delegeert niet meer"
        case Daad.VERWIJDEREN:
            return f"{naam} weggehaald"
