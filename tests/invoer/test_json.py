"""Wat geen goed JSON-object is, is een invoerfout in gewoon Nederlands."""

import io
import json
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.json import lees_json, ontleed

GEEN_OBJECT = {
    "leeg": (b"", "hier staat niets; geef een JSON-object"),
    "half": (b'{"a": 1,\n', "geen geldige JSON \\(regel 2, teken 1\\)"),
    "tekst erna": (b"{} x", "geen geldige JSON"),
    "lijst": (b"[]", "een JSON-object"),
    "getal": (b"1", "een JSON-object"),
    "tekst": (b'"a"', "een JSON-object"),
    "null": (b"null", "een JSON-object"),
    "geen getal": (b'{"a": NaN}', "NaN is geen getal"),
    "oneindig": (b'{"a": Infinity}', "Infinity is geen getal"),
    "min oneindig": (b'{"a": [-Infinity]}', "-Infinity is geen getal"),
    "dubbele sleutel": (b'{"a": 1, "a": 1}', "sleutel 'a' staat er twee keer"),
    "dubbele sleutel binnenin": (b'{"a": [{"b": 1, "c": 2, "b": 3}]}', "sleutel 'b' staat er twee keer"),
    "latin-1": ('{"a": "é"}'.encode("latin-1"), "geen UTF-8"),
    "utf-16": ('{"a": 1}'.encode("utf-16"), "geen UTF-8"),
    "diepe lijst": (b"[" * 100_000, "te veel haken"),
    "diep object": (b'{"a":' * 100_000, "te veel haken"),
    "lang getal": (b'{"a": ' + b"9" * 5000 + b"}", "5000 cijfers is te lang"),
}


@pytest.mark.parametrize("geval", GEEN_OBJECT)
def test_geen_goed_object(geval: str) -> None:
    inhoud, melding = GEEN_OBJECT[geval]
    with pytest.raises(InvoerFout, match=melding) as fout:
        ontleed(inhoud)
    assert [veldfout.veld for veldfout in fout.value.fouten] == ["bestand"]


@pytest.mark.parametrize("geval", GEEN_OBJECT)
def test_geen_melding_in_het_engels(geval: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        ontleed(GEEN_OBJECT[geval][0])
    assert not re.search(r"\b(the|limit|expect\w*|maximum recursion|codec|sys)\b", str(fout.value), re.IGNORECASE)


def test_volgordeteken_vooraan_mag() -> None:
    assert ontleed(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


def test_gewone_inhoud_blijft_zoals_zij_is() -> None:
    assert ontleed('{"a": ["é", 12, true, null, {}]}'.encode()) == {"a": ["é", 12, True, None, {}]}


@given(st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text())))
def test_elk_object_zonder_kommagetal_komt_terug(inhoud: dict[str, object]) -> None:
    assert ontleed(json.dumps(inhoud).encode()) == inhoud


@given(st.binary(max_size=60))
def test_willekeurige_bytes_geven_een_object_of_een_invoerfout(inhoud: bytes) -> None:
    with suppress(InvoerFout):
        assert isinstance(ontleed(inhoud), dict)


def _fout_van(pad: str) -> Veldfout:
    with pytest.raises(InvoerFout) as fout:
        lees_json(pad)
    (veldfout,) = fout.value.fouten
    return veldfout


def test_leest_een_bestand(tmp_path: Path) -> None:
    (tmp_path / "zaak.json").write_bytes(b'{"a": 1}')
    assert lees_json(str(tmp_path / "zaak.json")) == {"a": 1}


def test_leest_de_standaardinvoer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO('{"a": "é"}'.encode())))
    assert lees_json("-") == {"a": "é"}


def test_bestand_dat_er_niet_is(tmp_path: Path) -> None:
    pad = str(tmp_path / "weg.json")
    assert _fout_van(pad) == Veldfout(
        "bestand", f"'{pad}' kan niet worden gelezen: het bestaat niet; controleer de naam"
    )


def test_map_in_plaats_van_bestand(tmp_path: Path) -> None:
    assert "het is een map; kies een bestand" in _fout_van(str(tmp_path)).melding


def test_naam_die_niet_kan() -> None:
    assert "controleer de naam" in _fout_van("a\0b").melding


def test_bestand_dat_niet_mag(monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(_pad: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", weiger)
    assert "controleer de rechten" in _fout_van("dicht.json").melding
