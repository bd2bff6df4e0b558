"""Declareren, factureren en betalen in de browser zonder scherm: van proef tot bestand."""

import re
from datetime import date
from typing import Any

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.betaling.dienst.loket import ANDER_IBAN, IBAN, Loket
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak

from dakpan.betaling.domain import Declaratiesoort
from dakpan.dossier.domain import Zaakstap
from dakpan.loket.zaak.wegwijzer import PAGINA
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht
from dakpan.plan.perioden import perioden_van
from dakpan.plan.toestanden import Periodestatus

PROEF = {"soort": "regulier", "tot_en_met": "2022-08-18", "btw_percentage": "21"}
ADRES = {"straat": "Plein 2", "postcode": "1234 CD", "plaats": "Proefstad"}


def bezoek(app: Flask, vrager: Vrager) -> Bezoeker:
    return Bezoeker(app).als(vrager)


def adres(zaak: Bouwzaak, stap: str) -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/{stap}"


def naar(antwoord: Any) -> str:
    assert antwoord.status_code == 303, antwoord.text
    return str(antwoord.headers["Location"])


def maak_proef(declarant: Bezoeker, zaak: Bouwzaak, **anders: str) -> str:
    declarant.get(adres(zaak, "declaratie"))
    return naar(declarant.post(adres(zaak, "declaratie"), {**PROEF, **anders}))


def dien_in(declarant: Bezoeker, proef: str) -> None:
    assert declarant.get(f"{proef}/indienen").status_code == 200
    naar(declarant.post(f"{proef}/indienen", declarant.verborgen))


def test_van_proef_tot_betaalbestand(app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak) -> None:
    lijst = declarant.get("/declaraties").text
    assert "Mila Bakker" in lijst
    proef = maak_proef(declarant, zaak)
    pagina = declarant.get(proef).text
    assert "Toegekend 36:03, eerder 0:00, nu 2:00: samen 2:00. Correctie 0:00; declarabel 2:00." in pagina
    assert "€ 3.441,90 / € 95,45 per uur, naar beneden op twee decimalen: 36,05 uur" in pagina
    assert "staat in de bron" in pagina
    dien_in(declarant, proef)
    assert "UJ-2022-00001" in declarant.get(proef).text

    betaler = bezoek(app, dorp.betaler)
    betaler.get("/betalingen/rekening")
    gegevens = {"naam": "Staphorst", "iban": ANDER_IBAN, "factuurnaam": "Gemeente", "kvk": "12345678", **ADRES}
    assert naar(betaler.post("/betalingen/rekening", gegevens)) == "/betalingen"

    declarant.get(f"{proef}/factuur")
    assert naar(declarant.post(f"{proef}/factuur", {"nummer": "2022-1"})) == proef
    opgehaald = declarant.get(f"{proef}/factuur.xml")
    assert opgehaald.headers["Content-Disposition"] == "attachment; filename=factuur-2022-1.xml"

    beoordelaar = bezoek(app, dorp.beoordelaar)
    assert "UJ-2022-00001" in beoordelaar.get("/declaraties").text
    beoordelaar.get(proef)
    naar(beoordelaar.post(f"{proef}/oordeel", {**beoordelaar.verborgen, "oordeel": "goed"}))
    zelf = beoordelaar.get("/betalingen").text
    assert 'type="checkbox"' not in zelf

    keuze = re.search(r'name="betaling" value="([^"]+)"', betaler.get("/betalingen").text)
    assert keuze is not None
    vraag = naar(betaler.post("/betalingen/vrijgeven", {"betaling": keuze[1]}))
    assert IBAN in betaler.get(vraag).text
    assert dorp.betalingen()[0].status == "klaargezet"
    naar(betaler.post("/betalingen/vrijgeven", betaler.verborgen))
    betaler.get("/betalingen")
    bestand = naar(betaler.post("/betalingen/bestand", {**betaler.verborgen, "uitvoeren_op": "2022-08-18"}))
    assert bestand.startswith("/betalingen/bestanden/")
    assert "230,99" in betaler.get(bestand).text
    inhoud = betaler.get(f"{bestand}.xml").data
    assert IBAN.encode() in inhoud
    assert b"<Ustrd>factuur 2022-1, declaratie UJ-2022-00001" in inhoud
    assert "230,99" in betaler.get(adres(zaak, "betaling")).text


def test_maak_de_factuur_gaat_meteen_naar_de_declaratie(declarant: Bezoeker, zaak: Bouwzaak) -> None:
    proef = maak_proef(declarant, zaak)
    dien_in(declarant, proef)
    assert f'href="{proef}/factuur"' in declarant.get("/").text
    assert PAGINA[Zaakstap.FACTUUR] == "betaling.factureren"  # waar de zaakpagina naar wijst
    antwoord = declarant.get(adres(zaak, "factuur"))
    assert (antwoord.status_code, antwoord.location) == (302, f"{proef}/factuur")


def test_wachten_er_twee_facturen_dan_naar_de_lijst_van_deze_zaak(
    dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak
) -> None:
    dien_in(declarant, maak_proef(declarant, zaak))
    dorp.schrijf(zaak, [60], date(2022, 8, 1))
    zaak.beeindig()
    dien_in(declarant, maak_proef(declarant, zaak, soort="eind"))
    antwoord = declarant.get(adres(zaak, "factuur"))
    assert antwoord.status_code == 302
    lijst = declarant.get(antwoord.location).text
    assert "UJ-2022-00001" in lijst
    assert "UJ-2022-00002" in lijst


def test_goedkeuren_zonder_factuur_zegt_wat_er_eerst_moet(
    app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak
) -> None:
    proef = maak_proef(declarant, zaak)
    dien_in(declarant, proef)
    beoordelaar = bezoek(app, dorp.beoordelaar)
    assert "Goedkeuren kan als de factuur er is" in beoordelaar.get(proef).text
    assert "Maak nu de factuur" in declarant.get(proef).text
    antwoord = beoordelaar.post(f"{proef}/oordeel", {**beoordelaar.verborgen, "oordeel": "goed"})
    assert antwoord.status_code == 409
    assert "Eerst nog: factuur door de jobcoachorganisatie" in antwoord.text


def test_alle_fouten_tegelijk_en_wat_getypt_is_blijft(declarant: Bezoeker, zaak: Bouwzaak) -> None:
    declarant.get(adres(zaak, "declaratie"))
    antwoord = declarant.post(adres(zaak, "declaratie"), {"tot_en_met": "31-31-2022", "btw_percentage": "veel"})
    assert antwoord.status_code == 422
    assert "3 antwoorden kloppen nog niet" in antwoord.text
    assert 'value="veel"' in antwoord.text


def test_een_weggegooide_proef_is_weg(declarant: Bezoeker, zaak: Bouwzaak) -> None:
    proef = maak_proef(declarant, zaak)
    declarant.get(proef)
    naar(declarant.post(f"{proef}/weg", {"versie": "1"}))
    assert declarant.get(proef).status_code == 404


def test_twee_keer_klikken_dient_een_keer_in(declarant: Bezoeker, zaak: Bouwzaak) -> None:
    proef = maak_proef(declarant, zaak)
    dien_in(declarant, proef)
    declarant.get(proef)
    antwoord = declarant.post(f"{proef}/indienen", {"versie": "1"})
    assert antwoord.status_code == 409
    assert naar(declarant.get(f"{proef}/indienen")) == proef


def test_beeindigen_vraagt_het_twee_keer(declarant: Bezoeker, dorp: Loket, zaak: Bouwzaak) -> None:
    def status() -> Periodestatus:
        with dorp.met(dorp.declarant, zaak) as (handeling, rij):
            return perioden_van(handeling, rij)[0].status

    assert adres(zaak, "declaratie/beeindigen") in declarant.get(adres(zaak, "declaratie")).text
    assert "kan niet terug" in declarant.get(adres(zaak, "declaratie/beeindigen")).text.casefold()
    zeker = naar(declarant.post(adres(zaak, "declaratie/beeindigen"), declarant.verborgen))
    assert zeker == adres(zaak, "declaratie/beeindigen/zeker")
    assert status() is Periodestatus.OPEN  # na het eerste ja is er nog niets gebeurd
    assert "Weet u het zeker?" in declarant.get(zeker).text
    tweede = declarant.verborgen
    naar(declarant.post(zeker, tweede))
    assert status() is Periodestatus.BEEINDIGD

    # Wie terugbladert en nog eens verzendt komt weer bij de declaratie uit.
    assert naar(declarant.get(zeker)) == adres(zaak, "declaratie")
    assert naar(declarant.post(zeker, tweede)) == adres(zaak, "declaratie")
    assert status() is Periodestatus.BEEINDIGD
    assert "Einddeclaratie" in declarant.get(adres(zaak, "declaratie")).text
    maak_proef(declarant, zaak, soort="eind")


def test_terugsturen_zonder_reden_kan_niet(app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak) -> None:
    proef = maak_proef(declarant, zaak)
    dien_in(declarant, proef)
    beoordelaar = bezoek(app, dorp.beoordelaar)
    beoordelaar.get(proef)
    antwoord = beoordelaar.post(f"{proef}/oordeel", {**beoordelaar.verborgen, "oordeel": "af"})
    assert antwoord.status_code == 422
    naar(beoordelaar.post(f"{proef}/oordeel", {**beoordelaar.verborgen, "oordeel": "af", "reden": "Te veel."}))
    terug = declarant.get(proef).text
    assert "Te veel." in terug
    assert re.search(rf'href="{adres(zaak, "declaratie")}">\s*Opnieuw declareren', terug)
    assert "Opnieuw declareren" not in beoordelaar.get(proef).text


def test_zonder_factuuradres_zegt_de_factuur_wat_ontbreekt(declarant: Bezoeker, zaak: Bouwzaak) -> None:
    proef = maak_proef(declarant, zaak)
    dien_in(declarant, proef)
    declarant.get(f"{proef}/factuur")
    antwoord = declarant.post(f"{proef}/factuur", {"nummer": "1"})
    assert antwoord.status_code == 422
    assert "vraag hem zijn factuuradres compleet te maken" in antwoord.text


def test_de_organisatie_vult_haar_gegevens_aan(declarant: Bezoeker) -> None:
    declarant.get("/organisatie")
    gezien = {"versie": declarant.verborgen["versie"]}
    antwoord = declarant.post("/organisatie", {"iban": "NL00", "btw_nummer": "NL1", **ADRES})
    assert antwoord.status_code == 422
    assert "2 antwoorden kloppen nog niet" in antwoord.text
    naar(declarant.post("/organisatie", {"iban": ANDER_IBAN, **ADRES, **gezien}))
    declarant.get("/organisatie")
    te_laat = declarant.post("/organisatie", {"iban": IBAN, **ADRES, "versie": gezien["versie"]})
    assert te_laat.status_code == 409
    assert f'value="{IBAN}"' in te_laat.text
    pagina = declarant.get("/organisatie").text
    assert "Wat er veranderde" in pagina
    assert f"<del>{IBAN}</del>" in pagina
    assert f"<ins>{ANDER_IBAN}</ins>" in pagina


def test_wie_van_de_andere_kant_is_vindt_niets(app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak) -> None:
    proef = maak_proef(declarant, zaak)
    assert declarant.get("/betalingen").status_code == 404
    assert declarant.get("/betalingen/rekening").status_code == 404
    assert declarant.get(adres(zaak, "betaling")).status_code == 404
    beoordelaar = bezoek(app, dorp.beoordelaar)
    assert beoordelaar.get(proef).status_code == 404
    assert beoordelaar.get("/organisatie").status_code == 404
    assert beoordelaar.get(adres(zaak, "declaratie")).status_code == 403
    vreemd = bezoek(app, dorp.wereld.medewerker(dorp.wereld.organisatie("Ander"), "Anna"))
    for pad in (proef, adres(zaak, "declaratie"), f"{proef}/factuur", f"{proef}/factuur.xml"):
        assert vreemd.get(pad).status_code == 404


def test_zonder_recht_geen_declaratie(app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    coach = bezoek(app, dorp.wereld.medewerker(dorp.organisatie_id, "Co", Recht.UREN_SCHRIJVEN))
    for pad in (adres(zaak, "declaratie"), "/organisatie", "/declaraties"):
        assert coach.get(pad).status_code == 403


VELDEN = (
    "soort tot_en_met btw_percentage tarieven.0.vanaf tarieven.0.tarief tarief_bron versie oordeel reden nummer "
    "vervaldatum uitvoeren_op betaling iban straat naam oin bedrag vanaf grond motivering bevestigd btw_categorie"
)
GEWONE_WAARDEN = st.sampled_from(["regulier", "eind", "2022-08-18", "21", "goed", "1", "0,00"])
WILD = st.dictionaries(st.sampled_from(VELDEN.split()), st.one_of(st.text(max_size=60), GEWONE_WAARDEN), max_size=10)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    velden=WILD,
    pad=st.sampled_from(
        ["declaratie", "betaling", "declaratie/beeindigen", "declaratie/beeindigen/zeker", "vaststelling"]
    ),
)
def test_wat_er_ook_wordt_verzonden_het_is_nooit_een_storing(
    app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak, velden: dict[str, str], pad: str
) -> None:
    betaler = bezoek(app, dorp.betaler)
    for wie, waar in ((declarant, adres(zaak, pad)), (betaler, adres(zaak, pad)), (declarant, "/organisatie")):
        wie.get("/declaraties")
        assert wie.post(waar, velden).status_code < 500
    for waar in ("/betalingen/vrijgeven", "/betalingen/bestand", "/betalingen/rekening"):
        betaler.get("/declaraties")
        assert betaler.post(waar, velden).status_code < 500


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(zoek=st.text(max_size=150), na=st.text(max_size=40))
def test_zoeken_geeft_nooit_een_storing(app: Flask, declarant: Bezoeker, zaak: Bouwzaak, zoek: str, na: str) -> None:
    assert declarant.get("/declaraties", query_string={"zoek": zoek, "na": na}).status_code == 200
    antwoord = declarant.post("/declaraties", {"zoek": zoek.encode("utf-8", "replace").decode()})
    assert antwoord.status_code in {200, 303, 422}


def test_het_formulier_biedt_alleen_aan_wat_nu_kan(declarant: Bezoeker, zaak: Bouwzaak) -> None:
    pagina = declarant.get(adres(zaak, "declaratie")).text
    assert 'value="regulier"' in pagina
    assert 'value="eind"' not in pagina
    zaak.beeindig()
    pagina = declarant.get(adres(zaak, "declaratie")).text
    assert 'value="regulier"' not in pagina
    assert 'value="eind"' in pagina


def test_wie_het_einde_beoordeelt_leest_wat_er_nog_openstaat(
    app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak
) -> None:
    dorp.rekening()
    dorp.factureer(zaak, dorp.dien_in(zaak, met_bron=False), "2022-1")
    zaak.beeindig()
    eind = dorp.dien_in(zaak, Declaratiesoort.EIND, met_bron=False)
    beoordelaar = bezoek(app, dorp.beoordelaar)
    leest = beoordelaar.get(adres(zaak, f"declaraties/{eind.id}")).text
    assert "Over een eerdere declaratie van deze periode is nog niet geoordeeld: UJ-2022-00001" in leest


def test_een_weigering_wijst_terug_naar_de_zaak(app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    beoordelaar = bezoek(app, dorp.beoordelaar)
    antwoord = beoordelaar.get(adres(zaak, "vaststelling"))
    assert antwoord.status_code == 409
    assert f'href="/zaken/{zaak.tenant_id}/{zaak.zaak_id}"' in antwoord.text
