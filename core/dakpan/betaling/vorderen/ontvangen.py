"""Geld dat op een vordering binnenkwam: de een noteert het, een ander bevestigt het, en pas dan is het eraf."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.budget.betaald import plaats_van_vordering, tel_terug
from dakpan.betaling.vorderen.afhandelen import van_financier
from dakpan.betaling.vorderen.domain import ONTVANGST, VORDERING, Ontvangststatus
from dakpan.betaling.vorderen.tables import Vordering, Vorderingontvangst
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import Verzamelaar, fout_bij
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import NEDERLAND, Handeling, gebruiksgeval, noem

VIER_OGEN = "U noteerde deze ontvangst zelf. Een collega moet haar bevestigen."


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """Wat er op de rekening kwam, en wanneer. ``eenmalig``: de sleutel van het formulier."""

    bedrag: Bedrag
    ontvangen_op: date
    eenmalig: UUID

    @property
    def sleutel(self) -> str:
        return f"ontvangst:{self.eenmalig}"


@gebruiksgeval("ontvangst op een vordering genoteerd")
def noteer_ontvangst(handeling: Handeling, zaak: Zaak, vordering_id: UUID, ontvangst: Ontvangst) -> Vorderingontvangst:
    """Legt vast wat er binnenkwam; meer dan er openstaat kan niet. Ook als er verrekend zou worden.

    Tot een ander bevestigt blijft de rest staan, en gaat dit deel van geen betaling meer af.
    """
    rij = van_financier(handeling, zaak, vordering_id)
    al = _al_genoteerd(handeling, rij, ontvangst)
    if al is not None:
        return al
    VORDERING.na(rij.status, "kies")
    _controleer(handeling, rij, ontvangst)
    rij.genoteerd = rij.genoteerd + ontvangst.bedrag
    nieuw = Vorderingontvangst(
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
        door_account=handeling.vrager.account_id,
        status=Ontvangststatus.GENOTEERD,
    )
    handeling.sessie.add(nieuw)
    noem(handeling, rij.nummer)
    return nieuw


@gebruiksgeval("ontvangst op een vordering bevestigd")
def bevestig_ontvangst(handeling: Handeling, zaak: Zaak, vordering_id: UUID, ontvangst_id: UUID) -> Vordering:
    """Het geld is er: het gaat van de rest af, en van wat er is betaald. Nooit door wie het noteerde."""
    rij = van_financier(handeling, zaak, vordering_id)
    ontvangst = haal_ontvangst(handeling, rij, ontvangst_id)
    if ontvangst.door_account == handeling.vrager.account_id:
        raise KanNiet(VIER_OGEN)
    _beslis(handeling, rij, ontvangst, "bevestig")
    rij.rest = rij.rest - ontvangst.bedrag
    if rij.rest == NUL_EURO:
        rij.status = VORDERING.na(rij.status, "ontvang")
    plaats = plaats_van_vordering(handeling, rij)
    tel_terug(handeling, zaak, plaats, ontvangst.bedrag, ontvangst.ontvangen_op.year)
    return rij


@gebruiksgeval("ontvangst op een vordering verworpen")
def verwerp_ontvangst(
    handeling: Handeling, zaak: Zaak, vordering_id: UUID, ontvangst_id: UUID, waarom: str
) -> Vordering:
    """Het klopt niet: er gaat niets van de rest af. Ook wie zich vergiste kan het zelf; er beweegt geen geld."""
    rij = van_financier(handeling, zaak, vordering_id)
    ontvangst = haal_ontvangst(handeling, rij, ontvangst_id)
    ONTVANGST.na(ontvangst.status, "verwerp")
    if not waarom.strip():
        raise fout_bij("antwoord", "schrijf wat er niet klopt")
    _beslis(handeling, rij, ontvangst, "verwerp")
    ontvangst.antwoord = waarom.strip()
    return rij


def haal_ontvangst(handeling: Handeling, rij: Vordering, ontvangst_id: UUID) -> Vorderingontvangst:
    """Deze ontvangst op deze vordering; een vreemde is er niet."""
    gevonden = handeling.sessie.get(Vorderingontvangst, (rij.tenant_id, ontvangst_id), populate_existing=True)
    if gevonden is None or gevonden.vordering_id != rij.id:
        raise NietGevonden
    return gevonden


def _beslis(handeling: Handeling, rij: Vordering, ontvangst: Vorderingontvangst, overgang: str) -> None:
    """Wat wachtte wacht niet meer."""
    ontvangst.status = ONTVANGST.na(ontvangst.status, overgang)
    ontvangst.beslist_op, ontvangst.beslist_door = handeling.nu, handeling.vrager.naam
    rij.genoteerd = rij.genoteerd - ontvangst.bedrag
    noem(handeling, rij.nummer)


def _controleer(handeling: Handeling, rij: Vordering, ontvangst: Ontvangst) -> None:
    geopend, verzamelaar = rij.geopend_op.astimezone(NEDERLAND).date(), Verzamelaar()
    with verzamelaar.luister():
        if not NUL_EURO < ontvangst.bedrag <= rij.vrij:
            raise fout_bij("bedrag", f"kies een bedrag boven nul en ten hoogste {rij.vrij}: meer staat er niet open")
    with verzamelaar.luister():
        if ontvangst.ontvangen_op > handeling.vandaag:
            raise fout_bij("ontvangen_op", "deze dag is nog niet geweest")
        if ontvangst.ontvangen_op < geopend:
            raise fout_bij("ontvangen_op", f"de vordering is van {geopend:%d-%m-%Y}; kies die dag of een latere")
    verzamelaar.stop_bij_fouten()


def _al_genoteerd(handeling: Handeling, rij: Vordering, ontvangst: Ontvangst) -> Vorderingontvangst | None:
    """Een dubbele klik telt één keer; met iets anders in hetzelfde formulier hoort iemand dat."""
    al = handeling.sessie.scalar(
        select(Vorderingontvangst).where(
            Vorderingontvangst.tenant_id == rij.tenant_id, Vorderingontvangst.sleutel == ontvangst.sleutel
        )
    )
    zelfde = (rij.id, ontvangst.bedrag, ontvangst.ontvangen_op)
    if al is not None and (al.vordering_id, al.bedrag, al.ontvangen_op) != zelfde:
        raise KanNiet("Dit formulier is al verzonden. Open de pagina opnieuw voor nog een ontvangst.")
    return al
