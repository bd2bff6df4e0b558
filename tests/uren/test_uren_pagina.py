"""De week en het formulier van een activiteit, zoals een coach ze ziet."""

import re
from datetime import time, timedelta
from html import unescape

import pytest
from flask import Flask
from tests.hulp.alleen import OP_SQLITE
from tests.hulp.bezoeker import Bezoeker
from tests.uren.pagina import antwoorden, bezoek, opdrachten, tekst_van
from tests.uren.straat import VANDAAG, WEEK_11, WEEK_12, Straat, werk

from dakpan.opslag.basis import nieuw_id
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.accorderen import accordeer, stuur_terug
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit

W11 = Week.van(WEEK_11)

pytestmark = OP_SQLITE


def test_uren_opent_de_week_van_vandaag(coach: Bezoeker) -> None:
    assert coach.get("/uren").location == "/uren/2022-W12"
    assert coach.get("/uren?dag=2026-12-31").location == "/uren/2026-W53"
    coach.get("/uren?dag=gisteren", follow_redirects=True)
    assert "Dit is geen datum" in tekst_van(coach)


@pytest.mark.parametrize("weeknummer", ["2022-W54", "vandaag", "2022-12", "9999-W01", "%00"])
def test_een_week_die_niet_bestaat(coach: Bezoeker, weeknummer: str) -> None:
    assert coach.get(f"/uren/{weeknummer}").status_code == 404


def test_een_groep_schrijven_en_terugzien(coach: Bezoeker, straat: Straat) -> None:
    coach.get("/uren/nieuw?dag=2022-03-22")
    antwoord = coach.post("/uren/nieuw", antwoorden(straat, 0, 1, 2))
    assert (antwoord.status_code, antwoord.location) == (303, "/uren/2022-W12#dag-2022-03-22")

    coach.get("/uren/2022-W12")
    leest = tekst_van(coach)
    assert "9:00–10:30 1:30 Mila Bakker, Joris Smit, Yara Öztürk" in leest
    assert "Weektotaal 1:30" in leest
    assert "Gemeente Verzonnendam" in leest
    assert [rij.duur.minuten for rij in straat.uren()] == [30, 30, 30]


def test_een_leeg_formulier_weet_al_iets(coach: Bezoeker, straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[2], datum=VANDAAG, minuten=100))
    pagina = coach.get("/uren/nieuw").text

    assert 'name="datum" value="2022-03-24"' in pagina
    assert 'name="begin" value="10:40"' in pagina
    assert aangevinkt(pagina) == []  # wie de laatste cliënt vast koos, schreef zo bij de verkeerde


def aangevinkt(pagina: str) -> list[str]:
    return re.findall(r'value="([^"]+)" checked', pagina)


def test_vanaf_een_zaak_staat_die_client_al_aan(coach: Bezoeker, straat: Straat) -> None:
    zaak = straat.zaken[2]
    link = f"/uren/nieuw?zaak={zaak.zaak_id}"
    assert f'href="{link}"' in coach.get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}").text
    assert aangevinkt(coach.get(link).text) == [f"staphorst/{zaak.periode_id}"]
    assert aangevinkt(coach.get(f"/uren/nieuw?zaak={nieuw_id()}").text) == []


def test_wie_een_client_heeft_hoeft_niet_te_kiezen(app: Flask, straat: Straat) -> None:
    zaak = straat.zaken[1].koppel(straat.collega)
    pagina = bezoek(app, straat.collega).get("/uren/nieuw").text
    assert aangevinkt(pagina) == [f"{zaak.tenant_id}/{zaak.periode_id}"]
    straat.schrijf(werk(zaak.klant, locatie="kantoor"), als=straat.collega)
    volgende = bezoek(app, straat.collega).get("/uren/nieuw?begin=13:15").text
    for vast in ('value="kantoor" selected', 'in contact met collega&#39;s" selected', 'value="13:15"'):
        assert vast in volgende


def test_zonder_besluit_is_schrijven_op_eigen_risico_en_dat_staat_erbij(app: Flask, straat: Straat) -> None:
    deze = straat.wereld.zaak("uwv-noord", straat.organisatie_id, "Vera Vervolg", status=Periodestatus.VOORLOPIG)
    deze.koppel(straat.collega)
    straat.zaken[1].koppel(straat.collega)
    collega = bezoek(app, straat.collega)
    collega.get("/uren/nieuw")
    gemerkt = re.findall(r"(\w+ \w+) · [^·]+ · Z-\d+ · nog geen besluit: op eigen risico", tekst_van(collega))
    assert gemerkt == ["Vera Vervolg"]
    assert "declareren kan pas na een toekenning" in collega.get(f"/zaken/{deze.tenant_id}/{deze.zaak_id}").text


def test_een_eerdere_activiteit_herhalen(app: Flask, coach: Bezoeker, straat: Straat) -> None:
    """Wie, wat en hoe lang staan er weer; de dag is vandaag en het resultaat moet nog komen."""
    twee = straat.klanten[:2]
    eerder = straat.schrijf(werk(*twee, minuten=90, beoogd="Zelf groeten", bereikt="Groette twee collega's"))
    pagina = coach.get("/uren/2022-W12").text
    (adres,) = [een for een in re.findall(r'href="([^"]+)"', pagina) if "herhaal=" in een]
    leest = coach.get(unescape(adres)).text
    assert set(aangevinkt(leest)) == {f"{tenant_id}/{periode_id}" for tenant_id, periode_id in twee}
    for vast in ('name="datum" value="2022-03-24"', 'name="duur" value="90"', 'value="Zelf groeten"'):
        assert vast in leest
    assert "Groette" not in leest

    straat.zaken[2].koppel(straat.collega)
    rij = eerder.activiteiten[0]
    vreemd = f"/uren/nieuw?bij={rij.tenant_id}&herhaal={rij.id}"
    assert bezoek(app, straat.collega).get(vreemd).status_code == 404


def test_wat_onlangs_is_gedaan_is_met_een_klik_te_herhalen(coach: Bezoeker, straat: Straat) -> None:
    """Hetzelfde werk staat er één keer, het laatste bovenaan; van te lang geleden staat er niets."""
    straat.schrijf(werk(straat.klanten[0], minuten=30))
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_12 + timedelta(1), minuten=45))
    straat.schrijf(werk(straat.klanten[1], datum=WEEK_11, minuten=60))
    coach.get("/uren/nieuw")
    leest = tekst_van(coach).partition("Zoals een eerdere:")[2]
    assert leest.index("Mila Bakker") < leest.index("Joris Smit")
    assert leest.count("Mila Bakker in contact met collega's, 0:45") == 1
    assert "0:30" not in leest.partition("Met wie en waarvoor")[0]


def test_nog_een_begint_op_dezelfde_dag(coach: Bezoeker, straat: Straat) -> None:
    coach.get("/uren/nieuw")
    assert coach.post("/uren/nieuw", antwoorden(straat, 0, nog="ja")).location == "/uren/nieuw?dag=2022-03-22"


def test_alle_fouten_tegelijk_en_wat_getypt_is_blijft_staan(coach: Bezoeker, straat: Straat) -> None:
    coach.get("/uren/nieuw")
    fout = antwoorden(straat, 0, datum="2022-03-25", duur="nul", begin="25:00", beoogd="b" * 100, bereikt="r" * 2_001)
    assert coach.post("/uren/nieuw", fout).status_code == 422

    leest = tekst_van(coach)
    assert "4 antwoorden kloppen nog niet" in leest
    assert "b" * 100 in coach.pagina.text  # type: ignore[union-attr]
    assert straat.uren() == []

    coach.post("/uren/nieuw", {**fout, "duur": "30", "begin": "9:00", "beoogd": "", "bereikt": ""})
    assert "deze dag moet nog komen" in tekst_van(coach)


def test_reistijd_staat_in_de_lijst_en_wordt_geweigerd_met_de_bron(coach: Bezoeker, straat: Straat) -> None:
    assert "reistijd (wordt niet vergoed)" in coach.get("/uren/nieuw").text
    coach.post("/uren/nieuw", antwoorden(straat, 2, activiteit="reistijd:"))
    assert "reistijd wordt door Gemeente Staphorst niet vergoed" in tekst_van(coach)
    assert "par. 1.5" in tekst_van(coach)


def test_overlap_valt_op(coach: Bezoeker, straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[1]))
    coach.get("/uren/nieuw")
    coach.post("/uren/nieuw", antwoorden(straat, 0), follow_redirects=True)
    assert "staat er ook een andere activiteit" in tekst_van(coach)


def test_wijzigen_en_verwijderen(coach: Bezoeker, straat: Straat) -> None:
    rij = straat.schrijf(werk(straat.klanten[0])).activiteiten[0]
    adres = f"/uren/activiteit/{rij.tenant_id}/{rij.id}"
    assert adres in coach.get("/uren/2022-W12").text

    assert 'value="60"' in coach.get(adres).text
    versie = coach.verborgen["versie"]
    coach.post(adres, antwoorden(straat, 0, duur="45", versie=versie))
    assert [een.duur.minuten for een in straat.uren()] == [45]

    coach.get(adres)
    assert coach.post(adres, antwoorden(straat, 0, duur="15", versie=versie)).status_code == 409
    assert "Iemand anders heeft dit intussen gewijzigd" in tekst_van(coach)
    assert 'value="15"' in coach.pagina.text  # type: ignore[union-attr]

    assert "Deze activiteit verwijderen?" in coach.get(f"{adres}/verwijderen").text
    coach.post(f"{adres}/verwijderen", {"versie": versie}, follow_redirects=True)
    assert len(straat.uren()) == 1
    coach.get(f"{adres}/verwijderen")
    coach.post(f"{adres}/verwijderen", coach.verborgen, follow_redirects=True)
    assert straat.uren() == []
    # Nog een keer terug en opnieuw klikken doet geen kwaad.
    assert coach.get(f"{adres}/verwijderen").status_code == 404


def test_naar_een_andere_week_verplaatsen_kan_niet(coach: Bezoeker, straat: Straat) -> None:
    rij = straat.schrijf(werk(straat.klanten[0])).activiteiten[0]
    adres = f"/uren/activiteit/{rij.tenant_id}/{rij.id}"
    coach.get(adres)
    assert coach.post(adres, antwoorden(straat, 0, datum="2022-03-15")).status_code == 422
    assert "alleen binnen week 12 van 2022" in tekst_van(coach)


def test_een_week_sluiten_heropenen_en_wat_er_eerst_moet(coach: Bezoeker, straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_11))
    coach.get("/uren/2022-W12")
    assert "Naar week 11 van 2022" in tekst_van(coach)
    assert "Week sluiten" not in tekst_van(coach)
    coach.post("/uren/2022-W12/sluiten", follow_redirects=True)
    assert "Sluit eerst week 11 van 2022" in tekst_van(coach)

    coach.get("/uren/2022-W11")
    coach.post("/uren/2022-W11/sluiten", follow_redirects=True)
    assert "De week is gesloten" in tekst_van(coach)
    assert "Toevoegen" not in tekst_van(coach)
    coach.post("/uren/2022-W11/sluiten", follow_redirects=True)
    assert "Deze week is al gesloten" in tekst_van(coach)
    coach.post("/uren/2022-W11/heropenen", follow_redirects=True)
    assert "De week is weer open" in tekst_van(coach)


def test_lege_weken_kunnen_mee(coach: Bezoeker, straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0]))
    coach.get("/uren/2022-W12")
    assert "Week sluiten, met de lege week ervoor" in tekst_van(coach)
    coach.post("/uren/2022-W12/sluiten", coach.verborgen, follow_redirects=True)
    assert "De week is gesloten. De uren wachten nu op akkoord." in tekst_van(coach)


def test_een_week_over_de_jaarwisseling_zegt_van_wanneer_tot_wanneer_zij_is(coach: Bezoeker) -> None:
    coach.get("/uren/2020-W53")
    assert "Week 53 van 2020 28 december 2020 tot en met 3 januari 2021" in tekst_van(coach)


def test_na_akkoord_zegt_de_week_wat_er_moet(coach: Bezoeker, straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_11))
    straat.doe(sluit, W11)
    straat.doe(accordeer, straat.aangewezen(), als=straat.accordeerder)
    coach.get("/uren/2022-W11")
    assert "Laat de accordeerder het akkoord eerst intrekken" in tekst_van(coach)
    coach.post("/uren/2022-W11/heropenen", follow_redirects=True)
    assert "al uren geaccordeerd" in tekst_van(coach)


def test_een_teruggestuurde_activiteit_zegt_waarom(coach: Bezoeker, straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_11))
    straat.doe(sluit, W11)
    straat.doe(stuur_terug, straat.aangewezen(), "Het was een half uur <b>", als=straat.accordeerder)
    zegt, week = "Het was een half uur &lt;b&gt;", coach.get("/uren/2022-W11").text
    wijzigen = re.search(r'href="(/uren/activiteit/[^"]+)">Mila', week)
    assert wijzigen is not None
    assert (zegt in week, zegt in coach.get(wijzigen[1]).text) == (True, True)


def test_wie_niets_te_schrijven_heeft_leest_dat(app: Flask, straat: Straat) -> None:
    collega = bezoek(app, straat.collega)
    collega.get("/uren/2022-W12")
    assert "nog aan geen periode gekoppeld" in tekst_van(collega)
    assert "voor niemand uren schrijven" in collega.get("/uren/nieuw").text
    assert collega.post("/uren/nieuw", antwoorden(straat, 0)).status_code == 409


def test_uren_van_een_ander_geven_dezelfde_pagina_als_onbekende(app: Flask, straat: Straat) -> None:
    rij = straat.schrijf(werk(straat.klanten[0])).activiteiten[0]
    collega, onbekend = bezoek(app, straat.collega), nieuw_id()
    for deel in ("", "/verwijderen"):
        paginas = [collega.get(f"/uren/activiteit/{rij.tenant_id}/{id_}{deel}") for id_ in (rij.id, onbekend)]
        assert [een.status_code for een in paginas] == [404, 404]
        zonder = [re.sub(r'(?:value|data-csrf)="[^"]{20,}"', "", een.text) for een in paginas]
        assert zonder[0].replace(str(rij.id), "") == zonder[1].replace(str(onbekend), "")
    collega.get("/uren/2022-W12")
    assert collega.post(f"/uren/activiteit/{rij.tenant_id}/{rij.id}", antwoorden(straat, 0)).status_code == 404
    collega.get("/uren/2022-W12")
    assert collega.post(f"/uren/activiteit/{rij.tenant_id}/{rij.id}/verwijderen").status_code == 404


def test_een_financier_heeft_geen_agenda(app: Flask, straat: Straat) -> None:
    consulent = bezoek(app, straat.wereld.financier("staphorst"))
    assert [consulent.get(adres).status_code for adres in ("/uren/2022-W12", "/uren/nieuw", "/accorderen")] == [403] * 3


def test_de_weekpagina_kost_even_veel_opdrachten_hoe_vol_zij_ook_is(coach: Bezoeker, straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0], begin=time(7)))
    with opdrachten() as weinig:
        coach.get("/uren/2022-W12")
    for uur in range(8, 20):
        straat.schrijf(werk(straat.klanten[uur % 3], begin=time(uur)))
    with opdrachten() as veel:
        coach.get("/uren/2022-W12")
    assert len(veel) == len(weinig)


@pytest.mark.parametrize(
    ("adres", "ingang"),
    [
        ("/uren/2022-W12", "Uren"),
        ("/uren/nieuw", "Uren"),
        ("/inlezen/uren", "Uren"),
        ("/accorderen", "Accorderen"),
        ("/accorderen/akkoord", "Accorderen"),
    ],
)
def test_het_menu_wijst_aan_waar_iemand_is(coach: Bezoeker, adres: str, ingang: str) -> None:
    menu = coach.get(adres).text.partition('class="dp-navigatie"')[2].partition("</nav>")[0]
    gemerkt = re.findall(r'aria-current="page">\s*([^<]+?)\s*<', menu)
    assert gemerkt == [ingang]
