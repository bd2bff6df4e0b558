"""Vergelijken in de browser zonder scherm: de cijfers van reis 13, en nooit iets van een ander."""

import re
from datetime import date

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Wereld
from tests.hulp.regelboek import STAD
from tests.plugins.hulp import maak_json

from dakpan.aanvraag.tables import Aanvraag
from dakpan.opslag.sporen import Inzage
from dakpan.opslag.vrager import Kant, Vrager

# Een half jaar van 181 dagen, midden, eerste jaar, 36 uur: 10% × 36 × 24 × 181 / 182 = 85,93 uur.
REIS_13 = {
    "doelgroepen": ["sfb", "banenafspraak"],
    "vorm": "extern",
    "regime": "midden",
    "jaar": "1",
    "uren_per_week": "36",
    "loonwaarde": "45",
    "begin": "2022-02-16",
    "dienstverband": "onbepaalde_tijd",
    "jobcoach": ["hbo", "opleiding", "harrie", "gecertificeerd"],
}


@pytest.fixture
def adviseur(app: Flask, wereld: Wereld) -> Bezoeker:
    return Bezoeker(app).als(wereld.financier("amsterdam", "Ria Adviseur"))


def platte_tekst(pagina: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", pagina).split())


def test_een_verzonnen_zaak_naast_elkaar(adviseur: Bezoeker) -> None:
    antwoord = adviseur.get("/vergelijken", query_string=REIS_13)
    tekst = platte_tekst(antwoord.text)
    assert antwoord.status_code == 200
    for cijfer in ("85,93 uur", "€ 4.500,00", "€ 5.162,85"):
        assert cijfer in tekst
    assert "niet in bron" in tekst
    assert tekst.count("hoe komt dit?") >= 3


def test_waar_geen_recht_is_zegt_de_uitleg_hetzelfde_als_de_tabel(adviseur: Bezoeker) -> None:
    """In het vierde jaar geeft een deel van de regelsets niets; dat is iets anders dan een cijfer dat niemand kent."""
    tekst = platte_tekst(adviseur.get("/vergelijken", query_string={**REIS_13, "jaar": "4"}).text)
    tabel, _, uitleg = tekst.partition("Hoe komt elk cijfer tot stand?")
    assert "niets: er is geen recht" in tabel
    assert "niets: er is geen recht" in uitleg


# Staphorst, par. 1.5: een vast bedrag bij een proefplaatsing, per regime.
BEDRAGEN_OP_PROEF = {"licht": "€ 561,18", "midden": "€ 673,42", "intensief": "€ 897,89"}


@pytest.mark.parametrize(("regime", "bedrag"), BEDRAGEN_OP_PROEF.items())
def test_een_interne_proefplaatsing_naast_elkaar(adviseur: Bezoeker, regime: str, bedrag: str) -> None:
    vraag = {**REIS_13, "vorm": "intern", "regime": regime, "dienstverband": "proefplaatsing"}
    assert bedrag in platte_tekst(adviseur.get("/vergelijken", query_string=vraag).text)


def test_wie_intern_licht_coacht_zonder_harrie_leest_dat(adviseur: Bezoeker) -> None:
    vraag = {**REIS_13, "vorm": "intern", "regime": "licht"}
    zonder = {**vraag, "jobcoach": ["hbo", "opleiding"]}
    met, niet = (platte_tekst(adviseur.get("/vergelijken", query_string=een).text) for een in (vraag, zonder))
    assert "HARRIE" in niet.partition("Hoe komt elk cijfer")[2]
    assert "HARRIE" not in met.partition("Hoe komt elk cijfer")[2]


def test_zonder_vragen_staat_er_een_gewone_zaak(adviseur: Bezoeker) -> None:
    tekst = platte_tekst(adviseur.get("/vergelijken").text)
    assert "€ 4.500,00" in tekst
    assert "Waarin zij verschillen" in tekst


def test_alle_fouten_tegelijk_bij_hun_veld(adviseur: Bezoeker) -> None:
    fout = {**REIS_13, "uren_per_week": "200", "begin": "ooit", "jaar": "0"}
    antwoord = adviseur.get("/vergelijken", query_string=fout)
    assert antwoord.status_code == 422
    assert "3 antwoorden kloppen nog niet" in antwoord.text
    assert 'value="ooit"' in antwoord.text


def test_eigen_invulling_alleen_bij_de_eigen_financier(app: Flask, wereld: Wereld) -> None:
    """De stad vulde haar termijnen in; een collega van een andere stad ziet die niet."""
    eigen = platte_tekst(Bezoeker(app).als(wereld.financier(STAD)).get("/vergelijken", query_string=REIS_13).text)
    ander = platte_tekst(Bezoeker(app).als(wereld.financier("utrecht")).get("/vergelijken", query_string=REIS_13).text)
    assert "Nadere regels van Verzonnendam" in eigen
    assert "Nadere regels van Verzonnendam" not in ander


def maak_aanvraag(wereld: Wereld, tenant_id: str) -> tuple[Vrager, str]:
    organisatie_id = wereld.organisatie()
    coach = wereld.medewerker(organisatie_id, "Jo Coach")
    zaak = wereld.zaak(tenant_id, organisatie_id)
    with wereld.bouw(coach) as sessie:
        sessie.add(
            Aanvraag(
                tenant_id=tenant_id,
                organisatie_id=organisatie_id,
                kant=Kant.GEDEELD,
                zaak_id=zaak.zaak_id,
                gegevens=maak_json(),
            )
        )
    return coach, f"{tenant_id}/{zaak.zaak_id}"


def test_een_eigen_zaak_naast_elkaar_en_dat_staat_in_het_logboek(app: Flask, wereld: Wereld) -> None:
    coach, zaak = maak_aanvraag(wereld, "staphorst")
    antwoord = Bezoeker(app).als(coach).get("/vergelijken", query_string={"zaak": zaak})
    assert "€ 5.162,85" in platte_tekst(antwoord.text)
    with wereld.als(coach) as handeling:
        assert [een.wat for een in handeling.sessie.scalars(select(Inzage))] == ["vergelijking"]


def test_een_zaak_van_een_ander_bestaat_niet(app: Flask, wereld: Wereld) -> None:
    _coach, zaak = maak_aanvraag(wereld, "staphorst")
    vreemd = Bezoeker(app).als(wereld.medewerker(wereld.organisatie("Ander"), "Anna"))
    elders = Bezoeker(app).als(wereld.financier("uwv-noord"))
    onbekend = f"staphorst/{'0' * 8}-0000-7000-8000-{'0' * 12}"
    for bezoeker in (vreemd, elders):
        vreemde, nooit = (bezoeker.get("/vergelijken", query_string={"zaak": een}) for een in (zaak, onbekend))
        assert (vreemde.status_code, nooit.status_code) == (404, 404)
    assert elders.get("/vergelijken", query_string={"zaak": "bestaat-niet"}).status_code == 404


WAARDE = st.one_of(st.text(max_size=30), st.sampled_from(["1", "36", "0", "sfb", "midden", "extern", "2199-12-31"]))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(anders=st.dictionaries(st.sampled_from([*REIS_13, "tarief", "zaak"]), WAARDE, max_size=6))
def test_wat_er_ook_in_het_adres_staat_het_is_nooit_een_storing(adviseur: Bezoeker, anders: dict[str, str]) -> None:
    assert adviseur.get("/vergelijken", query_string={**REIS_13, **anders}).status_code < 500


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    regime=st.sampled_from(["zeer_licht", "licht", "midden", "intensief"]),
    vorm=st.sampled_from(["extern", "intern", "gemeentelijk"]),
    jaar=st.integers(1, 20),
    begin=st.dates(date(1990, 1, 1), date(2190, 1, 1)),
)
def test_elke_zaak_is_te_vergelijken(adviseur: Bezoeker, regime: str, vorm: str, jaar: int, begin: date) -> None:
    vraag = {**REIS_13, "regime": regime, "vorm": vorm, "jaar": str(jaar), "begin": str(begin)}
    assert adviseur.get("/vergelijken", query_string=vraag).status_code == 200
