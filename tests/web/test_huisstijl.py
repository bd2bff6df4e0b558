"""Elke financier zijn eigen kleur, en elke kleur te lezen."""

import logging

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from tests.web.conftest import HUISSTIJLEN

from dakpan.web.contrast import LEESBAAR, WIT, ZWART, Kleur, contrast, is_leesbaar, leesbare_tint
from dakpan.web.huisstijl import stijlblad_van

KANAAL = st.integers(0, 255)


@pytest.mark.parametrize(
    ("kleur", "honderdsten"),
    [("#000000", 2100), ("#ffffff", 100), ("#767676", 454), ("#777777", 447), ("#1b5e3a", 775), ("#ffcc00", 151)],
)
def test_contrast_met_wit_volgens_wcag(kleur: str, honderdsten: int) -> None:
    assert int(contrast(Kleur.uit_tekst(kleur), WIT) * 100) == honderdsten


@given(st.builds(Kleur, KANAAL, KANAAL, KANAAL))
def test_elke_kleur_krijgt_een_leesbare_tint(kleur: Kleur) -> None:
    tint = leesbare_tint(kleur)
    assert contrast(tint, WIT) >= LEESBAAR
    assert is_leesbaar(tint)
    assert (tint == kleur) == is_leesbaar(kleur)


def test_mengen_gaat_van_de_ene_kleur_naar_de_andere() -> None:
    assert str(ZWART.meng(WIT, 0)) == "#000000"
    assert str(ZWART.meng(WIT, 50)) == "#808080"
    assert str(ZWART.meng(WIT, 100)) == "#ffffff"


def test_een_kleur_die_niet_bestaat() -> None:
    with pytest.raises(ValueError, match="schrijf zes tekens"):
        Kleur.uit_tekst("groen")


def test_een_te_lichte_kleur_wordt_donkerder_en_dat_staat_in_het_logboek(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        blad = stijlblad_van("geelstad", HUISSTIJLEN["geelstad"])
    assert "#ffcc00 van geelstad is op een lichte achtergrond niet te lezen" in caplog.text
    assert "--dakpan-huis:#856a00;" in blad


def test_een_goede_kleur_blijft_zoals_zij_is(caplog: pytest.LogCaptureFixture) -> None:
    assert "--dakpan-huis:#1b5e3a;" in stijlblad_van("groendam", HUISSTIJLEN["groendam"])
    assert caplog.text == ""


def test_het_stijlblad_wordt_bewaard(bezoeker: FlaskClient) -> None:
    pagina = bezoeker.get("/?huisstijl=groendam").get_data(as_text=True)
    adres = pagina.split('href="/huisstijl/')[1].split('"')[0]
    blad = bezoeker.get(f"/huisstijl/{adres}")
    assert blad.mimetype == "text/css"
    assert blad.cache_control.public
    assert blad.cache_control.max_age == 31_536_000
    assert "Groendam" in pagina
    assert "Set-Cookie" not in blad.headers
    kenmerk = blad.headers["ETag"]
    assert bezoeker.get(f"/huisstijl/{adres}", headers={"If-None-Match": kenmerk}).status_code == 304


def test_een_onbekende_financier_heeft_geen_stijlblad(bezoeker: FlaskClient) -> None:
    assert bezoeker.get("/huisstijl/nergens.css").status_code == 404
