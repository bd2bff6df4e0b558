"""De vier totalen van een hele organisatie: langs elke weg tellen zij op tot hetzelfde."""

import re
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from tests.uren.pagina import bezoek, opdrachten, open_straat, tekst_van
from tests.uren.straat import VANDAAG, WEEK_11, WEEK_12, Straat, werk

from dakpan.begrippen.duur import GEEN_DUUR
from dakpan.opslag.fouten import GeenRecht
from dakpan.partijen.rechten import Recht
from dakpan.uren.accorderen import accordeer
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit
from dakpan.wandeling.urentotalen import Keuze, Totalen, Verloren, per_client, per_coach, per_dag, per_week, samen

ALLES = Keuze(WEEK_11 - timedelta(7), VANDAAG)


@pytest.fixture(name="gevuld")
def _gevuld(straat: Straat) -> Straat:
    """Week 11 is dicht: één uur akkoord, anderhalf uur van drie cliënten wacht. In week 12 staat nog twee uur open."""
    straat.zaken[1].koppel(straat.collega, straat.accordeerder)
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_11))
    straat.schrijf(werk(*straat.klanten, datum=WEEK_11 + timedelta(1), minuten=90))
    straat.doe(sluit, Week.van(WEEK_11))
    straat.doe(accordeer, straat.aangewezen()[:1], als=straat.accordeerder)
    straat.schrijf(werk(straat.klanten[2]))
    straat.schrijf(werk(straat.klanten[1]), als=straat.collega)
    return straat


def vier(totalen: Totalen) -> list[int]:
    return [totalen[een].minuten for een in Urenstatus]


def test_langs_elke_weg_hetzelfde(gevuld: Straat) -> None:
    assert vier(gevuld.doe(samen, ALLES)) == [120, 90, 60, 0]
    dagen, weken, coaches = (gevuld.doe(wat, ALLES) for wat in (per_dag, per_week, per_coach))
    assert {dag: vier(van) for dag, van in dagen.items()} == {
        WEEK_12: [120, 0, 0, 0],
        WEEK_11 + timedelta(1): [0, 90, 0, 0],
        WEEK_11: [0, 0, 60, 0],
    }
    assert [(week.nummer, vier(van)) for week, van in weken.items()] == [(12, [120, 0, 0, 0]), (11, [0, 90, 60, 0])]
    assert [(naam, vier(van)) for (naam, _id), van in coaches.items()] == [
        ("Jo Coach", [60, 90, 60, 0]),
        ("Sam Collega", [60, 0, 0, 0]),
    ]
    clienten = gevuld.doe(per_client, ALLES).regels
    assert {een.naam: vier(van) for een, van in clienten} == {
        "Mila Bakker": [0, 30, 60, 0],
        "Joris Smit": [60, 30, 0, 0],
        "Yara Öztürk": [60, 30, 0, 0],
    }


def test_alleen_deze_financier_of_deze_coach(gevuld: Straat) -> None:
    assert vier(gevuld.doe(samen, replace(ALLES, tenant_id="uwv-noord"))) == [0, 30, 60, 0]
    assert vier(gevuld.doe(samen, replace(ALLES, coach_id=gevuld.collega.lidmaatschap_id))) == [60, 0, 0, 0]
    assert gevuld.doe(samen, replace(ALLES, van=VANDAAG)) == dict.fromkeys((*Urenstatus, *Verloren), GEEN_DUUR)


def test_alleen_wie_declareert_en_nooit_van_een_andere_organisatie(gevuld: Straat) -> None:
    anders = gevuld.wereld.organisatie("Ander bureau")
    vreemd = gevuld.wereld.medewerker(anders, "Vera Vreemd")
    assert vier(gevuld.doe(samen, ALLES, als=vreemd)) == [0, 0, 0, 0]
    assert gevuld.doe(per_client, ALLES, als=vreemd).regels == ()
    with pytest.raises(GeenRecht):
        gevuld.doe(samen, ALLES, als=gevuld.wereld.medewerker(anders, "Ab Alleen", Recht.UREN_SCHRIJVEN))


def test_van_de_organisatie_naar_de_week_van_een_coach(gevuld: Straat, tmp_path: Path) -> None:
    """Elke regel wijst verder; hoe vol het ook is, het kost evenveel vragen."""
    wie = bezoek(open_straat(gevuld, tmp_path), gevuld.accordeerder)
    kost = {}
    for per in ("week", "dag", "coach", "client"):
        with opdrachten() as gezien:
            wie.get(f"/uren/totalen?per={per}&tot=2022-03-24")
        kost[per] = len(gezien)
    assert "Mila Bakker" in tekst_van(wie)
    for uur in range(10, 16):
        gevuld.schrijf(werk(gevuld.klanten[uur % 3], datum=WEEK_12 + timedelta(uur % 2), begin=time(uur)))
    for per, aantal in kost.items():
        with opdrachten() as gezien:
            wie.get(f"/uren/totalen?per={per}&tot=2022-03-24")
        assert len(gezien) == aantal, per

    keuzes = re.findall(r'<option value="([a-z-]+)"', wie.get("/uren/totalen").text)
    assert sorted(keuzes) == sorted({klant[0] for klant in gevuld.klanten}), "alleen wie er te kiezen valt"

    coach_id = gevuld.coach.lidmaatschap_id
    assert f"/accorderen/2022-W11/{coach_id}" in wie.get("/accorderen").text
    wie.get(f"/accorderen/2022-W11/{coach_id}")
    assert "Week 11 van 2022, Jo Coach" in tekst_van(wie)
    assert "Weektotaal 2:30" in tekst_van(wie)
    assert "Wijzigen " not in tekst_van(wie).partition("Weektotaal")[2]
    assert wie.get(f"/accorderen/2022-W11/{gevuld.accordeerder.lidmaatschap_id}").status_code == 404
    assert wie.get("/uren/totalen?van=gisteren&per=niets&financier=x&coach=y").status_code == 200
