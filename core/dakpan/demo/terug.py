"""Geld dat terug moet: bij elke financier één vordering op een betaalde declaratie.

Een deel is binnen en bevestigd; een ander deel is genoteerd en wacht op een collega.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.betalen.betalingen import rekening_van
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.betaling.vorderen.afhandelen import Keuze, kies_wijze
from dakpan.betaling.vorderen.domain import Vorderingaanleiding, Vorderingwijze
from dakpan.betaling.vorderen.ontvangen import Ontvangst, bevestig_ontvangst, noteer_ontvangst
from dakpan.betaling.vorderen.openen import open_vordering
from dakpan.demo.toneel import Toneel
from dakpan.dossier.zaken import haal_zaak
from dakpan.partijen.rechten import Recht

TERUG, BINNEN, GENOTEERD, TERMIJN = Bedrag(45_00), Bedrag(20_00), Bedrag(10_00), timedelta(28)


def vorder_terug(toneel: Toneel) -> int:
    """Hoeveel vorderingen staan er open?"""
    return sum(_vorder(toneel, tenant_id) for tenant_id in toneel.spelers.financiers)


def _vorder(toneel: Toneel, tenant_id: str) -> int:
    mensen = toneel.bezetting.van_financier(tenant_id)
    kas = toneel.met_recht(mensen, Recht.BETALEN)
    handeling = toneel.als(kas, toneel.nu)
    betaald = handeling.sessie.scalars(
        select(Betaalopdracht)
        .where(
            Betaalopdracht.tenant_id == tenant_id,
            Betaalopdracht.status == Betaalstatus.IN_BESTAND,
            Betaalopdracht.declaratie_id.is_not(None),
        )
        .order_by(Betaalopdracht.nummer)
        .limit(1)
    ).first()
    rekening = rekening_van(handeling)
    if betaald is None or rekening is None:
        return 0
    zaak = haal_zaak(handeling, tenant_id, betaald.zaak_id)
    rij = open_vordering(
        handeling,
        zaak,
        bedrag=TERUG,
        reden=str(toneel.spelers.teksten["vordering"]),
        aanleiding=Vorderingaanleiding.HANDMATIG,
    )
    keuze = Keuze(Vorderingwijze.TERUGVRAGEN, toneel.vandaag + TERMIJN, rekening.iban)
    rij = kies_wijze(handeling, zaak, rij.id, rij.versie, keuze)
    eerste, _tweede = (
        noteer_ontvangst(handeling, zaak, rij.id, Ontvangst(bedrag, toneel.vandaag, UUID(int=nummer)))
        for nummer, bedrag in enumerate((BINNEN, GENOTEERD), start=1)
    )
    waar, beide = (tenant_id, zaak.id), (rij.id, eerste.id)  # wie hierna komt begint opnieuw met lezen
    collega = toneel.als(toneel.met_recht(mensen, Recht.BETALEN, behalve=kas.vrager.account_id), toneel.nu)
    bevestig_ontvangst(collega, haal_zaak(collega, *waar), *beide)
    return 1
