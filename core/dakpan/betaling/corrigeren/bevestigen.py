"""Een ander bij de financier bevestigt de correctie, en dan zakt de declaratie; of wijst haar af, met waarom."""

from uuid import UUID

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.beoordelen import mag_oordelen, meld, vereis_oordeel
from dakpan.betaling.corrigeren.herrekenen import Rest
from dakpan.betaling.corrigeren.tables import Correctie
from dakpan.betaling.corrigeren.toepassen import pas_toe
from dakpan.betaling.corrigeren.toestanden import CORRECTIE, Correctiestatus
from dakpan.betaling.corrigeren.verlagen import verlaag
from dakpan.betaling.corrigeren.voorstellen import haal_correctie, rest_na
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.tables import Declaratie
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant

VIER_OGEN = "U stelde deze correctie zelf voor. Een collega moet haar bevestigen."


@gebruiksgeval("correctie bevestigd")
def bevestig(handeling: Handeling, zaak: Zaak, correctie_id: UUID, versie: int) -> Correctie:
    """De declaratie zakt, en met haar de betaling; is die al naar de bank, dan wordt het verschil een vordering."""
    zet_vast(handeling, zaak)
    correctie = haal_correctie(handeling, zaak, correctie_id, versie)
    rij = haal_declaratie(handeling, zaak, correctie.declaratie_id)
    _vereis_ander(handeling, rij, correctie)
    correctie.status = CORRECTIE.na(correctie.status, "bevestig")
    rest = rest_na(handeling, zaak, rij, correctie.opmerkingen)
    correctie.beslist_op, correctie.beslist_door = handeling.nu, handeling.vrager.naam
    pas_toe(handeling, rij, correctie, rest)
    verlaag(handeling, zaak, rij, correctie)
    meld(handeling, zaak, rij, Berichtsoort.CORRECTIE_BEVESTIGD, correctie.volgnummer)
    return correctie


@gebruiksgeval("correctie afgewezen")
def wijs_af(handeling: Handeling, zaak: Zaak, correctie_id: UUID, versie: int, antwoord: str) -> Correctie:
    """De declaratie blijft zoals zij is; wie het voorstelde leest waarom."""
    correctie = haal_correctie(handeling, zaak, correctie_id, versie)
    rij = haal_declaratie(handeling, zaak, correctie.declaratie_id)
    _vereis_ander(handeling, rij, correctie)
    status = CORRECTIE.na(correctie.status, "wijs_af")
    if not antwoord.strip():
        raise fout_bij("antwoord", "schrijf waarom u het voorstel afwijst")
    correctie.status, correctie.antwoord = status, antwoord.strip()
    correctie.beslist_op, correctie.beslist_door = handeling.nu, handeling.vrager.naam
    if correctie.van is Kant.ORGANISATIE:
        meld(handeling, zaak, rij, Berichtsoort.CORRECTIE_AFGEWEZEN, correctie.id)
    return correctie


def vooruitblik(handeling: Handeling, zaak: Zaak, rij: Declaratie, correctie: Correctie) -> Rest:
    """Wat er overblijft als iemand nu bevestigt."""
    return rest_na(handeling, zaak, rij, correctie.opmerkingen)


def mag_bevestigen(handeling: Handeling, rij: Declaratie, correctie: Correctie) -> bool:
    """Ligt de beslissing bij de vrager? Nooit bij wie het zelf voorstelde."""
    ligt_er = correctie.status is Correctiestatus.VOORGESTELD
    return ligt_er and mag_oordelen(handeling, rij) and correctie.voorgesteld_account != handeling.vrager.account_id


def _vereis_ander(handeling: Handeling, rij: Declaratie, correctie: Correctie) -> None:
    vereis_oordeel(handeling, rij)
    if correctie.voorgesteld_account == handeling.vrager.account_id:
        raise KanNiet(VIER_OGEN)
