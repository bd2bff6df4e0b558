"""Wat is er toegekend, voor welke periode, en hoe wordt het betaald? De vraag vóór elke declaratie."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import defer

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Besluit
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.kalender import begonnen_maanden
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.betaling.domain import Betaalritme, Tarief
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.opslag.lijst import een_van
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toegekend import passende_uren
from dakpan.plan.toestanden import Periodestatus
from dakpan.regels.regels import Regels
from dakpan.uitleg.berekening import Berekening, Stap, stap
from dakpan.uitleg.bron import Bron

MAANDEN_PER_KWARTAAL = 3
_DOSSIER = DossierSchema()
GEEN_PERIODE = "Deze zaak heeft nog geen jobcoachperiode; zij ontstaat als de aanvraag definitief of toegekend is."
GEEN_BESLUIT = "Er is nog geen besluit. Declareren en betalen kan pas als de financier heeft beslist."


@dataclass(frozen=True, slots=True)
class Toekenning:
    """De periode met het besluit eronder, en het ritme waarin de financier betaalt."""

    periode: Jobcoachperiode
    besluit: Besluit
    ritme: Berekening[Betaalritme]

    @property
    def betaalritme(self) -> Betaalritme:
        return self.ritme.resultaat

    @property
    def bron(self) -> Bron:
        return bron_van(self.besluit)

    def tarieven(self, opgegeven: Iterable[Tarief] = ()) -> tuple[Tarief, ...] | None:
        """Het afgesproken tarief gaat voor; anders wat is opgegeven; None laat het aan de regelset."""
        if self.periode.tarief is not None:
            return (Tarief(self.periode.begin, self.periode.tarief),)
        return tuple(opgegeven) or None


def bron_van(besluit: Besluit) -> Bron:
    """Het besluit als bron, met zijn dag."""
    dag = besluit.genomen_op.astimezone(NEDERLAND).date()
    return Bron(f"Besluit van {dag:%d-%m-%Y}", "wat is toegekend", datum=dag)


def periode_van(handeling: Handeling, zaak: Zaak, *, vast: bool = False) -> Jobcoachperiode | None:
    """De laatste periode van deze zaak. ``vast``: een ander wacht tot deze handeling klaar is."""
    vraag = (
        select(Jobcoachperiode)
        .where(
            Jobcoachperiode.tenant_id == zaak.tenant_id,
            Jobcoachperiode.zaak_id == zaak.id,
            Jobcoachperiode.status != Periodestatus.VERVALLEN,
        )
        .order_by(Jobcoachperiode.begin.desc(), Jobcoachperiode.id.desc())
        .limit(1)
    )
    if vast:
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    return handeling.sessie.scalar(vraag)


def besluit_van(handeling: Handeling, zaak: Zaak) -> Besluit | None:
    """Het laatste besluit over deze zaak."""
    return handeling.sessie.scalar(
        select(Besluit)
        .where(Besluit.tenant_id == zaak.tenant_id, Besluit.zaak_id == zaak.id)
        .order_by(Besluit.genomen_op.desc(), Besluit.id.desc())
        .limit(1)
    )


def besluiten_van(handeling: Handeling, zaken: Collection[UUID]) -> Mapping[UUID, Besluit]:
    """Zoals ``besluit_van``, voor veel zaken in één vraag. Zonder het antwoord van de regels: dat is het grootste."""
    if not zaken:
        return {}
    vraag = select(Besluit).where(een_van(Besluit.zaak_id, zaken)).order_by(Besluit.genomen_op, Besluit.id)
    return {een.zaak_id: een for een in handeling.sessie.scalars(vraag.options(defer(Besluit.uitkomst)))}


def perioden_van(handeling: Handeling, zaken: Collection[UUID]) -> Mapping[UUID, Jobcoachperiode]:
    """Zoals ``periode_van``, voor veel zaken in één vraag."""
    if not zaken:
        return {}
    vraag = (
        select(Jobcoachperiode)
        .where(een_van(Jobcoachperiode.zaak_id, zaken), Jobcoachperiode.status != Periodestatus.VERVALLEN)
        .order_by(Jobcoachperiode.begin, Jobcoachperiode.id)
    )
    return {een.zaak_id: een for een in handeling.sessie.scalars(vraag)}


def dossier_van(besluit: Besluit) -> Dossier:
    """Het dossier waarover is besloten."""
    dossier: Dossier = _DOSSIER.lees(besluit.invoer)
    return dossier


def regels_van(handeling: Handeling, besluit: Besluit) -> Regels:
    """De regels zoals zij bij het besluit golden."""
    return handeling.regels(besluit.tenant_id, besluit.peildatum)


def lees_toekenning(handeling: Handeling, zaak: Zaak, *, vast: bool = False) -> Toekenning:
    """Wat is er toegekend? ``KanNiet`` zegt wat er nog ontbreekt."""
    periode = periode_van(handeling, zaak, vast=vast)
    if periode is None:
        raise KanNiet(GEEN_PERIODE)
    besluit = besluit_van(handeling, zaak)
    if besluit is None:
        raise KanNiet(GEEN_BESLUIT)
    ritme = regels_van(handeling, besluit).bepaal_betaalritme(dossier_van(besluit))
    return Toekenning(periode, besluit, ritme)


def toegekende_uren(
    toekenning: Toekenning, tarieven: tuple[Tarief, ...] | None, regelset: str
) -> tuple[Uren, Stap] | None:
    """Hoeveel uren zijn er toegekend, en waarom zoveel? None: daarvoor is eerst een uurtarief nodig."""
    periode = toekenning.periode
    if periode.uren is not None:
        return periode.uren, _stap_uren(toekenning, periode.uren, regelset)
    if periode.bedrag is None:
        return None
    tarief = min((een.tarief for een in tarieven), default=None) if tarieven else None
    uren = passende_uren(periode.bedrag, tarief)
    if tarief is not None and uren is not None:
        return uren, _stap_bedrag(toekenning, periode.bedrag, tarief, uren, regelset)
    return _uit_besluit(toekenning, regelset)


def _uit_besluit(toekenning: Toekenning, regelset: str) -> tuple[Uren, Stap] | None:
    """De uren die de regels bij het besluit noemden, als het bedrag daarna niet is veranderd."""
    omvang = toekenning.besluit.uitkomst.get("omvang") or {}
    bedrag = toekenning.periode.bedrag
    if omvang.get("maximum_uren") is None or bedrag is None or omvang.get("plafond") != bedrag.iso:
        return None
    uren = Uren.uit_iso(omvang["maximum_uren"])
    return uren, stap(
        f"{regelset}.declaratie.toegekend",
        "Toegekend is {bedrag}, volgens het besluit goed voor {uren}",
        bedrag=bedrag,
        uren=uren,
        uitkomst=uren,
        bron=toekenning.bron,
    )


def _stap_uren(toekenning: Toekenning, uren: Uren, regelset: str) -> Stap:
    return stap(
        f"{regelset}.declaratie.toegekend",
        "Toegekend is {uren}, van {begin} tot en met {eind}",
        uren=uren,
        begin=toekenning.periode.begin,
        eind=toekenning.periode.eind,
        uitkomst=uren,
        bron=toekenning.bron,
    )


def _stap_bedrag(toekenning: Toekenning, bedrag: Bedrag, tarief: Bedrag, uren: Uren, regelset: str) -> Stap:
    return stap(
        f"{regelset}.declaratie.toegekend",
        "Toegekend is {bedrag}. {bedrag} / {tarief} per uur, naar beneden op twee decimalen: {uren}",
        bedrag=bedrag,
        tarief=tarief,
        uren=uren,
        uitkomst=uren,
        bron=toekenning.bron.afgeleid,
    )


def kwartaal_van(begin: date, dag: date) -> int:
    """Het hoeveelste kwartaal, geteld vanaf het begin van de periode? Het eerste is nul."""
    return max(0, begonnen_maanden(begin, dag) - 1) // MAANDEN_PER_KWARTAAL
