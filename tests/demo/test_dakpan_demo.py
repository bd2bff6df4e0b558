"""``dakpan demo`` als los proces: het loket gaat open, bewaart wat een bezoeker doet, en stopt netjes."""

import http.cookiejar
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode

import pytest
from tests.hulp.databases import HUIS

from dakpan.demo.omgeving import DATABASE, GEHEIMEN, KLAAR, POST, Omgeving
from dakpan.demo.spelers import Spelers

GEDULD, STAP = 60, 0.1


class Browser:
    """Een bezoeker die zijn koekjes houdt, ook als de server even weg is."""

    def __init__(self, adres: str) -> None:
        self.adres = adres
        koekjes = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(koekjes)

    def get(self, pad: str) -> str:
        with self.opener.open(self.adres + pad, timeout=GEDULD) as antwoord:
            return str(antwoord.read().decode())

    def post(self, pad: str, pagina: str, **velden: str) -> None:
        gevonden = re.search(r'name="csrf_token" value="([^"]+)"', pagina)
        assert gevonden is not None
        gegevens = urlencode({"csrf_token": gevonden[1], **velden}).encode()
        with self.opener.open(self.adres + pad, gegevens, timeout=GEDULD):
            pass


def _vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort: int = proef.getsockname()[1]
        return poort


@contextmanager
def _open_demo(plek: Path, poort: int, signaal: signal.Signals) -> Iterator[str]:
    """Het adres zolang het blok duurt; daarna eindigt dit ene proces, en dat moet netjes."""
    opdracht = [sys.executable, "-c", "import sys; from dakpan.cli import main; sys.exit(main())"]
    opties = ["demo", "--poort", str(poort), "--map", str(plek)]
    with subprocess.Popen(
        [*opdracht, *opties], cwd=HUIS, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as proces:
        adres = f"http://127.0.0.1:{poort}"
        try:
            _wacht_op(proces, adres)
            yield adres
        finally:
            proces.send_signal(signaal)
            uit, fout = proces.communicate(timeout=GEDULD)
        assert (proces.returncode, fout) == (0, "")
        assert adres in uit


def _wacht_op(proces: "subprocess.Popen[str]", adres: str) -> None:
    tot = time.monotonic() + GEDULD
    while time.monotonic() < tot and proces.poll() is None:
        try:
            Browser(adres).get("/livez")
        except (URLError, ConnectionError):
            time.sleep(STAP)
        else:
            return
    pytest.fail(f"dakpan demo ging niet open: {proces.poll()}")


def test_wat_een_bezoeker_deed_blijft_na_een_nieuwe_start(kopie: Path, spelers: Spelers) -> None:
    poort, speler = _vrije_poort(), spelers.personen[0]
    browser = Browser(f"http://127.0.0.1:{poort}")
    with _open_demo(kopie, poort, signal.SIGTERM):
        browser.post("/aanmelden/vergeten", browser.get("/aanmelden/vergeten"), email=speler.email)
        assert speler.email in browser.get("/post")
    with _open_demo(kopie, poort, signal.SIGINT):
        assert speler.email in browser.get("/post")
        assert "Speel mee als" in browser.get("/aanmelden")


def test_opnieuw_haalt_alleen_weg_wat_de_demonstratie_zelf_maakte(tmp_path: Path) -> None:
    tmp_path.joinpath(POST).mkdir()
    eigen = [DATABASE, f"{DATABASE}-wal", GEHEIMEN, KLAAR, f"{POST}/brief.eml"]
    for naam in (*eigen, "van mij.txt", f"{POST}/van mij.txt"):
        tmp_path.joinpath(naam).write_text("{}", encoding="utf-8")
    Omgeving(tmp_path).leeg()
    over = sorted(pad.relative_to(tmp_path).as_posix() for pad in tmp_path.rglob("*") if pad.is_file())

    assert over == [f"{POST}/van mij.txt", "van mij.txt"]
