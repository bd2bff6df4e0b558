"""De klok van een zaak: wie moet wat wanneer, en wat doet een opschorting."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dakpan.aanvraag.domain.bezwaar import BEZWAARBRON, Rechtsmiddel, bezwaartermijn
from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort
from dakpan.aanvraag.domain.klok import Klokfeiten, Klokregel, Kloksoort, Stand, Verslagtermijn, klok
from dakpan.aanvraag.domain.opschorting import Opschorting, Stilstand, opgeschort, stilstand
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.termijn import Termijn, Termijnsoort
from dakpan.aanvraag.domain.verlenging import Verlengt
from dakpan.uitleg.bron import Bron

BRON = Bron("Een regeling", "art. 1")
ONTVANGEN = date(2023, 3, 20)
BESLISSEN = Termijn(
    Termijnsoort.BESLISSING_UITERLIJK, ONTVANGEN + timedelta(56), BRON, "Beslis.", {}, verlengt=Verlengt.WEL
)  # maandag 15 mei 2023
AANVRAGEN = Termijn(Termijnsoort.AANVRAAG_UITERLIJK, date(2023, 4, 26), BRON, "Vraag aan.", {})
WIE = {Kloksoort.BESLISSEN: Partij.BESLISSER, Kloksoort.AANVRAGEN: Partij.JOBCOACHORGANISATIE}
DAGEN = st.dates(date(2023, 1, 1), date(2023, 12, 31))


def _feiten(**anders: object) -> Klokfeiten:
    gewoon = {"vandaag": ONTVANGEN, "termijnen": (AANVRAGEN, BESLISSEN), "wie": WIE, "ingediend_op": ONTVANGEN}
    return Klokfeiten(**{**gewoon, **anders})  # type: ignore[arg-type]


def _een(feiten: Klokfeiten, soort: Kloksoort) -> Klokregel:
    [regel] = [een for een in klok(feiten) if een.soort is soort]
    return regel


def test_voor_het_indienen_loopt_er_nog_geen_beslistermijn() -> None:
    assert [een.soort for een in klok(_feiten(ingediend_op=None))] == [Kloksoort.AANVRAGEN]


def test_aanvragen_is_gehaald_en_beslissen_loopt() -> None:
    aanvragen, beslissen = klok(_feiten())
    assert (aanvragen.wie, aanvragen.stand(ONTVANGEN)) == (Partij.JOBCOACHORGANISATIE, Stand.GEHAALD)
    assert (beslissen.wie, beslissen.uiterlijk) == (Partij.BESLISSER, date(2023, 5, 15))
    standen = {dag: beslissen.stand(date(2023, 5, dag)) for dag in (7, 8, 15, 16)}  # zeven dagen ervoor is de achtste
    assert standen == {7: Stand.LOOPT, 8: Stand.BINNENKORT, 15: Stand.BINNENKORT, 16: Stand.TE_LAAT}


def test_een_aanvulling_zet_de_beslistermijn_stil_en_daarna_telt_zij_verder() -> None:
    """Gevraagd op 27 maart: vanaf de 28e telt zij niet, tot het antwoord of tot 11 april; dat zijn 14 dagen."""
    gevraagd, tot = date(2023, 3, 27), date(2023, 4, 10)
    loopt = Opschorting(stilstand(gevraagd, tot), tot)
    stil = _een(_feiten(opschortingen=(loopt,), vandaag=date(2023, 4, 3)), Kloksoort.BESLISSEN)
    assert (stil.stand(date(2023, 4, 3)), stil.opgeschort) == (Stand.STAAT_STIL, 14)
    # 15 mei + 14 dagen is tweede pinksterdag (29 mei), en dus dinsdag 30 mei
    assert (stil.berekend, stil.uiterlijk) == (date(2023, 5, 29), date(2023, 5, 30))
    klaar = Opschorting(stilstand(gevraagd, tot, date(2023, 4, 4)), tot, date(2023, 4, 4))
    feiten = _feiten(opschortingen=(klaar,), vandaag=date(2023, 5, 1))
    verder = _een(feiten, Kloksoort.BESLISSEN)
    # 28 maart tot en met 3 april: zeven dagen
    assert (verder.opgeschort, verder.uiterlijk) == (7, date(2023, 5, 22))
    assert verder.stand(date(2023, 5, 1)) is Stand.LOOPT
    aanvullen = _een(feiten, Kloksoort.AANVULLEN)
    # tweede paasdag: aanvullen kan ook op dinsdag nog
    assert (aanvullen.berekend, aanvullen.uiterlijk) == (tot, date(2023, 4, 11))
    assert aanvullen.stand(date(2023, 5, 1)) is Stand.GEHAALD


def test_een_ingetrokken_verzoek_laat_alleen_zijn_stilstand_na() -> None:
    weg = Opschorting(stilstand(date(2023, 3, 27), date(2023, 4, 10), date(2023, 3, 30)))
    regels = klok(_feiten(opschortingen=(weg,)))
    assert [een.opgeschort for een in regels if een.soort is Kloksoort.BESLISSEN] == [2]
    assert Kloksoort.AANVULLEN not in {een.soort for een in regels}


def test_aanvullen_telt_niet_meer_na_een_nieuw_verzoek_of_een_besluit() -> None:
    """Het eerste verzoek bleef liggen; de som van de beslistermijn vergeet zijn dagen niet."""
    eerste, tweede = date(2023, 4, 11), date(2023, 5, 1)
    gemist = Opschorting(stilstand(date(2023, 3, 27), eerste), eerste)
    opnieuw = Opschorting(stilstand(date(2023, 4, 17), tweede), tweede)
    feiten = _feiten(opschortingen=(gemist, opnieuw), vandaag=date(2023, 5, 10))
    aanvullen = _een(feiten, Kloksoort.AANVULLEN)
    assert (aanvullen.berekend, aanvullen.stand(date(2023, 5, 10))) == (tweede, Stand.TE_LAAT)
    besloten = _feiten(opschortingen=(gemist, opnieuw), besloten_op=date(2023, 5, 10))
    assert Kloksoort.AANVULLEN not in {een.soort for een in klok(besloten)}
    # 28 maart tot en met 11 april en 18 april tot en met 1 mei: 15 + 14 dagen
    assert _een(besloten, Kloksoort.BESLISSEN).opgeschort == 29


def test_na_het_besluit_loopt_bezwaar_en_is_beslissen_gehaald_of_te_laat_gedaan() -> None:
    dag = date(2023, 4, 17)
    kan = Rechtsmiddel(Bezwaarsoort.BEZWAAR, bezwaartermijn(dag), BEZWAARBRON)
    op_tijd = _feiten(besloten_op=dag, middelen=((kan, None),), eind=date(2023, 8, 31), vandaag=date(2023, 6, 1))
    bezwaar = _een(op_tijd, Kloksoort.BEZWAAR)
    assert (bezwaar.uiterlijk, bezwaar.wie) == (date(2023, 5, 30), Partij.CLIENT)
    assert bezwaar.stand(date(2023, 6, 1)) is Stand.VOORBIJ
    assert _een(op_tijd, Kloksoort.EINDE).wie is None
    te_laat = _een(_feiten(besloten_op=date(2023, 5, 16)), Kloksoort.BESLISSEN)
    assert te_laat.stand(date(2023, 6, 1)) is Stand.TE_LAAT_GEDAAN


def test_verslagen_die_klaarstaan_komen_in_de_plaats_van_die_van_de_regels() -> None:
    regels = Termijn(Termijnsoort.RAPPORTAGE, date(2023, 5, 31), BRON, "Schrijf.", {}, vorm="kwartaal")
    staat = Verslagtermijn("kwartaal", date(2023, 6, 14), BRON, ingediend_op=date(2023, 6, 10))
    feiten = _feiten(termijnen=(regels,), besloten_op=ONTVANGEN, verslagen=(staat,))
    verslag = _een(feiten, Kloksoort.RAPPORTEREN)
    assert (verslag.uiterlijk, verslag.stand(date(2023, 7, 1))) == (date(2023, 6, 14), Stand.GEHAALD)


@given(DAGEN, st.lists(st.tuples(DAGEN, st.integers(0, 40)), max_size=5))
def test_opschorten_is_hetzelfde_als_dag_voor_dag_aftellen(ontvangen: date, pauzes: list[tuple[date, int]]) -> None:
    """Loop de dagen langs: een dag die niet telt gebruikt niets op van de 56."""
    lijst = [Stilstand(begin, begin + timedelta(dagen)) for begin, dagen in pauzes if begin > ontvangen]
    stil = {een.vanaf + timedelta(n) for een in lijst for n in range((een.tot - een.vanaf).days)}
    dag, over = ontvangen, 56
    while over:
        dag += timedelta(1)
        over -= dag not in stil
    assert opgeschort(ontvangen + timedelta(56), lijst).resultaat == dag


def test_een_afgesproken_evaluatie_meldt_zich_en_is_daarna_voorbij() -> None:
    regel = _een(_feiten(evaluaties=(date(2023, 6, 1),)), Kloksoort.EVALUEREN)
    standen = {dag: regel.stand(date(2023, 5, dag)) for dag in (24, 25)}  # zeven dagen ervoor is 25 mei
    assert standen == {24: Stand.LOOPT, 25: Stand.BINNENKORT}
    assert regel.stand(date(2023, 6, 2)) is Stand.VOORBIJ
