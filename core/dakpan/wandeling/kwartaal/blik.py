"""Wat staat er bij een portie zaken al klaar? Een vast aantal vragen, hoeveel uren en verslagen er ook zijn."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Date, Integer, Select, Text, Uuid, bindparam, case, cast, func, select

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.periode import Periode
from dakpan.betaling.betalen.opdrachten import betaalt_zonder_declaratie
from dakpan.betaling.tables import Betaalopdracht
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.lezen import lees
from dakpan.opslag.lijst import een_van
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.rapportage.domain import Rapportagevorm
from dakpan.rapportage.tables import Verslag
from dakpan.rapportage.toestanden import Verslagstatus
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus


class Lopend(NamedTuple):
    """Een lopende zaak die in dit kwartaal een toegekende periode heeft."""

    zaak_id: UUID
    stappen: Sequence[Mapping[str, Any]]


class TeSchrijven(NamedTuple):
    """Een verslag dat dit kwartaal moet komen en er nog niet is."""

    id: UUID
    vorm: Rapportagevorm
    uiterlijk: date


@dataclass(frozen=True, slots=True)
class Blik:
    """Per zaak wat er nu al is. Wat hier niet in staat is er niet."""

    zaken: tuple[Lopend, ...]
    met_verslagen: frozenset[UUID]
    met_betalingen: frozenset[UUID]
    te_schrijven: Mapping[UUID, Sequence[TeSchrijven]]
    te_declareren: Mapping[UUID, Duur]

    def mist_verslagen(self, een: Lopend) -> bool:
        return een.zaak_id not in self.met_verslagen

    def mist_betalingen(self, een: Lopend) -> bool:
        """Wordt er zonder declaratie betaald, en staat er nog niets?"""
        return een.zaak_id not in self.met_betalingen and betaalt_zonder_declaratie(een.stappen)

    def te_doen(self) -> Iterator[Lopend]:
        """Waar iets ontbreekt of iemand iets moet doen; bij de rest is alles in orde."""
        for een in self.zaken:
            wacht = een.zaak_id in self.te_schrijven or een.zaak_id in self.te_declareren
            if wacht or self.mist_verslagen(een) or self.mist_betalingen(een):
                yield een


def kijk(handeling: Handeling, kwartaal: Periode, na: UUID, per_keer: int) -> Blik:
    """De volgende zaken met een toegekende periode in dit kwartaal, op id."""
    zaken = _lopende(handeling, kwartaal, na, per_keer)
    ids = [een.zaak_id for een in zaken]
    te_schrijven = _verslagen(handeling, kwartaal, ids)
    betaald = select(Betaalopdracht.zaak_id).where(een_van(Betaalopdracht.zaak_id, ids)).distinct()
    return Blik(
        zaken,
        frozenset(te_schrijven),
        frozenset(handeling.sessie.scalars(betaald)),
        {zaak_id: verslagen for zaak_id, verslagen in te_schrijven.items() if verslagen},
        _te_declareren(handeling, kwartaal, ids) if kwartaal.eind < handeling.vandaag else {},
    )


def _lopende(handeling: Handeling, kwartaal: Periode, na: UUID, per_keer: int) -> tuple[Lopend, ...]:
    waarden = {"begin": kwartaal.begin, "eind": kwartaal.eind, "na": na, "per_keer": per_keer}
    rijen = lees(handeling.sessie, _alle_lopende(), waarden)
    return tuple(Lopend(zaak_id, _stappen(tekst)) for _tenant_id, zaak_id, tekst in rijen)


# De meeste zaken van een financier lopen langs dezelfde stappen; niemand wijzigt wat hier staat.
_stappen: Callable[[str], Sequence[Mapping[str, Any]]] = lru_cache(1000)(json.loads)


@cache
def _alle_lopende() -> Select[*tuple[Any, ...]]:
    periode = Jobcoachperiode
    dan = select(periode.id).where(
        periode.tenant_id == Zaak.tenant_id,
        periode.zaak_id == Zaak.id,
        periode.status == Periodestatus.OPEN,
        periode.begin <= bindparam("eind", type_=Date()),
        periode.eind >= bindparam("begin", type_=Date()),
    )
    lopend = select(Zaak.tenant_id, Zaak.id, cast(Zaak.stappen, Text)).where(Zaak.status == Zaakstatus.LOPEND)
    vanaf = lopend.where(Zaak.id > bindparam("na", type_=Uuid()), dan.exists())
    return vanaf.order_by(Zaak.id).limit(bindparam("per_keer", type_=Integer()))


def _verslagen(handeling: Handeling, kwartaal: Periode, ids: Sequence[UUID]) -> Mapping[UUID, Sequence[TeSchrijven]]:
    """Van elke zaak met verslagen welke er dit kwartaal nog moeten komen; van wat niet hoeft maar één lege regel."""
    dan = (Verslag.status == Verslagstatus.OPEN) & Verslag.uiterlijk.between(kwartaal.begin, kwartaal.eind)
    id_, vorm, uiterlijk = (case((dan, een)).label(een.key) for een in (Verslag.id, Verslag.vorm, Verslag.uiterlijk))
    vraag = select(Verslag.zaak_id, id_, vorm, uiterlijk).where(een_van(Verslag.zaak_id, ids)).distinct()
    per_zaak: dict[UUID, list[TeSchrijven]] = {}
    for zaak_id, *een in handeling.sessie.execute(vraag.order_by(uiterlijk, id_)):
        per_zaak.setdefault(zaak_id, []).extend([TeSchrijven._make(een)] if een[0] is not None else [])
    return per_zaak


def _te_declareren(handeling: Handeling, kwartaal: Periode, ids: Sequence[UUID]) -> Mapping[UUID, Duur]:
    """Akkoord, en nog op geen declaratie: alleen dat ziet een financier van de uren."""
    vraag = (
        select(Activiteit.zaak_id, func.sum(Activiteit.duur))
        .where(
            een_van(Activiteit.zaak_id, ids),
            Activiteit.status == Urenstatus.GEACCORDEERD,
            Activiteit.datum >= kwartaal.begin,
            Activiteit.datum <= kwartaal.eind,
        )
        .group_by(Activiteit.zaak_id)
    )
    return {rij[0]: rij[1] for rij in handeling.sessie.execute(vraag)}
