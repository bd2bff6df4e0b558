"""Bij 80 en bij 100 procent van wat is toegekend hoort de coach het, elk één keer; schrijven blijft kunnen."""

from datetime import date

import pytest
from tests.berichten.conftest import Post
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.uren import Uren
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.postvak import Berichtregel
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.plan.tables import Jobcoachperiode
from dakpan.uren.overzicht import drempel
from dakpan.uren.tables import Activiteit

DAG = date(2022, 3, 22)


@pytest.mark.parametrize(("minuten", "procent"), [(0, None), (479, None), (480, 80), (599, 80), (600, 100), (900, 100)])
def test_een_drempel_is_gehaald_zodra_er_zoveel_is_geschreven(minuten: int, procent: int | None) -> None:
    """Van tien uur, dus 600 minuten, is 80 procent 480."""
    assert drempel(Duur(minuten), Duur(600)) == procent
    assert drempel(Duur(minuten), Duur(0)) == (100 if minuten else None)
    assert drempel(Duur(minuten), None) is None


def _schrijf(post: Post, zaak: Bouwzaak, minuten: int) -> None:
    eigen = {"tenant_id": zaak.tenant_id, "organisatie_id": zaak.organisatie_id, "zaak_id": zaak.zaak_id}
    with post.wereld.bouw(post.coach) as sessie:
        sessie.add(
            Activiteit(
                **eigen,
                kant=Kant.ORGANISATIE,
                periode_id=zaak.periode_id,
                medewerker_id=post.coach.lidmaatschap_id,
                weeknummer="2022-W12",
                datum=DAG,
                begin=0,
                duur=Duur(minuten),
                doel="introduceren",
            )
        )


def test_de_coach_hoort_elke_drempel_een_keer(post: Post) -> None:
    zaak = post.wereld.zaak("uwv-noord", post.organisatie_id, tot=Zaakstap.UREN, uren=Uren(10_00))
    zaak.koppel(post.coach, post.accordeerder)
    gehoord = []
    for minuten in (479, 1, 0, 200, 0):
        if minuten:
            _schrijf(post, zaak, minuten)
        post.ronde(DAG)
        gehoord.append([een.over for een in _over_uren(post, post.coach)])
    assert gehoord == [[], ["80"], ["80"], ["100", "80"], ["100", "80"]]
    assert not any(een.moet_doen for een in _over_uren(post, post.coach))
    assert _over_uren(post, post.accordeerder) == _over_uren(post, post.beslisser) == []


def test_ook_van_een_bedrag_als_er_een_uurtarief_bij_hoort(post: Post) -> None:
    """€ 100,00 bij € 95,45 per uur is 62 hele minuten; 80 procent daarvan is 49,6: bij 49 nog niet, bij 50 wel."""
    zaak = post.wereld.zaak("staphorst", post.organisatie_id, tot=Zaakstap.UREN, uren=None)
    zaak.koppel(post.coach, post.accordeerder)
    gehoord = []
    for tarief, minuten in ((None, 49), (Bedrag(0), 0), (Bedrag(95_45), 0), (Bedrag(95_45), 1), (Bedrag(95_45), 12)):
        with post.wereld.bouw(post.coach) as sessie:
            periode = sessie.get_one(Jobcoachperiode, zaak.klant)
            periode.bedrag, periode.tarief = Bedrag(100_00), tarief
        if minuten:
            _schrijf(post, zaak, minuten)
        post.ronde(DAG)
        gehoord.append([een.over for een in _over_uren(post, post.coach)])
    assert gehoord == [[], [], [], ["80"], ["100", "80"]]


def _over_uren(post: Post, wie: Vrager) -> list[Berichtregel]:
    return [een for een in post.postvak(wie) if een.soort is Berichtsoort.UREN_RAKEN_OP]
