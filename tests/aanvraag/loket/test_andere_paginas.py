"""De pagina's van een aanvraag die de coach maakt, en wat er te zien is als iets nog niet kan."""

from datetime import date
from io import BytesIO

import pytest
from tests.aanvraag.loket.antwoorden import BSN, GEMEENTE, HALFJAAR, ZES_TEKSTEN, Json
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.test_wandeling_pagina import verzend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.beoordelen import geef_advies
from dakpan.aanvraag.overzicht import overzicht
from dakpan.demo.documenten import maak_pdf
from dakpan.partijen.rechten import Recht, Rol
from dakpan.plan.verzoeken import vraag_offerte
from dakpan.wandeling.besluiten import besluit


def adres(zaak: Zaakloket) -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"


def test_de_coach_van_concept_tot_besluit(webloket: Webloket) -> None:
    loket = webloket.loket
    webloket.op(date(2023, 1, 9))
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    coach, plek = webloket.als(loket.coach), adres(zaak)
    assert "CONCEPTAFDRUK" in coach.get(f"{plek}/aanvraag/afdruk").text
    verzend(coach, f"{plek}/controle", bevestigd="ja")
    assert "86,4 uur" in coach.get(f"{plek}/controle").text
    assert "Maak de aanvraag eerst definitief" in coach.get(f"{plek}/indienen").text
    verzend(coach, f"{plek}/definitief", bevestigd="ja")
    assert coach.get(f"{plek}/aanvraag").location == f"{plek}/aanvraag/afdruk"
    afdruk = coach.get(f"{plek}/aanvraag/afdruk").text
    assert "AJ-2023-00001" in afdruk
    assert "CONCEPTAFDRUK" not in afdruk
    assert BSN not in afdruk
    assert "Eerst tekent nog: de jobcoach." in coach.get(f"{plek}/indienen").text
    coach.get(f"{plek}/ondertekenen")
    leeg = {**coach.verborgen, "naam": "Jo Coach", "op": "2023-01-09"}
    zonder = coach.post(f"{plek}/ondertekenen", leeg)
    assert (zonder.status_code, "Kies een bestand" in zonder.text) == (422, True)
    for naam in ("Jo Coach", "Ria Meel", "Mila Bakker"):
        scan = (BytesIO(maak_pdf("Getekend door alle drie (verzonnen)")), "getekend.pdf")
        verzend(coach, f"{plek}/ondertekenen", naam=naam, op="2023-01-09", bestand=scan)
    assert "Iedereen heeft getekend" in coach.get(f"{plek}/ondertekenen").text
    zaak.lever_aan(loket.coach)
    verzend(coach, f"{plek}/indienen", bevestigd="ja")
    verzend(coach, f"{plek}/indienen", bevestigd="ja")  # een tweede tabblad
    pagina = coach.get(f"{plek}/indienen").text
    assert "De aanvraag is al ingediend." in pagina
    assert "Maak de aanvraag eerst definitief" not in pagina
    assert "al ingediend; vraag de financier" in coach.get(f"{plek}/intrekken").text

    zaak.doe(loket.deskundige, geef_advies, "Past.", toekennen=True)
    beslisser = webloket.als(loket.beslisser)
    periode = {"begin": "2023-01-02", "eind": "2023-07-02"}
    verzend(beslisser, f"{plek}/besluit", bevestigd="ja", soort="toegekend", uren="86,40", **periode)
    brief = coach.get(f"{plek}/besluit/brief").text
    assert "86,4 uur" in brief
    assert "20 februari 2023" in brief
    assert "Algemene wet bestuursrecht" in brief
    beslisser.get(f"{plek}/besluit")
    opnieuw = beslisser.post(f"{plek}/besluit", {"bevestigd": "ja", "soort": "toegekend", "uren": "86,40", **periode})
    assert (opnieuw.status_code, opnieuw.location) == (303, f"{plek}/besluit")
    assert "al besloten door Bea Beslisser" in beslisser.get(f"{plek}/besluit").text
    te_laat = beslisser.post(f"{plek}/besluit", {"soort": "afgewezen", "motivering": "Ik dacht daar anders over."})
    assert te_laat.status_code == 409
    assert "Bea Beslisser was u voor" in te_laat.text
    assert "Ik dacht daar anders over." in te_laat.text


def test_afwijken_zonder_motivering_komt_terug_bij_het_veld(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.gemeentezaak().tot_offerte().tot_advies(loket.consulent)
    consulent, plek = webloket.als(loket.consulent), adres(zaak)
    consulent.get(f"{plek}/besluit")
    velden = {"soort": "toegekend", "bedrag": "3.000", "begin": "2023-03-01", "eind": "2024-02-29"}
    antwoord = consulent.post(f"{plek}/besluit", velden)
    assert antwoord.status_code == 422
    assert 'id="veld-bedrag-fout"' in antwoord.text
    assert 'value="3.000"' in antwoord.text


def test_wie_niet_definitief_mag_maken_hoort_wie_wel(webloket: Webloket) -> None:
    loket = webloket.loket
    schrijver = loket.wereld.medewerker(loket.organisatie_id, "Wim Wijzigt", Recht.AANVRAAG_WIJZIGEN)
    zaak = loket.begin(schrijver, "uwv-noord", HALFJAAR)
    wim, plek = webloket.als(schrijver), adres(zaak)
    verzend(wim, f"{plek}/controle", bevestigd="ja")
    pagina = wim.get(f"{plek}/controle").text
    assert "niet het recht om definitief te maken. Dat doet een collega: " in pagina
    assert loket.coach.naam in pagina.partition("Dat doet een collega: ")[2].partition("</p>")[0]
    assert "/definitief" not in pagina
    assert wim.post(f"{plek}/definitief").status_code == 403


def test_een_dubbele_klik_doet_geen_kwaad(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.consulent, "staphorst", GEMEENTE)
    consulent, plek = webloket.als(loket.consulent), adres(zaak)
    verzend(consulent, f"{plek}/controle", bevestigd="ja")
    verzend(consulent, f"{plek}/definitief", bevestigd="ja")
    consulent.get(f"{plek}/indienen")
    nog_eens = consulent.post(f"{plek}/definitief", {"bevestigd": "ja"})
    assert (nog_eens.status_code, nog_eens.location) == (303, f"{plek}/controle")
    assert zaak.aanvraag(loket.consulent).nummer == "AJ-2023-00001"


def test_intrekken_en_verwijderen_vragen_het_eerst(webloket: Webloket) -> None:
    loket = webloket.loket
    coach = webloket.als(loket.coach)
    weg, terug = (adres(loket.begin(loket.coach, "uwv-noord", HALFJAAR)) for _keer in range(2))
    verzend(coach, f"{weg}/verwijderen", bevestigd="ja")
    assert coach.get(f"{weg}/aanvraag").status_code == 404
    verzend(coach, f"{terug}/intrekken", bevestigd="ja")
    assert coach.get(f"{terug}/aanvraag").status_code == 302


def test_een_financier_zonder_werkwijze_leert_wat_er_ontbreekt(webloket: Webloket) -> None:
    loket = webloket.loket
    consulent = loket.wereld.financier("amsterdam", "Co Stad", Rol.WERKCONSULENT)
    zaak = loket.begin(consulent, "amsterdam", GEMEENTE)
    bezoeker, plek = webloket.als(consulent), adres(zaak)
    assert "heeft is niet in bron" in bezoeker.get(f"{plek}/aanvraag").text
    verzend(bezoeker, f"{plek}/controle", bevestigd="ja")
    assert "/definitief" not in bezoeker.get(f"{plek}/controle").text


def test_een_coach_leest_wie_er_opent(webloket: Webloket) -> None:
    coach = webloket.als(webloket.loket.coach)
    coach.get("/zaken/nieuw")
    velden = {"tenant": "staphorst", "aanvraag.soort": "eerste", "aanvraag.vorm": "extern"}
    naam = {"client.voornaam": "Mila", "client.achternaam": "Bakker"}
    antwoord = coach.post("/zaken/nieuw", {**coach.verborgen, **velden, **naam})
    assert antwoord.status_code == 409
    assert "opent de werkconsulent deze aanvraag" in antwoord.text
    assert 'value="Mila"' in antwoord.text


def test_de_offerte_teruggeven_en_de_periode_beeindigen(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.gemeentezaak().tot_offerte()
    consulent, coach, plek = webloket.als(loket.consulent), webloket.als(loket.coach), adres(zaak)
    verzend(consulent, f"{plek}/offerte", f"{plek}/offerte/teruggeven", reden="Minder uren, graag.")
    assert "Minder uren, graag." in coach.get(f"{plek}/offerte").text
    opnieuw = zaak.doe(loket.coach, lambda handeling, rij: overzicht(handeling, rij).aanvraag)
    assert opnieuw is not None
    ander = loket.gemeentezaak().tot_offerte().tot_advies(loket.consulent)
    ander.doe(loket.consulent, besluit, {"soort": "toegekend"})
    pagina = coach.get(f"{adres(ander)}/periode").text
    einde = f"{adres(ander)}/declaratie/beeindigen"
    assert f'href="{einde}"' in pagina
    verzend(coach, einde, bevestigd="ja")
    assert "beëindigd" not in coach.get(f"{adres(ander)}/periode").text
    assert "Weet u het zeker?" in coach.get(f"{einde}/zeker").text
    verzend(coach, f"{einde}/zeker", **coach.verborgen)
    assert "beëindigd" in coach.get(f"{adres(ander)}/periode").text
    assert coach.get(einde).status_code == 303


PADEN = (
    *("aanvraag", "aanvraag/client", "aanvraag/samenvatting"),
    *("aanvraag/afdruk", "controle", "definitief", "ondertekenen", "indienen", "intrekken", "verwijderen"),
    *("beoordeling", "besluit", "besluit/brief", "offerteverzoek", "offerte", "opdracht", "periode"),
)


@pytest.mark.parametrize("pad", PADEN)
def test_een_vreemde_ziet_niets(webloket: Webloket, pad: str) -> None:
    loket = webloket.loket
    zaak = loket.gemeentezaak()
    for vreemd in (loket.beslisser, loket.coach):
        assert webloket.als(vreemd).get(f"{adres(zaak)}/{pad}").status_code == 404


@pytest.mark.parametrize("pad", ["beoordeling", "besluit", "offerte"])
def test_voor_het_indienen_valt_er_niets_te_beoordelen(webloket: Webloket, pad: str) -> None:
    loket = webloket.loket
    leeg: Json = {deel: {} for deel in ("client", "werkgever", "persoon", "dienstverband")}
    zaak = loket.begin(loket.consulent, "staphorst", {**leeg, "aanvraag": {"vorm": "extern"}})
    antwoord = webloket.als(loket.consulent).get(f"{adres(zaak)}/{pad}")
    assert antwoord.status_code == 409
    assert "nog niet ingediend; dat moet eerst" in antwoord.text


def test_een_blokkade_staat_voorop_en_definitief_is_niet_de_vrolijke_knop(webloket: Webloket) -> None:
    """Een contract van nul uren: volledig ingevuld, maar volgens de regels is er geen recht."""
    loket = webloket.loket
    webloket.op(date(2023, 1, 9))
    baan = {**HALFJAAR["dienstverband"], "soort": "nul_uren"}
    zaak = loket.begin(loket.coach, "uwv-noord", {**HALFJAAR, "dienstverband": baan})
    coach, plek = webloket.als(loket.coach), adres(zaak)
    verzend(coach, f"{plek}/controle", bevestigd="ja")
    leest = coach.get(f"{plek}/controle").text
    assert "De aanvraag is volledig, maar volgens de regels is er geen recht" in leest
    assert "Succesvol gecontroleerd" not in leest
    assert leest.index("maar volgens de regels") < leest.index("Toch definitief maken") < leest.index("Datums")


def test_na_de_controle_is_definitief_maken_de_taak(webloket: Webloket) -> None:
    loket = webloket.loket
    webloket.op(date(2023, 1, 9))
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    schrijver = webloket.als(
        loket.wereld.medewerker(loket.organisatie_id, "Wim Wijzigt", Recht.AANVRAAG_WIJZIGEN, Recht.UREN_SCHRIJVEN)
    )
    coach, plek = webloket.als(loket.coach), adres(zaak)
    assert "Vul de aanvraag in" in coach.get(plek).text
    verzend(coach, f"{plek}/controle", bevestigd="ja")
    for pagina in (coach.get(plek).text, coach.get("/").text, coach.get("/zaken").text):
        assert "Maak de aanvraag definitief" in pagina
        assert f"{plek}/controle" in pagina
    assert "Laat een collega de aanvraag definitief maken" in schrijver.get(plek).text


def test_een_offerte_boven_het_plafond_valt_de_coach_op_en_de_beslisser(webloket: Webloket) -> None:
    """36,06 uur × € 95,45 = € 3.441,93: drie cent boven het plafond van € 3.441,90. (reizen 10)"""
    loket = webloket.loket
    zaak = loket.gemeentezaak()
    zaak.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Graag hulp bij het overzicht.")
    coach, consulent, plek = webloket.als(loket.coach), webloket.als(loket.consulent), adres(zaak)
    leeg = coach.get(f"{plek}/offerte").text
    assert "Wat er ten hoogste kan" in leeg
    assert "€\N{NO-BREAK SPACE}3.441,90" in leeg
    assert "is alvast ingevuld uit de aanvraag" in leeg
    assert f"Werkgever: {GEMEENTE['werkgever']['naam']}" in leeg
    teksten = {f"teksten.{naam}": tekst for naam, tekst in ZES_TEKSTEN.items()}
    verzend(coach, f"{plek}/offerte", **teksten, uren="40", tarief="80,00")
    assert "43,02 uur" in coach.get(f"{plek}/offerte").text  # € 3.441,90 / € 80, naar beneden
    verzend(coach, f"{plek}/offerte", **teksten, uren="36,06", tarief="95,45", verstuur="ja")
    te_hoog = "3.441,93 is hoger dan het plafond"
    assert te_hoog in coach.get(f"{plek}/offerte/versturen").text
    verzend(coach, f"{plek}/offerte/versturen", bevestigd="ja")
    zaak.tot_advies(loket.consulent)
    for pagina in ("beoordeling", "besluit"):
        leest = consulent.get(f"{plek}/{pagina}").text
        assert te_hoog in leest
        assert f'href="{plek}/offerte"' in leest
    zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})
    opdracht = consulent.get(f"{plek}/opdracht").text
    assert "36,05" in opdracht
    assert "€\N{NO-BREAK SPACE}3.441,90" in opdracht
    assert "minder toegekend dan geoffreerd" in opdracht
