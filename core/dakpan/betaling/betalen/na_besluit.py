"""Een nieuw besluit en betalingen die al klaarstonden: passen zij nog bij elkaar, en wat kan er weg?

Wat naar de bank is blijft; wat nog niet is betaald haalt een mens weg, en wat er dan over is zet een mens klaar.
"""

from typing import NamedTuple
from uuid import UUID

from dakpan.aanvraag.tables import Aanleiding, Besluit
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.opdrachten import al_verdeeld, betalingen_van, som_van, toegekend_bedrag, volgt_op_besluit
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toekenning import besluit_van
from dakpan.betaling.toestanden import BETALING
from dakpan.betaling.vorderen.lezen import gevorderd
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.rechten import Recht


class Verschil(NamedTuple):
    """Wat er klaarstaat of is betaald zonder wat is teruggevorderd, naast wat er nu is toegekend.

    ``heeft``: zonder wat echt terugkwam. Wat nog terug moet of is kwijtgescholden is niet te veel, en komt er niet bij.
    ``betaald``: wat daarvan al naar de bank ging.
    """

    staat: Bedrag
    toegekend: Bedrag
    heeft: Bedrag
    betaald: Bedrag

    @property
    def terug(self) -> Bedrag:
        """Wat ook blijft als alles weg is wat nog niet is betaald: dat komt niet vanzelf terug."""
        return max(NUL_EURO, self.betaald - self.toegekend)

    @property
    def te_veel(self) -> Bedrag:
        return max(NUL_EURO, self.staat - self.toegekend)

    @property
    def te_weinig(self) -> Bedrag:
        return max(NUL_EURO, self.toegekend - self.heeft)


def verschil_na_besluit(handeling: Handeling, zaak: Zaak) -> Verschil | None:
    """None: er is geen later besluit, er staat nog niets klaar, of het klopt precies. Alleen een financier weet dit."""
    if handeling.vrager.tenant_id is None:
        return None
    besluit = besluit_van(handeling, zaak)
    if besluit is None or besluit.aanleiding is Aanleiding.AANVRAAG:
        return None
    betalingen = betalingen_van(handeling, zaak)
    if not volgt_op_besluit(zaak) or not betalingen:
        return None
    ritme, toegekend = toegekend_bedrag(handeling, zaak) if besluit.soort.kent_toe else (None, NUL_EURO)
    betaald = sum((een.besteed for een in betalingen), NUL_EURO) - gevorderd(handeling, zaak)
    verschil = Verschil(som_van(handeling, zaak), toegekend, al_verdeeld(handeling, zaak), betaald)
    # Van een voorschot rekent de vaststelling af wat er nog bij moet.
    rekent_af = ritme is not None and ritme.voorschot is not None
    return verschil if verschil.te_veel > NUL_EURO or (verschil.te_weinig > NUL_EURO and not rekent_af) else None


def waarom_blijft(opdracht: Betaalopdracht, besluit: Besluit | None) -> str:
    """Leeg als deze betaling kan worden weggehaald."""
    if not BETALING.kan(opdracht.status, "haal_weg"):
        return BETALING.overgangen["haal_weg"].eerst
    return waarom_nodig(opdracht, besluit)


def waarom_nodig(opdracht: Betaalopdracht, besluit: Besluit | None) -> str:
    """Leeg als niets zegt dat deze betaling er moet zijn; ook van wat terugkwam en opnieuw gaat."""
    if opdracht.declaratie_id is not None:
        return "Deze betaling hoort bij een goedgekeurde declaratie; zij blijft staan."
    if besluit is not None and opdracht.sleutel.startswith(f"termijn:{besluit.id}:"):
        return "Deze betaling volgt uit het besluit dat nu geldt; zij blijft staan."
    return ""


@gebruiksgeval("betaling weggehaald")
def haal_weg(handeling: Handeling, zaak: Zaak, opdracht_id: UUID, versie: int) -> Betaalopdracht:
    """Haalt een betaling weg die niet meer bij het besluit past; dat zij er was blijft in de geschiedenis."""
    handeling.vereis(Recht.BETALEN)
    zet_vast(handeling, zaak)
    opdracht = next((een for een in betalingen_van(handeling, zaak) if een.id == opdracht_id), None)
    if opdracht is None:
        raise NietGevonden
    if versie != opdracht.versie:
        raise Gewijzigd
    bezwaar = waarom_blijft(opdracht, besluit_van(handeling, zaak))
    if bezwaar:
        raise KanNiet(bezwaar)
    handeling.sessie.delete(opdracht)
    return opdracht
