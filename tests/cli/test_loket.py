"""``dakpan migreer`` en ``dakpan serve``: echt gestart, echt gestopt, en geweigerd waar het niet veilig is."""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from sqlalchemy.orm import Session

from dakpan.opslag.motor import maak_motor
from dakpan.partijen.tables import Account

GEDULD = 60


@pytest.fixture
def omgeving(tmp_path: Path) -> dict[str, str]:
    geheim, ander, derde = (secrets.token_urlsafe(48) for _ in range(3))
    eigen = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("DAKPAN_")}
    return {
        **eigen,
        "DAKPAN_DATABASE": f"sqlite:///{tmp_path}/echt.sqlite",
        "DAKPAN_GEHEIME_SLEUTEL": geheim,
        "DAKPAN_BSN_SLEUTELS": ander,
        "DAKPAN_BSN_ZOEKSLEUTEL": derde,
        "DAKPAN_HTTPS": "nee",
    }


def _dakpan(omgeving: dict[str, str], *argumenten: str) -> subprocess.CompletedProcess[str]:
    opdracht = [sys.executable, "-m", "dakpan", *argumenten]
    return subprocess.run(opdracht, env=omgeving, capture_output=True, text=True, check=False, timeout=GEDULD)


def _vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


def _haal(url: str) -> str:
    """De pagina, zodra de server er is."""
    tot = time.monotonic() + GEDULD
    while True:
        try:
            with urlopen(url, timeout=GEDULD) as antwoord:  # noqa: S310 - ons eigen adres
                return str(antwoord.read().decode())
        except URLError:
            if time.monotonic() > tot:
                raise
            time.sleep(0.1)


def test_migreren_en_dan_bedienen(omgeving: dict[str, str]) -> None:
    poort = _vrije_poort()
    assert _dakpan(omgeving, "migreer").returncode == 0
    opdracht = [sys.executable, "-m", "dakpan", "serve", "--poort", str(poort)]
    with subprocess.Popen(opdracht, env=omgeving, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        try:
            assert _haal(f"http://127.0.0.1:{poort}/livez")
            assert _haal(f"http://127.0.0.1:{poort}/readyz")
            assert "Aanmelden" in _haal(f"http://127.0.0.1:{poort}/aanmelden")
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(GEDULD)
    assert server.returncode in {0, 130}


def test_de_ronde_van_elke_dag_zegt_hoeveel_berichten_er_kwamen(omgeving: dict[str, str]) -> None:
    te_vroeg = _dakpan(omgeving, "dagelijks")
    assert (te_vroeg.returncode, "dakpan migreer" in te_vroeg.stderr) == (2, True)
    assert _dakpan(omgeving, "migreer").returncode == 0
    gedaan = _dakpan(omgeving, "dagelijks")
    assert (gedaan.returncode, gedaan.stdout.strip()) == (0, "0 nieuwe berichten over termijnen.")


def test_de_ronde_van_een_kwartaal_zegt_wat_zij_deed(omgeving: dict[str, str]) -> None:
    assert _dakpan(omgeving, "migreer").returncode == 0
    gedaan = _dakpan(omgeving, "kwartaal", "staphorst", "2022-1")
    assert gedaan.returncode == 0, gedaan.stderr
    assert json.loads(gedaan.stdout) == {
        "kwartaal": "2022-1",
        "zaken": 0,
        "al_in_orde": 0,
        "gedaan": {"verslagen": 0, "betalingen": 0, "herinnerd": 0, "overgeslagen": 0},
        "overgeslagen_omdat": [],
    }
    assert "0 zaken bekeken" in gedaan.stderr
    for fout in (("staphorst", "2022-5"), ("nergens", "2022-1"), ("staphorst", "2199-1")):
        assert _dakpan(omgeving, "kwartaal", *fout).returncode == 2, fout


def test_zonder_migratie_zegt_serve_wat_er_eerst_moet(omgeving: dict[str, str]) -> None:
    geweigerd = _dakpan(omgeving, "serve", "--poort", str(_vrije_poort()))
    assert geweigerd.returncode == 2
    assert "dakpan migreer" in geweigerd.stderr


def test_zonder_instellingen_noemt_serve_ze_alle(omgeving: dict[str, str]) -> None:
    kaal = {naam: waarde for naam, waarde in omgeving.items() if not naam.startswith("DAKPAN_")}
    geweigerd = _dakpan(kaal, "serve")
    assert geweigerd.returncode == 2
    assert all(naam in geweigerd.stderr for naam in ("database", "geheime_sleutel", "bsn_sleutels", "bsn_zoeksleutel"))


def test_een_bezette_poort_wordt_meteen_gemeld(omgeving: dict[str, str]) -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        geweigerd = _dakpan(omgeving, "serve", "--poort", str(bezet.getsockname()[1]))
    assert geweigerd.returncode == 2
    assert "bezet" in geweigerd.stderr


def test_een_database_van_een_demonstratie_gaat_niet_echt_open(omgeving: dict[str, str]) -> None:
    assert _dakpan(omgeving, "migreer").returncode == 0
    motor = maak_motor(omgeving["DAKPAN_DATABASE"])
    with Session(motor) as sessie:
        sessie.add(Account(email="speler@voorbeeld.invalid", naam="Speler", demo=True))
        sessie.commit()
    motor.dispose()
    geweigerd = _dakpan(omgeving, "serve", "--poort", str(_vrije_poort()))
    assert geweigerd.returncode == 2
    assert "demonstratie" in geweigerd.stderr
