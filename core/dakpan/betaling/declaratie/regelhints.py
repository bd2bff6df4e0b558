"""Wat bij het beoordelen van losse uren helpt: hoort een activiteit bij het plan, en wat zeggen de regels ervan?"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.betaling.domain import Declaratie as Gedeclareerd
from dakpan.betaling.schemas import lees_declaratie
from dakpan.betaling.tables import Declaratie
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.uitleg.bevinding import Bevinding
from dakpan.uren.plandoelen import doelen_in_plan
from dakpan.uren.tables import Activiteit


class Regelhint(NamedTuple):
    """Wat bij het beoordelen van één activiteit helpt. ``in_plan`` None: de cliënt heeft geen plan dat geldt."""

    in_plan: bool | None
    bevindingen: tuple[Bevinding, ...]


def hints(handeling: Handeling, zaak: Zaak, rij: Declaratie, alleen: int | None = None) -> list[Regelhint]:
    """Per activiteit, met dezelfde berekening als de declaratie; wat zij over het geheel zegt staat bovenaan.

    ``alleen``: van één, de zoveelste op de declaratie.
    """
    declaratie = lees_declaratie(rij.invoer, rij.datum)
    welke = declaratie.activiteiten if alleen is None else declaratie.activiteiten[alleen : alleen + 1]
    regels = handeling.regels(zaak.tenant_id, rij.datum)
    doelen = doelen_in_plan(handeling, {(zaak.tenant_id, zaak.id)}).get((zaak.tenant_id, zaak.id))

    def bevindingen(deel: Gedeclareerd) -> tuple[Bevinding, ...]:
        return regels.bereken_vergoeding(deel, rij.datum).bevindingen

    altijd = {een.code for een in bevindingen(replace(declaratie, activiteiten=()))}
    return [
        Regelhint(
            een.doel.value in doelen if doelen is not None else None,
            tuple(b for b in bevindingen(replace(declaratie, activiteiten=(een,))) if b.code not in altijd),
        )
        for een in welke
    ]


def planredenen(handeling: Handeling, zaak: Zaak, rij: Declaratie) -> Mapping[str, str]:
    """Wat de coach schreef bij activiteiten voor een doel dat niet in het plan staat, per activiteit."""
    gevraagd = select(Activiteit.id, Activiteit.planreden).where(
        Activiteit.tenant_id == zaak.tenant_id,
        Activiteit.id.in_([UUID(een) for een in rij.activiteit_ids]),
        Activiteit.planreden != "",
    )
    return {str(id_): reden for id_, reden in handeling.sessie.execute(gevraagd)}
