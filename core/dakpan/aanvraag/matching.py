"""De matching van een zaak: apart bewaard, zodat wie haar niet mag lezen haar ook niet per ongeluk krijgt.

Zij is van de cliënt, de jobcoach en wie beoordeelt. De werkgever leest en tekent haar nooit: zij staat niet bij de
antwoorden van de aanvraag, en wie haar opvraagt heeft een recht nodig dat een werkgever niet kan krijgen.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.tables import Matching
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.rechten import MATCHING_LEZEN


def mag_lezen(handeling: Handeling) -> bool:
    """Is de matching voor deze lezer?"""
    return any(map(handeling.mag, MATCHING_LEZEN))


def haal_matching(handeling: Handeling, zaak: Zaak) -> Matching | None:
    """De matching van deze zaak, als er iets is ingevuld. ``GeenRecht``: zij is niet voor deze lezer."""
    handeling.vereis(*MATCHING_LEZEN)
    gezocht = select(Matching).where(Matching.tenant_id == zaak.tenant_id, Matching.zaak_id == zaak.id)
    return handeling.sessie.scalar(gezocht)


def als_matching(handeling: Handeling, zaak: Zaak) -> dict[str, Any]:
    """De antwoorden, onder hun naam op het formulier; leeg voor wie haar niet mag lezen."""
    rij = haal_matching(handeling, zaak) if mag_lezen(handeling) else None
    return {f"matching.{naam}": tekst for naam, tekst in rij.teksten.items()} if rij is not None else {}


@gebruiksgeval("Matching opgeslagen")
def schrijf_matching(handeling: Handeling, zaak: Zaak, teksten: Mapping[str, Any]) -> None:
    """Bewaart de matching van dezelfde kant als de zaak."""
    gevuld = {naam: tekst for naam, tekst in teksten.items() if tekst}
    rij = haal_matching(handeling, zaak)
    if rij is not None:
        rij.teksten = gevuld
    elif gevuld:
        van = {"tenant_id": zaak.tenant_id, "organisatie_id": zaak.organisatie_id, "kant": zaak.kant}
        handeling.sessie.add(Matching(**van, zaak_id=zaak.id, teksten=gevuld))
