"""Waarover moet een financier nog beslissen nadat hij toekende? Een gemelde wijziging en een bezwaar hebben een dag."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from uuid import UUID

from sqlalchemy import select, tuple_

from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaren import Bezwaarstatus
from dakpan.aanvraag.domain.klok import BINNENKORT, Kloksoort
from dakpan.aanvraag.domain.meldingen import Meldstatus
from dakpan.aanvraag.domain.termijn import Termijnsoort
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.wijzigen.doorrekenen import termijnen_van_melding
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.leden import Ontvanger
from dakpan.wandeling.ontvangers import van_de_financier
from dakpan.wandeling.te_melden import Plek, TeMelden, meld, over_termijn


@gebruiksgeval("Termijnen nagekeken")
def portie_wijzigingen(
    handeling: Handeling, _team: list[Ontvanger], na: Plek, per_keer: int
) -> tuple[int, Plek | None]:
    """Eén portie gemelde wijzigingen waarover nog niet is beslist; de dag volgt uit de regels."""
    if handeling.vrager.kant is not Kant.FINANCIER:
        return 0, None
    rijen = handeling.sessie.execute(
        select(Wijzigingsmelding, Zaak)
        .join(Zaak, (Zaak.tenant_id == Wijzigingsmelding.tenant_id) & (Zaak.id == Wijzigingsmelding.zaak_id))
        .where(Wijzigingsmelding.status == Meldstatus.GEMELD, Wijzigingsmelding.id > na[1])
        .order_by(Wijzigingsmelding.id)
        .limit(per_keer)
    ).all()
    aantal = meld(handeling, (_van_wijziging(handeling, rij.Zaak, rij.Wijzigingsmelding) for rij in rijen))
    return aantal, (na[0], rijen[-1].Wijzigingsmelding.id) if len(rijen) == per_keer else None


def _van_wijziging(handeling: Handeling, zaak: Zaak, melding: Wijzigingsmelding) -> TeMelden | None:
    besluit = haal_besluit(handeling, zaak)
    termijnen = termijnen_van_melding(handeling, besluit, melding) if besluit is not None else {}
    termijn = termijnen.get(Termijnsoort.WIJZIGING_BESLISSEN)
    if termijn is None or termijn.uiterlijk > handeling.vandaag + BINNENKORT:
        return None
    return _te_melden(handeling, zaak, Kloksoort.OVER_WIJZIGING, termijn.uiterlijk, melding.id)


@gebruiksgeval("Termijnen nagekeken")
def portie_bezwaren(handeling: Handeling, _team: list[Ontvanger], na: Plek, per_keer: int) -> tuple[int, Plek | None]:
    """Eén portie bezwaren die lopen en waarvan de genoemde dag bijna of al voorbij is."""
    if handeling.vrager.kant is not Kant.FINANCIER:
        return 0, None
    rijen = handeling.sessie.execute(
        select(Bezwaarschrift, Zaak)
        .join(Zaak, (Zaak.tenant_id == Bezwaarschrift.tenant_id) & (Zaak.id == Bezwaarschrift.zaak_id))
        .where(
            Bezwaarschrift.status == Bezwaarstatus.LOPEND,
            Bezwaarschrift.beslissen_voor <= handeling.vandaag + BINNENKORT,
            tuple_(Bezwaarschrift.beslissen_voor, Bezwaarschrift.id) > tuple_(*na),
        )
        .order_by(Bezwaarschrift.beslissen_voor, Bezwaarschrift.id)
        .limit(per_keer)
    ).all()
    aantal = meld(handeling, _van_bezwaren(handeling, [(rij.Zaak, rij.Bezwaarschrift) for rij in rijen]))
    laatste = rijen[-1].Bezwaarschrift if len(rijen) == per_keer else None
    return aantal, (laatste.beslissen_voor, laatste.id) if laatste is not None else None


def _van_bezwaren(handeling: Handeling, rijen: list[tuple[Zaak, Bezwaarschrift]]) -> Iterator[TeMelden]:
    for zaak, bezwaar in rijen:
        if bezwaar.beslissen_voor is not None:
            yield _te_melden(handeling, zaak, Kloksoort.OP_BEZWAAR, bezwaar.beslissen_voor, bezwaar.id)


def _te_melden(handeling: Handeling, zaak: Zaak, soort: Kloksoort, dag: date, waarvan: UUID) -> TeMelden:
    aanleiding = over_termijn(handeling, zaak, soort.value, dag, str(waarvan))
    return TeMelden(aanleiding, partial(van_de_financier, handeling, zaak))
