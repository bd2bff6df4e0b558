"""Een sein aan wie nu verder moet: uren wachten op akkoord, zijn teruggestuurd, of een week mag open."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from dakpan.dossier.berichten import Aanleiding, stuur
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.tables import Koppeling
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week


def sein_akkoord(handeling: Handeling, coach_id: UUID, week: Week, uren: Sequence[Activiteit]) -> None:
    """Wie deze uren accordeert hoort dat zij wachten: één bericht per week, niet één per cliënt."""
    wachtend = [rij for rij in uren if rij.status is Urenstatus.TE_ACCORDEREN]
    _sein_accordeerders(handeling, Berichtsoort.AKKOORD_GEVRAAGD, coach_id, week, wachtend)


def sein_mee_terug(handeling: Handeling, coach_id: UUID, week: Week, uren: Sequence[Activiteit]) -> None:
    """Wie deze uren accordeert hoort waarom zij niet meer wachten: een ander stuurde hun groep terug."""
    _sein_accordeerders(handeling, Berichtsoort.UREN_MEE_TERUG, coach_id, week, uren)


def _sein_accordeerders(
    handeling: Handeling, soort: Berichtsoort, coach_id: UUID, week: Week, uren: Sequence[Activiteit]
) -> None:
    perioden = {rij.periode_id for rij in uren}
    if not perioden:
        return
    gevraagd = select(Koppeling).where(Koppeling.coach_id == coach_id, Koppeling.periode_id.in_(perioden))
    per_lid: dict[UUID, str] = {}
    for een in handeling.sessie.scalars(gevraagd.order_by(Koppeling.tenant_id, Koppeling.id)):
        for lid in een.akkoord.op(handeling.vandaag):
            per_lid.setdefault(lid, een.tenant_id)
    per_financier: dict[str, set[UUID]] = defaultdict(set)
    for lid, tenant_id in per_lid.items():
        per_financier[tenant_id].add(lid)
    for tenant_id, leden in per_financier.items():
        stuur(handeling, _sein(handeling, soort, tenant_id, coach_id, week), leden)


def sein_wachtend(handeling: Handeling, lid_id: UUID, oudste: Activiteit) -> None:
    """Wie net accordeerder werd hoort dat er al uren wachten: één bericht, over de week die het langst wacht."""
    week = Week.uit_nummer(oudste.weeknummer)
    soort = Berichtsoort.AKKOORD_GEVRAAGD
    stuur(handeling, _sein(handeling, soort, oudste.tenant_id, oudste.medewerker_id, week), [lid_id])


def sein_terug(handeling: Handeling, coach_id: UUID, week: Week, tenant_id: str) -> None:
    """De coach hoort dat zijn week weer open is; de reden staat bij zijn uren."""
    stuur(handeling, _sein(handeling, Berichtsoort.UREN_TERUG, tenant_id, coach_id, week), [coach_id])


def sein_mag_open(handeling: Handeling, zaak: Zaak, coach_id: UUID, week: Week) -> None:
    """De coach hoort dat een financier hem zijn week laat heropenen; de reden staat bij die week."""
    kenmerk = f"{coach_id}/{week.code}/{handeling.nu:%Y%m%d%H%M%S}"
    stuur(handeling, Aanleiding.bij(Berichtsoort.WEEK_MAG_OPEN, zaak, kenmerk, over=week.code), [coach_id])


def sein_toch_niet_open(handeling: Handeling, zaak: Zaak, coach_id: UUID, weeknummer: str) -> None:
    """De coach hoort dat hij een week niet meer mag heropenen: de financier trok zijn toestemming in."""
    kenmerk = f"{coach_id}/{weeknummer}/{handeling.nu:%Y%m%d%H%M%S}"
    stuur(handeling, Aanleiding.bij(Berichtsoort.WEEK_TOCH_NIET_OPEN, zaak, kenmerk, over=weeknummer), [coach_id])


def _sein(handeling: Handeling, soort: Berichtsoort, tenant_id: str, coach_id: UUID, week: Week) -> Aanleiding:
    """Elke keer opnieuw: een week kan vaker sluiten en vaker terugkomen."""
    return Aanleiding(soort, tenant_id, f"{soort}/{coach_id}/{week.code}/{handeling.nu:%Y%m%d%H%M%S}", over=week.code)
