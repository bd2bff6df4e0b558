"""Reizen 3, 4 en 9 (eerste helft) in een echte browser: het urenbudget, te laat met een goede reden, en het vervolg.

10% × 36 uur × 24 weken = 86,40 uur op het formulier; 3, 6 en 15% geven 25,92, 51,84 en 129,60.
"""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import expect
from tests.aanvraag.loket.antwoorden import HALFJAAR, Json, met
from tests.browser.hulp import wandeling_stappen as stappen
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.kijken import Axe, past_op_telefoon
from tests.browser.hulp.loket import Loket
from tests.browser.hulp.snel import besluit_snel, dien_snel_in, zet_klok
from tests.browser.hulp.wandeling import Gezelschap, Hand, Muis, Toetsen, gelukt, inhoud, kop, vak
from tests.browser.hulp.wandeling_stappen import NOORDERLICHT
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

HIER = "UWV Noord"
DESKUNDIGE, BESLISSER, COACH = "Bert Sikkema", "Leonie Faber", "Sjoerd Veldkamp"
OP = date(2023, 1, 9)
REIS_4: Json = met(
    HALFJAAR,
    dienstverband={"begin": "2022-02-17"},
    aanvraag={"begin": "2022-02-17", "eind": "2022-08-16", "reden_te_laat": "De werkgever was ziek."},
)


@pytest.fixture(name="loket", scope="module")
def _loket(ronde: Ronde, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loket]:
    """Een eigen demonstratie: hier gaat de klok terug."""
    plek = tmp_path_factory.mktemp("beslissen")
    kopieer_demo(ronde, plek)
    with Loket.open(plek) as loket:
        yield loket


def ga(hand: Hand, zaak: tuple[str, object], deel: str) -> None:
    hand.pagina.goto(f"/zaken/{zaak[0]}/{zaak[1]}/{deel}".rstrip("/"))


@pytest.mark.parametrize(
    ("regime", "uren"), [("zeer_licht", "25,92"), ("licht", "51,84"), ("midden", "86,4"), ("intensief", "129,6")]
)
def test_het_urenbudget_uitgelegd(loket: Loket, bezoekers: Bezoekers, regime: str, uren: str) -> None:
    zet_klok(loket, OP)
    reden = "Nieuw werk en een zware beperking." if regime == "intensief" else None
    zaak = dien_snel_in(loket, met(HALFJAAR, aanvraag={"regime": regime, "motivering_intensief": reden}))
    beslisser = Gezelschap(bezoekers, Muis).als(HIER, BESLISSER)
    ga(beslisser, zaak, "besluit")
    formulier = beslisser.pagina.locator("details").filter(has_text="Uren op het formulier").first
    expect(formulier.locator("summary")).to_contain_text(f"{uren} uur")
    beslisser.klap_open("Uren op het formulier")
    expect(formulier).to_contain_text("36")
    expect(formulier).to_contain_text("Bron")


@pytest.mark.parametrize(
    ("anders", "waarom"),
    [
        ({"dienstverband": {"uren_per_week": "11.00"}}, "12"),
        (
            {"dienstverband": {"soort": "bepaalde_tijd", "eind": "2023-06-01"}, "aanvraag": {"eind": "2023-06-01"}},
            "6 maanden",
        ),
    ],
)
def test_te_weinig_uren_of_te_kort_wordt_afgewezen_met_de_bron(
    loket: Loket, bezoekers: Bezoekers, axe: Axe, anders: Json, waarom: str
) -> None:
    zet_klok(loket, OP)
    zaak = dien_snel_in(loket, met(HALFJAAR, **anders))
    beslisser = Gezelschap(bezoekers, Muis).als(HIER, BESLISSER)
    ga(beslisser, zaak, "besluit")
    expect(inhoud(beslisser)).to_contain_text("Voorstel volgens de regels: Afwijzen")
    blokkerend = beslisser.pagina.locator(".dp-bevindingen__groep--blokkerend")
    expect(blokkerend).to_contain_text(waarom)
    expect(blokkerend.locator(".dp-bron").first).to_be_visible()
    # Zonder advies is er één besluit dat al kan.
    beslisser.kies("Uw besluit", "Vastleggen dat de aanvraag is ingetrokken")
    beslisser.vul("Motivering", "De werkgever stopt ermee.")
    beslisser.druk_op("Kijk het besluit na")
    expect(inhoud(beslisser)).to_contain_text("Er is nog niets besloten.")
    axe(beslisser.pagina, "POST")
    past_op_telefoon(beslisser.pagina)


@pytest.mark.parametrize("met_hand", [Muis, Toetsen])
def test_te_laat_met_een_goede_reden(loket: Loket, bezoekers: Bezoekers, met_hand: type[Muis] | type[Toetsen]) -> None:
    zet_klok(loket, date(2022, 3, 17))
    beslisser = Gezelschap(bezoekers, met_hand).als(HIER, BESLISSER)
    ga(beslisser, dien_snel_in(loket, REIS_4), "besluit")
    expect(inhoud(beslisser)).to_contain_text("12-05-2022")
    expect(inhoud(beslisser)).not_to_contain_text("Dagen die vervallen")
    expect(inhoud(beslisser)).not_to_contain_text("De aanvraag kwam te laat")
    zet_klok(loket, date(2022, 3, 18))
    beslisser = Gezelschap(bezoekers, met_hand).als(HIER, BESLISSER)
    ga(beslisser, dien_snel_in(loket, REIS_4), "besluit")
    vervalt = beslisser.pagina.locator("details").filter(has_text="Dagen die vervallen").first
    expect(vervalt.locator("summary strong")).to_have_text("1")
    beslisser.kies("De aanvraag kwam te laat", "De reden is goed; er vervalt geen dag")
    beslisser.vul("Motivering", "De werkgever was ziek.")
    beslisser.druk_op("Reken opnieuw")
    expect(vak(beslisser.pagina, "Motivering")).to_have_value("De werkgever was ziek.")
    expect(vak(beslisser.pagina, "Toegekende uren")).to_have_value("85,93")
    expect(inhoud(beslisser)).not_to_contain_text("Dagen die vervallen")
    expect(inhoud(beslisser)).to_contain_text("85,93 uur")


@pytest.mark.parametrize("met_hand", [Muis, Toetsen])
def test_onvolledig_veertien_dagen_en_de_klok_staat_stil(
    loket: Loket, bezoekers: Bezoekers, axe: Axe, met_hand: type[Muis] | type[Toetsen]
) -> None:
    zet_klok(loket, date(2022, 3, 17))
    zaak = dien_snel_in(loket, REIS_4)
    zet_klok(loket, date(2022, 4, 1))
    deskundige = Gezelschap(bezoekers, met_hand).als(HIER, DESKUNDIGE)
    ga(deskundige, zaak, "aanvulling")
    deskundige.vink("kopie van het arbeidscontract")
    deskundige.druk_op("Vraag om aanvulling")
    gelukt(deskundige, "Vanaf morgen staat de beslistermijn stil.")
    expect(inhoud(deskundige)).to_contain_text("15 april 2022")
    # Dat is Goede Vrijdag: aanvullen kan tot en met dinsdag 19 april, en beslissen 18 dagen later.
    expect(inhoud(deskundige)).to_contain_text("19 april 2022")
    expect(inhoud(deskundige)).to_contain_text("30 mei 2022")
    zet_klok(loket, date(2022, 4, 11))
    coach = Gezelschap(bezoekers, met_hand).als(NOORDERLICHT, COACH)
    ga(coach, zaak, "")
    coach.volg("Vul de aanvraag aan")
    axe(coach.pagina)
    coach.vul("Uw antwoord", "Het hele contract zit erbij.")
    coach.vink("Dit is nu compleet")
    coach.druk_op("Verstuur de aanvulling")
    gelukt(coach, "De beslistermijn loopt weer.")
    deskundige = Gezelschap(bezoekers, met_hand).als(HIER, DESKUNDIGE)
    for hand in (coach, deskundige):
        ga(hand, zaak, "aanvulling")
        # Tot zaterdag 21 mei; maandag 23 mei kan nog.
        expect(inhoud(hand)).to_contain_text("23 mei 2022")
    deskundige.druk_op("De aanvraag is volledig")
    expect(kop(deskundige)).to_have_text("Mila Bakker")


def test_na_de_periode_vier_weken_en_een_vervolg_dat_zegt_waar_het_vandaan_komt(
    loket: Loket, bezoekers: Bezoekers
) -> None:
    """Reis 9, eerste helft: einde 16-08-2022; verantwoorden tot 13-09-2022, een wijziging doorgeven tot 19-07-2022."""
    zet_klok(loket, date(2022, 3, 17))
    zaak = dien_snel_in(loket, REIS_4)
    besluit_snel(loket, zaak, soort="toegekend")
    zet_klok(loket, date(2022, 7, 18))
    coach = Gezelschap(bezoekers, Muis).als(NOORDERLICHT, COACH)
    ga(coach, zaak, "")
    for dag in ("19 juli 2022", "16 augustus 2022", "13 september 2022"):
        expect(inhoud(coach)).to_contain_text(dag)
    coach.druk_op("Begin het vervolg")
    stappen.open_groep(coach, "Periode en begeleiding")
    expect(vak(coach.pagina, "Eerste dag van de periode")).to_have_value("2022-08-17")
    expect(vak(coach.pagina, "Laatste dag van de periode")).to_have_value("2023-02-16")
    expect(inhoud(coach)).to_contain_text("de dag na 16-08-2022, het einde van de vorige periode; nog na te kijken")
