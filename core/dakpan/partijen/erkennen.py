"""Erkennen: elke financier zegt zelf welke organisaties hij erkent, van wanneer tot wanneer, en waarom niet meer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.registertabellen import Erkenning, Erkenningsbesluit
from dakpan.partijen.tables import Organisatie
from dakpan.partijen.toestanden import ERKENNING, LANGSTE_REDEN, Erkenningstatus

TEN_HOOGSTE = 100
DAG = timedelta(1)


@dataclass(frozen=True, slots=True)
class Erkenningskeuze:
    """Wat een financier besluit: ``verleen``, ``schors`` of ``trek_in``, vanaf wanneer, en waarom."""

    daad: str
    van: date
    tot_en_met: date | None = None
    reden: str = ""


class Erkenregel(NamedTuple):
    """Eén organisatie in de lijst van een financier."""

    organisatie: Organisatie
    erkenning: Erkenning | None

    def status(self, dag: date) -> Erkenningstatus:
        """Hoe staat het er op deze dag voor? Een afgelopen erkenning is er geen, en een die nog begint ook niet."""
        een = self.erkenning
        if een is None or een.van > dag or (een.tot_en_met is not None and een.tot_en_met < dag):
            return Erkenningstatus.GEEN
        return een.status


def lijst(handeling: Handeling, zoek: str = "") -> list[Erkenregel]:
    """De organisaties op naam, met hun erkenning bij deze financier; ten hoogste honderd en één."""
    handeling.vereis(Recht.ERKENNEN)
    vraag = (
        select(Organisatie, Erkenning)
        .outerjoin(
            Erkenning,
            (Erkenning.organisatie_id == Organisatie.id) & (Erkenning.tenant_id == handeling.vrager.tenant_id),
        )
        .order_by(Organisatie.naam, Organisatie.id)
        .limit(TEN_HOOGSTE + 1)
    )
    if zoek.strip():
        stuk = zoek.strip()
        vraag = vraag.where(
            Organisatie.naam.icontains(stuk, autoescape=True) | Organisatie.kvk.contains(stuk, autoescape=True)
        )
    return [Erkenregel(*rij) for rij in handeling.sessie.execute(vraag)]


def haal(handeling: Handeling, organisatie_id: UUID) -> Erkenregel:
    """Deze organisatie met haar erkenning hier. ``NietGevonden``: zij bestaat niet."""
    handeling.vereis(Recht.ERKENNEN)
    organisatie = handeling.sessie.get(Organisatie, organisatie_id)
    if organisatie is None:
        raise NietGevonden
    eigen = select(Erkenning).where(
        Erkenning.organisatie_id == organisatie_id, Erkenning.tenant_id == handeling.vrager.tenant_id
    )
    return Erkenregel(organisatie, handeling.sessie.scalar(eigen.execution_options(populate_existing=True)))


def besluiten(handeling: Handeling, organisatie_id: UUID) -> Sequence[Erkenningsbesluit]:
    """Wat er over deze erkenning is besloten, het laatste eerst."""
    alle = select(Erkenningsbesluit).where(Erkenningsbesluit.organisatie_id == organisatie_id)
    return handeling.sessie.scalars(alle.order_by(Erkenningsbesluit.id.desc()).limit(TEN_HOOGSTE)).all()


@gebruiksgeval("erkenning besloten")
def besluit(handeling: Handeling, organisatie_id: UUID, keuze: Erkenningskeuze, versie: int | None) -> Erkenning:
    """Verleent, verlengt, schorst of trekt in; bij schorsen en intrekken hoort een reden.

    Verlengen laat wat nog loopt doorlopen. ``InvoerFout``: er zou een gat tussen vallen.
    """
    if handeling.vrager.tenant_id is None:
        raise KanNiet(_("Alleen een financier erkent organisaties."))
    regel = haal(handeling, organisatie_id)
    nu = regel.erkenning
    if (nu.versie if nu is not None else None) != versie:
        raise Gewijzigd
    fouten = _fouten(keuze)
    if keuze.daad != "verleen" and keuze.van > handeling.vandaag:
        fouten.append(Veldfout("van", _("schorsen en intrekken gaan in op de dag zelf of eerder; leg het dan vast")))
    eerder = nu if nu is not None and keuze.daad == "verleen" and _loopt(nu, handeling.vandaag) else None
    if eerder is not None and not fouten:
        fouten += _gaten(eerder, keuze)
    if fouten:
        raise InvoerFout(*fouten)
    status = ERKENNING.na(nu.status if nu is not None else Erkenningstatus.GEEN, keuze.daad)
    rij = nu or Erkenning(tenant_id=handeling.vrager.tenant_id, organisatie_id=organisatie_id)
    rij.status = status
    rij.van, rij.tot_en_met = (keuze.van, keuze.tot_en_met) if eerder is None else _samen(eerder, keuze)
    handeling.sessie.add_all([rij, _spoor(handeling, organisatie_id, status, keuze)])
    return rij


def _loopt(een: Erkenning, vandaag: date) -> bool:
    """Is deze erkenning verleend en nog niet afgelopen?"""
    return een.status is Erkenningstatus.VERLEEND and (een.tot_en_met is None or een.tot_en_met >= vandaag)


def _samen(eerder: Erkenning, keuze: Erkenningskeuze) -> tuple[date, date | None]:
    """Wat loopt en wat erbij komt als één erkenning; wat er geheel voor ligt laat het einde zoals het was."""
    ervoor = keuze.tot_en_met is not None and keuze.tot_en_met < eerder.van
    return min(eerder.van, keuze.van), eerder.tot_en_met if ervoor else keuze.tot_en_met


def _gaten(eerder: Erkenning, keuze: Erkenningskeuze) -> list[Veldfout]:
    """Er is één erkenning tegelijk: wat niet aansluit zou haar laten vervallen."""
    if eerder.tot_en_met is not None and keuze.van > eerder.tot_en_met + DAG:
        return [
            Veldfout(
                "van",
                _(
                    "er loopt nog een erkenning tot en met %(laatste)s; laat deze daarop aansluiten, of leg haar pas "
                    "na die dag vast",
                    laatste=f"{eerder.tot_en_met:%d-%m-%Y}",
                ),
            )
        ]
    if keuze.tot_en_met is not None and keuze.tot_en_met + DAG < eerder.van:
        return [
            Veldfout(
                "tot_en_met",
                _(
                    "er is al een erkenning vanaf %(eerste)s; laat deze daarop aansluiten, of trek die eerst in",
                    eerste=f"{eerder.van:%d-%m-%Y}",
                ),
            )
        ]
    return []


def _fouten(keuze: Erkenningskeuze) -> list[Veldfout]:
    fouten = []
    if keuze.tot_en_met is not None and keuze.tot_en_met < keuze.van:
        fouten.append(Veldfout("tot_en_met", _("deze dag ligt voor de eerste dag; kies een latere")))
    if keuze.daad != "verleen" and not keuze.reden.strip():
        fouten.append(Veldfout("reden", _("schrijf waarom; de organisatie leest dit")))
    if len(keuze.reden) > LANGSTE_REDEN:
        fouten.append(Veldfout("reden", _("schrijf ten hoogste %(aantal)s tekens", aantal=LANGSTE_REDEN)))
    return fouten


def _spoor(
    handeling: Handeling, organisatie_id: UUID, status: Erkenningstatus, keuze: Erkenningskeuze
) -> Erkenningsbesluit:
    return Erkenningsbesluit(
        tenant_id=handeling.vrager.tenant_id,
        organisatie_id=organisatie_id,
        kant=Kant.GEDEELD,
        status=status,
        van=keuze.van,
        tot_en_met=keuze.tot_en_met,
        reden=keuze.reden.strip(),
        op=handeling.nu,
        door=handeling.vrager.naam,
    )


def is_erkend(handeling: Handeling, tenant_id: str, organisatie_id: UUID, dag: date) -> bool:
    """Erkent deze financier deze organisatie op deze dag? Wat dat betekent zegt zijn regelset, niet de kern."""
    een = handeling.sessie.scalar(
        select(Erkenning).where(Erkenning.organisatie_id == organisatie_id, Erkenning.tenant_id == tenant_id)
    )
    if een is None or een.status is not Erkenningstatus.VERLEEND:
        return False
    return een.van <= dag and (een.tot_en_met is None or dag <= een.tot_en_met)
