"""Vier uren bij een ingetrokken aanvraag, en de aanvraag die haar vervangt en een week later begint."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy import select
from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.uren.straat import BEGELEIDEN

from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.herkomst import getekend
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.begrippen.duur import Duur
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Vrager
from dakpan.plan.koppelen import koppel
from dakpan.plan.perioden import perioden_van
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.accorderen import Aangewezen, accordeer
from dakpan.uren.nakijken import Werk
from dakpan.uren.schrijven import schrijf
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit
from dakpan.wandeling.aanvragen import maak_definitief, trek_in
from dakpan.wandeling.omboeken import Omboekplan, boek_om, omboekplan
from dakpan.wandeling.vervangen import vervang

VROEG, AKKOORD, WACHT, OPEN = date(2023, 1, 3), date(2023, 1, 10), date(2023, 1, 17), date(2023, 1, 24)
NIEUW_BEGIN = "2023-01-09"


@dataclass
class Verhuizing:
    """Vier uren bij een ingetrokken aanvraag, en de aanvraag die haar vervangt en een week later begint."""

    loket: Loket
    oud: Zaakloket
    nieuw: Zaakloket

    def plan(self, wie: Vrager | None = None) -> Omboekplan:
        plan: Omboekplan = self.nieuw.doe(wie or self.loket.coach, omboekplan)
        return plan

    def boek_om(self, wie: Vrager | None = None) -> Any:
        blik = self.plan().blik
        assert blik is not None
        return self.nieuw.doe(wie or self.loket.coach, boek_om, blik.code)

    def perioden(self, zaak_id: UUID) -> set[UUID]:
        zaak = self.oud if zaak_id == self.oud.zaak_id else self.nieuw
        return {een.id for een in zaak.doe(self.loket.coach, perioden_van)}

    def uren(self, zaak: Zaakloket) -> dict[date, Urenstatus]:
        with self.loket.wereld.als(self.loket.coach) as handeling:
            gevonden = handeling.sessie.scalars(select(Activiteit).where(Activiteit.zaak_id == zaak.zaak_id))
            return {rij.datum: rij.status for rij in gevonden}


@gebruiksgeval("Nagekeken")
def kijk_alles_na(handeling: Handeling, zaak: Any) -> None:
    """Zoals iemand die elke overgenomen pagina opslaat."""
    aanvraag = haal_aanvraag(handeling, zaak)
    door = getekend(handeling.nu, handeling.vrager.naam)
    aanvraag.herkomst = {veld: {**van, **door} for veld, van in aanvraag.herkomst.items()}


@gebruiksgeval("Begint later")
def begin_later(handeling: Handeling, zaak: Any) -> None:
    aanvraag = haal_aanvraag(handeling, zaak)
    aanvraag.gegevens = met(aanvraag.gegevens, aanvraag={"begin": NIEUW_BEGIN})


def verhuizing(loket: Loket) -> Verhuizing:
    oud = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    (periode,) = oud.doe(loket.coach, perioden_van)
    accordeerder = loket.accordeerder.lidmaatschap_id
    oud.doe(loket.coach, koppel, periode.id, loket.coach.lidmaatschap_id, accordeerder_id=accordeerder)
    schrijf_week(loket, periode.id)
    oud.doe(loket.coach, trek_in)
    zaak = oud.doe(loket.coach, vervang)
    nieuw = Zaakloket(loket, zaak.tenant_id, zaak.id)
    nieuw.doe(loket.coach, begin_later)
    nieuw.doe(loket.coach, kijk_alles_na)
    assert nieuw.doe(loket.coach, controleer).volledig
    nieuw.doe(loket.coach, maak_definitief)
    return Verhuizing(loket, oud, nieuw)


def schrijf_week(loket: Loket, periode_id: UUID) -> None:
    """Een uur voor de nieuwe begindatum, een akkoord uur, een dat op akkoord wacht, en een in een open week."""
    klant = (("uwv-noord", periode_id),)
    with loket.wereld.als(loket.coach) as handeling:
        sleutels = {
            dag: schrijf(handeling, Werk(klant, BEGELEIDEN, dag, time(9), Duur(60))).sleutels[0]
            for dag in (VROEG, AKKOORD, WACHT, OPEN)
        }
        for dag in (VROEG, AKKOORD, WACHT):
            sluit(handeling, Week.van(dag), ook_lege=True)
        gezien = Aangewezen(*sleutels[AKKOORD], versie=2)  # geschreven, en daarna wachtend
    with loket.wereld.als(loket.accordeerder) as handeling:
        accordeer(handeling, [gezien])


def zet_stand(verhuisd: Verhuizing, zaak: Zaakloket, dag: date, stand: Urenstatus) -> None:
    """Zet de stand zoals een declaratie dat doet, zonder de hele weg naar een toekenning te lopen."""

    @gebruiksgeval("Stand gezet")
    def zet(handeling: Handeling) -> None:
        rij = handeling.sessie.scalars(select(Activiteit).filter_by(zaak_id=zaak.zaak_id, datum=dag)).one()
        rij.status = stand

    with verhuisd.loket.wereld.als(verhuisd.loket.coach) as handeling:
        zet(handeling)


def beeindig(verhuisd: Verhuizing, zaak: Zaakloket) -> None:
    """De periode is voorbij, zonder de hele weg van een toekenning te lopen."""

    @gebruiksgeval("Beëindigd")
    def zet(handeling: Handeling) -> None:
        handeling.sessie.scalars(
            select(Jobcoachperiode).filter_by(zaak_id=zaak.zaak_id)
        ).one().status = Periodestatus.BEEINDIGD

    with verhuisd.loket.wereld.als(verhuisd.loket.coach) as handeling:
        zet(handeling)
