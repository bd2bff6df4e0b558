"""De toepassing laadt bij haar eerste gebruik: wat dat kost, wie erop wacht en wat er gebeurt als het misgaat."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from flask import Flask
from tests.hulp.bezoeker import GEHEIM

from dakpan.instellingen import Instellingen
from dakpan.invoer.toml import OngeldigBestand
from dakpan.loket.app import Ongeladen, create_app, laad

ZWAAR = {"numpy", "typst", "lxml", "xlsxwriter", "openpyxl", "psycopg"}
EIGEN = {"dakpan.tabellen", "dakpan.loket.huizen", "dakpan.loket.inrichten"}
MAKEN = f"""
import sys
from dakpan.loket.app import create_app, laad
from dakpan.instellingen import Instellingen
app = create_app(Instellingen("sqlite://", "{GEHEIM}", ("{GEHEIM}",), "{GEHEIM[::-1]}", demo=True, https=False))
"""
NOEM = "\nprint(*sys.modules)"


def _toepassing(tenants_map: Path | None = None) -> Flask:
    return create_app(Instellingen("sqlite://", GEHEIM, (GEHEIM,), GEHEIM[::-1], tenants_map, demo=True, https=False))


def _geladen(code: str) -> set[str]:
    klaar = subprocess.run([sys.executable, "-c", code + NOEM], capture_output=True, check=True, text=True, timeout=60)
    return set(klaar.stdout.split())


def test_maken_laadt_niets_zwaars_en_geen_enkel_huis() -> None:
    assert _geladen(MAKEN) & (ZWAAR | EIGEN | {"sqlalchemy"}) == set()


def test_ook_alles_laden_laadt_niets_zwaars() -> None:
    geladen = _geladen(MAKEN + "laad(app)")
    assert geladen & ZWAAR == set()
    assert geladen >= EIGEN


def test_het_eerste_gebruik_laadt_alles() -> None:
    app = _toepassing()
    assert type(app) is Ongeladen
    assert app.test_client().get("/livez").text == "ok\n"
    assert {"zaak", "uren", "betaling"} <= set(app.blueprints)
    assert type(app) is not Ongeladen


def test_wie_tegelijk_komt_ziet_ook_alles() -> None:
    app, samen = _toepassing(), Barrier(4)

    def vraag(pad: str) -> int:
        samen.wait()
        return Flask.test_client(app).get(pad).status_code

    with ThreadPoolExecutor(4) as draden:
        assert list(draden.map(vraag, ("/livez", "/zaken", "/aanmelden", "/nergens"))) == [200, 302, 200, 404]


def test_wat_niet_klopt_houdt_het_laden_tegen_en_laat_niets_half_achter(tmp_path: Path) -> None:
    tmp_path.joinpath("stad.toml").write_text("naam = 'Stad'\nkleur = 'groen'", encoding="utf-8")
    app = _toepassing(tenants_map=tmp_path)
    for _ in range(2):
        with pytest.raises(OngeldigBestand, match=r"stad\.toml"):
            laad(app)
    tmp_path.joinpath("stad.toml").unlink()
    assert laad(app).url_map.is_endpoint_expecting("zaak.toon", "zaak_id")
