"""Uren accorderen: nooit die van uzelf, en alleen van een coach aan wie u bent gekoppeld."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import bereik, haal_zaak, open_stap
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon
from dakpan.plan.koppelen import Wie, accordeert, geldt_op
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.uren.perioden import SCHRIJFBAAR
from dakpan.uren.seinen import sein_mee_terug, sein_terug
from dakpan.uren.tables import TERUG_TEN_HOOGSTE, Activiteit
from dakpan.uren.toestanden import UREN, Urenstatus
from dakpan.uren.week import Week
from dakpan.uren.weken import open_week, vergrendel

AKKOORD = (Urenstatus.GEACCORDEERD, Urenstatus.GEDECLAREERD)


class Teruggestuurd(NamedTuple):
    """Hoeveel activiteiten teruggingen. ``mee``: nog meer, van dezelfde groep; ``blijft``: hoeveel er van die weken
    bij de accordeerder blijft wachten."""

    aantal: int
    mee: int
    blijft: int


class Aangewezen(NamedTuple):
    """Eén activiteit zoals de accordeerder haar zag."""

    tenant_id: str
    id: UUID
    versie: int

    @property
    def code(self) -> str:
        return f"{self.tenant_id}/{self.id}/{self.versie}"

    @classmethod
    def uit_code(cls, code: str) -> "Aangewezen":
        """``ValueError`` als dit geen aanwijzing is."""
        tenant_id, id_, versie = code.split("/")
        return cls(tenant_id, UUID(id_), int(versie[:9]))


def mijn_accordering(handeling: Handeling) -> UUID:
    """Onder welk lidmaatschap accordeert de vrager?"""
    handeling.vereis(Recht.UREN_ACCORDEREN)
    mij = handeling.vrager.lidmaatschap_id
    if mij is None or handeling.vrager.organisatie_id is None:
        raise GeenRecht(Recht.UREN_ACCORDEREN)
    return mij


@gebruiksgeval("uren geaccordeerd")
def accordeer(handeling: Handeling, gekozen: Sequence[Aangewezen]) -> int:
    """Geeft akkoord op deze uren en deelt ze met de financier. Hoeveel activiteiten waren het?"""
    rijen = _haal(handeling, gekozen)
    zaken = _open_zaken(handeling, rijen)
    for rij in rijen:
        rij.status = UREN.na(rij.status, "accordeer")
        rij.kant = zaken[rij.tenant_id, rij.zaak_id].kant
        rij.geaccordeerd_op, rij.geaccordeerd_door = handeling.nu, handeling.vrager.naam
    handeling.sessie.flush()
    for zaak in zaken.values():
        bereik(handeling, zaak, Zaakstap.ACCORDEREN)
    return len(rijen)


@gebruiksgeval("akkoord ingetrokken")
def trek_akkoord_in(handeling: Handeling, gekozen: Sequence[Aangewezen]) -> int:
    """Neemt het akkoord terug zolang de uren niet zijn gedeclareerd; de financier ziet ze dan niet meer."""
    rijen = _haal(handeling, gekozen)
    _vereis_lopend(handeling, rijen)
    for rij in rijen:
        rij.status = UREN.na(rij.status, "trek_akkoord_in")
        rij.kant = Kant.ORGANISATIE
        rij.geaccordeerd_op = rij.geaccordeerd_door = None
    return len(rijen)


@gebruiksgeval("uren teruggestuurd")
def stuur_terug(handeling: Handeling, gekozen: Sequence[Aangewezen], reden: str) -> Teruggestuurd:
    """Stuurt uren terug naar de coach, met een reden. Zijn week gaat weer open; wat niet is gekozen blijft wachten.

    Een groepsactiviteit wijzigt de coach in haar geheel, dus gaat zij ook in haar geheel terug.
    """
    reden = reden.strip()
    if not reden or len(reden) > TERUG_TEN_HOOGSTE:
        raise fout_bij("reden", f"schrijf waarom, in ten hoogste {TERUG_TEN_HOOGSTE} tekens")
    rijen = _haal(handeling, gekozen)
    mee = _zelfde_groep(handeling, rijen)
    for rij in (*rijen, *mee):
        rij.status = UREN.na(rij.status, "stuur_terug")
        rij.terug_reden = reden
    handeling.sessie.flush()
    weken = sorted({(rij.medewerker_id, Week.van(rij.datum)) for rij in rijen})
    for medewerker_id, week in weken:
        open_week(handeling, medewerker_id, week)
        sein_terug(handeling, medewerker_id, week, rijen[0].tenant_id)
        deze = [rij for rij in mee if (rij.medewerker_id, Week.van(rij.datum)) == (medewerker_id, week)]
        sein_mee_terug(handeling, medewerker_id, week, deze)
    return Teruggestuurd(len(rijen), len(mee), _blijft_wachten(handeling, weken))


def deel_akkoord(handeling: Handeling, zaak: Zaak) -> None:
    """Deelt uren die al akkoord waren voordat de zaak zelf werd gedeeld. Hoort bij het indienen."""
    gevraagd = select(Activiteit).where(
        Activiteit.tenant_id == zaak.tenant_id, Activiteit.zaak_id == zaak.id, Activiteit.status.in_(AKKOORD)
    )
    for rij in handeling.sessie.scalars(gevraagd):
        rij.kant = zaak.kant


def _haal(handeling: Handeling, gekozen: Sequence[Aangewezen]) -> list[Activiteit]:
    """De gekozen uren, als zij nog zijn zoals de accordeerder ze zag en aan hem zijn."""
    mij = mijn_accordering(handeling)
    if not gekozen:
        raise fout_bij("kies", "kies ten minste één activiteit")
    gezien = {(een.tenant_id, een.id): een.versie for een in gekozen}
    rijen = _lees(handeling, gezien)
    for medewerker_id in sorted({rij.medewerker_id for rij in rijen}):
        vergrendel(handeling, medewerker_id)
    rijen = _lees(handeling, gezien)
    _is_aan_mij(handeling, mij, rijen)
    if any(rij.versie != gezien[rij.tenant_id, rij.id] for rij in rijen):
        raise Gewijzigd
    return rijen


def _lees(handeling: Handeling, gezien: Iterable[tuple[str, UUID]]) -> list[Activiteit]:
    sleutels = set(gezien)
    gevraagd = select(Activiteit).where(Activiteit.id.in_({id_ for _tenant, id_ in sleutels}))
    rijen = handeling.sessie.scalars(gevraagd.order_by(Activiteit.id).execution_options(populate_existing=True))
    gevonden = [rij for rij in rijen if (rij.tenant_id, rij.id) in sleutels]
    if len(gevonden) != len(sleutels):
        raise NietGevonden
    return gevonden


def _zelfde_groep(handeling: Handeling, rijen: Sequence[Activiteit]) -> Sequence[Activiteit]:
    """De andere activiteiten van deze groepen. ``KanNiet`` als er een al akkoord is: dan zit de groep vast."""
    groepen = {rij.groep_id for rij in rijen if rij.groep_id is not None}
    if not groepen:
        return ()
    gevraagd = select(Activiteit).where(
        Activiteit.groep_id.in_(groepen),
        Activiteit.medewerker_id.in_({rij.medewerker_id for rij in rijen}),
        Activiteit.id.not_in({rij.id for rij in rijen}),
    )
    mee = handeling.sessie.scalars(gevraagd.order_by(Activiteit.id).execution_options(populate_existing=True)).all()
    if any(rij.status in AKKOORD for rij in mee):
        raise KanNiet(
            "Van deze groepsactiviteit is een deel al akkoord, en de coach wijzigt een groep in haar geheel. "
            "Trek dat akkoord eerst in, of laat dit deel weg."
        )
    return [rij for rij in mee if UREN.kan(rij.status, "stuur_terug")]


def _blijft_wachten(handeling: Handeling, weken: Sequence[tuple[UUID, Week]]) -> int:
    """Hoeveel er van deze weken nog op akkoord van de vrager wacht."""
    deze = [and_(Activiteit.medewerker_id == wie, Activiteit.weeknummer == week.code) for wie, week in weken]
    gevraagd = select(func.count(Activiteit.id)).where(
        or_(*deze),
        Activiteit.status == Urenstatus.TE_ACCORDEREN,
        aan(mijn_accordering(handeling), handeling.vandaag),
    )
    return handeling.sessie.scalar(gevraagd) or 0


def _is_aan_mij(handeling: Handeling, mij: UUID, rijen: Sequence[Activiteit]) -> None:
    if any(rij.medewerker_id == mij for rij in rijen):
        raise KanNiet("Uw eigen uren accordeert een ander. Laat deze weg en probeer het opnieuw.")
    van_mij = select(Activiteit.tenant_id, Activiteit.id).where(
        Activiteit.id.in_({rij.id for rij in rijen}), aan(mij, handeling.vandaag)
    )
    gevonden = {tuple(rij) for rij in handeling.sessie.execute(van_mij)}
    if not {(rij.tenant_id, rij.id) for rij in rijen} <= gevonden:
        raise KanNiet(
            "Deze uren zijn niet aan u: u bent geen accordeerder van deze coach in deze periode. "
            "Laat wie de periodes beheert u koppelen."
        )


def aan(mij: Wie, vandaag: date) -> ColumnElement[bool]:
    """Is deze persoon vandaag accordeerder van deze coach, op de dag van deze activiteit?

    ``OFFSET 0`` houdt PostgreSQL bij één koppeling per activiteit: samengevoegd schat hij haar honderd keer te klein.
    """
    return (
        select(Koppeling.id)
        .where(
            Koppeling.tenant_id == Activiteit.tenant_id,
            Koppeling.periode_id == Activiteit.periode_id,
            Koppeling.coach_id == Activiteit.medewerker_id,
            Koppeling.coach_id != mij,
            geldt_op(Activiteit.datum),
            accordeert(mij, vandaag),
        )
        .correlate_except(Koppeling)
        .limit(1)
        .offset(0)
        .exists()
    )


def _vereis_lopend(handeling: Handeling, rijen: Sequence[Activiteit]) -> None:
    """Na het einde van een periode verandert er niets meer: wat teruggaat zou nooit meer akkoord kunnen worden."""
    voorbij = (
        select(Persoon.voornaam, Persoon.achternaam)
        .select_from(Jobcoachperiode)
        .join(Zaak, (Zaak.tenant_id == Jobcoachperiode.tenant_id) & (Zaak.id == Jobcoachperiode.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .where(
            Jobcoachperiode.id.in_({rij.periode_id for rij in rijen}),
            Jobcoachperiode.status.not_in(sorted(SCHRIJFBAAR)),
        )
    )
    namen = sorted({f"{voornaam} {achternaam}" for voornaam, achternaam in handeling.sessie.execute(voorbij)})
    if namen:
        wie = ", ".join(namen)
        raise KanNiet(f"De periode van {wie} is beëindigd: er kan niets meer worden geschreven of geaccordeerd.")


def _open_zaken(handeling: Handeling, rijen: Sequence[Activiteit]) -> dict[tuple[str, UUID], Zaak]:
    """De zaken van deze uren, als de stap nu kan en geen van de periodes voorbij is."""
    _vereis_lopend(handeling, rijen)
    zaken = {
        (tenant_id, zaak_id): haal_zaak(handeling, tenant_id, zaak_id)
        for tenant_id, zaak_id in sorted({(rij.tenant_id, rij.zaak_id) for rij in rijen})
    }
    for zaak in zaken.values():
        open_stap(handeling, zaak, Zaakstap.ACCORDEREN)
    return zaken
