"""Een vordering afhandelen: kiezen hoe het geld terugkomt, ontvangst vastleggen, of kwijtschelden met vier ogen."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.budget.betaald import tel_terug
from dakpan.betaling.vorderen.domain import VORDERING, Vorderingwijze
from dakpan.betaling.vorderen.lezen import haal_vordering
from dakpan.betaling.vorderen.tables import Vordering, Vorderingontvangst
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import Verzamelaar, fout_bij
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.partijen.rechten import Recht

VIER_OGEN = "U opende deze vordering zelf. Een collega moet haar kwijtschelden."


@dataclass(frozen=True, slots=True)
class Keuze:
    """Hoe het geld terugkomt. ``uiterlijk`` en ``terug_op`` horen bij terugvragen; ``ruimer`` bij verrekenen."""

    wijze: Vorderingwijze
    uiterlijk: date | None = None
    terug_op: str | None = None
    ruimer: bool = False
    ruimer_waarom: str = ""


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """Wat er op de rekening kwam, en wanneer. ``eenmalig``: de sleutel van het formulier."""

    bedrag: Bedrag
    ontvangen_op: date
    eenmalig: UUID

    @property
    def sleutel(self) -> str:
        return f"ontvangst:{self.eenmalig}"


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


@gebruiksgeval("ontvangst op een vordering vastgelegd")
def leg_ontvangst_vast(handeling: Handeling, zaak: Zaak, vordering_id: UUID, ontvangst: Ontvangst) -> Vordering:
    """Wat er binnenkwam gaat van de rest af; meer dan er openstaat kan niet. Ook als er verrekend zou worden."""
    rij = _van_financier(handeling, zaak, vordering_id)
    if _al_vastgelegd(handeling, rij, ontvangst):
        return rij
    rij.status = VORDERING.na(rij.status, "kies")
    _controleer_ontvangst(handeling, rij, ontvangst)
    rij.rest = rij.rest - ontvangst.bedrag
    if rij.rest == NUL_EURO:
        rij.status = VORDERING.na(rij.status, "ontvang")
    handeling.sessie.add(
        Vorderingontvangst(
            tenant_id=rij.tenant_id,
            organisatie_id=rij.organisatie_id,
            kant=rij.kant,
            zaak_id=rij.zaak_id,
            vordering_id=rij.id,
            sleutel=ontvangst.sleutel,
            bedrag=ontvangst.bedrag,
            ontvangen_op=ontvangst.ontvangen_op,
            op=handeling.nu,
            door=handeling.vrager.naam,
        )
    )
    noem(handeling, rij.nummer)
    tel_terug(handeling, zaak, ontvangst.bedrag, ontvangst.ontvangen_op.year)
    return rij


@gebruiksgeval("vordering kwijtgescholden")
def scheld_kwijt(handeling: Handeling, zaak: Zaak, vordering_id: UUID, versie: int, waarom: str) -> Vordering:
    """Wat er nog openstaat hoeft niet terug. Nooit door wie de vordering opende."""
    rij = _van_versie(handeling, zaak, vordering_id, versie)
    if rij.geopend_account == handeling.vrager.account_id:
        raise KanNiet(VIER_OGEN)
    if not waarom.strip():
        raise fout_bij("waarom", "schrijf waarom dit niet terug hoeft; wie het moest betalen leest dit")
    rij.status = VORDERING.na(rij.status, "scheld_kwijt")
    rij.kwijtgescholden, rij.rest = rij.rest, NUL_EURO
    rij.kwijt_door, rij.kwijt_waarom = handeling.vrager.naam, waarom.strip()
    noem(handeling, rij.nummer)
    return rij


def _van_financier(handeling: Handeling, zaak: Zaak, vordering_id: UUID) -> Vordering:
    """Wie hier iets mee doet doet dat alleen: een ander wacht, en rekent met wat er dan openstaat."""
    if handeling.vrager.tenant_id is None:
        raise NietGevonden
    handeling.vereis(Recht.BETALEN)
    zet_vast(handeling, zaak)
    return haal_vordering(handeling, zaak, vordering_id)


def _van_versie(handeling: Handeling, zaak: Zaak, vordering_id: UUID, versie: int) -> Vordering:
    rij = _van_financier(handeling, zaak, vordering_id)
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


def _controleer_ontvangst(handeling: Handeling, rij: Vordering, ontvangst: Ontvangst) -> None:
    verzamelaar = Verzamelaar()
    with verzamelaar.luister():
        if not NUL_EURO < ontvangst.bedrag <= rij.rest:
            raise fout_bij("bedrag", f"kies een bedrag boven nul en ten hoogste {rij.rest}: meer staat er niet open")
    with verzamelaar.luister():
        if ontvangst.ontvangen_op > handeling.vandaag:
            raise fout_bij("ontvangen_op", "deze dag is nog niet geweest")
    verzamelaar.stop_bij_fouten()


def _al_vastgelegd(handeling: Handeling, rij: Vordering, ontvangst: Ontvangst) -> bool:
    """Een dubbele klik telt één keer; met iets anders in hetzelfde formulier hoort iemand dat."""
    al = handeling.sessie.scalar(
        select(Vorderingontvangst).where(
            Vorderingontvangst.tenant_id == rij.tenant_id, Vorderingontvangst.sleutel == ontvangst.sleutel
        )
    )
    zelfde = (rij.id, ontvangst.bedrag, ontvangst.ontvangen_op)
    if al is not None and (al.vordering_id, al.bedrag, al.ontvangen_op) != zelfde:
        raise KanNiet("Dit formulier is al verzonden. Open de pagina opnieuw voor nog een ontvangst.")
    return al is not None
