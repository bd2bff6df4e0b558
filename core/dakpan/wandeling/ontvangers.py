"""Wie moet iets weten over een zaak? Eerst wie eraan werkt; is dat niemand, dan iedereen die het kan doen."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.behandelen.behandelaars import behandeling_van, bij_wie
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import voortgang
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.lijst import een_van
from dakpan.opslag.vrager import Kant
from dakpan.partijen import leden
from dakpan.partijen.leden import Ontvanger
from dakpan.partijen.rechten import Recht
from dakpan.plan.tables import Koppeling


def coaches_van(handeling: Handeling, zaak: Zaak) -> frozenset[UUID]:
    """Wie begon de aanvraag voor een organisatie, en wie is eraan gekoppeld? Lidmaatschappen."""
    return _coaches(handeling, [zaak])[zaak.id]


def _coaches(handeling: Handeling, zaken: Sequence[Zaak]) -> Mapping[UUID, frozenset[UUID]]:
    tenants, ids = {een.tenant_id for een in zaken}, [een.id for een in zaken]
    gevonden: dict[UUID, set[UUID]] = {een: set() for een in ids}
    for waar in (Aanvraag, Koppeling):
        vraag = select(waar.zaak_id, waar.coach_id).where(waar.tenant_id.in_(tenants), een_van(waar.zaak_id, ids))
        for zaak_id, coach_id in handeling.sessie.execute(vraag):
            if coach_id is not None:
                gevonden[zaak_id].add(coach_id)
    return {zaak_id: frozenset(wie) for zaak_id, wie in gevonden.items()}


def van_de_organisatie(handeling: Handeling, zaak: Zaak) -> list[Ontvanger]:
    """De coaches van deze zaak die er nog werken; is er geen, dan wie bij de organisatie een aanvraag kan indienen."""
    return van_de_organisaties(handeling, [zaak])[zaak.id]


def van_de_organisaties(handeling: Handeling, zaken: Sequence[Zaak]) -> Mapping[UUID, list[Ontvanger]]:
    """Zoals ``van_de_organisatie``, per zaak: evenveel vragen aan de database, hoeveel zaken het ook zijn."""
    coaches = _coaches(handeling, zaken)
    bekend = {een.id: een for een in leden.met_id(handeling.sessie, frozenset().union(*coaches.values()))}
    werken_er = {een.id: [bekend[wie] for wie in sorted(coaches[een.id]) if wie in bekend] for een in zaken}
    zonder = {een.organisatie_id for een in zaken if een.organisatie_id is not None and not werken_er[een.id]}
    teams = leden.per_organisatie(handeling.sessie, zonder)
    kunnen = {wie: [een for een in team if Recht.AANVRAAG_INDIENEN in een.rechten] for wie, team in teams.items()}
    return {
        een.id: werken_er[een.id] or (kunnen.get(een.organisatie_id, []) if een.organisatie_id is not None else [])
        for een in zaken
    }


def van_de_financier(handeling: Handeling, zaak: Zaak, over: Zaakstap | None = None) -> list[Ontvanger]:
    """Wie de zaak behandelt. Dat ziet alleen de financier zelf; anders wie de stap kan zetten die openstaat.

    ``over``: de stap waar het bericht over gaat, als dat een andere is dan wat openstaat.
    """
    behandelaar = behandelaar_van(handeling, zaak)
    if behandelaar:
        return behandelaar
    team = leden.van_financier(handeling.sessie, zaak.tenant_id)
    stand = voortgang(handeling, zaak)
    genoemd = stand.stap(over) if over is not None else None
    open_ = [een for een in stand.aan_de_beurt if bevoegd.kant_van(een.opent) is Kant.FINANCIER]
    stap = genoemd or next(iter(open_), None) or Werkstap(Zaakstap.BESLUIT, Partij.BESLISSER)
    return voor_stap(stap, team, frozenset())


def behandelaar_van(handeling: Handeling, zaak: Zaak) -> list[Ontvanger]:
    """Wie heeft de zaak, of had haar het laatst? Leeg: niemand nam haar op, of de vrager mag het niet weten."""
    behandeling = behandeling_van(handeling, zaak)
    wie, _naam = bij_wie(behandeling, handeling.vandaag) if behandeling is not None else (None, None)
    return leden.met_id(handeling.sessie, [wie]) if wie is not None else []


def voor_stap(stap: Werkstap, team: list[Ontvanger], coaches: frozenset[UUID]) -> list[Ontvanger]:
    """Wie van dit team kan deze stap zetten? De eigen coaches, of wie de rol heeft; anders wie het recht heeft."""
    recht = bevoegd.recht_voor(stap)
    kunnen = [een for een in team if een.kant is bevoegd.kant_van(stap.opent) and recht in een.rechten]
    eigen = [een for een in kunnen if een.kant is Kant.ORGANISATIE and een.id in coaches]
    met_rol = [een for een in kunnen if bevoegd.heeft_rol(een.rollen, stap.opent)]
    return eigen or met_rol or kunnen
