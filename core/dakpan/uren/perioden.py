"""Voor welke periodes schrijft deze coach? Alle financiers in één lijst."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Mijlpaal, Zaak
from dakpan.dossier.voortgang import Voortgang
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon
from dakpan.plan.koppelregels import dagen_van
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import LEVEND, Periodestatus

SCHRIJFBAAR = LEVEND
VOORBIJ = "Deze periode is beëindigd: er kan niets meer worden geschreven of geaccordeerd."
Klant = tuple[str, UUID]


@dataclass(frozen=True, slots=True)
class MijnPeriode:
    """Eén cliënt bij één financier. ``bezwaar``: waarom er nu niet geschreven kan worden; leeg als het kan.

    ``gekoppeld``: de dagen binnen de periode waarop de vrager haar coach is.
    """

    tenant_id: str
    financier: str
    periode_id: UUID
    zaak_id: UUID
    nummer: str
    client: str
    periode: Periode
    status: Periodestatus
    bezwaar: str
    gekoppeld: tuple[Periode, ...]

    @property
    def klant(self) -> Klant:
        return self.tenant_id, self.periode_id

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


def mijn_perioden(handeling: Handeling) -> tuple[MijnPeriode, ...]:
    """De periodes waaraan de vrager als coach is gekoppeld, bij al zijn financiers, op naam van de cliënt."""
    mij, sessie = mijn_lidmaatschap(handeling), handeling.sessie
    gevonden = sessie.execute(
        select(Jobcoachperiode, Zaak, Persoon, Koppeling)
        .select_from(Jobcoachperiode)
        .join(
            Koppeling,
            (Koppeling.tenant_id == Jobcoachperiode.tenant_id) & (Koppeling.periode_id == Jobcoachperiode.id),
        )
        .join(Zaak, (Zaak.tenant_id == Jobcoachperiode.tenant_id) & (Zaak.id == Jobcoachperiode.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .where(Koppeling.coach_id == mij)
        .order_by(Persoon.achternaam, Persoon.voornaam, Jobcoachperiode.begin, Jobcoachperiode.id)
    ).all()
    klaar = _klare_stappen(sessie, [zaak.id for _periode, zaak, _persoon, _koppeling in gevonden])
    dagen: dict[Klant, list[Periode]] = defaultdict(list)
    for periode, _zaak, _persoon, koppeling in gevonden:
        if (deel := dagen_van(koppeling, Periode(periode.begin, periode.eind))) is not None:
            dagen[periode.tenant_id, periode.id].append(deel)
    lijst = (
        MijnPeriode(
            periode.tenant_id,
            handeling.regelboek.tenants[periode.tenant_id].naam,
            periode.id,
            zaak.id,
            zaak.nummer,
            persoon.naam,
            Periode(periode.begin, periode.eind),
            periode.status,
            _bezwaar(handeling, zaak, periode, klaar[periode.tenant_id, zaak.id]),
            tuple(sorted(dagen[periode.tenant_id, periode.id])),
        )
        for periode, zaak, persoon, _koppeling in gevonden
    )
    return tuple({een.klant: een for een in lijst}.values())


def _klare_stappen(sessie: Session, zaken: list[UUID]) -> dict[Klant, set[Zaakstap]]:
    klaar: dict[Klant, set[Zaakstap]] = defaultdict(set)
    gevonden = select(Mijlpaal.tenant_id, Mijlpaal.zaak_id, Mijlpaal.stap).where(Mijlpaal.zaak_id.in_(zaken))
    for tenant_id, zaak_id, stap in sessie.execute(gevonden):
        klaar[tenant_id, zaak_id].add(stap)
    return klaar


def _bezwaar(handeling: Handeling, zaak: Zaak, periode: Jobcoachperiode, klaar: set[Zaakstap]) -> str:
    if periode.status not in SCHRIJFBAAR:
        return VOORBIJ
    try:
        bevoegd.vereis(handeling, Voortgang.uit(zaak.stappen, klaar).vereis(Zaakstap.UREN))
    except (KanNiet, GeenRecht) as fout:
        return str(fout)
    return ""
