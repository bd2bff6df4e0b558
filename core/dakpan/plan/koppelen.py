"""Wie coacht er op een periode, en wie accordeert zijn uren? Nooit dezelfde persoon."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.berichten import Aanleiding, stuur
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Account, Lidmaatschap
from dakpan.plan.perioden import haal_periode, koppelingen_van, vereis_levend
from dakpan.plan.tables import Koppeling

_NIET_VAN_ONS = "deze medewerker werkt niet bij uw organisatie; kies er een uit de lijst"


class Lid(NamedTuple):
    """Een actieve medewerker van de eigen organisatie."""

    id: UUID
    naam: str
    mag_schrijven: bool
    mag_accorderen: bool


def leden(handeling: Handeling) -> list[Lid]:
    """De actieve medewerkers van de organisatie van de vrager, op naam."""
    gekozen = (
        select(Lidmaatschap.id, Account.naam, Lidmaatschap.rechten)
        .join(Account, Account.id == Lidmaatschap.account_id)
        .where(Lidmaatschap.organisatie_id == handeling.vrager.organisatie_id, Lidmaatschap.actief, Account.actief)
        .order_by(Account.naam)
    )
    return [
        Lid(id_, naam, Recht.UREN_SCHRIJVEN.value in rechten, Recht.UREN_ACCORDEREN.value in rechten)
        for id_, naam, rechten in handeling.sessie.execute(gekozen)
    ]


@gebruiksgeval("Jobcoach gekoppeld")
def koppel(
    handeling: Handeling,
    zaak: Zaak,
    periode_id: UUID,
    coach_id: UUID,
    *,
    accordeerder_id: UUID | None,
    tweede_accordeerder_id: UUID | None = None,
) -> Koppeling:
    """Koppelt een coach met één of twee accordeerders; dezelfde coach nog eens wijzigt zijn koppeling."""
    if handeling.vrager.organisatie_id is None:
        raise KanNiet("De jobcoachorganisatie kiest zelf wie er coacht en wie er accordeert.")
    handeling.vereis(Recht.PERIODES_BEHEREN)
    periode = haal_periode(handeling, zaak, periode_id)
    vereis_levend(periode)
    gekozen = {"coach": coach_id, "accordeerder": accordeerder_id, "tweede_accordeerder": tweede_accordeerder_id}
    fouten = list(_verkeerd(gekozen, {lid.id: lid for lid in leden(handeling)}))
    if fouten:
        raise InvoerFout(*fouten)
    koppeling = _van_coach(handeling, zaak, periode_id, coach_id)
    koppeling.kant = periode.kant
    koppeling.accordeerder_id, koppeling.tweede_accordeerder_id = accordeerder_id, tweede_accordeerder_id
    handeling.sessie.add(koppeling)
    gekregen = Aanleiding.bij(Berichtsoort.ZAAK_GEKREGEN, zaak, periode_id)
    stuur(handeling, gekregen, (coach_id, accordeerder_id, tweede_accordeerder_id))
    return koppeling


def _verkeerd(gekozen: Mapping[str, UUID | None], van_ons: Mapping[UUID, Lid]) -> Iterator[Veldfout]:
    coach, eerste, tweede = (gekozen[naam] for naam in ("coach", "accordeerder", "tweede_accordeerder"))
    for veld, id_ in gekozen.items():
        if id_ is not None and id_ not in van_ons:
            yield Veldfout(veld, _NIET_VAN_ONS)
    if coach is not None and coach in van_ons and not van_ons[coach].mag_schrijven:
        yield Veldfout("coach", "deze medewerker heeft niet het recht om uren te schrijven")
    for veld in ("accordeerder", "tweede_accordeerder"):
        lid = van_ons.get(id_) if (id_ := gekozen[veld]) is not None else None
        if lid is not None and not lid.mag_accorderen:
            yield Veldfout(veld, "deze medewerker heeft niet het recht om uren te accorderen")
        if gekozen[veld] is not None and gekozen[veld] == coach:
            yield Veldfout(veld, "niemand accordeert zijn eigen uren; kies een ander")
    if tweede is not None and tweede == eerste:
        yield Veldfout("tweede_accordeerder", "dit is al de eerste accordeerder; kies een ander of laat dit leeg")
    if eerste is None:
        yield Veldfout("accordeerder", "kies wie de uren accordeert")


def _van_coach(handeling: Handeling, zaak: Zaak, periode_id: UUID, coach_id: UUID) -> Koppeling:
    for een in koppelingen_van(handeling, zaak):
        if een.periode_id == periode_id and een.coach_id == coach_id:
            return een
    return Koppeling(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        zaak_id=zaak.id,
        periode_id=periode_id,
        coach_id=coach_id,
    )


def namen(handeling: Handeling, ids: set[UUID]) -> Mapping[UUID, str]:
    """Hoe heten deze medewerkers, ook als zij niet meer actief zijn?"""
    if not ids:
        return {}
    gekozen = select(Lidmaatschap.id, Account.naam).join(Account, Account.id == Lidmaatschap.account_id)
    return {rij.id: rij.naam for rij in handeling.sessie.execute(gekozen.where(Lidmaatschap.id.in_(ids)))}
