"""Voor welke periodes schrijft deze coach? Alle financiers in één lijst."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, bindparam, cast, func, select, tuple_
from sqlalchemy.orm import defer

from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Mijlpaal, Zaak
from dakpan.dossier.voortgang import Voortgang
from dakpan.dossier.zaken import vereis_stap, vereis_toegang
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon
from dakpan.plan.coachingsplan.opschrijven import uit_json
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.koppelregels import dagen_van
from dakpan.plan.tables import Coachingsplan, Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import LEVEND, Periodestatus

SCHRIJFBAAR = LEVEND
VOORBIJ = "Deze periode is beëindigd: er kan niets meer worden geschreven of geaccordeerd."
Klant = tuple[str, UUID]


@dataclass(frozen=True, slots=True)
class MijnPeriode:
    """Eén cliënt bij één financier. ``weigering``: waarom er nu niet geschreven kan worden; None als het kan.

    ``gekoppeld``: de dagen binnen de periode waarop de vrager haar coach is. ``rijen``: waar het uit is gelezen; wie
    ernaar verwijst hoeft ze niet nog eens op te zoeken. ``plandoelen``: welke van de acht doelen in het plan staan dat
    geldt; leeg: er is geen plan, of het zegt dat niet.
    """

    tenant_id: str
    financier: str
    periode_id: UUID
    zaak_id: UUID
    nummer: str
    client: str
    periode: Periode
    status: Periodestatus
    weigering: KanNiet | GeenRecht | None
    gekoppeld: tuple[Periode, ...]
    rijen: tuple[Jobcoachperiode, Zaak] = field(repr=False, compare=False)
    plandoelen: frozenset[str] = frozenset()

    @property
    def bezwaar(self) -> str:
        """De weigering in woorden; leeg als er geschreven kan worden."""
        return str(self.weigering or "")

    @property
    def klant(self) -> Klant:
        return self.tenant_id, self.periode_id

    def is_buiten_plan(self, doel: str) -> bool:
        """Staat dit doel niet in het plan? Zonder plan valt er niets buiten."""
        return bool(self.plandoelen) and doel not in self.plandoelen

    def peildatum(self, dag: date) -> date:
        """Van welke dag zijn de regels? De dag zelf, of de dichtstbijzijnde van de periode."""
        return min(max(dag, self.periode.begin), self.periode.eind)


def mijn_lidmaatschap(handeling: Handeling) -> UUID:
    """Onder welk lidmaatschap schrijft de vrager? ``GeenRecht`` voor wie niet voor een organisatie werkt."""
    handeling.vereis(Recht.UREN_SCHRIJVEN)
    mij = handeling.vrager.lidmaatschap_id
    if mij is None or handeling.vrager.organisatie_id is None:
        raise GeenRecht(Recht.UREN_SCHRIJVEN)
    return mij


def mijn_perioden(handeling: Handeling, klanten: Collection[Klant] = ()) -> tuple[MijnPeriode, ...]:
    """De periodes waaraan de vrager als coach is gekoppeld, bij al zijn financiers, op naam van de cliënt.

    ``klanten``: alleen deze; leeg: allemaal.
    """
    dagen: dict[Klant, set[Periode]] = defaultdict(set)
    gevonden = {}
    waarden = {"mij": mijn_lidmaatschap(handeling), **({"klanten": sorted(klanten)} if klanten else {})}
    for rij in handeling.sessie.execute(_gekoppelde(alle=not klanten), waarden):
        periode, zaak = rij.Jobcoachperiode, rij.Zaak
        klant, client = (periode.tenant_id, periode.id), f"{rij.voornaam} {rij.achternaam}"
        gevonden[klant] = periode, zaak, client, map(Zaakstap, filter(None, (rij.klaar or "").split(","))), rij.plan
        if (deel := dagen_van(rij, Periode(periode.begin, periode.eind))) is not None:
            dagen[klant].add(deel)
    return tuple(
        MijnPeriode(
            periode.tenant_id,
            handeling.regelboek.tenants[periode.tenant_id].naam,
            periode.id,
            zaak.id,
            zaak.nummer,
            client,
            Periode(periode.begin, periode.eind),
            periode.status,
            _weigering(handeling, zaak, periode, klaar),
            tuple(sorted(dagen[klant])),
            (periode, zaak),
            frozenset(doel.value for doel in uit_json(plan or {}).soorten),
        )
        for klant, (periode, zaak, client, klaar, plan) in gevonden.items()
    )


@cache
def _gekoppelde(*, alle: bool) -> Select[*tuple[Any, ...]]:
    """Per koppeling een rij, met welke stappen van de zaak klaar zijn en haar plan: één vraag voor alle cliënten."""
    periode, zaak, koppeling = Jobcoachperiode, Zaak, Koppeling
    klaar = (
        select(func.aggregate_strings(cast(Mijlpaal.stap, String), ","))
        .where(Mijlpaal.tenant_id == zaak.tenant_id, Mijlpaal.zaak_id == zaak.id)
        .scalar_subquery()
    )
    plan = (
        select(Coachingsplan.inhoud)
        .where(
            Coachingsplan.tenant_id == zaak.tenant_id,
            Coachingsplan.zaak_id == zaak.id,
            Coachingsplan.status == Planstand.VAST,
        )
        .scalar_subquery()
    )
    los = (Persoon.voornaam, Persoon.achternaam, koppeling.van, koppeling.tot_en_met)
    vraag = (
        select(periode, zaak, *los, klaar.label("klaar"), plan.label("plan"))
        .select_from(periode)
        .join(koppeling, (koppeling.tenant_id == periode.tenant_id) & (koppeling.periode_id == periode.id))
        .join(zaak, (zaak.tenant_id == periode.tenant_id) & (zaak.id == periode.zaak_id))
        .join(Persoon, (Persoon.tenant_id == zaak.tenant_id) & (Persoon.id == zaak.persoon_id))
        .where(koppeling.coach_id == bindparam("mij"))
        .order_by(Persoon.achternaam, Persoon.voornaam, periode.begin, periode.id)
        .options(defer(zaak.werkwijze))
        .execution_options(populate_existing=True)
    )
    klanten = tuple_(periode.tenant_id, periode.id).in_(bindparam("klanten", expanding=True))
    return vraag if alle else vraag.where(klanten)


def _weigering(
    handeling: Handeling, zaak: Zaak, periode: Jobcoachperiode, klaar: Iterable[Zaakstap]
) -> KanNiet | GeenRecht | None:
    if periode.status not in SCHRIJFBAAR:
        return KanNiet(VOORBIJ)
    try:
        vereis_toegang(handeling.vrager, zaak)
        vereis_stap(handeling, zaak, Voortgang.uit(zaak.stappen, klaar), Zaakstap.UREN)
    except (KanNiet, GeenRecht) as fout:
        return fout
    return None
