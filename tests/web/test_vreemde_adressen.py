"""Wat iemand ook achter een adres zet: er komt een nette pagina of een nette weigering, op beide databases."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask import Flask
from tests.hulp.bezoeker import Bezoeker, Klok, open_loket
from tests.hulp.bouw import Wereld, moment
from tests.hulp.motoren import motor_van
from tests.uren.straat import VANDAAG, Straat

# Elk woord dat een bladzijde in haar adres leest.
WOORDEN = (
    *("aantal", "begin", "behalve", "bij", "bureau", "coach", "dag", "financier", "gedaan", "herhaal", "in_register"),
    *("jaar", "kostenplaats", "kwartaal", "na", "niet_actief", "oordeel", "organisatie", "partij", "per", "periode"),
    *("q", "regio", "soort", "specialisatie", "stand", "stap", "status", "steekproef", "terug", "tot", "toon", "van"),
    *("vanaf", "versie", "verder", "voor", "week", "zaak", "zoek"),
)
GEEN_ID = "00000000-0000-0000-0000-000000000000"
# Te lang voor een getal in een database of in Python, een teken dat er niet in past, de eerste dag, en een vreemd id.
VREEMD = ("9" * 30, "9" * 5000, "a\0b", "0001-01-01", GEEN_ID, f"geen_{GEEN_ID}")


@pytest.fixture
def straat(database_url: str) -> Straat:
    return Straat.maak(Wereld(motor_van(database_url)))


@pytest.fixture
def app(straat: Straat, database_url: str, tmp_path: Path) -> Flask:
    return open_loket(database_url, tmp_path, Klok(moment(VANDAAG)))


def _adressen(app: Flask) -> Iterator[str]:
    """Elke bladzijde en elk bestand zonder id in het adres, en wat er met een jaar of nummer in staat."""
    for regel in app.url_map.iter_rules():
        if "GET" in (regel.methods or ()) and not regel.arguments and "webdienst" not in regel.endpoint:
            yield regel.rule
    yield from (f"/meenemen/{naam}.csv" for naam in ("zaken", "declaraties", "betalingen", "uren-organisatie"))
    yield from (f"/meenemen/{naam}.csv" for naam in ("verplichtingen", "grootboek", "medewerkers", "erkenningen"))
    yield from (f"/budget/{jaar}/zaken" for jaar in (2022, "9" * 30))
    yield from ("/uren/0001-W01", "/uren/9999-W53", f"/steekproeven/{GEEN_ID}/{'9' * 30}")


@pytest.mark.parametrize("kant", ["organisatie", "financier"])
def test_vreemde_woorden_in_een_adres_geven_nooit_een_storing(app: Flask, straat: Straat, kant: str) -> None:
    wie = straat.accordeerder if kant == "organisatie" else straat.wereld.financier("staphorst")
    bezoeker = Bezoeker(app).als(wie)
    adressen = sorted({een for een in _adressen(app) if een not in {"/namens", "/afmelden"}})
    assert len(adressen) > 60
    storingen = []
    for adres in adressen:
        for waarde in VREEMD:
            vraag = urlencode(dict.fromkeys(WOORDEN, waarde))
            with bezoeker.get(f"{adres}?{vraag}", buffered=True) as antwoord:
                if antwoord.status_code >= 500:
                    storingen.append((adres, waarde[:40]))
    assert storingen == []
