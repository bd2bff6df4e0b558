"""De verslagen zoals coach, consulent en financier ze zien."""

import re
from datetime import date, datetime, time
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.hulp.bezoeker import Bezoeker, Klok, open_loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.rapportage.zaken import VERLOOP, Gemeld, meld

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.dossier.domain import Zaakstap
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.handeling import NEDERLAND
from dakpan.opslag.sporen import Inzage
from dakpan.rapportage.schrijven import sla_op

OP = date(2023, 5, 31)


@pytest.fixture
def wereld(sqlite_gemigreerd: str) -> Wereld:
    return Wereld(motor_van(sqlite_gemigreerd), OP)


@pytest.fixture
def app(wereld: Wereld, tmp_path: Path) -> Flask:
    klok = Klok(datetime.combine(OP, time(17), NEDERLAND))
    return open_loket(wereld.motor.url.render_as_string(hide_password=False), tmp_path, klok)


@pytest.fixture
def gemeente(wereld: Wereld) -> Gemeld:
    gemeld = meld(wereld, "staphorst")
    gemeld.plan()
    return gemeld


def _leest(bezoeker: Bezoeker) -> str:
    assert bezoeker.pagina is not None
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bezoeker.pagina.text)).split())


def _adres(gemeld: Gemeld, nummer: int = 0, als: object = None) -> str:
    verslag = gemeld.verslagen(als or gemeld.coach)[nummer]  # type: ignore[arg-type]
    return f"/zaken/{verslag.tenant_id}/{verslag.zaak_id}/verslagen/{verslag.id}"


def test_de_lijst_begint_met_wat_het_eerst_moet(app: Flask, gemeente: Gemeld) -> None:
    coach = Bezoeker(app).als(gemeente.coach)
    coach.get("/rapportages")
    leest = _leest(coach)
    assert leest.index("Terugkoppeling over een kwartaal") < leest.index("Verslag over een half jaar")
    assert "31 mei 2023 binnen vier weken" in leest
    assert coach.get("/rapportages?na=01a22447-65bc-750e-bb28-c169205a3e98").status_code == 200
    assert coach.get("/rapportages?voor=veel").status_code == 200


def test_een_terugkoppeling_van_begin_tot_eind(app: Flask, gemeente: Gemeld) -> None:
    gemeente.schrijf_uren(date(2023, 3, 6))
    gemeente.schrijf_uren(OP, akkoord=False)
    adres, coach = _adres(gemeente), Bezoeker(app).als(gemeente.coach)
    coach.get(adres)
    leest = _leest(coach)
    assert "Logboek van 01-03-2023 tot en met 31-05-2023 1:00" in leest
    assert "Er is nog 1:00 geschreven die niet akkoord is" in leest

    velden = {"teksten.verloop": "Het gaat goed.\nOok thuis.", "mondeling": "ja", "versie": "0"}
    antwoord = coach.post(adres, velden)
    assert antwoord.location == f"{adres}/indienen"
    coach.get(f"{adres}/indienen")
    assert "is op tijd" in _leest(coach)
    coach.post(f"{adres}/indienen", coach.verborgen, follow_redirects=True)
    assert "Verslag EJ-2023-00001 is ingediend" in _leest(coach)

    consulent = Bezoeker(app).als(gemeente.financier)
    assert "Het gaat goed.\nOok thuis." in consulent.get(adres).text
    assert "mondeling" in _leest(consulent)
    assert "Samen 1:00" in _leest(consulent)


def test_de_financier_leest_pas_mee_na_het_indienen(app: Flask, gemeente: Gemeld) -> None:
    gemeente.doe(sla_op, gemeente.eerste, VERLOOP)
    consulent = Bezoeker(app).als(gemeente.financier)
    consulent.get(_adres(gemeente))
    leest = _leest(consulent)
    assert "Dit verslag is er nog niet" in leest
    assert "Het moet er uiterlijk 31 mei 2023 zijn" in leest
    assert "Het gaat goed" not in leest
    assert consulent.get(f"{_adres(gemeente)}/indienen").location == _adres(gemeente)


def test_wie_tegelijk_schrijft_ziet_wat_hij_typte(app: Flask, gemeente: Gemeld) -> None:
    adres, coach = _adres(gemeente), Bezoeker(app).als(gemeente.coach)
    coach.get(adres)
    gemeente.doe(sla_op, gemeente.eerste, VERLOOP)
    assert coach.post(adres, {"teksten.verloop": "Mijn versie", "versie": "0"}).status_code == 409
    assert "Mijn versie" in coach.pagina.text  # type: ignore[union-attr]
    assert coach.post(adres, {"teksten.verloop": "Mijn versie", **coach.verborgen}).status_code == 303


def test_een_verantwoording_vraagt_onderdelen_bijlagen_en_drie_handtekeningen(app: Flask, wereld: Wereld) -> None:
    gemeld = meld(wereld, "uwv-noord", tot=Zaakstap.VERANTWOORDING)
    gemeld.plan()
    adres, coach = _adres(gemeld), Bezoeker(app).als(gemeld.coach)
    pagina = coach.get(adres).text
    assert re.findall(r'<textarea[^>]* name="teksten\.(\w+)"', pagina) == [
        "matching",
        "coachingsplan",
        "status_arbeidsovereenkomst",
        "status_jobcoaching",
    ]
    assert "De werkgever krijgt het nooit te zien" in pagina
    coach.post(adres, {"teksten.matching": "Goed", "versie": "0"})
    coach.get(f"{adres}/indienen")
    assert "Nu tekent de jobcoach" in _leest(coach)
    coach.post(f"{adres}/indienen", coach.verborgen, follow_redirects=True)
    gelezen = _leest(coach)
    assert gelezen.count("In het verslag ontbreekt coachingsplan") == 1  # niet nog eens als melding bovenaan
    assert gelezen.count("Het verslag is nog niet ingediend") == 1
    assert "In het verslag ontbreekt status arbeidsovereenkomst; vul het aan." in gelezen
    assert "getekend op volgorde door jobcoach, werkgever, cliënt" in gelezen
    assert not re.search(r"\w_\w", gelezen)

    delen = ("matching", "coachingsplan", "status_arbeidsovereenkomst", "status_jobcoaching")
    bij = {"bijgevoegd": ["beoordeling_werknemer", "beoordeling_werkgever"]}
    coach.get(adres)
    coach.post(adres, {**{f"teksten.{deel}": "Goed" for deel in delen}, **bij, "versie": coach.verborgen["versie"]})
    for naam in ("Jo Coach", "", "Wim Werkgever", "wim werkgever", "Mila Bakker"):
        coach.get(f"{adres}/indienen")
        coach.post(f"{adres}/tekenen", {"naam": naam, "versie": coach.verborgen["versie"]})
    coach.get(f"{adres}/indienen")
    assert "Nu tekent" not in _leest(coach)
    coach.post(f"{adres}/tekenen", {"naam": "Vierde", "versie": coach.verborgen["versie"]}, follow_redirects=True)
    assert "Alle handtekeningen" in _leest(coach)
    coach.post(f"{adres}/indienen", coach.verborgen, follow_redirects=True)
    assert "EJ-2023-00001" in _leest(coach)
    coach.get(adres)
    assert "de cliënt: Mila Bakker" in _leest(coach)


def test_bij_interne_coaching_schrijft_de_consulent_namens_de_werkgever(app: Flask, wereld: Wereld) -> None:
    gemeld = meld(wereld, "staphorst", vorm=Vorm.INTERN)
    gemeld.plan()
    adres, consulent = _adres(gemeld, als=gemeld.financier), Bezoeker(app).als(gemeld.financier)
    consulent.get(adres)
    assert "U legt dit vast namens de werkgever" in _leest(consulent)
    assert consulent.post(adres, {"teksten.verloop": "Goed", "versie": "0"}).status_code == 303


def test_een_zaak_zonder_ritme_zegt_dat_het_niet_in_bron_is(app: Flask, wereld: Wereld) -> None:
    gemeld = meld(wereld, "amsterdam")
    gemeld.plan()
    consulent = Bezoeker(app).als(gemeld.financier)
    consulent.get(f"/zaken/amsterdam/{gemeld.zaak.zaak_id}/verslagen")
    assert "niet in bron" in _leest(consulent)


def test_een_verslag_van_een_ander_bestaat_niet(app: Flask, gemeente: Gemeld, wereld: Wereld) -> None:
    adres = _adres(gemeente)
    ander = Bezoeker(app).als(wereld.medewerker(wereld.organisatie("Elders"), "Pim Elders"))
    onbekend = adres.replace(str(gemeente.eerste), str(nieuw_id()))
    coach = Bezoeker(app).als(gemeente.coach)
    for bezoeker, waar in ((ander, adres), (coach, onbekend)):
        assert bezoeker.get(waar).status_code == 404
        assert bezoeker.get(f"{waar}/indienen").status_code == 404
        for deel in ("", "/indienen", "/tekenen"):
            bezoeker.get("/rapportages")
            assert bezoeker.post(f"{waar}{deel}", {"naam": "x"}).status_code == 404


def test_openen_wordt_vastgelegd(app: Flask, gemeente: Gemeld) -> None:

    Bezoeker(app).als(gemeente.coach).get(_adres(gemeente))
    with gemeente.wereld.als(gemeente.coach) as handeling:
        gezien = handeling.sessie.scalars(select(Inzage)).all()
    assert [(een.door, een.wat) for een in gezien] == [("Jo Coach", "verslag kwartaal")]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(tekst=st.text(max_size=60), bijgevoegd=st.text(max_size=20), versie=st.text(max_size=12))
def test_willekeurige_tekst_geeft_nooit_een_storing(
    app: Flask, gemeente: Gemeld, tekst: str, bijgevoegd: str, versie: str
) -> None:
    adres, coach = _adres(gemeente), Bezoeker(app).als(gemeente.coach)
    coach.get(adres)
    velden = {"teksten.verloop": tekst, "bijgevoegd": bijgevoegd, "mondeling": tekst, "versie": versie}
    schoon = {naam: waarde.encode("utf-8", "replace").decode() for naam, waarde in velden.items()}
    assert coach.post(adres, schoon).status_code in {303, 409, 422}
