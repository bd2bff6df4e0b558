"""Uren gaan mee naar de aanvraag die vervangt: eerst zien, dan alles of niets, en terug. (Handleiding 7.1)"""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import select
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.omboekhulp import AKKOORD, OPEN, VROEG, WACHT, Verhuizing, beeindig, verhuizing, zet_stand

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.postvak import postvak
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.sporen import Geschiedenis
from dakpan.partijen.rechten import Recht
from dakpan.plan.perioden import koppelingen_van
from dakpan.uren.omboeken.doen import draai_terug
from dakpan.uren.schrijven import verwijder
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.wandeling.omboeken import boek_om, omboekplan


@pytest.fixture
def loket(database_url: str) -> Iterator[Loket]:
    motor = motor_van(database_url)
    yield Loket.maak(Wereld(motor, date(2023, 1, 27)))
    motor.dispose()


@pytest.fixture
def verhuisd(loket: Loket) -> Verhuizing:
    loket.vandaag = date(2023, 1, 27)
    return verhuizing(loket)


def test_vooraf_staat_er_van_elk_uur_wat_er_gebeurt(verhuisd: Verhuizing) -> None:
    plan = verhuisd.plan()
    assert plan.blik is not None
    assert {een.rij.datum: een.wordt for een in plan.blik.mee} == {
        AKKOORD: Urenstatus.TE_ACCORDEREN,
        WACHT: Urenstatus.TE_ACCORDEREN,
        OPEN: Urenstatus.VOORRAAD,
    }
    assert [(een.rij.datum, een.waarom_niet) for een in plan.blik.blijft] == [
        (VROEG, "valt buiten de nieuwe periode, die loopt van 09-01-2023 t/m 02-07-2023")
    ]
    assert (plan.waarom_niet, plan.blik.duur_mee, plan.blik.zonder_accordeerder) == ("", Duur(180), ())
    assert verhuisd.uren(verhuisd.nieuw) == {}


def test_omboeken_vraagt_opnieuw_akkoord_en_beide_zaken_onthouden_het(verhuisd: Verhuizing) -> None:
    omboeking = verhuisd.boek_om()
    assert verhuisd.uren(verhuisd.oud) == {VROEG: Urenstatus.TE_ACCORDEREN}
    nu = {AKKOORD: Urenstatus.TE_ACCORDEREN, WACHT: Urenstatus.TE_ACCORDEREN, OPEN: Urenstatus.VOORRAAD}
    assert verhuisd.uren(verhuisd.nieuw) == nu
    assert (omboeking.aantal, omboeking.duur) == (3, Duur(180))
    for zaak in (verhuisd.oud, verhuisd.nieuw):
        waarom = f"Uren omgeboekt: 3:00 uur van {verhuisd.oud.zaak(verhuisd.loket.coach).nummer} naar "
        assert any(een.startswith(waarom) for een in _geschiedenis(verhuisd, zaak))
    with verhuisd.loket.wereld.als(verhuisd.loket.accordeerder) as handeling:
        gevraagd = [een for een in postvak(handeling)[0] if "akkoord" in een.soort.value]
    assert gevraagd


def _geschiedenis(verhuisd: Verhuizing, zaak: Zaakloket) -> list[str]:
    with verhuisd.loket.wereld.als(verhuisd.loket.coach) as handeling:
        return list(handeling.sessie.scalars(select(Geschiedenis.waarom).where(Geschiedenis.zaak_id == zaak.zaak_id)))


def test_wie_coachte_en_accordeerde_doet_dat_ook_in_de_nieuwe_periode(verhuisd: Verhuizing) -> None:
    (koppeling,) = verhuisd.nieuw.doe(verhuisd.loket.coach, koppelingen_van)
    assert koppeling.coach_id == verhuisd.loket.coach.lidmaatschap_id
    assert koppeling.accordeerder_id == verhuisd.loket.accordeerder.lidmaatschap_id


def test_terugdraaien_zet_alles_terug_behalve_het_akkoord(verhuisd: Verhuizing) -> None:
    omboeking = verhuisd.boek_om()
    verhuisd.nieuw.doe(verhuisd.loket.coach, draai_terug, omboeking.id, omboeking.versie)
    assert verhuisd.uren(verhuisd.nieuw) == {}
    assert verhuisd.uren(verhuisd.oud)[AKKOORD] is Urenstatus.TE_ACCORDEREN
    with pytest.raises(KanNiet, match="al teruggedraaid"):
        verhuisd.nieuw.doe(verhuisd.loket.coach, draai_terug, omboeking.id)
    assert verhuisd.boek_om().aantal == 3


def test_wat_gedeclareerd_is_gaat_niet_mee_en_niet_terug(verhuisd: Verhuizing) -> None:
    omboeking = verhuisd.boek_om()
    zet_stand(verhuisd, verhuisd.nieuw, AKKOORD, Urenstatus.GEDECLAREERD)
    with pytest.raises(KanNiet, match="al gedeclareerd"):
        verhuisd.nieuw.doe(verhuisd.loket.coach, draai_terug, omboeking.id)
    assert verhuisd.uren(verhuisd.nieuw)[AKKOORD] is Urenstatus.GEDECLAREERD


def test_na_het_einde_blijft_alles_waar_het_te_declareren_is(verhuisd: Verhuizing) -> None:
    """De oude periode verviel; wat daarheen terug zou gaan komt op geen enkele declaratie meer."""
    omboeking = verhuisd.boek_om()
    zet_stand(verhuisd, verhuisd.nieuw, AKKOORD, Urenstatus.GEACCORDEERD)
    beeindig(verhuisd, verhuisd.nieuw)
    with pytest.raises(KanNiet, match="nooit meer te declareren"):
        verhuisd.nieuw.doe(verhuisd.loket.coach, draai_terug, omboeking.id)
    assert verhuisd.uren(verhuisd.nieuw)[AKKOORD] is Urenstatus.GEACCORDEERD


def test_gedeclareerd_in_de_oude_periode_blijft_daar(verhuisd: Verhuizing) -> None:
    zet_stand(verhuisd, verhuisd.oud, AKKOORD, Urenstatus.GEDECLAREERD)
    assert verhuisd.boek_om().aantal == 2
    assert verhuisd.uren(verhuisd.oud)[AKKOORD] is Urenstatus.GEDECLAREERD


def test_wie_iets_anders_zag_boekt_niets_om(verhuisd: Verhuizing) -> None:
    blik = verhuisd.plan().blik
    assert blik is not None
    zet_stand(verhuisd, verhuisd.oud, OPEN, Urenstatus.TE_ACCORDEREN)
    with pytest.raises(Gewijzigd):
        verhuisd.nieuw.doe(verhuisd.loket.coach, boek_om, blik.code)
    assert verhuisd.uren(verhuisd.nieuw) == {}


def test_een_tweede_keer_valt_er_niets_mee_te_nemen(verhuisd: Verhuizing) -> None:
    verhuisd.boek_om()
    with pytest.raises(KanNiet, match="geen uren die mee kunnen"):
        verhuisd.boek_om()


def test_alleen_wie_perioden_beheert_en_alleen_zijn_eigen(verhuisd: Verhuizing) -> None:
    loket = verhuisd.loket
    kijker = loket.wereld.medewerker(loket.organisatie_id, "Ada Kijker", Recht.UREN_SCHRIJVEN)
    vreemde = loket.wereld.medewerker(loket.wereld.organisatie("Elders"), "El Elders")
    with pytest.raises(GeenRecht):
        verhuisd.plan(kijker)
    with pytest.raises(NietGevonden):
        verhuisd.plan(vreemde)
    with pytest.raises(NietGevonden):  # de oude zaak vervangt zelf niets
        verhuisd.oud.doe(loket.coach, omboekplan)


def test_wat_intussen_is_verwijderd_blijft_weg(verhuisd: Verhuizing) -> None:
    omboeking = verhuisd.boek_om()
    with verhuisd.loket.wereld.als(verhuisd.loket.coach) as handeling:
        rij = handeling.sessie.scalars(select(Activiteit).filter_by(datum=OPEN)).one()
        verwijder(handeling, rij.tenant_id, rij.id, None)
    verhuisd.nieuw.doe(verhuisd.loket.coach, draai_terug, omboeking.id)
    assert OPEN not in verhuisd.uren(verhuisd.oud)
