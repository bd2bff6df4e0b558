"""Onderhanden werk: wat is er in een tijdvak geschreven dat nog op geen declaratie staat?

De bron telt alle geregistreerde uren die nog niet zijn gedeclareerd. Wat in een beëindigde periode op akkoord wachtte
hoort daar ook bij, maar krijgt dat akkoord nooit meer; wat akkoord is maar niet op de einddeclaratie staat kan nergens
meer op, en wat in een periode staat die er nooit kwam ook niet. Dat staat apart: het levert geen geld meer op.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.betaling.lijsten import PER_BLADZIJDE
from dakpan.betaling.verzamelen import MET_EINDDECLARATIE, NOOIT_MEER, WACHT
from dakpan.betaling.zoeken import VAN_PERSOON, bij
from dakpan.dossier.tables import Zaak
from dakpan.opslag.bladeren import Blad, Vanaf, begrens, knip
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

NOG_NIET = (*WACHT, Urenstatus.GEACCORDEERD)
_EIND = MET_EINDDECLARATIE.distinct().subquery()
_STANDEN = (Activiteit.status, Jobcoachperiode.status, _EIND.c.periode_id)
_VAN_PERIODE = (Jobcoachperiode.tenant_id == Activiteit.tenant_id) & (Jobcoachperiode.id == Activiteit.periode_id)


class Tijdvak(NamedTuple):
    """Welke werkdagen tellen; ``van`` leeg: vanaf het begin. ``financier`` leeg: bij elke."""

    van: date | None
    tot_en_met: date
    financier: str | None = None


@dataclass(slots=True)
class Stand:
    """Uren die nog op geen declaratie staan, per toestand; ``nooit_meer``: wat op geen enkele meer kan."""

    duren: dict[Urenstatus, Duur] = field(default_factory=dict)
    nooit_meer: Duur = GEEN_DUUR

    @property
    def totaal(self) -> Duur:
        return sum(self.duren.values(), GEEN_DUUR)

    def tel(self, status: Urenstatus, periode: Periodestatus, eind: UUID | None, duur: Duur) -> None:
        """Telt er uren bij. ``eind``: de periode, als haar einddeclaratie er is."""
        te_laat = periode is Periodestatus.BEEINDIGD and status in WACHT
        if eind is not None or te_laat or periode is Periodestatus.VERVALLEN:
            self.nooit_meer += duur
        else:
            self.duren[status] = self.duren.get(status, GEEN_DUUR) + duur


@dataclass(slots=True, kw_only=True)
class Onderhanden(Stand):
    """De stand van één zaak."""

    tenant_id: str
    zaak_id: UUID
    zaak: str
    client: str


def onderhanden_werk(handeling: Handeling, tijdvak: Tijdvak) -> list[Onderhanden]:
    """Alle zaken, van alle financiers, de nieuwste eerst."""
    handeling.vereis(Recht.DECLAREREN)
    return _regels(handeling, tijdvak)


def bladzijde(
    handeling: Handeling, tijdvak: Tijdvak, vanaf: Vanaf | None = None, aantal: int | None = None
) -> Blad[Onderhanden]:
    """Vijftig zaken of zoveel als gevraagd, de nieuwste eerst: eerst welke, en pas daarvan de uren en de namen."""
    handeling.vereis(Recht.DECLAREREN)
    werk = _werk(select(Activiteit.id), tijdvak).where(
        Activiteit.tenant_id == Zaak.tenant_id, Activiteit.zaak_id == Zaak.id
    )
    per = aantal or PER_BLADZIJDE
    welke = begrens(select(Zaak.id).where(werk.exists()), (Zaak.id,), vanaf, per, aflopend=True)
    blad = knip(handeling.sessie.scalars(welke).all(), vanaf, per)
    return blad._replace(regels=tuple(_regels(handeling, tijdvak, Zaak.id.in_(blad.regels))))


def samen(handeling: Handeling, tijdvak: Tijdvak) -> Stand:
    """Alle zaken bij elkaar, zonder een naam op te zoeken."""
    handeling.vereis(Recht.DECLAREREN)
    per_status = _werk(select(Activiteit.status, func.sum(Activiteit.duur)), tijdvak).group_by(Activiteit.status)
    stand = Stand(dict.fromkeys(NOG_NIET, GEEN_DUUR) | _duren(handeling, per_status))
    # Het meeste werk heeft geen periode nodig: tel alles, en haal eraf wat nooit meer mee kan.
    for status, duur in _duren(handeling, per_status.where(NOOIT_MEER)).items():
        stand.duren[status] -= duur
        stand.nooit_meer += duur
    return stand


def _duren(handeling: Handeling, vraag: Any) -> dict[Urenstatus, Duur]:
    return {rij[0]: rij[1] for rij in handeling.sessie.execute(vraag)}


def _werk(vraag: Any, tijdvak: Tijdvak) -> Any:
    """Alleen wat in het tijdvak is gedaan en nog op geen declaratie staat."""
    dagen = (Activiteit.status.in_(NOG_NIET), Activiteit.datum <= tijdvak.tot_en_met)
    vraag = vraag.where(*dagen, *bij(tijdvak.financier, Activiteit))
    return vraag if tijdvak.van is None else vraag.where(Activiteit.datum >= tijdvak.van)


def _regels(handeling: Handeling, tijdvak: Tijdvak, *welke: ColumnElement[bool]) -> list[Onderhanden]:
    wie = (Zaak.tenant_id, Zaak.id, Zaak.nummer, Persoon.voornaam, Persoon.achternaam)
    vraag = (
        select(*wie, *_STANDEN, func.sum(Activiteit.duur))
        .select_from(Activiteit)
        .join(Jobcoachperiode, _VAN_PERIODE)
        .outerjoin(_EIND, _EIND.c.periode_id == Activiteit.periode_id)
        .join(Zaak, (Zaak.tenant_id == Activiteit.tenant_id) & (Zaak.id == Activiteit.zaak_id))
        .join(Persoon, VAN_PERSOON)
        .where(*welke)
        .group_by(*wie, *_STANDEN)
        .order_by(Zaak.id.desc())
    )
    return _per_zaak(handeling.sessie.execute(_werk(vraag, tijdvak)))


def _per_zaak(rijen: Iterable[Any]) -> list[Onderhanden]:
    gevonden: dict[tuple[str, UUID], Onderhanden] = {}
    for tenant_id, zaak_id, nummer, voornaam, achternaam, *tel in rijen:
        nieuw = Onderhanden(tenant_id=tenant_id, zaak_id=zaak_id, zaak=nummer, client=f"{voornaam} {achternaam}")
        gevonden.setdefault((tenant_id, zaak_id), nieuw).tel(*tel)
    return list(gevonden.values())
