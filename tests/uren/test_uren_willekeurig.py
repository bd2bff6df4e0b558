"""Wat iemand ook typt of opvraagt bij Uren: er komt een nette pagina, nooit een storing."""

from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.pagina import bezoek, open_straat
from tests.uren.straat import Straat

VELDEN = ("klanten", "activiteit", "locatie", "datum", "begin", "duur", "beoogd", "bereikt", "nog", "versie")
_TEKST = st.text(max_size=40) | st.sampled_from(["", "\0", "<script>", "🙂" * 30, "٣", "-1", "1e9", "9" * 40])


@pytest.fixture(name="coach")
def _coach(sqlite_gemigreerd: str, tmp_path: Path) -> Bezoeker:
    straat = Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))
    return bezoek(open_straat(straat, tmp_path), straat.coach)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(gegevens=st.fixed_dictionaries({}, optional=dict.fromkeys(VELDEN, _TEKST)))
def test_willekeurige_tekst_geeft_nooit_een_storing(coach: Bezoeker, gegevens: dict[str, Any]) -> None:
    coach.get("/uren/nieuw")
    schoon = {naam: waarde.encode("utf-8", "replace").decode() for naam, waarde in gegevens.items()}
    assert coach.post("/uren/nieuw", schoon).status_code == 422
    gezien = unescape(coach.pagina.text)  # type: ignore[union-attr]
    assert "Traceback" not in gezien


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(tekst=_TEKST)
def test_willekeurige_adressen_geven_nooit_een_storing(coach: Bezoeker, tekst: str) -> None:
    schoon = tekst.encode("utf-8", "replace").decode()
    assert coach.get("/uren", query_string={"dag": schoon}).status_code == 303
    assert coach.get("/uren/nieuw", query_string={"dag": schoon}).status_code == 200
