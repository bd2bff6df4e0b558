"""Een betaling met de hand klaarzetten: nooit samen meer dan is toegekend, en nooit twee keer dezelfde."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.klaarzetten import Klaar, zet_klaar
from dakpan.betaling.betalen.opdrachten import al_verdeeld, toegekend_bedrag, volgt_op_besluit
from dakpan.betaling.tables import Betaalopdracht
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import open_stap
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.uitleg.berekening import Stap, stap
from dakpan.uitleg.bron import Bron


@dataclass(frozen=True, slots=True)
class MetDeHand:
    """Wat een mens kiest. ``eenmalig``: de sleutel van het formulier; wat ermee klaarstaat komt er niet nog eens."""

    bedrag: Bedrag
    vanaf: date
    grond: str
    eenmalig: UUID

    @property
    def sleutel(self) -> str:
        return f"hand:{self.eenmalig}"


@gebruiksgeval("betaling met de hand klaargezet")
def zet_met_de_hand_klaar(handeling: Handeling, zaak: Zaak, keuze: MetDeHand) -> Betaalopdracht:
    """Waar de verdeling niet in bron is, kiest een mens bedrag en dag; nooit samen meer dan is toegekend."""
    zet_vast(handeling, zaak)
    al = _eerder(handeling, zaak, keuze)
    if al is not None:
        return al
    open_stap(handeling, zaak, Zaakstap.BETALING)
    if not volgt_op_besluit(zaak):
        raise KanNiet("Bij deze zaak volgt een betaling op een declaratie; keur die goed.")
    ritme, toegekend = toegekend_bedrag(handeling, zaak)
    over = toegekend - al_verdeeld(handeling, zaak)
    if keuze.bedrag.centen <= 0 or keuze.bedrag > over:
        raise fout_bij("bedrag", f"kies een bedrag boven nul en ten hoogste {over}: meer is er niet toegekend")
    if not keuze.grond.strip():
        raise fout_bij("grond", "zeg waarom dit bedrag op deze dag wordt betaald")
    uitleg = _uitleg(handeling, keuze, over)
    klaar = Klaar(keuze.sleutel, keuze.bedrag, f"{zaak.nummer} jobcoaching", keuze.vanaf, (uitleg,))
    (rij,) = zet_klaar(handeling, zaak, ritme.aan, [klaar])
    return rij


def _eerder(handeling: Handeling, zaak: Zaak, keuze: MetDeHand) -> Betaalopdracht | None:
    """Wat dit formulier al klaarzette. Met iets anders erin is het geen dubbele klik, en hoort iemand dat."""
    rij = handeling.sessie.scalar(
        select(Betaalopdracht).where(
            Betaalopdracht.tenant_id == zaak.tenant_id,
            Betaalopdracht.zaak_id == zaak.id,
            Betaalopdracht.sleutel == keuze.sleutel,
        )
    )
    if rij is not None and (rij.bedrag, rij.vanaf) != (keuze.bedrag, keuze.vanaf):
        raise KanNiet("Dit formulier is al verzonden. Open de pagina opnieuw voor nog een betaling.")
    return rij


def _uitleg(handeling: Handeling, keuze: MetDeHand, over: Bedrag) -> Stap:
    return stap(
        "betaling.met_de_hand",
        "Klaargezet is {bedrag} van de {over} die nog over was",
        bedrag=keuze.bedrag,
        over=over,
        uitkomst=keuze.bedrag,
        bron=Bron(keuze.grond.strip(), f"vastgelegd door {handeling.vrager.naam}"),
    )
