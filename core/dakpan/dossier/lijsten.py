"""Welke zaken zijn er? Lijsten die even snel blijven als er honderdduizend zaken zijn.

Er worden alleen kolommen gelezen, eerst de vijftig zaken en dan pas hun namen; bladeren gaat op id, nooit op plaats.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, and_, func, select, union

from dakpan.begrippen.nummers import Bsn
from dakpan.dossier import beurt
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaakregels import KOLOMMEN, Zaakregel, met_namen
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Persoon, Werkgever
from dakpan.partijen.zoeknaam import bereik_van, zoektermen

PER_BLADZIJDE = 50
TEL_TOT = 1_000
Rijen = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """Welke zaken? ``status`` leeg: elke. ``bsn`` gaat voor ``tekst``. ``na``: ouder dan deze; ``voor``: nieuwer.

    ``aantal``: hoeveel er op een bladzijde gaan; een bestand om mee te nemen leest met grotere stappen.
    """

    tekst: str = ""
    bsn: Bsn | None = None
    financier: str | None = None
    status: Zaakstatus | None = Zaakstatus.LOPEND
    aan_mij: bool = False
    na: UUID | None = None
    voor: UUID | None = None
    aantal: int = field(default_factory=lambda: PER_BLADZIJDE)


class Telling(NamedTuple):
    """Hoeveel zaken er ten minste zijn; ``meer``: het zijn er meer, maar dat is niet uitgeteld."""

    aantal: int
    meer: bool


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """Ten hoogste vijftig zaken, met waar het verder gaat: het id om van te vertrekken."""

    regels: tuple[Zaakregel, ...]
    vorige: UUID | None = None
    volgende: UUID | None = None


def zoek(handeling: Handeling, vraag: Zoekvraag) -> Bladzijde:
    """Eén bladzijde, de nieuwste zaak eerst."""
    kort = _bladzijde_van(handeling, vraag)
    return _bladzijde(met_namen(handeling, kort, _op_volgorde(vraag, kort.c.id)), vraag)


def tel(handeling: Handeling, vraag: Zoekvraag) -> Telling:
    """Hoeveel zijn het er? Verder dan ``TEL_TOT`` wordt er niet geteld."""
    takken = _takken(handeling, replace(vraag, na=None, voor=None))
    kort = (takken[0] if len(takken) == 1 else union(*takken)).limit(TEL_TOT + 1).subquery()
    gezocht = [select(func.count()).select_from(namen).scalar_subquery() for namen in _gezochte_namen(vraag)]
    aantal, *gevonden = handeling.sessie.execute(select(func.count(), *gezocht).select_from(kort)).one()
    return Telling(min(aantal, TEL_TOT), max(aantal, *gevonden) > TEL_TOT if gevonden else aantal > TEL_TOT)


def financiers(handeling: Handeling) -> tuple[str, ...]:
    """Voor welke financiers werkt deze vrager? Per financier één blik in de index."""
    if handeling.vrager.tenant_id is not None:
        return (handeling.vrager.tenant_id,)
    alle = sorted(handeling.regelboek.tenants)
    heeft = handeling.sessie.execute(
        select(*(select(Zaak.id).where(Zaak.tenant_id == een).exists().label(f"t{nr}") for nr, een in enumerate(alle)))
    ).one()
    return tuple(een for een, ja in zip(alle, heeft, strict=True) if ja)


def _bladzijde_van(handeling: Handeling, vraag: Zoekvraag) -> Subquery:
    """De zaken van één bladzijde en één meer, om te weten of het verder gaat."""
    takken = _takken(handeling, vraag)
    if len(takken) == 1:
        return takken[0].order_by(_op_volgorde(vraag, Zaak.id)).limit(vraag.aantal + 1).subquery()
    samen = union(*takken).subquery()
    return select(samen).order_by(_op_volgorde(vraag, samen.c.id)).limit(vraag.aantal + 1).subquery()


def _op_volgorde(vraag: Zoekvraag, id_: Any) -> Any:
    return id_.asc() if vraag.voor is not None else id_.desc()


def _takken(handeling: Handeling, vraag: Zoekvraag) -> list[Rijen]:
    """Elke manier van vinden apart, zodat elke haar eigen index gebruikt."""
    zoekt = bool(vraag.bsn or vraag.tekst)
    basis: Rijen = select(*KOLOMMEN).where(*_voorwaarden(handeling, vraag, _buiten_index if zoekt else _gewoon))
    if vraag.bsn is not None:
        return [_van_persoon(basis, _met_bsn(handeling, vraag.bsn))]
    if not zoekt:
        return [basis]
    mensen, bedrijven = _gezochte_mensen(vraag), _gezochte_werkgevers(vraag)
    return [
        basis.where(Zaak.nummer == vraag.tekst.strip().upper()),
        *(_van_persoon(basis, wie) for wie in mensen),
        *(_van_werkgever(basis, wie) for wie in bedrijven),
    ]


def _gezochte_namen(vraag: Zoekvraag) -> list[Subquery]:
    return [*_gezochte_mensen(vraag), *_gezochte_werkgevers(vraag)] if vraag.tekst and vraag.bsn is None else []


def _gezochte_mensen(vraag: Zoekvraag) -> list[Subquery]:
    """Wie heten er zo, op achternaam of op voornaam? Wie te ruim zoekt krijgt de eerste duizend."""
    termen = zoektermen(vraag.tekst)
    kolommen = [*((Persoon.zoeknaam, term) for term in termen), *((Persoon.zoekvoornaam, term) for term in termen[:1])]
    return [_eerste(Persoon, kolom, term) for kolom, term in kolommen]


def _gezochte_werkgevers(vraag: Zoekvraag) -> list[Subquery]:
    return [_eerste(Werkgever, Werkgever.zoeknaam, term) for term in zoektermen(vraag.tekst)[:1]]


def _eerste(soort: type[Persoon | Werkgever], kolom: Any, term: str) -> Subquery:
    eerste, laatste = bereik_van(term)
    begint_zo = and_(kolom >= eerste, kolom <= laatste)
    return select(soort.tenant_id, soort.id).where(begint_zo).order_by(kolom).limit(TEL_TOT + 1).subquery()


def _van_persoon(basis: Rijen, mensen: Subquery) -> Rijen:
    return basis.join(mensen, (Zaak.tenant_id == mensen.c.tenant_id) & (Zaak.persoon_id == mensen.c.id))


def _van_werkgever(basis: Rijen, werkgevers: Subquery) -> Rijen:
    return basis.join(werkgevers, (Zaak.tenant_id == werkgevers.c.tenant_id) & (Zaak.werkgever_id == werkgevers.c.id))


def _met_bsn(handeling: Handeling, bsn: Bsn) -> Subquery:
    return select(Persoon.tenant_id, Persoon.id).where(heeft_bsn(handeling, bsn)).limit(TEL_TOT + 1).subquery()


def heeft_bsn(handeling: Handeling, bsn: Bsn) -> ColumnElement[bool]:
    """Is dit het nummer van deze persoon? De voorwaarde voor een vraag aan de database."""
    return Persoon.bsn_zoek.in_(_vingerafdrukken(handeling, bsn))


def _vingerafdrukken(handeling: Handeling, bsn: Bsn) -> list[str]:
    """Waaronder is dit BSN te vinden, bij elke financier apart? Een organisatie kan er meer hebben."""
    eigen = handeling.vrager.tenant_id
    slugs = [eigen] if eigen is not None else sorted(handeling.regelboek.tenants)
    return [handeling.sleutelbos.vingerafdruk(slug, bsn) for slug in slugs]


def _gewoon(kolom: Any) -> Any:
    return kolom


def _buiten_index(kolom: Any) -> Any:
    """De waarde van een kolom, zonder dat haar index telt: wie zoekt heeft meer aan de index van het zoeken."""
    return func.coalesce(kolom, kolom)


def _voorwaarden(handeling: Handeling, vraag: Zoekvraag, kolom: Callable[[Any], Any]) -> Iterator[ColumnElement[bool]]:
    if vraag.financier is not None:
        yield kolom(Zaak.tenant_id) == vraag.financier
    if vraag.aan_mij:
        yield beurt.aan(handeling, kolom)
    elif vraag.status is not None:
        yield kolom(Zaak.status) == vraag.status
    if handeling.vrager.kant is Kant.ORGANISATIE and not vraag.aan_mij and vraag.status is not Zaakstatus.LOPEND:
        yield kolom(Zaak.gearchiveerd_op).is_(None)  # wat loopt ligt nooit in het archief
    if vraag.na is not None:
        yield kolom(Zaak.id) < vraag.na
    if vraag.voor is not None:
        yield kolom(Zaak.id) > vraag.voor


def _bladzijde(rijen: Sequence[Zaakregel], vraag: Zoekvraag) -> Bladzijde:
    verder = len(rijen) > vraag.aantal
    regels = tuple(rijen[: vraag.aantal])
    if vraag.voor is not None:
        regels = regels[::-1]
    if not regels:
        return Bladzijde(())
    terug = vraag.voor is not None
    return Bladzijde(
        regels,
        vorige=regels[0].id if (verder if terug else vraag.na is not None) else None,
        volgende=regels[-1].id if terug or verder else None,
    )
