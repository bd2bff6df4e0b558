"""Een vordering afhandelen: kiezen hoe het geld terugkomt, of kwijtschelden met vier ogen."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dakpan.begrippen.bedrag import NUL_EURO
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.vorderen.domain import VORDERING, Vorderingwijze
from dakpan.betaling.vorderen.lezen import haal_vordering
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import Verzamelaar, fout_bij
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.partijen.rechten import Recht

VIER_OGEN = "U opende deze vordering zelf. Een collega moet haar kwijtschelden."
EERST_ONTVANGST = (
    "Van vordering {nummer} wacht een ontvangst van {bedrag} op bevestigen. Bevestig of verwerp haar eerst."
)


@dataclass(frozen=True, slots=True)
class Keuze:
    """Hoe het geld terugkomt. ``uiterlijk`` en ``terug_op`` horen bij terugvragen; ``ruimer`` bij verrekenen."""

    wijze: Vorderingwijze
    uiterlijk: date | None = None
    terug_op: str | None = None
    ruimer: bool = False
    ruimer_waarom: str = ""


@gebruiksgeval("gekozen hoe een vordering terugkomt")
def kies_wijze(handeling: Handeling, zaak: Zaak, vordering_id: UUID, versie: int, keuze: Keuze) -> Vordering:
    """Verrekenen met de volgende betaling, of terugvragen. Anders kiezen kan tot er niets meer openstaat."""
    rij = _van_versie(handeling, zaak, vordering_id, versie)
    rij.status = VORDERING.na(rij.status, "kies")
    _controleer_keuze(handeling, keuze)
    terugvragen = keuze.wijze is Vorderingwijze.TERUGVRAGEN
    rij.wijze = keuze.wijze
    rij.uiterlijk = keuze.uiterlijk if terugvragen else None
    rij.terug_op = keuze.terug_op if terugvragen else None
    rij.ruimer = keuze.ruimer and not terugvragen
    rij.ruimer_waarom = keuze.ruimer_waarom.strip() if rij.ruimer else ""
    noem(handeling, rij.nummer)
    return rij


@gebruiksgeval("vordering kwijtgescholden")
def scheld_kwijt(handeling: Handeling, zaak: Zaak, vordering_id: UUID, versie: int, waarom: str) -> Vordering:
    """Wat er nog openstaat hoeft niet terug. Nooit door wie de vordering opende."""
    rij = _van_versie(handeling, zaak, vordering_id, versie)
    if rij.geopend_account == handeling.vrager.account_id:
        raise KanNiet(VIER_OGEN)
    if rij.genoteerd > NUL_EURO:
        raise KanNiet(EERST_ONTVANGST.format(nummer=rij.nummer, bedrag=rij.genoteerd))
    if not waarom.strip():
        raise fout_bij("waarom", "schrijf waarom dit niet terug hoeft; wie het moest betalen leest dit")
    rij.status = VORDERING.na(rij.status, "scheld_kwijt")
    rij.kwijtgescholden, rij.rest = rij.rest, NUL_EURO
    rij.kwijt_door, rij.kwijt_waarom = handeling.vrager.naam, waarom.strip()
    noem(handeling, rij.nummer)
    return rij


def van_financier(handeling: Handeling, zaak: Zaak, vordering_id: UUID) -> Vordering:
    """Wie hier iets mee doet doet dat alleen: een ander wacht, en rekent met wat er dan openstaat."""
    if handeling.vrager.tenant_id is None:
        raise NietGevonden
    handeling.vereis(Recht.BETALEN)
    zet_vast(handeling, zaak)
    return haal_vordering(handeling, zaak, vordering_id)


def _van_versie(handeling: Handeling, zaak: Zaak, vordering_id: UUID, versie: int) -> Vordering:
    rij = van_financier(handeling, zaak, vordering_id)
    if rij.versie != versie:
        raise Gewijzigd
    return rij


def _controleer_keuze(handeling: Handeling, keuze: Keuze) -> None:
    verzamelaar = Verzamelaar()
    terugvragen = keuze.wijze is Vorderingwijze.TERUGVRAGEN
    with verzamelaar.luister():
        if terugvragen and keuze.uiterlijk is None:
            raise fout_bij("uiterlijk", "kies tot en met welke dag er betaald kan worden; een termijn is niet in bron")
    with verzamelaar.luister():
        if terugvragen and keuze.uiterlijk is not None and keuze.uiterlijk < handeling.vandaag:
            raise fout_bij("uiterlijk", f"kies vandaag, {handeling.vandaag:%d-%m-%Y}, of een latere dag")
    with verzamelaar.luister():
        if terugvragen and not keuze.terug_op:
            raise fout_bij("terug_op", "vul in op welke rekening het geld terug moet")
    with verzamelaar.luister():
        if not terugvragen and keuze.ruimer and not keuze.ruimer_waarom.strip():
            raise fout_bij("ruimer_waarom", "schrijf waarom dit ook met een andere zaak mag; de bron zwijgt erover")
    verzamelaar.stop_bij_fouten()
