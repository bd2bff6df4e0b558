"""De mensen van één jobcoachorganisatie die voor drie financiers tegelijk werkt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from tests.hulp.bouw import Bouwzaak, Wereld
from tests.hulp.regelboek import STAD

from dakpan.begrippen.duur import Duur
from dakpan.opslag.vrager import Vrager
from dakpan.plan.domain import Doel
from dakpan.uren.accorderen import Aangewezen
from dakpan.uren.keuzes import Werkkeuze
from dakpan.uren.nakijken import Werk
from dakpan.uren.pen import Dagdeel
from dakpan.uren.perioden import Klant
from dakpan.uren.schrijven import mijn_activiteit, schrijf
from dakpan.uren.tables import Activiteit

# Donderdag van week 12 van 2022; de periodes beginnen in week 11.
VANDAAG = date(2022, 3, 24)
BEGIN = date(2022, 3, 14)
WEEK_11, WEEK_12 = date(2022, 3, 15), date(2022, 3, 22)
BEGELEIDEN = Werkkeuze(Doel.BEGELEIDEN_OP_HET_WERK, "in contact met collega's")


class Opgeschreven(NamedTuple):
    """Wat er na het schrijven staat, opnieuw gelezen, en waarmee het overlapt."""

    activiteiten: tuple[Activiteit, ...]
    overlapt: tuple[Dagdeel, ...]


@dataclass(frozen=True)
class Straat:
    """Drie zaken van drie financiers bij één coach, met wie accordeert en een collega."""

    wereld: Wereld
    organisatie_id: UUID
    coach: Vrager
    collega: Vrager
    accordeerder: Vrager
    zaken: tuple[Bouwzaak, ...]

    @classmethod
    def maak(cls, wereld: Wereld) -> "Straat":
        organisatie_id = wereld.organisatie()
        coach, collega, accordeerder = (
            wereld.medewerker(organisatie_id, naam) for naam in ("Jo Coach", "Sam Collega", "Ank Akkoord")
        )
        namen = (("uwv-noord", "Mila Bakker"), (STAD, "Joris Smit"), ("staphorst", "Yara Öztürk"))
        zaken = [wereld.zaak(tenant, organisatie_id, naam, begin=BEGIN) for tenant, naam in namen]
        for zaak in zaken:
            zaak.koppel(coach, accordeerder)
        return cls(wereld, organisatie_id, coach, collega, accordeerder, tuple(zaken))

    @property
    def klanten(self) -> tuple[Klant, ...]:
        return tuple(zaak.klant for zaak in self.zaken)

    def schrijf(self, werk: Werk, *, als: Vrager | None = None) -> "Opgeschreven":
        with self.wereld.als(als or self.coach) as handeling:
            geschreven = schrijf(handeling, werk)
            return Opgeschreven(mijn_activiteit(handeling, *geschreven.sleutels[0]), geschreven.overlapt)

    def doe(self, wat: Any, *gegevens: Any, als: Vrager | None = None, op: date | None = None, **namen: Any) -> Any:
        """Een gebruiksgeval in een eigen sessie; gewoonlijk door de coach."""
        with self.wereld.als(als or self.coach, op=op) as handeling:
            return wat(handeling, *gegevens, **namen)

    def uren(self, als: Vrager | None = None) -> Sequence[Activiteit]:
        """Alle activiteiten die deze vrager ziet, op volgorde van dag, begin en cliënt."""
        with self.wereld.als(als or self.coach) as handeling:
            gevraagd = select(Activiteit).order_by(Activiteit.datum, Activiteit.begin, Activiteit.id)
            return handeling.sessie.scalars(gevraagd).all()

    def aangewezen(self) -> list[Aangewezen]:
        return [Aangewezen(rij.tenant_id, rij.id, rij.versie) for rij in self.uren()]


def werk(
    *klanten: Klant,
    datum: date = WEEK_12,
    begin: time = time(9),
    minuten: int = 60,
    keuze: Werkkeuze = BEGELEIDEN,
    **anders: Any,
) -> Werk:
    """Een uur begeleiden op dinsdag van week 12, met deze gegevens anders."""
    return Werk(klanten, keuze, datum, begin, Duur(minuten), **anders)


def statussen(rijen: Sequence[Activiteit]) -> list[str]:
    return [rij.status.value for rij in rijen]
