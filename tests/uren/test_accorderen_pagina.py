"""De lijst van de accordeerder, zoals hij haar ziet."""

import re
from datetime import time
from html import unescape

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.pagina import bezoek, opdrachten, tekst_van
from tests.uren.straat import WEEK_11, WEEK_12, Straat, statussen, werk

from dakpan.uren.week import Week
from dakpan.uren.weken import heropen, sluit

W11, W12 = Week.van(WEEK_11), Week.van(WEEK_12)


@pytest.fixture
def straat(sqlite_gemigreerd: str) -> Straat:
    """Een week met een uur bij elk van de drie financiers wacht op akkoord."""
    straat = Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))
    for nummer, klant in enumerate(straat.klanten):
        straat.schrijf(werk(klant, datum=WEEK_11, begin=time(9 + nummer), beoogd="Rust op de werkvloer"))
    straat.doe(sluit, W11)
    return straat


@pytest.fixture
def ank(app: Flask, straat: Straat) -> Bezoeker:
    return bezoek(app, straat.accordeerder)


def _codes(bezoeker: Bezoeker, naam: str = "kies") -> list[str]:
    assert bezoeker.pagina is not None
    return re.findall(rf'name="{naam}" value="([^"]+)"', bezoeker.pagina.text)


def test_de_lijst_met_de_vier_regels(ank: Bezoeker) -> None:
    ank.get("/accorderen")
    leest = tekst_van(ank)
    assert "Week 11 van 2022, Jo Coach" in leest
    assert "Voorraad 0:00 Te accorderen 3:00 Geaccordeerd, te declareren 0:00 Gedeclareerd 0:00" in leest
    assert "Beoogd: Rust op de werkvloer" in leest
    assert len(_codes(ank)) == 3


def test_gekozen_accorderen(ank: Bezoeker, straat: Straat) -> None:
    ank.get("/accorderen")
    ank.post("/accorderen", {"wat": "gekozen", "kies": _codes(ank)[:2]}, follow_redirects=True)
    assert "2 activiteiten zijn akkoord" in tekst_van(ank)
    assert statussen(straat.uren()) == ["geaccordeerd", "geaccordeerd", "te_accorderen"]


def test_alles_accorderen_zonder_iets_aan_te_vinken(ank: Bezoeker, straat: Straat) -> None:
    ank.get("/accorderen/alles")
    ank.post("/accorderen", {"wat": "alles", "alle": _codes(ank, "alle")}, follow_redirects=True)
    assert statussen(straat.uren()) == ["geaccordeerd"] * 3
    assert "Er wacht niets op uw akkoord" in tekst_van(ank)


def test_een_hele_week_accorderen_laat_de_andere_liggen(ank: Bezoeker, straat: Straat) -> None:
    """Met één week op de lijst is dat alles; met twee staat het bij elke week."""
    assert "Accordeer deze week" not in ank.get("/accorderen").text
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_12))
    straat.doe(sluit, W12)
    week_11, week_12 = re.findall(r'href="([^"]+)">Accordeer deze week', ank.get("/accorderen").text)
    assert "2022-W12" in week_12
    ank.get(unescape(week_11))
    assert "3 activiteiten accorderen?" in tekst_van(ank)
    ank.post("/accorderen", {"wat": "alles", "alle": _codes(ank, "alle")}, follow_redirects=True)
    assert statussen(straat.uren()) == [*["geaccordeerd"] * 3, "te_accorderen"]
    assert ank.get(unescape(week_11)).location == "/accorderen"  # daar is niets meer van


def test_niets_gekozen_zegt_wat_te_doen(ank: Bezoeker) -> None:
    ank.get("/accorderen")
    assert ank.post("/accorderen", {"wat": "gekozen"}).status_code == 422
    assert "Kies ten minste één activiteit" in tekst_van(ank)


def test_een_dubbele_klik_doet_geen_kwaad(ank: Bezoeker, straat: Straat) -> None:
    ank.get("/accorderen/alles")
    velden = {"wat": "alles", "alle": _codes(ank, "alle")}
    ank.post("/accorderen", velden)
    ank.get("/accorderen/akkoord")
    assert ank.post("/accorderen", velden).status_code == 409
    assert statussen(straat.uren()) == ["geaccordeerd"] * 3


def test_wat_intussen_veranderde_blijft_liggen(ank: Bezoeker, straat: Straat) -> None:
    ank.get("/accorderen")
    codes = _codes(ank)
    straat.doe(heropen, W11)
    straat.doe(sluit, W11)
    assert ank.post("/accorderen", {"wat": "gekozen", "kies": codes}).status_code == 409
    assert "intussen gewijzigd" in tekst_van(ank)
    assert statussen(straat.uren()) == ["te_accorderen"] * 3


def test_terugsturen_met_een_reden(app: Flask, ank: Bezoeker, straat: Straat) -> None:
    ank.get("/accorderen")
    codes = _codes(ank)
    assert ank.post("/accorderen", {"wat": "terug", "kies": codes[:1], "reden": " "}).status_code == 422
    assert "Schrijf waarom" in tekst_van(ank)
    assert f'value="{codes[0]}" checked' in ank.pagina.text  # type: ignore[union-attr]

    ank.post("/accorderen", {"wat": "terug", "kies": codes[:1], "reden": "Te lang"}, follow_redirects=True)
    leest = tekst_van(ank)
    assert (
        "1 activiteit gaat terug; de week van de coach is weer open. 2 andere van die week blijven op uw lijst" in leest
    )
    assert "wat u niet kiest blijft hier wachten" in leest
    assert [rij.terug_reden for rij in straat.uren()] == ["Te lang", "", ""]

    jo = bezoek(app, straat.coach)
    jo.get("/uren/2022-W11")
    assert "2:00 van deze week wacht al op akkoord en is nu niet te wijzigen" in tekst_van(jo)
    assert "Ook die uren terughalen" in tekst_van(jo)


def test_een_akkoord_intrekken(ank: Bezoeker, straat: Straat) -> None:
    ank.get("/accorderen/alles")
    ank.post("/accorderen", {"wat": "alles", "alle": _codes(ank, "alle")})
    ank.get("/accorderen/akkoord")
    ank.post("/accorderen/akkoord", {"kies": _codes(ank)[:1]}, follow_redirects=True)
    assert "1 akkoord is ingetrokken" in tekst_van(ank)
    assert statussen(straat.uren()) == ["geaccordeerd", "geaccordeerd", "te_accorderen"]


def test_een_coach_ziet_zijn_eigen_uren_er_niet(app: Flask, straat: Straat) -> None:
    jo = bezoek(app, straat.coach)
    jo.get("/accorderen")
    assert "Er wacht niets op uw akkoord" in tekst_van(jo)
    codes = [een.code for een in straat.aangewezen()]
    assert jo.post("/accorderen", {"wat": "gekozen", "kies": codes}).status_code in {400, 409}
    assert statussen(straat.uren()) == ["te_accorderen"] * 3


def test_de_lijst_kost_even_veel_opdrachten_hoe_lang_zij_ook_is(ank: Bezoeker, straat: Straat) -> None:
    with opdrachten() as weinig:
        ank.get("/accorderen")
    for uur in range(6, 20):
        straat.schrijf(werk(straat.klanten[uur % 3], begin=time(uur)))
    straat.doe(sluit, W12)
    with opdrachten() as veel:
        ank.get("/accorderen")
    assert len(_codes(ank)) == 17
    assert len(veel) == len(weinig)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(wat=st.text(max_size=10), kies=st.lists(st.text(max_size=60), max_size=3), reden=st.text(max_size=600))
def test_willekeurige_tekst_geeft_nooit_een_storing(ank: Bezoeker, wat: str, kies: list[str], reden: str) -> None:
    ank.get("/accorderen")
    schoon = {"wat": _schoon(wat), "kies": [*map(_schoon, kies)], "reden": _schoon(reden)}
    assert ank.post("/accorderen", schoon).status_code in {404, 409, 422}


def _schoon(tekst: str) -> str:
    return tekst.encode("utf-8", "replace").decode()


def test_de_coach_ziet_boven_zijn_week_wat_terugkwam_en_waarom(ank: Bezoeker, app: Flask, straat: Straat) -> None:
    """Een kort blok in het rooster heeft geen plaats voor een reden; boven de week staat zij altijd."""
    ank.get("/accorderen")
    ank.post("/accorderen", {"wat": "terug", "kies": _codes(ank)[:1], "reden": "Te lang"})
    coach = bezoek(app, straat.coach)
    week = coach.get(f"/uren/{W11.code}").text
    boven = week.partition('<ol class="dp-week')[0]
    (regel,) = re.findall(r'<li><a class="utrecht-link" href="/uren/activiteit/[^"]+">([^<]+)</a>: Te lang</li>', boven)
    assert regel == "Mila Bakker, dinsdag 15 maart om 9:00"
    assert week.count("dp-punt--terug") == 1


def test_wie_een_lege_week_sluit_leest_niet_dat_er_uren_wachten(app: Flask, straat: Straat) -> None:
    coach = bezoek(app, straat.coach)
    coach.get(f"/uren/{W12.code}")
    coach.post(f"/uren/{W12.code}/sluiten", follow_redirects=True)
    assert "De week is gesloten." in tekst_van(coach)
    assert "wachten nu op akkoord" not in tekst_van(coach)
