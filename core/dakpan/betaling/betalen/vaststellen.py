"""Vaststellen: hoeveel was het na afloop van een voorschot werkelijk, en waarom?"""

from sqlalchemy import select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.betalen.klaarzetten import Klaar, zet_klaar
from dakpan.betaling.betalen.opdrachten import al_verdeeld, betalingen_van, toegekend_bedrag
from dakpan.betaling.tables import Vaststelling
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import bereik, open_stap
from dakpan.invoer.fouten import Verzamelaar, fout_bij
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.uitleg.berekening import stap
from dakpan.uitleg.bron import Bron


@gebruiksgeval("bedrag vastgesteld")
def vaststellen(handeling: Handeling, zaak: Zaak, bedrag: Bedrag, motivering: str) -> Vaststelling:
    """Legt het definitieve bedrag vast. Is het meer dan er betaald is, dan staat het verschil klaar."""
    zet_vast(handeling, zaak)
    open_stap(handeling, zaak, Zaakstap.VASTSTELLING)
    ritme, toegekend = toegekend_bedrag(handeling, zaak)
    _controleer(bedrag, toegekend, motivering)
    betaald = betaald_bedrag(handeling, zaak)
    rij = Vaststelling(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        zaak_id=zaak.id,
        bedrag=bedrag,
        betaald=betaald,
        motivering=motivering.strip(),
        op=handeling.nu,
        door=handeling.vrager.naam,
    )
    handeling.sessie.add(rij)
    zet_klaar(handeling, zaak, ritme.aan, [_verschil(handeling, zaak, rij, al_verdeeld(handeling, zaak))])
    bereik(handeling, zaak, Zaakstap.VASTSTELLING)
    return rij


def vaststelling_van(handeling: Handeling, zaak: Zaak) -> Vaststelling | None:
    """Wat er is vastgesteld, als dat gebeurd is."""
    return handeling.sessie.scalar(
        select(Vaststelling).where(Vaststelling.tenant_id == zaak.tenant_id, Vaststelling.zaak_id == zaak.id)
    )


def betaald_bedrag(handeling: Handeling, zaak: Zaak) -> Bedrag:
    """Hoeveel is er naar de bank gegaan of verrekend?"""
    return sum((een.besteed for een in betalingen_van(handeling, zaak)), NUL_EURO)


def _controleer(bedrag: Bedrag, toegekend: Bedrag, motivering: str) -> None:
    verzamelaar = Verzamelaar()
    with verzamelaar.luister():
        if not NUL_EURO <= bedrag <= toegekend:
            raise fout_bij("bedrag", f"kies een bedrag van € 0,00 tot en met {toegekend}: meer is er niet toegekend")
    with verzamelaar.luister():
        if not motivering.strip():
            raise fout_bij("motivering", "schrijf waarom dit het bedrag is")
    verzamelaar.stop_bij_fouten()


def _verschil(handeling: Handeling, zaak: Zaak, rij: Vaststelling, al: Bedrag) -> Klaar:
    """Wat er nog bij moet; terugvorderen is een ander besluit."""
    bij = max(NUL_EURO, rij.bedrag - al)
    uitleg = stap(
        "betaling.vaststelling",
        "Vastgesteld is {bedrag}, betaald of klaargezet is {al}: er komt {bij} bij",
        bedrag=rij.bedrag,
        al=al,
        bij=bij,
        uitkomst=bij,
        bron=Bron("Vaststelling", rij.motivering[:200], datum=handeling.vandaag),
    )
    return Klaar(f"vaststelling:{zaak.id}", bij, f"{zaak.nummer} vaststelling", handeling.vandaag, (uitleg,))
