"""Zaken met hun verslagen klaargezet, zoals na een besluit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy import select
from tests.hulp.bouw import Bouwzaak, Wereld

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.begrippen.duur import Duur
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.vrager import Vrager
from dakpan.plan.domain import Doel
from dakpan.plan.tables import Jobcoachperiode
from dakpan.rapportage.domain import Rapportageonderdeel
from dakpan.rapportage.plannen import plan_verslagen
from dakpan.rapportage.schrijven import Inhoud
from dakpan.rapportage.tables import Verslag
from dakpan.uren.accorderen import Aangewezen, accordeer
from dakpan.uren.keuzes import Werkkeuze
from dakpan.uren.nakijken import Werk
from dakpan.uren.schrijven import schrijf
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit

BEGIN, EIND = date(2023, 3, 1), date(2023, 8, 31)
VERLOOP = Inhoud({Rapportageonderdeel.VERLOOP: "Het gaat goed op de werkvloer."})


@dataclass
class Gemeld:
    """Eén zaak met haar coach, accordeerder en financier, en de verslagen die zij vraagt."""

    zaak: Bouwzaak
    coach: Vrager
    accordeerder: Vrager
    financier: Vrager

    @property
    def wereld(self) -> Wereld:
        return self.zaak.wereld

    def doe(self, wat: Any, *gegevens: Any, als: Vrager | None = None, op: date | None = None, **namen: Any) -> Any:
        """Een gebruiksgeval dat de zaak als eerste wil, gewoonlijk door de coach."""
        with self.wereld.als(als or self.coach, op=op) as handeling:
            zaak = haal_zaak(handeling, self.zaak.tenant_id, self.zaak.zaak_id)
            return wat(handeling, zaak, *gegevens, **namen)

    def plan(self) -> Any:
        """Zet de verslagen klaar, zoals bij het besluit."""
        with self.wereld.als(self.financier) as handeling:
            zaak = haal_zaak(handeling, self.zaak.tenant_id, self.zaak.zaak_id)
            periode = handeling.sessie.get(Jobcoachperiode, self.zaak.klant)
            assert periode is not None
            return plan_verslagen(handeling, zaak, self.zaak.dossier, periode)

    def verslagen(self, als: Vrager | None = None) -> Sequence[Verslag]:
        with self.wereld.als(als or self.coach) as handeling:
            gevraagd = select(Verslag).where(Verslag.zaak_id == self.zaak.zaak_id)
            return handeling.sessie.scalars(gevraagd.order_by(Verslag.uiterlijk, Verslag.vorm)).all()

    @property
    def eerste(self) -> UUID:
        return self.verslagen()[0].id

    def schrijf_uren(self, *dagen: date, akkoord: bool = True) -> None:
        """Een uur op elk van deze dagen, op volgorde; met akkoord gaan de weken ook dicht."""
        sleutels: list[tuple[str, UUID]] = []
        for dag in dagen:
            keuze = Werkkeuze(Doel.INTRODUCEREN, "in het bedrijf")
            werk = Werk((self.zaak.klant,), keuze, dag, time(9), Duur(60), beoogd="Kennismaken", bereikt="Gelukt")
            with self.wereld.als(self.coach) as handeling:
                sleutels += schrijf(handeling, werk).sleutels
        if akkoord:
            for week in sorted({Week.van(dag) for dag in dagen}):
                with self.wereld.als(self.coach) as handeling:
                    sluit(handeling, week, ook_lege=True)
            with self.wereld.als(self.accordeerder) as handeling:
                accordeer(handeling, [Aangewezen(*een, versie=2) for een in sleutels])


def meld(wereld: Wereld, tenant: str, *, vorm: Vorm = Vorm.EXTERN, tot: Zaakstap = Zaakstap.RAPPORTAGE) -> Gemeld:
    """Een zaak van 1 maart tot en met 31 augustus 2023, met een coach en een accordeerder."""
    organisatie_id = wereld.organisatie()
    coach, accordeerder = (wereld.medewerker(organisatie_id, naam) for naam in ("Jo Coach", "Ank Akkoord"))
    van_wie = organisatie_id if vorm is Vorm.EXTERN else None
    zaak = wereld.zaak(tenant, van_wie, begin=BEGIN, eind=EIND, vorm=vorm, tot=tot)
    if van_wie is not None:
        zaak.koppel(coach, accordeerder)
    return Gemeld(zaak, coach, accordeerder, wereld.financier(tenant))
