"""Weken sluiten op volgorde, heropenen zolang niets akkoord is, en weken over nieuwjaar (reis 6)."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from tests.uren.straat import BEGIN, VANDAAG, WEEK_11, WEEK_12, Straat, statussen, werk

from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.sporen import Geschiedenis
from dakpan.uren.accorderen import Aangewezen, accordeer
from dakpan.uren.schrijven import schrijf
from dakpan.uren.week import Week, weken_tot
from dakpan.uren.weken import heropen, sluit, weekstand

W11, W12, W13 = (Week.van(WEEK_11 + timedelta(weeks=nummer)) for nummer in range(3))


def test_week_12_sluit_niet_zolang_11_open_is(straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_11))
    straat.schrijf(werk(*straat.klanten))

    with pytest.raises(KanNiet, match="Sluit eerst week 11 van 2022"):
        straat.doe(sluit, W12)
    assert statussen(straat.uren()) == ["voorraad"] * 4

    straat.doe(sluit, W11)
    straat.doe(sluit, W12)
    assert statussen(straat.uren()) == ["te_accorderen"] * 4


def test_een_lege_week_kan_dicht(straat: Straat) -> None:
    straat.doe(sluit, W11)
    stand = straat.doe(weekstand, W11)
    assert (stand.gesloten, stand.kan_heropenen) == (True, True)


def test_lege_weken_ervoor_kunnen_in_een_keer_mee(straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0]))
    assert straat.doe(weekstand, W12).kan_met_lege
    straat.doe(sluit, W12, ook_lege=True)
    assert [straat.doe(weekstand, week).gesloten for week in (W11, W12, W13)] == [True, True, False]


def test_een_week_met_uren_gaat_niet_vanzelf_mee(straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_11))
    assert not straat.doe(weekstand, W12).kan_met_lege
    with pytest.raises(KanNiet, match="week 11"):
        straat.doe(sluit, W12, ook_lege=True)
    assert not straat.doe(weekstand, W11).gesloten


def test_een_week_die_nog_moet_beginnen_blijft_open(straat: Straat) -> None:
    with pytest.raises(KanNiet, match="moet nog beginnen"):
        straat.doe(sluit, W13)


def test_tweemaal_sluiten_of_openen_kan_niet(straat: Straat) -> None:
    straat.doe(sluit, W11)
    with pytest.raises(KanNiet, match="al gesloten"):
        straat.doe(sluit, W11)
    straat.doe(heropen, W11)
    with pytest.raises(KanNiet, match="al open"):
        straat.doe(heropen, W11)


def test_een_heropende_week_houdt_latere_weken_weer_tegen(straat: Straat) -> None:
    straat.doe(sluit, W12, ook_lege=True)
    straat.doe(heropen, W11)
    with pytest.raises(KanNiet, match="Sluit eerst week 11"):
        straat.doe(sluit, W13, op=VANDAAG + timedelta(weeks=1))


def test_heropenen_kan_tot_er_iets_akkoord_is(straat: Straat) -> None:
    straat.schrijf(werk(*straat.klanten[:2], datum=WEEK_11))
    straat.doe(sluit, W11)
    straat.doe(heropen, W11)
    assert statussen(straat.uren()) == ["voorraad"] * 2

    straat.doe(sluit, W11)
    straat.doe(accordeer, straat.aangewezen()[:1], als=straat.accordeerder)
    with pytest.raises(KanNiet, match="akkoord eerst intrekken"):
        straat.doe(heropen, W11)
    assert not straat.doe(weekstand, W11).kan_heropenen


def test_de_weken_van_twee_coaches_staan_los(straat: Straat) -> None:
    straat.zaken[0].koppel(straat.collega, straat.accordeerder)
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_11))
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_11, begin=time(13)), als=straat.collega)

    straat.doe(sluit, W11)

    assert not straat.doe(weekstand, W11, als=straat.collega).gesloten
    assert statussen(straat.uren()) == ["te_accorderen", "voorraad"]


def test_twee_organisaties_zien_elkaars_weken_niet(straat: Straat) -> None:
    wereld = straat.wereld
    ander = wereld.organisatie("Stichting Opstap")
    coach = wereld.medewerker(ander, "Pim Elders")
    wereld.zaak("staphorst", ander, "Noa Vos", begin=BEGIN).koppel(coach)
    straat.doe(sluit, W11)

    assert not straat.doe(weekstand, W11, als=coach).gesloten
    assert straat.uren(coach) == []


def test_een_week_over_nieuwjaar(straat: Straat) -> None:
    """2026 heeft een week 53; zij loopt van 28 december tot en met 3 januari."""
    oud, nieuw = date(2026, 12, 30), date(2027, 1, 2)
    zaak = straat.wereld.zaak("staphorst", straat.organisatie_id, "Noa Vos", begin=date(2026, 12, 28), eind=nieuw)
    coach = straat.wereld.medewerker(straat.organisatie_id, "Nel Nieuwjaar")
    zaak.koppel(coach, straat.accordeerder)
    for dag in (oud, nieuw):
        straat.doe(schrijf, werk(zaak.klant, datum=dag), als=coach, op=nieuw)

    assert {rij.weeknummer for rij in straat.uren()} == {"2026-W53"}
    straat.doe(sluit, Week.uit_nummer("2026-W53"), als=coach, op=nieuw)
    straat.doe(sluit, Week.uit_nummer("2027-W01"), als=coach, op=date(2027, 1, 4))
    assert statussen(straat.uren()) == ["te_accorderen"] * 2


def test_wie_nergens_aan_gekoppeld_is_heeft_geen_weken_ervoor(straat: Straat) -> None:
    stand = straat.doe(weekstand, W12, als=straat.collega)
    assert (stand.open_ervoor, stand.kan_sluiten) == ((), True)


def test_sluiten_en_accorderen_staat_in_de_geschiedenis(straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_11))
    straat.doe(sluit, W11)
    straat.doe(accordeer, straat.aangewezen(), als=straat.accordeerder)
    with straat.wereld.als(straat.coach) as handeling:
        gevraagd = select(Geschiedenis).where(Geschiedenis.tabel == "activiteit").order_by(Geschiedenis.id)
        regels = handeling.sessie.scalars(gevraagd).all()

    assert [(regel.door, regel.waarom) for regel in regels] == [
        ("Jo Coach", "uren geschreven"),
        ("Jo Coach", "week gesloten"),
        ("Ank Akkoord", "uren geaccordeerd"),
    ]
    assert {"veld": "status", "was": "voorraad", "is": "te_accorderen"} in regels[1].velden


@given(st.dates(date(1900, 1, 8), date(2199, 12, 20)))
def test_een_week_en_haar_nummer_horen_bij_elkaar(dag: date) -> None:
    week = Week.van(dag)
    assert dag in week
    assert Week.uit_nummer(week.code) == week
    assert (week.volgende.vorige, week.dagen[-1]) == (week, week.eind)
    assert week.code < week.volgende.code
    assert len(list(weken_tot(week, week.volgende.volgende))) == 2


@pytest.mark.parametrize(
    "tekst", ["", "2022-12", "2022-W00", "2022-W54", "2023-W53", "1899-W01", "2022-W1", "٢٠٢٢-W12"]
)
def test_een_week_die_niet_bestaat(tekst: str) -> None:
    with pytest.raises(OngeldigeWaarde):
        Week.uit_nummer(tekst)


def test_een_week_begint_op_maandag() -> None:
    with pytest.raises(OngeldigeWaarde, match="maandag"):
        Week(WEEK_12)


def test_een_aanwijzing_leest_wat_zij_schreef() -> None:
    code = "uwv-noord/00000000-0000-0000-0000-000000000007/3"
    assert Aangewezen.uit_code(code).code == code
    for kapot in ("", "a/b", "a/b/c", "a/b/c/d", f"{code}x"):
        with pytest.raises(ValueError, match=r"unpack|hexadecimal|invalid literal"):
            Aangewezen.uit_code(kapot)
