"""Uren uit een ander programma: dezelfde regels als het scherm, en elke vraag telt één keer."""

from typing import Any

import pytest
from tests.uren.planhulp import met_plan
from tests.uren.straat import WEEK_11, WEEK_12, Straat, statussen
from tests.uren.webdienst.programma import Programma, activiteit, velden

from dakpan.plan.domain import Doel
from dakpan.uren.accorderen import accordeer, stuur_terug
from dakpan.uren.webdienst.antwoorden import Clientenlijst, Gelezen, Urenlijst
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit


def test_van_clienten_tot_een_geschreven_uur_en_terug(programma: Programma, straat: Straat) -> None:
    gelezen = programma.vraag("GET", "/clienten").get_json()
    assert Clientenlijst().validate(gelezen) == {}
    assert [een["client"] for een in gelezen["clienten"]] == ["Mila Bakker", "Joris Smit", "Yara Öztürk"]
    mila = gelezen["clienten"][0]
    assert {"doel": "introduceren", "activiteit": "in het bedrijf"} in mila["activiteiten"]
    assert mila["waarom_niet"] == ""

    klant = {"financier": mila["financier"], "periode": mila["periode"]}
    geschreven = programma.schrijf(activiteit(straat, clienten=[klant]))
    assert geschreven.status_code == 201
    een = geschreven.get_json()
    assert Gelezen().validate(een) == {}
    assert (een["minuten"], een["begin"], een["clienten"][0]["stand"]) == (90, "9:00", "voorraad")
    assert programma.vraag("GET", geschreven.location.removeprefix("/api/v1")).get_json() == een
    assert programma.dag() == [een]
    assert Urenlijst().validate({"uren": programma.dag()}) == {}
    assert programma.dag("2022-03-23") == []


def test_een_groep_van_negentig_minuten_met_drie_is_dertig_elk(programma: Programma, straat: Straat) -> None:
    een = programma.schrijf(activiteit(straat, 0, 1, 2)).get_json()
    assert [deel["minuten"] for deel in een["clienten"]] == [30, 30, 30]
    assert een["minuten"] == 90
    assert [deel["financier"] for deel in een["clienten"]] == [tenant for tenant, _periode in straat.klanten]


def test_dezelfde_vraag_nog_eens_schrijft_niets(programma: Programma, straat: Straat) -> None:
    eerste = programma.schrijf(activiteit(straat))
    tweede = programma.schrijf(activiteit(straat))
    assert (eerste.status_code, tweede.status_code) == (201, 200)
    assert tweede.get_json() == eerste.get_json()
    assert len(straat.uren()) == 1
    # Een andere sleutel is een andere activiteit; dat zij tegelijk zijn mag.
    assert programma.schrijf(activiteit(straat), "a-2").status_code == 201
    assert len(straat.uren()) == 2


def test_dezelfde_sleutel_voor_iets_anders_wordt_geweigerd(programma: Programma, straat: Straat) -> None:
    programma.schrijf(activiteit(straat))
    anders = programma.schrijf(activiteit(straat, minuten=60))
    assert anders.status_code == 409
    assert "al iets anders gestuurd" in anders.get_json()["detail"]
    assert [rij.duur.minuten for rij in straat.uren()] == [90]


def test_wat_is_verwijderd_komt_door_herhalen_niet_terug(programma: Programma, straat: Straat) -> None:
    eerste = programma.schrijf(activiteit(straat))
    pad = eerste.location.removeprefix("/api/v1")
    assert programma.vraag("DELETE", pad, If_Match=eerste.headers["ETag"]).status_code == 204
    nog_eens = programma.schrijf(activiteit(straat))
    assert (nog_eens.status_code, straat.uren()) == (409, [])
    assert "sindsdien verwijderd" in nog_eens.get_json()["detail"]


def test_een_fout_verbruikt_de_sleutel_niet(programma: Programma, straat: Straat) -> None:
    assert velden(programma.schrijf(activiteit(straat, minuten=0))) == ["minuten"]
    assert programma.schrijf(activiteit(straat)).status_code == 201


@pytest.mark.parametrize(
    ("anders", "welke"),
    [
        ({"datum": "2022-03-25"}, ["datum"]),  # morgen
        ({"begin": "23:30"}, ["minuten"]),  # na middernacht
        ({"beoogd": "x" * 100, "bereikt": "y" * 2_001}, ["beoogd", "bereikt"]),
        ({"datum": "22-03-2022", "begin": "9u", "minuten": "90"}, ["datum", "begin", "minuten"]),
        ({"doel": "vissen"}, ["doel"]),
        ({"activiteit": "vissen"}, ["activiteit"]),
        ({"doel": "reistijd", "activiteit": ""}, ["doel"]),  # kent de financier, en betaalt hij nooit
        ({"locatie": "maan"}, ["locatie"]),
        ({"kleur": "groen"}, ["kleur"]),
        ({"clienten": []}, ["clienten"]),
        ({"clienten": [{"financier": "uwv-noord", "periode": "12"}]}, ["clienten.0.periode"]),
    ],
)
def test_elke_fout_staat_bij_haar_veld(
    programma: Programma, straat: Straat, anders: dict[str, Any], welke: list[str]
) -> None:
    assert velden(programma.schrijf(activiteit(straat, **anders))) == welke
    assert straat.uren() == []


def test_een_doel_buiten_het_plan_vraagt_een_reden(programma: Programma, straat: Straat) -> None:
    met_plan(straat, 0, Doel.STRUCTUREREN)
    per_client = {
        een["client"]: een["plandoelen"] for een in programma.vraag("GET", "/clienten").get_json()["clienten"]
    }
    assert per_client == {"Mila Bakker": ["structureren"], "Joris Smit": [], "Yara Öztürk": []}
    assert velden(programma.schrijf(activiteit(straat))) == ["planreden"]
    assert programma.schrijf(activiteit(straat, planreden="Nieuwe ploeg")).status_code == 201
    assert [een["planreden"] for een in programma.dag()] == ["Nieuwe ploeg"]


def test_reistijd_wordt_geweigerd_met_de_reden_van_de_financier(programma: Programma, straat: Straat) -> None:
    (fout,) = programma.schrijf(activiteit(straat, doel="reistijd", activiteit="")).get_json()["errors"]
    assert "niet vergoed" in fout["melding"]


def test_iemand_anders_zijn_client_is_er_geen(programma: Programma, straat: Straat) -> None:
    with straat.wereld.als(straat.coach):
        vreemd = straat.wereld.zaak("staphorst", straat.wereld.organisatie("Een ander"), "Kim Ander")
    tenant, periode = vreemd.klant
    antwoord = programma.schrijf(activiteit(straat, clienten=[{"financier": tenant, "periode": str(periode)}]))
    assert velden(antwoord) == ["clienten.0"]


def test_wijzigen_vraagt_de_versie_die_iemand_zag(programma: Programma, straat: Straat) -> None:
    eerste = programma.schrijf(activiteit(straat))
    pad, gezien = eerste.location.removeprefix("/api/v1"), eerste.headers["ETag"]
    assert programma.vraag("PUT", pad, activiteit(straat, minuten=60)).status_code == 428
    gewijzigd = programma.vraag("PUT", pad, activiteit(straat, minuten=60), If_Match=gezien)
    assert gewijzigd.status_code == 200
    assert (gewijzigd.get_json()["minuten"], gewijzigd.headers["ETag"] != gezien) == (60, True)
    te_laat = programma.vraag("PUT", pad, activiteit(straat, minuten=45), If_Match=gezien)
    assert te_laat.status_code == 412
    assert programma.vraag("DELETE", pad, If_Match='"vreemd"').status_code == 412
    assert programma.vraag("DELETE", pad, If_Match=f'"{"9" * 5_000}"').status_code == 412
    assert [rij.duur.minuten for rij in straat.uren()] == [60]


def test_een_activiteit_verlaat_haar_week_nooit(programma: Programma, straat: Straat) -> None:
    eerste = programma.schrijf(activiteit(straat))
    pad, gezien = eerste.location.removeprefix("/api/v1"), eerste.headers["ETag"]
    naar_vorige_week = activiteit(straat, datum="2022-03-15")
    assert velden(programma.vraag("PUT", pad, naar_vorige_week, If_Match=gezien)) == ["datum"]


def test_een_gesloten_week_blijft_dicht(programma: Programma, straat: Straat) -> None:
    eerste = programma.schrijf(activiteit(straat))
    for dag in (WEEK_11, WEEK_12):
        straat.doe(sluit, Week.van(dag))
    assert velden(programma.schrijf(activiteit(straat, begin="13:00"), "a-2")) == ["datum"]
    pad = eerste.location.removeprefix("/api/v1")
    assert programma.vraag("DELETE", pad, If_Match=programma.vraag("GET", pad).headers["ETag"]).status_code == 409
    assert statussen(straat.uren()) == ["te_accorderen"]


def test_een_programma_leest_waar_de_uren_zijn(programma: Programma, straat: Straat) -> None:
    programma.schrijf(activiteit(straat))
    programma.schrijf(activiteit(straat, begin="13:00"), "a-2")
    for dag in (WEEK_11, WEEK_12):
        straat.doe(sluit, Week.van(dag))
    een, ander = straat.aangewezen()
    straat.doe(accordeer, [een], als=straat.accordeerder)
    straat.doe(stuur_terug, [ander], "Schrijf erbij wat er is bereikt", als=straat.accordeerder)
    delen = [uren["clienten"][0] for uren in programma.dag()]
    assert [(deel["stand"], deel["teruggestuurd_omdat"]) for deel in delen] == [
        ("geaccordeerd", ""),
        ("voorraad", "Schrijf erbij wat er is bereikt"),
    ]


@pytest.mark.parametrize(
    ("vraag", "welke"),
    [
        ("", ["van", "tot_en_met"]),
        ("van=2022-03-22&tot_en_met=22-03-2022", ["tot_en_met"]),
        ("van=2022-03-22&tot_en_met=2022-03-21", ["tot_en_met"]),
        ("van=2022-01-01&tot_en_met=2022-04-03", ["tot_en_met"]),  # 93 dagen
    ],
)
def test_een_tijdvak_is_ten_hoogste_een_kwartaal(programma: Programma, vraag: str, welke: list[str]) -> None:
    assert velden(programma.vraag("GET", f"/uren?{vraag}")) == welke


def test_tweeennegentig_dagen_kan(programma: Programma) -> None:
    """Januari 31, februari 28, maart 31, en 1 en 2 april: 92."""
    assert programma.vraag("GET", "/uren?van=2022-01-01&tot_en_met=2022-04-02").status_code == 200


def test_zonder_idempotency_key_wordt_er_niets_geschreven(programma: Programma, straat: Straat) -> None:
    assert velden(programma.vraag("POST", "/uren", activiteit(straat))) == ["Idempotency-Key"]
    assert velden(programma.schrijf(activiteit(straat), "x" * 101)) == ["Idempotency-Key"]
    assert straat.uren() == []


def test_geen_json_is_een_fout_die_dat_zegt(programma: Programma) -> None:
    client = programma.app.test_client()
    koppen = {"Authorization": f"Bearer {programma.geheim}", "Idempotency-Key": "a"}
    assert velden(client.post("/api/v1/uren", data=b"{half", headers=koppen)) == ["bestand"]
    assert velden(client.post("/api/v1/uren", data=b"[]", headers=koppen)) == ["bestand"]
