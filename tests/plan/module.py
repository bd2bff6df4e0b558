"""De module Jobcoachperioden in een test: één organisatie, drie financiers, en wat erin verandert."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from tests.uren.straat import Straat

from dakpan.opslag.sporen import Geschiedenis
from dakpan.opslag.vrager import Vrager
from dakpan.plan.accordeerders import Plan, voer_uit, voorstel
from dakpan.plan.periodenlijst import Zoekvraag, zoek
from dakpan.plan.tables import Koppeling


def gevonden(straat: Straat, tekst: str, *, als: Vrager | None = None, gesloten: bool = False) -> list[str]:
    """Welke cliënten vindt deze tekst?"""
    bladzijde = straat.doe(zoek, Zoekvraag(tekst, ook_gesloten=gesloten), als=als)
    return sorted(een.client for een in bladzijde.regels)


def voer(straat: Straat, plan: Plan, als: Vrager) -> int:
    """Eerst zien wat er verandert, dan doen."""
    gezien = straat.doe(voorstel, plan, als=als)
    aantal = straat.doe(voer_uit, plan, gezien.stand, als=als)
    assert aantal == len(gezien.wijzigt)
    return int(aantal)


def koppelingen(straat: Straat) -> list[Koppeling]:
    with straat.wereld.als(straat.coach) as handeling:
        return list(handeling.sessie.scalars(select(Koppeling).order_by(Koppeling.id)))


def redenen(straat: Straat, zaken: Iterable[Any], als: Vrager) -> list[str]:
    """De laatste reden in de geschiedenis van elke zaak."""
    with straat.wereld.als(als) as handeling:
        return [
            handeling.sessie.scalars(
                select(Geschiedenis.waarom).where(Geschiedenis.zaak_id == een.zaak_id).order_by(Geschiedenis.id.desc())
            ).first()
            or ""
            for een in zaken
        ]
