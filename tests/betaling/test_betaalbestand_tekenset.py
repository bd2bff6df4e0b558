"""Elke tekst komt in de SEPA-tekenset terecht."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.betaling.betaalbestand.tekenset import naar_kenmerk, naar_sepa

SEPA = re.compile(r"[A-Za-z0-9/\-?:().,'+ ]*")


@pytest.mark.parametrize(
    ("tekst", "sepa"),
    [
        ("Café Één", "Cafe Een"),
        ("Straße", "Strasse"),
        ("€ 250", "EUR 250"),
        ("Smit & Zn.", "Smit + Zn."),
        ("Łukasz Ørsted æ", "Lukasz Orsted ae"),
        ("IJssel Ĳ ŉ", "IJssel IJ 'n"),
        ("2025–2026 “ja” it’s", "2025-2026 'ja' it's"),
        ("½ uur", "1/2 uur"),
        ("a_b;c[d]", "a-b,c(d)"),
        ("a\r\n\tb \u00a0 c", "a b c"),
        ("sneeuw ☃ 漢", "sneeuw . ."),
        ("e\u0301", "e"),
        ("/-?:().,'+ a", "/-?:().,'+ a"),
        ("", ""),
    ],
)
def test_omzetten(tekst: str, sepa: str) -> None:
    assert naar_sepa(tekst) == sepa


@pytest.mark.parametrize(
    ("tekst", "kenmerk"), [("/A//B/", "A/B"), ("A/ /B", "A/B"), ("///", ""), ("2026/0001", "2026/0001"), ("/ a /", "a")]
)
def test_een_kenmerk_heeft_geen_losse_schuine_strepen(tekst: str, kenmerk: str) -> None:
    assert naar_kenmerk(tekst) == kenmerk


@given(st.text())
def test_elke_tekst_komt_in_de_tekenset(tekst: str) -> None:
    omgezet = naar_sepa(tekst)
    assert SEPA.fullmatch(omgezet)
    assert naar_sepa(omgezet) == omgezet


@given(st.text(alphabet="/ ab½⁄"))
def test_elk_kenmerk_volgt_de_regel_voor_schuine_strepen(tekst: str) -> None:
    kenmerk = naar_kenmerk(tekst)
    assert "//" not in kenmerk
    assert kenmerk == kenmerk.strip("/ ")
    assert naar_kenmerk(kenmerk) == kenmerk
