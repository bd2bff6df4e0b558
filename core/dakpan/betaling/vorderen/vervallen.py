"""De bank gaf een betaling terug: wat daarvan terug moest is dan al terug, en die vordering vervalt."""

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.opdrachten import betalingen_van
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.vorderen.domain import VORDERING, Vorderingaanleiding, Vorderingstatus
from dakpan.betaling.vorderen.lezen import gevorderd, vorderingen_van
from dakpan.betaling.vorderen.openen import meld
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem

EERST_ONTVANGST = (
    "Van vordering {nummer} wacht een ontvangst op bevestigen. Beslis daar eerst over: daarna is te zien wat er nog "
    "terug moet."
)


@gebruiksgeval("vordering vervallen: de betaling kwam terug van de bank")
def laat_vervallen(handeling: Handeling, zaak: Zaak, terug: Betaalopdracht) -> Bedrag:
    """Hoeveel van wat terugkwam moest al terug? Zoveel gaat er niet opnieuw."""
    over = terug.netto
    for rij in _geraakt(handeling, zaak, terug):
        minder = min(over, rij.rest, _hoogste(handeling, zaak, rij))
        if minder == NUL_EURO:
            continue
        if rij.genoteerd > NUL_EURO:
            raise KanNiet(EERST_ONTVANGST.format(nummer=rij.nummer))
        rij.rest, rij.vervallen, over = rij.rest - minder, rij.vervallen + minder, over - minder
        if rij.rest == NUL_EURO:
            rij.status = VORDERING.na(rij.status, "verval")
        noem(handeling, rij.nummer)
        meld(handeling, zaak, rij, Berichtsoort.VORDERING_VERVALLEN, f"{rij.id}/{terug.nummer}")
    return terug.netto - over


def _geraakt(handeling: Handeling, zaak: Zaak, terug: Betaalopdracht) -> list[Vordering]:
    """Wat er van dezelfde partij nog openstaat: eerst over deze declaratie, dan over de zaak; de oudste eerst."""
    open_ = [
        een
        for een in vorderingen_van(handeling, zaak)
        if een.status is Vorderingstatus.OPEN
        and een.schuldenaar is terug.aan
        and een.declaratie_id in {terug.declaratie_id, None}
    ]
    return sorted(open_, key=lambda een: (een.declaratie_id is None, een.nummer))


def _hoogste(handeling: Handeling, zaak: Zaak, rij: Vordering) -> Bedrag:
    """Wat iemand met de hand opende kan over ander geld in de zaak gaan: dat blijft, zolang het er is."""
    if rij.declaratie_id is not None or rij.aanleiding is not Vorderingaanleiding.HANDMATIG:
        return rij.rest
    heeft = sum((een.besteed for een in betalingen_van(handeling, zaak)), NUL_EURO)
    return max(NUL_EURO, gevorderd(handeling, zaak) - heeft)
