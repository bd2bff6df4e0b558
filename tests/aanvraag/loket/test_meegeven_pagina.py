"""Een zaak meegeven op het scherm: eerst zien wat gaat en wat blijft, dan pas doen; en wat de ander ermee doet."""

import re

from tests.aanvraag.loket.test_meegeven import DAAR
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bestanden import PDF
from tests.hulp.bezoeker import Bezoeker

from dakpan.dossier.bewaren import Aangeleverd, verwijder, voeg_toe
from dakpan.partijen.rechten import Rol


def _neem_terug_en_geef_opnieuw(hier: Bezoeker, adres: str, vraag: str) -> None:
    gevonden = re.search(r'href="([^"]+/meegeven/[0-9a-f-]{36}/terug)"', hier.get(adres).text)
    assert gevonden is not None
    vraag_terug = hier.get(gevonden[1]).text
    assert "zolang er daar nog niet over is beslist" in vraag_terug
    assert "de organisatie ziet het in de geschiedenis van de zaak" in vraag_terug
    assert hier.post(gevonden[1], {**hier.verborgen, "reden": ""}).status_code == 422
    assert hier.post(gevonden[1], {**hier.verborgen, "reden": "Verkeerd kantoor."}).status_code == 303
    assert "Meegegeven aan" not in hier.get(adres.removesuffix("/meegeven")).text
    assert "Verkeerd kantoor." in hier.get(adres).text
    hier.get(f"{adres}/zeker?{vraag}")
    assert hier.post(f"{adres}?{vraag}", {"reden": "Nu wel verhuisd."}).status_code == 303


def _wie_te_laat_klikt_hoort_het(daar: Bezoeker, pagina: str) -> None:
    """Op een tweede scherm stond de knop nog; de pagina zegt dan dat er al over is besloten."""
    daar.get("/zaken")
    nog_eens = daar.post(pagina, {"versie": "1", "doe": "weiger", "oordeel": "Toch niet."})
    assert (nog_eens.status_code, "Iemand anders heeft dit intussen gewijzigd" in nog_eens.text) == (409, True)


def _geef_een_keer_mee(hier: Bezoeker, adres: str, vraag: str) -> None:
    """Een dubbele klik geeft één overdracht, en zolang die loopt is er geen tweede te maken."""
    eenmaal = {**hier.verborgen, "reden": "Verhuisd."}
    assert [hier.post(f"{adres}?{vraag}", eenmaal).status_code for _keer in range(2)] == [303, 303]
    assert hier.get(adres).text.count("Verhuisd.") == 1
    al = hier.get(adres).text
    assert "Deze zaak is al aangeboden aan UWV Zuid. Neem haar eerst terug." in al
    assert "Bekijk wat er meegaat" not in al
    assert hier.get(f"{adres}/zeker?{vraag}").status_code == 303


def _vindt_de_ene_met_naam(daar: Bezoeker, nummer: str) -> str:
    """Wat is teruggenomen is hier verwijderd, ook de naam: de kolom zegt dat, en geeft er geen nummer voor."""
    lijst = daar.get("/overgedragen").text
    cellen = re.findall(r'data-label="Cliënt">(.*?)</td>', lijst)
    namen = [" ".join(re.sub(r"<[^>]+>", " ", een).split()) for een in cellen]
    assert namen == ["Mila Bakker", f"naam weggehaald : {nummer}"]
    gevonden = re.search(r'href="(/overgedragen/[0-9a-f-]{36})"', lijst)
    assert gevonden is not None
    return gevonden[1]


def test_van_kiezen_tot_een_nieuwe_aanvraag(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.halfjaarzaak()
    hier = webloket.als(loket.beslisser)
    adres = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/meegeven"
    assert "Naar welk kantoor of welke gemeente?" in hier.get(adres).text
    assert "maak hier een keuze" in hier.get(f"{adres}/zeker?vanaf=2023-04-01").text
    vraag = f"naar={DAAR}&vanaf=2023-04-01"
    zeker = hier.get(f"{adres}/zeker?{vraag}").text
    mee, blijft = zeker.split('id="blijft"')
    assert "Achternaam" in mee
    assert "Burgerservicenummer" not in mee
    assert "Het burgerservicenummer" in blijft
    assert "Wat de cliënt nodig heeft" in blijft
    assert hier.post(f"{adres}?{vraag}", {"reden": ""}).status_code == 422
    hier.get(f"{adres}/zeker?{vraag}")
    _geef_een_keer_mee(hier, adres, vraag)
    zaakpagina = adres.removesuffix("/meegeven")
    wacht = hier.get(zaakpagina).text
    assert "besliste er nog niet over" in wacht
    assert f'href="{adres}/' in wacht
    aan_zet = webloket.als(loket.deskundige).get(zaakpagina).text
    assert ("Hier nog te doen" in aan_zet, "Dit is nu aan u" in aan_zet) == (True, False)
    assert "Meegegeven aan" in webloket.als(loket.deskundige).get("/werklijst?bureau=vrij").text
    assert "Meegegeven aan" not in webloket.als(loket.coach).get(zaakpagina).text
    _neem_terug_en_geef_opnieuw(hier, adres, vraag)
    assert "Verkeerd kantoor." in webloket.als(loket.coach).get(adres.replace("/meegeven", "/geschiedenis")).text

    daar = webloket.als(loket.wereld.financier(DAAR, "Daan Daar", Rol.BESLISSER))
    pagina = _vindt_de_ene_met_naam(daar, zaak.zaak(loket.beslisser).nummer)
    assert "Van een andere financier (1)" in daar.get("/zaken").text
    coach = webloket.als(loket.coach)
    assert coach.get(pagina).status_code == 404
    daar.get(pagina)
    zonder = daar.post(pagina, {**daar.verborgen, "doe": "weiger", "oordeel": ""})
    assert (zonder.status_code, "schrijf waarom niet" in zonder.text) == (422, True)
    daar.get(pagina)
    assert daar.post(pagina, {**daar.verborgen, "doe": "neem_aan"}).status_code == 303
    _wie_te_laat_klikt_hoort_het(daar, pagina)
    aangenomen = hier.get(zaakpagina).text
    assert "heeft de zaak aangenomen" in aangenomen
    assert "Neem de zaak terug" not in aangenomen
    assert "/terug" not in hier.get(adres).text
    assert "Begin een aanvraag hiermee" not in daar.get(pagina).text
    assert "Begin een aanvraag hiermee" in coach.get(pagina).text
    begonnen = coach.post(pagina, {**coach.verborgen, "doe": "begin"})
    assert begonnen.status_code == 303
    assert f"/zaken/{DAAR}/" in str(begonnen.location)
    assert coach.get(str(begonnen.location)).status_code == 200


def test_een_keuze_die_niet_meer_kan_vraagt_het_opnieuw(webloket: Webloket) -> None:
    """Een collega haalde het gekozen document net weg: geen storing, en er gaat niets mee."""
    loket = webloket.loket
    zaak = loket.halfjaarzaak()
    document = zaak.doe(loket.beslisser, voeg_toe, Aangeleverd("brief.pdf", PDF, "Brief")).document
    hier = webloket.als(loket.beslisser)
    adres = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/meegeven"
    vraag = f"naar={DAAR}&vanaf=2023-04-01&documenten={document.id}"
    assert "Brief" in hier.get(f"{adres}/zeker?{vraag}").text
    zaak.doe(loket.deskundige, verwijder, document.id)
    antwoord = hier.post(f"{adres}?{vraag}", {**hier.verborgen, "reden": "Verhuisd."})
    assert (antwoord.status_code, "deze keuze bestaat niet" in antwoord.text) == (422, True)
    assert "Meegegeven aan" not in hier.get(adres.removesuffix("/meegeven")).text
    assert webloket.als(loket.deskundige).post(adres, {"reden": "Verhuisd."}).status_code == 403
