"""Een afspraak over uren vastleggen, intrekken en opzoeken."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.basis import id_van_formulier, nieuw_id
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.uren.afspraken.tables import MET_TEN_HOOGSTE, WAAROVER_TEN_HOOGSTE, Urenafspraak

VASTLEGGERS = (Recht.UREN_SCHRIJVEN, Recht.UREN_ACCORDEREN, Recht.DECLARATIE_BEOORDELEN, Recht.BEOORDELEN)
Zaaksleutel = tuple[str, UUID]


def waarom_niet(handeling: Handeling, zaak: Zaak) -> str:
    """Waarom kan de vrager bij deze zaak niets vastleggen? Leeg: het kan."""
    if not any(map(handeling.mag, VASTLEGGERS)):
        return "Een afspraak legt vast wie de uren schrijft, accordeert of beoordeelt."
    if zaak.kant is not Kant.GEDEELD:
        return "De financier kent deze zaak nog niet; een afspraak vastleggen kan zodra zij is ingediend."
    return ""


@gebruiksgeval("afspraak over uren vastgelegd")
def leg_afspraak_vast(
    handeling: Handeling, zaak: Zaak, met: str, dag: date, waarover: str, *, eenmalig: UUID | None = None
) -> Urenafspraak:
    """Bewaart met wie, wanneer en waarover; coach, accordeerder en beoordelaar lezen haar.

    ``eenmalig``: de sleutel van het formulier; wie hetzelfde nog eens verzendt krijgt wat er al staat.
    """
    _vereis(handeling, zaak)
    met, waarover = met.strip(), waarover.strip()
    fouten = [*_fouten(handeling, met, dag, waarover)]
    if fouten:
        raise InvoerFout(*fouten)
    id_ = id_van_formulier(eenmalig, (zaak.id, met, dag, waarover)) if eenmalig is not None else nieuw_id()
    al = handeling.sessie.get(Urenafspraak, (zaak.tenant_id, id_)) if eenmalig is not None else None
    if al is not None:
        return al
    rij = Urenafspraak(
        id=id_,
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.GEDEELD,
        zaak_id=zaak.id,
        van=handeling.vrager.kant,
        met=met,
        datum=dag,
        waarover=waarover,
        vastgelegd_op=handeling.nu,
        vastgelegd_door=handeling.vrager.naam,
    )
    handeling.sessie.add(rij)
    return rij


@gebruiksgeval("afspraak over uren ingetrokken")
def trek_afspraak_in(handeling: Handeling, zaak: Zaak, afspraak_id: UUID) -> None:
    """Vanaf nu geldt zij niet meer. Alleen de kant die haar vastlegde kan dat; de ander vraagt het."""
    rij = handeling.sessie.get(Urenafspraak, (zaak.tenant_id, afspraak_id), populate_existing=True)
    if rij is None or rij.zaak_id != zaak.id:
        raise NietGevonden
    _vereis(handeling, zaak)
    if rij.van is not handeling.vrager.kant:
        raise KanNiet(f"Deze afspraak legde {rij.vastgelegd_door} vast; alleen die kant trekt haar in.")
    if rij.ingetrokken_op is not None:
        raise KanNiet("Deze afspraak is al ingetrokken.")
    rij.ingetrokken_op = handeling.nu


def alle_van(handeling: Handeling, zaak: Zaak) -> tuple[Urenafspraak, ...]:
    """Elke afspraak bij deze zaak, ook wat niet meer geldt; de laatste eerst."""
    gevraagd = select(Urenafspraak).where(Urenafspraak.tenant_id == zaak.tenant_id, Urenafspraak.zaak_id == zaak.id)
    return tuple(handeling.sessie.scalars(gevraagd.order_by(Urenafspraak.datum.desc(), Urenafspraak.id.desc())))


def geldende(handeling: Handeling, zaken: Collection[Zaaksleutel]) -> Mapping[Zaaksleutel, tuple[Urenafspraak, ...]]:
    """Wat er bij deze zaken geldt, in één opdracht; een zaak zonder afspraak staat er niet in."""
    if not zaken:
        return {}
    gevraagd = select(Urenafspraak).where(
        Urenafspraak.zaak_id.in_({zaak_id for _tenant, zaak_id in zaken}), Urenafspraak.ingetrokken_op.is_(None)
    )
    uit: dict[Zaaksleutel, tuple[Urenafspraak, ...]] = {}
    for rij in handeling.sessie.scalars(gevraagd.order_by(Urenafspraak.datum, Urenafspraak.id)):
        sleutel = rij.tenant_id, rij.zaak_id
        if sleutel in zaken:
            uit[sleutel] = (*uit.get(sleutel, ()), rij)
    return uit


def _vereis(handeling: Handeling, zaak: Zaak) -> None:
    if not any(map(handeling.mag, VASTLEGGERS)):
        raise GeenRecht(VASTLEGGERS[0])
    reden = waarom_niet(handeling, zaak)
    if reden:
        raise KanNiet(reden)


def _fouten(handeling: Handeling, met: str, dag: date, waarover: str) -> Iterator[Veldfout]:
    if not 1 <= len(met) <= MET_TEN_HOOGSTE:
        yield Veldfout("met", f"schrijf met wie, in ten hoogste {MET_TEN_HOOGSTE} tekens")
    if dag > handeling.vandaag:
        yield Veldfout("datum", "deze dag moet nog komen; leg vast wat al is afgesproken")
    if not 1 <= len(waarover) <= WAAROVER_TEN_HOOGSTE:
        yield Veldfout("waarover", f"schrijf wat er is afgesproken, in ten hoogste {WAAROVER_TEN_HOOGSTE} tekens")
