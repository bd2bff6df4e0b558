"""Van losse bevindingen naar één aanspraak."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.uren import Uren
from dakpan.uitleg.bevinding import Aanspraak, Bevinding, Ernst, aanspraak_uit, bevinding, oordeel, zonder_dubbele
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.contract import bevinding_als_json

BRON = Bron("Proef", "art. 1")


def _een(ernst: Ernst, code: str = "proef.iets") -> Bevinding:
    return bevinding(code, ernst, "Er is iets.", BRON)


@pytest.mark.parametrize(
    ("ernsten", "aanspraak"),
    [
        ([], Aanspraak.RECHT),
        ([Ernst.VOLDAAN, Ernst.INFORMATIE], Aanspraak.RECHT),
        ([Ernst.VOLDAAN, Ernst.AFWEGEN, Ernst.INFORMATIE], Aanspraak.AFWEGEN),
        ([Ernst.AFWEGEN, Ernst.BLOKKEREND, Ernst.VOLDAAN], Aanspraak.GEEN_RECHT),
        ([Ernst.BLOKKEREND], Aanspraak.GEEN_RECHT),
    ],
)
def test_aanspraak_hangt_niet_af_van_de_volgorde(ernsten: list[Ernst], aanspraak: Aanspraak) -> None:
    assert {aanspraak_uit(map(_een, volgorde)) for volgorde in permutations(ernsten)} == {aanspraak}


def test_dezelfde_bevinding_staat_er_een_keer_en_op_volgorde() -> None:
    eerste, tweede = _een(Ernst.AFWEGEN, "proef.een"), _een(Ernst.AFWEGEN, "proef.twee")
    assert zonder_dubbele([eerste, tweede, _een(Ernst.AFWEGEN, "proef.een")]) == (eerste, tweede)


def test_andere_waarden_zijn_een_andere_bevinding() -> None:
    licht, midden = (
        bevinding("proef", Ernst.AFWEGEN, "{regime}", BRON, regime=regime) for regime in ("licht", "midden")
    )
    assert zonder_dubbele([licht, midden, licht]) == (licht, midden)


@given(st.lists(st.sampled_from(list(Ernst)).map(_een)))
def test_zonder_dubbele_verandert_de_aanspraak_nooit(bevindingen: list[Bevinding]) -> None:
    enkel = zonder_dubbele(bevindingen)
    assert aanspraak_uit(enkel) == aanspraak_uit(bevindingen)
    assert len(enkel) == len({een.ernst for een in bevindingen})


@pytest.mark.parametrize(
    ("goed", "ernst", "tekst"),
    [(True, Ernst.VOLDAAN, "12 uur kan."), (False, Ernst.BLOKKEREND, "12 uur is te weinig.")],
)
def test_oordeel_kiest_zin_en_ernst_samen(goed: bool, ernst: Ernst, tekst: str) -> None:
    uitslag = oordeel("proef", BRON, goed=goed, ja="{uren} kan.", nee="{uren} is te weinig.", uren=Uren(1200))
    assert (uitslag.ernst, uitslag.tekst) == (ernst, tekst)


def test_oordeel_mag_ook_een_afweging_zijn() -> None:
    assert oordeel("proef", BRON, goed=False, ja="ja", nee="nee", anders=Ernst.AFWEGEN).ernst is Ernst.AFWEGEN


def test_in_het_contract() -> None:
    json = bevinding_als_json(bevinding("proef.uren", Ernst.VOLDAAN, "Er zijn {uren}.", BRON, uren=Uren(2450)))
    assert json == {
        "code": "proef.uren",
        "ernst": "voldaan",
        "tekst": "Er zijn 24,50 uur.",
        "bron": {"titel": "Proef", "vindplaats": "art. 1", "zekerheid": "tekst"},
    }
