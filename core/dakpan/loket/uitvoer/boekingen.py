"""De vragen achter het grootboek: vier soorten boekingen, elk op dag en kenmerk, over dezelfde gekozen dagen.

Elke vraag noemt ``op`` (de boekdag), ``jaardag`` (een dag in het begrotingsjaar), ``nummer`` en ``kostenplaats``.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Label, Select, cast, func, select

from dakpan.aanvraag.tables import Besluit
from dakpan.betaling.corrigeren.tables import Creditnota
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht, Declaratie, Factuur
from dakpan.betaling.vorderen.domain import Ontvangststatus
from dakpan.betaling.vorderen.tables import Verrekening, Vordering, Vorderingontvangst
from dakpan.dossier.tables import Zaak
from dakpan.opslag.typen import Centen

Vraag = Select[*tuple[Any, ...]]
TUSSEN = "\n"  # staat nooit in een nummer
_BESTAND = (Betaalbestand.tenant_id == Betaalopdracht.tenant_id) & (Betaalbestand.id == Betaalopdracht.betaalbestand_id)
_UITGEVOERD = (Betaalbestand.nummer.label("bestandsnummer"), Betaalbestand.uitvoeren_op.label("jaardag"))


def betalingen(van: date | None, tot: date | None) -> Vraag:
    """Wat in een betaalbestand ging, op de dag van uitvoeren, met factuur en creditnota's."""
    rij, op = Betaalopdracht, Betaalbestand.uitvoeren_op
    kolommen = (
        *(rij.tenant_id, rij.zaak_id, rij.nummer, rij.begunstigde, rij.kostenplaats, rij.verrekend, rij.status),
        *(rij.betaald_op, rij.teruggekomen_op, rij.bedrag, rij.bedrag_excl, rij.btw, op.label("op")),
        *(Factuur.nummer.label("factuurnummer"), *_UITGEVOERD, _besloten(), *creditnotas()),
    )
    van_declaratie = (Factuur.tenant_id == rij.tenant_id) & (Factuur.declaratie_id == rij.declaratie_id)
    return (
        _bij_zaak(rij, rij.declaratie_id, *kolommen)
        .join(Betaalbestand, _BESTAND)
        .outerjoin(Factuur, van_declaratie)
        .where(*_tussen(op, van, tot))
        .order_by(op, rij.nummer)
    )


def verrekeningen(van: date | None, tot: date | None) -> Vraag:
    """Wat van een betaling af ging, op de dag van haar bestand; bij de zaak en de kostenplaats van de vordering."""
    rij, op = Vordering, Betaalbestand.uitvoeren_op
    kolommen = (
        *(rij.tenant_id, rij.zaak_id, Betaalopdracht.nummer, rij.naam.label("begunstigde"), rij.kostenplaats),
        *(Verrekening.bedrag, rij.nummer.label("vorderingnummer"), op.label("op"), *_UITGEVOERD),
    )
    zelfde = Verrekening.tenant_id
    return (
        _bij_zaak(rij, rij.declaratie_id, *kolommen)
        .join(Verrekening, (zelfde == rij.tenant_id) & (Verrekening.vordering_id == rij.id))
        .join(Betaalopdracht, (Betaalopdracht.tenant_id == zelfde) & (Betaalopdracht.id == Verrekening.opdracht_id))
        .join(Betaalbestand, _BESTAND)
        .where(*_tussen(op, van, tot))
        .order_by(op, Betaalopdracht.nummer, rij.nummer)
    )


def teruggekomen(van: date | None, tot: date | None) -> Vraag:
    """Wat de bank teruggaf; het gaat af van het jaar waarin was betaald."""
    rij, op = Betaalopdracht, Betaalopdracht.teruggekomen_op
    kolommen = (
        *(rij.tenant_id, rij.zaak_id, rij.nummer, rij.begunstigde, rij.kostenplaats),
        *(cast(rij.bedrag - rij.verrekend, Centen).label("bedrag"), op.label("op"), *_UITGEVOERD),
    )
    return (
        _bij_zaak(rij, rij.declaratie_id, *kolommen)
        .join(Betaalbestand, _BESTAND)
        .where(op.is_not(None), *_tussen(op, van, tot))
        .order_by(op, rij.nummer)
    )


def ontvangsten(van: date | None, tot: date | None) -> Vraag:
    """Wat op een vordering binnenkwam en is bevestigd."""
    rij, op = Vordering, Vorderingontvangst.ontvangen_op
    kolommen = (
        *(rij.tenant_id, rij.zaak_id, rij.nummer, rij.naam.label("begunstigde"), rij.kostenplaats),
        *(Vorderingontvangst.bedrag, rij.nummer.label("vorderingnummer"), op.label("op"), op.label("jaardag")),
    )
    van_haar = (Vorderingontvangst.tenant_id == rij.tenant_id) & (Vorderingontvangst.vordering_id == rij.id)
    return (
        _bij_zaak(rij, rij.declaratie_id, *kolommen)
        .join(Vorderingontvangst, van_haar)
        .where(Vorderingontvangst.status == Ontvangststatus.BEVESTIGD, *_tussen(op, van, tot))
        .order_by(op, rij.nummer, Vorderingontvangst.id)
    )


def creditnotas(
    tabel: Any = Betaalopdracht, declaratie_id: Any = Betaalopdracht.declaratie_id
) -> tuple[Label[Any], ...]:
    """De creditnota's bij een declaratie: hun nummers achter elkaar, en wat zij samen crediteren."""
    van_declaratie = (Creditnota.tenant_id == tabel.tenant_id) & (Creditnota.declaratie_id == declaratie_id)
    nummers = select(func.aggregate_strings(Creditnota.nummer, TUSSEN)).where(van_declaratie)
    samen = select(cast(func.sum(Creditnota.bedrag), Centen)).where(van_declaratie)
    return nummers.scalar_subquery().label("creditnotas"), samen.scalar_subquery().label("gecrediteerd")


def nummers_van(samen: str | None) -> str | None:
    """De nummers die de database achter elkaar zette, altijd op dezelfde volgorde."""
    return ", ".join(sorted(samen.split(TUSSEN))) if samen else None


def _bij_zaak(rij: Any, declaratie_id: Any, *kolommen: Any) -> Vraag:
    """Met het nummer van de zaak en van de declaratie."""
    zelfde = rij.tenant_id
    return (
        select(*kolommen, Zaak.nummer.label("zaaknummer"), Declaratie.nummer.label("declaratienummer"))
        .select_from(rij)
        .join(Zaak, (Zaak.tenant_id == zelfde) & (Zaak.id == rij.zaak_id))
        .outerjoin(Declaratie, (Declaratie.tenant_id == zelfde) & (Declaratie.id == declaratie_id))
    )


def _tussen(dag: Any, van: date | None, tot: date | None) -> Iterator[ColumnElement[bool]]:
    if van is not None:
        yield dag >= van
    if tot is not None:
        yield dag <= tot


def _besloten() -> Label[datetime]:
    """Het besluit dat gold toen het bestand werd gemaakt."""
    gold = (
        (Besluit.tenant_id == Betaalopdracht.tenant_id)
        & (Besluit.zaak_id == Betaalopdracht.zaak_id)
        & (Besluit.genomen_op <= Betaalbestand.gemaakt_op)
    )
    vraag = select(Besluit.genomen_op).where(gold).order_by(Besluit.genomen_op.desc()).limit(1)
    return vraag.scalar_subquery().label("genomen_op")
