"""Voor welke periodes schrijft deze coach? Alle financiers in één lijst."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, Uuid, bindparam, cast, func, or_, select

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Mijlpaal, Zaak
from dakpan.dossier.voortgang import Voortgang
from dakpan.dossier.zaken import vereis_stap, vereis_toegang
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.lezen import lees
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon
from dakpan.partijen.waarden.lezen import stand_van
from dakpan.plan.coachingsplan.opschrijven import uit_json
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.koppelregels import dagen_van
from dakpan.plan.tables import Coachingsplan, Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import LEVEND, Periodestatus

SCHRIJFBAAR = LEVEND
VOORBIJ = "Deze periode is beëindigd: er kan niets meer worden geschreven of geaccordeerd."
# Een grotere groep komt niet voor; een opdracht kan ook niet elk aantal aan.
MEESTE_GENOEMD = 30
Klant = tuple[str, UUID]


class Toegekend(NamedTuple):
    """Wat er in een periode is toegekend, in uren of in geld."""

    uren: Uren | None
    bedrag: Bedrag | None
    tarief: Bedrag | None


@dataclass(frozen=True, slots=True)
class MijnPeriode:
    """Eén cliënt bij één financier. ``weigering``: waarom er nu niet geschreven kan worden; None als het kan.

    ``gekoppeld``: de dagen binnen de periode waarop de vrager haar coach is. ``plandoelen``: welke van de acht doelen
    in het plan staan dat geldt; leeg: er is geen plan, of het zegt dat niet.
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
    toegekend: Toegekend
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
    klanten = te_noemen(klanten)
    return als_perioden(handeling, lees(handeling.sessie, gekoppelde(len(klanten)), van_wie(handeling, klanten)))


def te_noemen(klanten: Collection[Klant]) -> Collection[Klant]:
    """Wie ``gekoppelde`` met name zoekt. Zijn het er te veel voor een opdracht, dan niemand: zij zoekt dan allen."""
    return klanten if len(klanten) <= MEESTE_GENOEMD else ()


def van_wie(handeling: Handeling, klanten: Collection[Klant]) -> dict[str, Any]:
    """Wat ``gekoppelde`` moet weten."""
    waarden: dict[str, Any] = {"mij": mijn_lidmaatschap(handeling)}
    for nummer, (tenant_id, periode_id) in enumerate(klanten):
        waarden |= {f"tenant_{nummer}": tenant_id, f"periode_{nummer}": periode_id}
    return waarden


def als_perioden(handeling: Handeling, rijen: Sequence[Any]) -> tuple[MijnPeriode, ...]:
    """Wat ``gekoppelde`` gaf; wie vaker is gekoppeld staat er één keer in."""
    dagen: dict[Klant, set[Periode]] = defaultdict(set)
    gevonden: dict[Klant, Any] = {}
    for rij in rijen:
        klant = rij.tenant_id, rij.periode_id
        gevonden[klant] = rij
        handeling.ken_eigen_waarden(rij.tenant_id, rij.stand)
        if (deel := dagen_van(rij, Periode(rij.begin, rij.eind))) is not None:
            dagen[klant].add(deel)
    return tuple(_mijn(handeling, rij, tuple(sorted(dagen[klant]))) for klant, rij in gevonden.items())


def _mijn(handeling: Handeling, rij: Any, gekoppeld: tuple[Periode, ...]) -> MijnPeriode:
    return MijnPeriode(
        rij.tenant_id,
        handeling.regelboek.tenants[rij.tenant_id].naam,
        rij.periode_id,
        rij.zaak_id,
        rij.nummer,
        f"{rij.voornaam} {rij.achternaam}",
        Periode(rij.begin, rij.eind),
        rij.periodestatus,
        _weigering(handeling, rij),
        gekoppeld,
        Toegekend(rij.uren, rij.bedrag, rij.tarief),
        frozenset(doel.value for doel in uit_json(rij.plan).soorten) if rij.plan else frozenset(),
    )


@cache
def gekoppelde(aantal: int = 0) -> Select[*tuple[Any, ...]]:
    """Per koppeling een rij, met welke stappen van de zaak klaar zijn en haar plan: één vraag voor alle cliënten.

    ``aantal``: van zoveel genoemde cliënten; 0: van allemaal. Ook welke eigen waarden van de financier gelden: wie
    schrijft heeft zijn regels nodig.
    """
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
    van_periode = (periode.tenant_id, periode.id.label("periode_id"), periode.status.label("periodestatus"))
    toegekend = (periode.begin, periode.eind, periode.uren, periode.bedrag, periode.tarief)
    van_zaak = (zaak.tenant_id.label("van_zaak"), zaak.id.label("zaak_id"), zaak.nummer, zaak.status)
    los = (zaak.gearchiveerd_op, Persoon.voornaam, Persoon.achternaam, koppeling.van, koppeling.tot_en_met)
    werk = (cast(zaak.stappen, String).label("stappen"), klaar.label("klaar"))
    erbij = (plan.label("plan"), stand_van(periode.tenant_id).label("stand"))
    vraag = (
        select(*van_periode, *toegekend, *van_zaak, *los, *werk, *erbij)
        .select_from(periode)
        .join(koppeling, (koppeling.tenant_id == periode.tenant_id) & (koppeling.periode_id == periode.id))
        .join(zaak, (zaak.tenant_id == periode.tenant_id) & (zaak.id == periode.zaak_id))
        .join(Persoon, (Persoon.tenant_id == zaak.tenant_id) & (Persoon.id == zaak.persoon_id))
        .where(koppeling.coach_id == bindparam("mij"))
        .order_by(Persoon.achternaam, Persoon.voornaam, periode.begin, periode.id)
    )
    return vraag.where(or_(*map(_genoemd, range(aantal)))) if aantal else vraag


def _genoemd(nummer: int) -> ColumnElement[bool]:
    """De zoveelste genoemde cliënt."""
    periode, deze = Jobcoachperiode, bindparam(f"periode_{nummer}", type_=Uuid)
    return (periode.tenant_id == bindparam(f"tenant_{nummer}")) & (periode.id == deze)


def _weigering(handeling: Handeling, rij: Any) -> KanNiet | GeenRecht | None:
    if rij.periodestatus not in SCHRIJFBAAR:
        return KanNiet(VOORBIJ)
    try:
        vereis_toegang(handeling.vrager, rij)
        vereis_stap(handeling, rij, _voortgang(rij.stappen, rij.klaar or ""), Zaakstap.UREN)
    except (KanNiet, GeenRecht) as fout:
        return fout
    return None


@lru_cache(maxsize=1024)
def _voortgang(stappen: str, klaar: str) -> Voortgang:
    """Uit wat er bij de zaak staat; bijna elke zaak staat waar een andere ook staat, en wat er staat zegt alles."""
    return Voortgang.uit(json.loads(stappen), map(Zaakstap, filter(None, klaar.split(","))))
