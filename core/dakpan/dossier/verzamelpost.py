"""Eén e-mail per dag voor wie dat wil: over alles wat nog niet is gelezen en nog niet is gemeld."""

from sqlalchemy import select

from dakpan.dossier.berichten import in_de_mail
from dakpan.dossier.tables import Bericht
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen import berichtpost, huisberichten
from dakpan.partijen.leden import Ontvanger
from dakpan.partijen.tables import Mailkeuze

MEESTE = 200


@gebruiksgeval("Dagelijkse e-mail klaargelegd")
def verstuur_verzameld(handeling: Handeling, team: list[Ontvanger]) -> int:
    """Hoeveel mensen van dit team krijgen er een?"""
    return sum(_voor_een(handeling, een) for een in team if een.keuze is Mailkeuze.DAGELIJKS)


def _voor_een(handeling: Handeling, wie: Ontvanger) -> bool:
    nieuw = handeling.sessie.scalars(
        select(Bericht)
        .where(Bericht.lidmaatschap_id == wie.id, Bericht.gelezen_op.is_(None), Bericht.gemaild_op.is_(None))
        .order_by(Bericht.id)
        .limit(MEESTE)
    ).all()
    van_het_huis = huisberichten.nog_te_mailen(handeling.sessie, wie.id, MEESTE)
    if not nieuw and not van_het_huis:
        return False
    nummers = list(
        dict.fromkeys(in_de_mail(handeling, wie, een.tenant_id, een.zaaknummer) for een in nieuw if een.zaaknummer)
    )
    berichtpost.meld_samen(handeling.sessie, wie, len(nieuw) + len(van_het_huis), nummers, handeling.nu)
    for een in nieuw:
        een.gemaild_op = handeling.nu
    for ander in van_het_huis:
        ander.gemaild_op = handeling.nu
    return True
