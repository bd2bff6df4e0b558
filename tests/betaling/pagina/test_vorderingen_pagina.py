"""Een vordering in het loket: openen, kiezen, ontvangen; de organisatie leest mee en kan niets."""

import re
from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select
from tests.betaling.dienst.loket import IBAN, Loket
from tests.betaling.vorderen.conftest import EERSTE_KWARTAAL, declareer
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.vorderen.domain import Vorderingaanleiding, Vorderingwijze
from dakpan.betaling.vorderen.openen import open_vordering
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.dossier.zaken import haal_zaak
from dakpan.partijen.rechten import Rol


@pytest.fixture(name="adres")
def _adres(dorp: Loket, zaak: Bouwzaak) -> str:
    """Een betaalde declaratie van 230,99."""
    dorp.rekening()
    declareer(dorp, zaak, "2022-001", EERSTE_KWARTAAL)
    dorp.geef_alles_vrij()
    dorp.betaal()
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"


@pytest.fixture(name="kas")
def _kas(app: Flask, dorp: Loket) -> Bezoeker:
    return Bezoeker(app).als(dorp.betaler)


def open_(kas: Bezoeker, adres: str) -> str:
    kas.get(f"{adres}/vorderingen")
    vraag = {"bedrag": "100,00", "reden": "Twee uur was dubbel geteld."}
    antwoord = kas.post(f"{adres}/vorderingen", {**kas.verborgen, **vraag})
    assert antwoord.status_code == 303
    return str(antwoord.headers["Location"])


def test_openen_kiezen_en_ontvangen(kas: Bezoeker, adres: str, app: Flask, dorp: Loket) -> None:
    pagina = open_(kas, adres)
    eerst = kas.get(pagina)
    assert "Kies hieronder hoe het geld terugkomt." in eerst.text
    assert "Twee uur was dubbel geteld." in eerst.text
    assert 'action="' + pagina + '/ontvangst"' not in eerst.text
    keuze = {"wijze": "terugvragen", "uiterlijk": "30-09-2022", "terug_op": IBAN}
    assert kas.post(f"{pagina}/wijze", {**kas.verborgen, **keuze}).status_code == 303
    daarna = kas.get(pagina).text
    assert "Terug te betalen uiterlijk op" in daarna
    assert f"op rekening {IBAN}, met kenmerk VO-2022-00001" in daarna
    deel = {"bedrag": "40,00", "ontvangen_op": "18-08-2022"}
    assert kas.post(f"{pagina}/ontvangst", {**kas.verborgen, **deel}).status_code == 303
    genoteerd = kas.get(pagina).text
    assert re.search(r"Nog open</dt><dd>€\s100,00", genoteerd)
    assert re.search(r"Daarvan genoteerd als ontvangen</dt><dd>€\s40,00", genoteerd)
    ontvangst = ontvangst_in(genoteerd)
    assert "Wacht op een tweede persoon" in kas.get(ontvangst).text
    assert kas.post(ontvangst, {**kas.verborgen, "doen": "bevestigen"}).status_code == 409
    collega = Bezoeker(app).als(dorp.beoordelaar)
    assert ontvangst in collega.get("/").text
    assert "Staat dit zo op het afschrift?" in collega.get(ontvangst).text
    assert collega.post(ontvangst, {**collega.verborgen, "doen": ""}).status_code == 400
    assert collega.post(ontvangst, {**collega.verborgen, "doen": "bevestigen"}).status_code == 303
    assert "Deze ontvangst is bevestigd" in collega.get(ontvangst).text
    assert collega.post(ontvangst, {**collega.verborgen, "doen": "bevestigen"}).status_code == 409
    assert re.search(r"Nog open</dt><dd>€\s60,00", kas.get(pagina).text)
    assert "VO-2022-00001" in kas.get("/betalingen/vorderingen?status=open").text
    assert "VO-2022-00001" not in kas.get("/betalingen/vorderingen?status=verrekend").text


def test_na_de_einddeclaratie_zegt_de_vordering_dat_er_niets_meer_te_verrekenen_is(
    kas: Bezoeker, adres: str, dorp: Loket, zaak: Bouwzaak
) -> None:
    """Zolang er nog een betaling kan komen valt er te verrekenen."""
    pagina, zin = open_(kas, adres), "komt er in deze zaak geen betaling meer om mee te verrekenen"
    assert zin not in kas.get(pagina).text
    zaak.beeindig()
    nul = dorp.dien_in(zaak, Declaratiesoort.EIND, met_bron=False)
    assert f"Na einddeclaratie {nul.nummer} {zin}" in kas.get(pagina).text
    keuze = {"wijze": "terugvragen", "uiterlijk": "30-09-2022", "terug_op": IBAN}
    kas.post(f"{pagina}/wijze", {**kas.verborgen, **keuze})
    assert zin not in kas.get(pagina).text


def test_wat_terug_moet_staat_met_zijn_termijn_op_de_startpagina(
    kas: Bezoeker, adres: str, app: Flask, dorp: Loket, declarant: Bezoeker
) -> None:
    """Eerst kiezen hoe het terugkomt, dan volgen tot de dag; 18-08 tot 30-09-2022 is 43 dagen. Verrekenen gaat zelf."""
    pagina = open_(kas, adres)
    assert "Kies hoe €\xa0100,00 terugkomt van Jobcoachbureau De Stap" in kas.get("/").text
    keuze = {"wijze": "terugvragen", "uiterlijk": "30-09-2022", "terug_op": IBAN}
    kas.get(pagina)
    kas.post(f"{pagina}/wijze", {**kas.verborgen, **keuze})
    start = kas.get("/").text
    assert "Volg of €\xa0100,00 terugkomt van Jobcoachbureau De Stap" in start
    assert f'href="{pagina}"' in start
    assert "nog 43 dagen" in start
    zonder_recht = Bezoeker(app).als(dorp.wereld.financier("staphorst", "Ada", Rol.ARBEIDSDESKUNDIGE))
    for ander in (zonder_recht, declarant):
        assert "terugkomt van" not in ander.get("/").text
    kas.get(pagina)
    kas.post(f"{pagina}/ontvangst", {**kas.verborgen, "bedrag": "40,00", "ontvangen_op": "18-08-2022"})
    assert "Volg of €\xa060,00 terugkomt" in kas.get("/").text
    kas.get(pagina)
    kas.post(f"{pagina}/ontvangst", {**kas.verborgen, "bedrag": "60,00", "ontvangen_op": "18-08-2022"})
    assert "terugkomt van" not in kas.get("/").text


def test_een_dag_te_laat_staat_er_en_verrekenen_vraagt_niets(dorp: Loket, adres: str, kas: Bezoeker) -> None:
    pagina = open_(kas, adres)
    with dorp.wereld.als(dorp.betaler) as handeling:
        [rij] = handeling.sessie.scalars(select(Vordering))
        rij.wijze, rij.uiterlijk = Vorderingwijze.TERUGVRAGEN, date(2022, 8, 17)
        handeling.sessie.commit()
    assert "1 dag te laat" in kas.get("/").text
    kas.get(pagina)
    kas.post(f"{pagina}/wijze", {**kas.verborgen, "wijze": "verrekenen"})
    assert "terugkomt van" not in kas.get("/").text


def test_meer_dan_er_passen_staat_achter_een_link(dorp: Loket, adres: str, kas: Bezoeker) -> None:
    """Zeven vorderingen: vijf staan er zelf, de rest achter een link naar wat openstaat."""
    zaak_id = UUID(adres.rsplit("/", 1)[1])
    for nummer in range(7):
        with dorp.wereld.als(dorp.betaler) as handeling:
            zaak = haal_zaak(handeling, "staphorst", zaak_id)
            open_vordering(
                handeling,
                zaak,
                bedrag=Bedrag(1_00),
                reden="Proef",
                aanleiding=Vorderingaanleiding.HANDMATIG,
                sleutel=f"proef:{nummer}",
            )
    start = kas.get("/").text
    assert start.count("Kies hoe €\xa01,00 terugkomt") == 5
    assert 'href="/betalingen/vorderingen?status=open"' in start


def ontvangst_in(tekst: str) -> str:
    gevonden = re.search(r'href="([^"]+/ontvangst/[^"]+)"', tekst)
    assert gevonden is not None
    return gevonden[1]


def test_een_ontvangst_verwerpen_vraagt_waarom(kas: Bezoeker, adres: str, declarant: Bezoeker) -> None:
    pagina = open_(kas, adres)
    kas.get(pagina)
    keuze = {"wijze": "terugvragen", "uiterlijk": "30-09-2022", "terug_op": IBAN}
    kas.post(f"{pagina}/wijze", {**kas.verborgen, **keuze})
    kas.get(pagina)
    kas.post(f"{pagina}/ontvangst", {**kas.verborgen, "bedrag": "100,00", "ontvangen_op": "18-08-2022"})
    ontvangst = ontvangst_in(kas.get(pagina).text)
    kas.get(ontvangst)
    leeg = kas.post(ontvangst, {**kas.verborgen, "doen": "verwerpen", "antwoord": ""})
    assert leeg.status_code == 422
    gelukt = kas.post(ontvangst, {**kas.verborgen, "doen": "verwerpen", "antwoord": "Was van een ander."})
    assert gelukt.status_code == 303
    assert "Was van een ander." in kas.get(ontvangst).text
    assert re.search(r"Nog open</dt><dd>€\s100,00", kas.get(pagina).text)
    assert declarant.get(ontvangst).status_code == 404
    assert declarant.post(ontvangst, {**declarant.verborgen, "doen": "bevestigen"}).status_code == 404


def test_wat_niet_klopt_staat_bij_het_veld_en_blijft_staan(kas: Bezoeker, adres: str) -> None:
    kas.get(f"{adres}/vorderingen")
    fout = kas.post(f"{adres}/vorderingen", {**kas.verborgen, "bedrag": "300,00", "reden": "Te veel betaald."})
    assert fout.status_code == 422
    assert "ten hoogste €" in fout.text
    assert "Te veel betaald." in fout.text
    pagina = open_(kas, adres)
    kas.get(pagina)
    fout = kas.post(f"{pagina}/wijze", {**kas.verborgen, "wijze": "terugvragen", "terug_op": "NL00"})
    assert fout.status_code == 422
    kas.get(pagina)
    fout = kas.post(f"{pagina}/kwijtschelden", {**kas.verborgen, "waarom": "Te klein."})
    assert fout.status_code == 409
    assert "Een collega moet haar kwijtschelden" in fout.text


def test_een_collega_scheldt_kwijt_en_de_organisatie_leest_waarom(
    kas: Bezoeker, adres: str, app: Flask, dorp: Loket, declarant: Bezoeker
) -> None:
    pagina = open_(kas, adres)
    collega = Bezoeker(app).als(dorp.beoordelaar)
    assert "Scheld de rest kwijt" in collega.get(pagina).text
    assert collega.post(f"{pagina}/kwijtschelden", {**collega.verborgen, "waarom": "Te klein."}).status_code == 303
    assert "VO-2022-00001" in declarant.get(f"{adres}/vorderingen").text
    gelezen = declarant.get(pagina)
    assert "door Bea Beoordelaar: Te klein." in gelezen.text
    assert "<form" not in gelezen.text.split("<main")[1]
    assert declarant.post(f"{pagina}/wijze", {**declarant.verborgen, "wijze": "verrekenen"}).status_code == 404
    assert declarant.post(f"{adres}/vorderingen", {**declarant.verborgen, "bedrag": "1"}).status_code == 404
    assert declarant.get("/betalingen/vorderingen").status_code == 404
    assert "De financier wil geld terug" in declarant.get("/berichten").text
