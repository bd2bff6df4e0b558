"""Het archief van een organisatie: wat klaar is gaat uit haar lijsten, blijft te lezen en is terug te halen."""

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet, Overgang, Toestanden
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

TEN_HOOGSTE = 50
Sleutel = tuple[str, UUID]


class Plek(StrEnum):
    """Waar ligt een zaak voor haar organisatie?"""

    LOOPT = "loopt"
    KLAAR = "klaar"
    IN_ARCHIEF = "in_archief"


# Gaat een zaak weer lopen, door een bezwaar bijvoorbeeld, dan haalt zij zichzelf terug.
ARCHIEF = Toestanden(
    {
        "archiveer": Overgang((Plek.KLAAR,), Plek.IN_ARCHIEF, "Deze zaak loopt nog en kan dus niet in het archief."),
        "haal_terug": Overgang((Plek.IN_ARCHIEF,), Plek.KLAAR, "Deze zaak ligt niet in het archief."),
        "loop_weer": Overgang((Plek.KLAAR, Plek.IN_ARCHIEF), Plek.LOOPT, "Deze zaak loopt al."),
    }
)


def plek(zaak: Zaak) -> Plek:
    """Waar ligt deze zaak nu?"""
    if zaak.status is Zaakstatus.LOPEND:
        return Plek.LOOPT
    return Plek.KLAAR if zaak.gearchiveerd_op is None else Plek.IN_ARCHIEF


def mag_archiveren(handeling: Handeling) -> bool:
    """Kan deze vrager zaken opbergen en terughalen? De financier heeft geen archief."""
    return handeling.vrager.kant is Kant.ORGANISATIE and handeling.mag(Recht.ARCHIVEREN)


def mag_inzien(handeling: Handeling) -> bool:
    """Kan deze vrager in het archief kijken?"""
    return handeling.vrager.kant is Kant.ORGANISATIE and handeling.mag(Recht.ARCHIEF_INZIEN)


@gebruiksgeval("Zaak gearchiveerd")
def archiveer(handeling: Handeling, zaken: Sequence[Sleutel]) -> int:
    """Bergt deze zaken op, of geen ervan; wat een collega net opborg telt niet mee. ``KanNiet``: er loopt er een."""
    nieuw = [een for een in _rijen(handeling, zaken) if plek(een) is not Plek.IN_ARCHIEF]
    for een in nieuw:
        ARCHIEF.na(plek(een), "archiveer")
        een.gearchiveerd_op = handeling.nu
    return len(nieuw)


@gebruiksgeval("Zaak uit het archief gehaald")
def haal_terug(handeling: Handeling, zaken: Sequence[Sleutel]) -> int:
    """Deze zaken staan weer in de lijsten; wat een collega net terughaalde telt niet mee."""
    terug = [een for een in _rijen(handeling, zaken) if plek(een) is Plek.IN_ARCHIEF]
    for een in terug:
        ARCHIEF.na(plek(een), "haal_terug")
        een.gearchiveerd_op = None
    return len(terug)


def _rijen(handeling: Handeling, zaken: Sequence[Sleutel]) -> list[Zaak]:
    """Elke gekozen zaak één keer. ``NietGevonden`` als er een bij is die niet van de vrager is."""
    handeling.vereis(Recht.ARCHIVEREN)
    gekozen = set(zaken)
    if len(gekozen) > TEN_HOOGSTE:
        raise KanNiet(f"Kies ten hoogste {TEN_HOOGSTE} zaken tegelijk.")
    gevonden = handeling.sessie.scalars(select(Zaak).where(Zaak.id.in_([id_ for _, id_ in gekozen])))
    rijen = [een for een in gevonden if (een.tenant_id, een.id) in gekozen]
    if len(rijen) != len(gekozen):
        raise NietGevonden
    return rijen
