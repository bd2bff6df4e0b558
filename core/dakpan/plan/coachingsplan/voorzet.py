"""Waarmee een nieuwe versie begint: wat al bekend is hoeft niemand over te typen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan.domain import MEESTE_DOELEN, Plandoel, Planinhoud
from dakpan.plan.coachingsplan.opschrijven import uit_json
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.doelen import ACHT_DOELEN
from dakpan.plan.domain import Doel, Planonderdeel
from dakpan.plan.tables import Coachingsplan

_TITELS = {een.doel: een.titel for een in ACHT_DOELEN}


def voorzet(handeling: Handeling, zaak: Zaak, vorige: Coachingsplan | None) -> Planinhoud:
    """De vorige versie, anders het plan dat dit vervangt, dat van de vorige periode, of wat in de aanvraag staat."""
    aanvraag = haal_aanvraag(handeling, zaak)
    zelfde = vorige or _vast_plan(handeling, zaak, aanvraag.vervangt_zaak_id)
    if zelfde is not None:
        return uit_json(zelfde.inhoud)
    eerder = _vast_plan(handeling, zaak, aanvraag.vorige_zaak_id)
    return zonder_periode(uit_json(eerder.inhoud)) if eerder is not None else _uit_aanvraag(handeling, zaak)


def zonder_periode(inhoud: Planinhoud) -> Planinhoud:
    """Doelen, maatstaven en afspraken; de dagen en uren horen bij de periode van toen."""
    return replace(inhoud, doelen=tuple(map(_zonder_dagen, inhoud.doelen)), evaluaties=())


def _zonder_dagen(doel: Plandoel) -> Plandoel:
    return replace(
        doel,
        streefdatum=None,
        tussendoelen=tuple(replace(een, streefdatum=None) for een in doel.tussendoelen),
        activiteiten=tuple(replace(een, uren=None) for een in doel.activiteiten),
    )


def _vast_plan(handeling: Handeling, zaak: Zaak, andere_zaak: UUID | None) -> Coachingsplan | None:
    if andere_zaak is None:
        return None
    gekozen = select(Coachingsplan).where(
        Coachingsplan.tenant_id == zaak.tenant_id,
        Coachingsplan.zaak_id == andere_zaak,
        Coachingsplan.status == Planstand.VAST,
    )
    return handeling.sessie.scalars(gekozen.order_by(Coachingsplan.nummer.desc()).limit(1)).first()


def _uit_aanvraag(handeling: Handeling, zaak: Zaak) -> Planinhoud:
    aanvraag = haal_aanvraag(handeling, zaak)
    return uit_antwoorden(aanvraag.teksten, aanvraag.hoofddoelen)


def uit_antwoorden(teksten: Mapping[str, Any], hoofddoelen: Sequence[str]) -> Planinhoud:
    """De gekozen hoofddoelen als plan, met de woorden die erbij staan bij het eerste."""
    tekst = str(teksten.get(Planonderdeel.COACHINGSDOELEN.value, ""))
    soorten = [Doel(een) for een in hoofddoelen[:MEESTE_DOELEN]]
    doelen = [Plandoel(tekst=_TITELS[soort], soort=soort) for soort in soorten]
    if tekst:
        eerste = replace(doelen[0], tekst=tekst) if doelen else Plandoel(tekst=tekst)
        doelen[:1] = [eerste]
    return Planinhoud(tuple(doelen))
