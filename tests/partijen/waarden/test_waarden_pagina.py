"""De pagina's van de waarden: bekijken, voorstellen, beoordelen en het bestand ophalen."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.hulp.bestanden import PDF
from tests.hulp.bezoeker import Bezoeker, open_loket
from tests.hulp.motoren import motor_van
from tests.partijen.waarden.wereldje import TABEL2, Kantoor
from tests.uren.pagina import tekst_van
from tests.web.uitvoer.test_vormen import cellen_ods, lees_csv

ADRES = f"/waarden/uwv/{TABEL2}"
TARIEF = "/waarden/uwv/strippenkaart_tarief"
# De vakken staan op de volgorde van de parameter: zeer licht, licht, midden, intensief, elk met drie jaren.
MIDDEN_1 = "waarde6"
INVULLING = {
    MIDDEN_1: "8,00",
    "vanaf": "2022-01-01",
    "bron_titel": "Verzonnen regeling voor een test",
    "vindplaats": "tabel 2",
    "zekerheid": "tekst",
}


@pytest.fixture
def kantoor(sqlite_gemigreerd: str) -> Kantoor:
    return Kantoor.open(motor_van(sqlite_gemigreerd))


@pytest.fixture
def app(sqlite_gemigreerd: str, tmp_path: Path, kantoor: Kantoor) -> Flask:
    del kantoor
    return open_loket(sqlite_gemigreerd, tmp_path)


@pytest.fixture
def een(app: Flask, kantoor: Kantoor) -> Bezoeker:
    return Bezoeker(app).als(kantoor.een)


@pytest.fixture
def ander(app: Flask, kantoor: Kantoor) -> Bezoeker:
    return Bezoeker(app).als(kantoor.ander)


def stel_voor(een: Bezoeker) -> str:
    een.get(ADRES)
    antwoord = een.post(ADRES, INVULLING)
    assert antwoord.status_code == 303, antwoord.text
    return str(antwoord.location)


def test_van_niet_in_bron_naar_een_goedgekeurde_waarde(een: Bezoeker, ander: Bezoeker) -> None:
    assert "niet in bron" in een.get("/waarden").text
    voorstel = stel_voor(een)
    assert "Voorstel intrekken" in een.get(voorstel).text
    assert "Er wacht nu niets op u" in een.get("/").text
    assert "Beoordeel 1 voorstel voor een waarde" in ander.get("/").text
    [openen] = re.findall(r'action="(/berichten/[0-9a-f-]{36}/openen)"', ander.get("/berichten").text)
    assert ander.post(openen).location == voorstel
    pagina = ander.get(voorstel).text
    assert "midden, jaar 1" in pagina
    assert "69,12 uur" in pagina
    antwoord = ander.post(voorstel, {**ander.verborgen, "doe": "keur_goed"})
    assert antwoord.location == voorstel
    assert "goedgekeurd" in ander.get(voorstel).text
    assert "11 waarden niet in bron" in een.get("/waarden").text
    bestand = een.get("/waarden/tenantbestand.toml")
    assert bestand.headers["Content-Disposition"] == "attachment; filename=uwv-noord.toml"
    assert 'titel = "Verzonnen regeling voor een test"' in bestand.text


def test_een_waarde_die_is_opgevolgd_zegt_tot_en_met_wanneer_zij_gold(een: Bezoeker, ander: Bezoeker) -> None:
    rest = {naam: waarde for naam, waarde in INVULLING.items() if naam != MIDDEN_1}
    for vanaf, bedrag in (("2022-01-01", "100,00"), ("2022-07-01", "101,00")):
        een.get(TARIEF)
        voorstel = str(een.post(TARIEF, {**rest, "vanaf": vanaf, "waarde0": bedrag}).location)
        ander.get(voorstel)
        assert ander.post(voorstel, {**ander.verborgen, "doe": "keur_goed"}).status_code == 303
    een.get(TARIEF)
    gelezen = tekst_van(een).replace("\N{NO-BREAK SPACE}", " ")
    assert "€ 101,00 01-07-2022 –" in gelezen
    assert "€ 100,00 01-01-2022 30-06-2022" in gelezen


def test_de_bron_gaat_als_bestand_mee_naar_wie_beoordeelt(een: Bezoeker, ander: Bezoeker) -> None:
    een.get(ADRES)
    kapot = een.post(ADRES, {**INVULLING, "vanaf": "", "bestand": (BytesIO(b"MZ"), "regeling.pdf")})
    assert (kapot.status_code, "vanaf" in kapot.text) == (422, True)
    nep = een.post(ADRES, {**INVULLING, "bestand": (BytesIO(b"MZ"), "regeling.pdf")})
    assert (nep.status_code, "van binnen geen PDF" in nep.text) == (422, True)
    voorstel = str(een.post(ADRES, {**INVULLING, "bestand": (BytesIO(PDF), "regeling.pdf")}).location)
    assert f'href="{voorstel}/bron"' in ander.get(voorstel).text
    assert ander.get(f"{voorstel}/bron").data == PDF
    zonder = {**INVULLING, "vanaf": "2023-01-01"}
    een.get(ADRES)
    assert een.get(f"{een.post(ADRES, zonder).location}/bron").status_code == 404


def test_alle_fouten_bij_hun_vak_en_alles_blijft_staan(een: Bezoeker) -> None:
    een.get(ADRES)
    fout = een.post(
        ADRES, {MIDDEN_1: "veel", "vanaf": "31-31-2022", "bron_url": "javascript:alert(1)", "zekerheid": ""}
    )
    assert fout.status_code == 422
    assert "6 antwoorden kloppen nog niet" in fout.text
    assert 'value="veel"' in fout.text
    leeg = een.post(ADRES, {**INVULLING, MIDDEN_1: ""})
    assert (leeg.status_code, "Vul ten minste één waarde in" in leeg.text) == (422, True)
    stel_voor(een)
    een.get(ADRES)
    dubbel = een.post(ADRES, INVULLING)
    assert (dubbel.status_code, "wacht al een voorstel" in dubbel.text) == (422, True)


def fouten_bij(tekst: str) -> set[str]:
    """Naar welke vakken wijst de lijst met fouten?"""
    return set(re.findall(r'href="#veld-([a-z_0-9]+?)(?:-1)?"', tekst))


def test_een_bedrag_onder_nul_noemt_zijn_vak_samen_met_de_rest(een: Bezoeker) -> None:
    """Vier soorten fouten in één keer: het formulier, de waarde, de dagen en het bestand."""
    een.get(TARIEF)
    antwoorden = {"waarde0": "-5,00", "vanaf": "2022-02-01", "tot_en_met": "2022-01-01", "zekerheid": "tekst"}
    fout = een.post(TARIEF, {**antwoorden, "vindplaats": "artikel 3", "bestand": (BytesIO(b"MZ"), "bron.pdf")})
    assert fout.status_code == 422
    assert fouten_bij(fout.text) == {"waarde0", "tot_en_met", "bron_titel", "bestand"}
    assert "ligt onder nul; een bedrag waarmee de regels rekenen is nul of meer" in fout.text
    zonder = een.post(TARIEF, {"vanaf": "2022-02-01", "zekerheid": "tekst"})
    assert fouten_bij(zonder.text) == {"waarde0", "bron_titel", "vindplaats"}


def test_ook_als_het_formulier_klopt_staat_elke_fout_bij_zijn_vak(een: Bezoeker) -> None:
    een.get(TARIEF)
    fout = een.post(TARIEF, {**INVULLING, "waarde0": "-0,01", "tot_en_met": "2021-12-31"})
    assert (fout.status_code, fouten_bij(fout.text)) == (422, {"waarde0", "tot_en_met"})
    nul = een.post(TARIEF, {**INVULLING, MIDDEN_1: "", "waarde0": "0,00"})
    assert nul.status_code == 303


def test_een_oordeel_dat_niet_kan_zegt_waarom_en_houdt_de_reden(een: Bezoeker, ander: Bezoeker) -> None:
    voorstel = stel_voor(een)
    een.get(voorstel)
    zelf = een.post(voorstel, {**een.verborgen, "doe": "keur_goed", "reden": "Klopt toch"})
    assert (zelf.status_code, "U stelde dit zelf voor" in zelf.text) == (409, True)
    ander.get(voorstel)
    zonder = ander.post(voorstel, {**ander.verborgen, "doe": "wijs_af"})
    assert (zonder.status_code, "Schrijf waarom" in zonder.text) == (422, True)
    assert 'aria-describedby="reden-fout"' in zonder.text
    te_lang = ander.post(voorstel, {**ander.verborgen, "doe": "wijs_af", "reden": "n" * 2_001})
    assert te_lang.status_code == 422
    assert "Dit zijn 2001 tekens; ten hoogste 2000" in te_lang.text
    assert "n" * 2_001 in te_lang.text
    onbekend = ander.post(voorstel, {**ander.verborgen, "doe": "iets", "reden": "x"})
    assert onbekend.status_code == 422


def test_wie_geen_beheerder_is_vindt_niets(app: Flask, kantoor: Kantoor, een: Bezoeker) -> None:
    voorstel = stel_voor(een)
    coach = Bezoeker(app).als(kantoor.coach)
    zuid = Bezoeker(app).als(kantoor.wereld.financier("uwv-zuid"))
    for pad in ("/waarden", ADRES, voorstel, "/waarden/tenantbestand.toml"):
        assert coach.get(pad).status_code == 404
    assert zuid.get(voorstel).status_code == 404
    assert een.get("/waarden/uwv/bestaat_niet").status_code == 404
    assert een.get(f"/waarden/staphorst/{TABEL2}").status_code == 404


VELDEN = st.sampled_from(
    [*INVULLING, "tot_en_met", "bron_datum", "bron_url", "toelichting", "waarde0", "doe", "versie"]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(velden=st.dictionaries(VELDEN, st.one_of(st.text(max_size=60), st.sampled_from([*INVULLING.values()]))))
def test_wat_er_ook_wordt_verzonden_het_is_nooit_een_storing(een: Bezoeker, velden: dict[str, str]) -> None:
    for pad in (ADRES, "/waarden/uwv/q2"):
        een.get("/waarden")
        assert een.post(pad, velden).status_code < 500


def test_de_waarden_en_de_voorstellen_gaan_mee_als_getal_en_dag(een: Bezoeker, ander: Bezoeker) -> None:
    """Een bedrag is in een rekenblad een getal en een dag een dag; wat niet in bron is staat er leeg, met waar."""
    voorstel = stel_voor(een)
    ander.get(voorstel)
    ander.post(voorstel, {**ander.verborgen, "doe": "keur_goed"})
    assert "/meenemen/waarden.csv" in een.get("/waarden").text
    _kop, *regels = lees_csv(een.get("/meenemen/waarden.csv", buffered=True).data)
    (midden,) = [regel for regel in regels if "Verzonnen regeling" in regel[7]]
    assert midden[3:7] == ["midden, jaar 1", "8,00%", "01-01-2022", ""]
    assert any(regel[3] and not regel[4] and regel[7] for regel in regels)
    cellen = cellen_ods(een.get("/meenemen/waarden.ods", buffered=True).data)[1:]
    assert {regel[5][0] for regel in cellen} == {"date", None}
    assert "float" in {regel[4][0] for regel in cellen}
    _kop, gedaan = lees_csv(een.get("/meenemen/waardevoorstellen.csv", buffered=True).data)
    assert gedaan[2:4] == ["01-01-2022", "goedgekeurd"]
