"""Waarover moet een financier nog beslissen nadat hij toekende? Een gemelde wijziging en een bezwaar hebben een dag."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaren import Bezwaarstatus
from dakpan.aanvraag.domain.klok import BINNENKORT, Kloksoort
from dakpan.aanvraag.domain.meldingen import Meldstatus
from dakpan.aanvraag.domain.termijn import Termijnsoort
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.wijzigen.doorrekenen import termijnen_van_melding
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.dossier.berichten import Aanleiding
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.leden import Ontvanger
from dakpan.wandeling.bezwaarpost import over_bezwaar
from dakpan.wandeling.ontvangers import van_de_financier
from dakpan.wandeling.porties import Nakijken, Rijen
from dakpan.wandeling.te_melden import TeMelden, over_termijn


def _gemeld(_handeling: Handeling) -> Rijen:
    """Wijzigingen waarover nog niet is beslist."""
    return (
        select(Wijzigingsmelding, Zaak)
        .join(Zaak, (Zaak.tenant_id == Wijzigingsmelding.tenant_id) & (Zaak.id == Wijzigingsmelding.zaak_id))
        .where(Wijzigingsmelding.status == Meldstatus.GEMELD)
    )


def _van_wijziging(handeling: Handeling, _team: list[Ontvanger], rij: Any) -> Iterator[TeMelden]:
    """De dag volgt uit de regels."""
    zaak, melding = rij.Zaak, rij.Wijzigingsmelding
    besluit = haal_besluit(handeling, zaak)
    termijnen = termijnen_van_melding(handeling, besluit, melding) if besluit is not None else {}
    termijn = termijnen.get(Termijnsoort.WIJZIGING_BESLISSEN)
    if termijn is not None and termijn.uiterlijk <= handeling.vandaag + BINNENKORT:
        aanleiding = _over(handeling, zaak, Kloksoort.OVER_WIJZIGING, termijn.uiterlijk, melding.id)
        yield TeMelden(aanleiding, partial(van_de_financier, handeling, zaak))


def _lopend(handeling: Handeling) -> Rijen:
    """Bezwaren die lopen en waarvan de genoemde dag bijna of al voorbij is."""
    return (
        select(Bezwaarschrift, Zaak)
        .join(Zaak, (Zaak.tenant_id == Bezwaarschrift.tenant_id) & (Zaak.id == Bezwaarschrift.zaak_id))
        .where(
            Bezwaarschrift.status == Bezwaarstatus.LOPEND,
            Bezwaarschrift.beslissen_voor <= handeling.vandaag + BINNENKORT,
        )
    )


def _van_bezwaar(handeling: Handeling, _team: list[Ontvanger], rij: Any) -> Iterator[TeMelden]:
    zaak, bezwaar = rij.Zaak, rij.Bezwaarschrift
    aanleiding = _over(handeling, zaak, Kloksoort.OP_BEZWAAR, bezwaar.beslissen_voor, bezwaar.id)
    yield TeMelden(aanleiding, partial(over_bezwaar, handeling, zaak, bezwaar))


def _over(handeling: Handeling, zaak: Zaak, soort: Kloksoort, dag: date, waarvan: UUID) -> Aanleiding:
    return over_termijn(handeling, zaak, soort.value, dag, str(waarvan))


WIJZIGINGEN = Nakijken(_gemeld, (Wijzigingsmelding.id,), _van_wijziging, Kant.FINANCIER)
BEZWAREN = Nakijken(_lopend, (Bezwaarschrift.beslissen_voor, Bezwaarschrift.id), _van_bezwaar, Kant.FINANCIER)
