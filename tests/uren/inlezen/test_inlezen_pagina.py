"""Een bestand met uren in de browser: ophalen, brengen, nakijken en bevestigen of weggooien."""

import re
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.pagina import bezoek, tekst_van
from tests.uren.planhulp import met_plan
from tests.uren.straat import Straat

from dakpan.invoer.tabel import lees_tabel, platte_naam
from dakpan.loket.inlezen.soorten import SOORTEN
from dakpan.plan.domain import Doel


@pytest.fixture
def straat(sqlite_gemigreerd: str) -> Straat:
    return Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))


def _breng(wie: Bezoeker, inhoud: bytes, naam: str = "maart.xlsx") -> str:
    wie.get("/inlezen/uren")
    antwoord = wie.post("/inlezen/uren", {"bestand": (BytesIO(inhoud), naam)})
    assert antwoord.status_code == 303, tekst_van(wie)
    return str(antwoord.location)


def _zegel(wie: Bezoeker) -> dict[str, Any]:
    assert wie.pagina is not None
    gevonden = re.search(r'name="zegel" value="(\w+)"', wie.pagina.text)
    assert gevonden is not None
    return {"zegel": gevonden[1]}


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_het_voorbeeld_van_lopende_zaken_gaat_er_zo_in(app: Flask, straat: Straat, soort: str) -> None:
    """Op deze dag is dat bij Staphorst, dat in euro's toekent: er staat een bedrag, en geen uren."""
    kantoor = bezoek(app, straat.accordeerder)
    assert re.search(r'href="/zaken" aria-current="page"', kantoor.get("/inlezen/zaken").text)
    voorbeeld = kantoor.get(f"/inlezen/zaken/voorbeeld.{soort}", buffered=True).data
    [regel] = lees_tabel(voorbeeld).regels
    assert regel.cellen["financier"] == "Gemeente Staphorst"
    assert not regel.cellen.get(platte_naam("Toegekende uren"))
    assert 'href="/inlezen/zaken"' in kantoor.get("/zaken").text  # zonder dat vindt niemand het
    kantoor.get("/inlezen/zaken")
    adres = kantoor.post("/inlezen/zaken", {"bestand": (BytesIO(voorbeeld), f"zaken.{soort}")}).location
    kantoor.get(adres)
    assert "Lees één regel in" in tekst_van(kantoor)
    assert re.search(r"Gemeente Staphorst 1 €\s1\.800,00", tekst_van(kantoor))  # 2.700 toegekend, 900 gebruikt
    kantoor.post(adres, _zegel(kantoor))
    nieuw = re.search(r'href="(/zaken/staphorst/[-\w]+)">Voorbeeld Verwijder', kantoor.get("/zaken").text)
    assert nieuw is not None
    pagina = kantoor.get(nieuw[1]).text
    assert "Overgenomen uit eerdere administratie" in pagina
    assert f"{nieuw[1]}/offerteverzoek" not in pagina  # er is er hier nooit een gedaan


@pytest.mark.parametrize("naam", SOORTEN)
def test_bij_elke_kolom_staat_wat_erin_hoort(naam: str) -> None:
    soort = SOORTEN[naam]
    assert {kolom.veld for kolom in soort.kolommen} == set(soort.uitleg_bij)


def test_het_voorbeeld_gaat_er_zo_weer_in_en_de_lijst_om_mee_te_nemen_ook(app: Flask, straat: Straat) -> None:
    """Drie eigen cliënten in het voorbeeld; wat iemand uitvoert staat er bij teruglezen al."""
    coach = bezoek(app, straat.coach)
    csv, xlsx = (coach.get(f"/inlezen/uren/voorbeeld.{soort}", buffered=True).data for soort in ("csv", "xlsx"))
    koppen, eerste = (regel.split(";") for regel in csv.decode("utf-8-sig").splitlines()[:2])
    naast = dict(zip(koppen, eerste, strict=True))
    assert (naast["Jobcoach"], naast["Reden buiten het plan"], naast["Duur"]) == ("Jo Coach", "", "1:30")
    assert len(lees_tabel(csv).regels) == len(lees_tabel(xlsx).regels) == 3
    adres = _breng(coach, xlsx)
    coach.get(adres)
    assert "6 regels" not in tekst_van(coach)
    assert "Lees 3 regels in" in tekst_van(coach)
    assert "Tegelijk met" not in tekst_van(coach)
    assert coach.post(adres, _zegel(coach)).location == "/uren/2022-W12"
    coach.get("/uren/2022-W12")
    assert "Elke regel staat in de week van haar dag" in tekst_van(coach)
    assert [rij.duur.minuten for rij in straat.uren()] == [90, 90, 90]

    terug = coach.get("/meenemen/activiteiten.csv", buffered=True).data
    coach.get(_breng(coach, terug, "activiteiten.csv"))
    assert "Alles uit dit bestand staat al in het loket" in tekst_van(coach)
    coach.get(adres)
    assert "al ingelezen" in tekst_van(coach)


def test_na_het_inlezen_staat_de_week_uit_het_bestand_er_en_het_kan_in_een_keer_terug(
    app: Flask, straat: Straat
) -> None:
    coach = bezoek(app, straat.coach)
    regels = "Cliënt;Datum;Begin;Duur;Doel\n" + "".join(
        f"Mila Bakker;{dag}-3-2022;9:00;60;De persoon introduceren\n" for dag in (22, 15)
    )
    adres = _breng(coach, regels.encode(), "oud.csv")
    coach.get(adres)
    assert coach.post(adres, _zegel(coach)).location == "/uren/2022-W11"
    coach.get("/uren/2022-W11")
    assert "Zij staan in week 11 van 2022 tot en met week 12 van 2022." in tekst_van(coach)

    assert f'href="{adres}/terughalen"' in coach.get("/inlezen/uren").text
    coach.get("/uren/2022-W11")
    coach.post("/uren/2022-W11/sluiten", {"ook_lege": "ja"})
    coach.get(f"{adres}/terughalen")
    assert "Eén activiteit houdt het tegen" in tekst_van(coach)
    assert "15 maart 2022 9:00 Mila Bakker Te accorderen" in tekst_van(coach)
    assert "Ja, haal alles terug" not in tekst_van(coach)
    coach.post("/uren/2022-W11/heropenen")
    coach.get(f"{adres}/terughalen")
    assert "Alle 2 activiteiten die uit dit bestand kwamen gaan weg" in tekst_van(coach)
    coach.post(f"{adres}/terughalen", coach.verborgen, follow_redirects=True)
    assert "Er zijn 2 activiteiten weggehaald" in tekst_van(coach)
    assert straat.uren() == []
    coach.get(f"{adres}/terughalen", follow_redirects=True)
    assert "Van dit bestand staat niets meer in uw agenda" in tekst_van(coach)
    assert coach.get(adres.replace("uren", "zaken") + "/terughalen").status_code == 404


def test_het_voorbeeld_noemt_een_doel_uit_het_plan_en_gaat_er_dan_ook_zo_in(app: Flask, straat: Straat) -> None:
    """Met een ander doel vraagt het inlezen een reden, en zou het eigen voorbeeld van het loket niet kloppen."""
    met_plan(straat, 0, Doel.BEGELEIDEN_OP_HET_WERK)
    coach = bezoek(app, straat.coach)
    xlsx = coach.get("/inlezen/uren/voorbeeld.xlsx", buffered=True).data
    coach.get(_breng(coach, xlsx))
    assert "Lees 3 regels in" in tekst_van(coach)


def test_ook_bij_een_fout_staat_de_dag_zoals_bij_de_andere_regels(app: Flask, straat: Straat) -> None:
    """Een rekenblad bewaart 24 maart als 2022-03-24; wat geen dag is blijft staan zoals het er stond."""
    coach = bezoek(app, straat.coach)
    regels = "Cliënt;Datum;Begin;Duur;Doel\nMila Bakker;2022-03-24;25:00;60;\nMila Bakker;32-13-2022;9:00;60;"
    coach.get(_breng(coach, regels.encode(), "a.csv"))
    assert "24-03-2022" in tekst_van(coach)
    assert "2022-03-24" not in tekst_van(coach)
    assert "32-13-2022" in tekst_van(coach)


def test_wat_niet_klopt_staat_erbij_en_wie_het_niet_wil_gooit_het_weg(app: Flask, straat: Straat) -> None:
    coach = bezoek(app, straat.coach)
    coach.get("/inlezen/uren")
    fout = coach.post("/inlezen/uren", {"bestand": (BytesIO(b"\x89PNG\x00"), "foto.csv")})
    assert (fout.status_code, "geen CSV" in tekst_van(coach)) == (422, True)
    adres = _breng(coach, "Cliënt;Datum;Begin;Duur;Doel\nMila Bakker;1-1-2021;9:00;60;introduceren".encode(), "a.csv")
    coach.get(adres)
    assert "Op één regel klopt iets niet" in tekst_van(coach)
    assert "de periode van Mila Bakker bij UWV Noord loopt" in tekst_van(coach)
    assert "Lees" not in re.findall(r"<button[^>]*>\s*(\w+)", coach.pagina.text)  # type: ignore[union-attr]
    assert coach.post(f"{adres}/weg", {}).location == "/inlezen/uren"
    assert coach.get(adres).status_code == 404


def test_een_ander_ziet_het_niet_en_zonder_recht_is_het_dicht(app: Flask, straat: Straat) -> None:
    coach, collega = bezoek(app, straat.coach), bezoek(app, straat.collega)
    adres = _breng(coach, b"Zaak;Datum;Begin;Duur\nA;1-1-2022;9:00;60", "a.csv")
    assert collega.get(adres).status_code == 404
    assert bezoek(app, straat.wereld.financier("uwv-noord")).get("/inlezen/uren").status_code == 403
    assert coach.get("/inlezen/iets").status_code == 404
