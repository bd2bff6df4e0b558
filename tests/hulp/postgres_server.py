"""Een eigen PostgreSQL voor één ronde tests: hoe hij begint, en hoe hij eindigt."""

import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from pwd import struct_passwd

from tests.hulp.postgres_zoeken import ADVIES, GeenPostgres, gewone_gebruiker

GEDULD, POGINGEN, EVEN = 60, 3, 0.02
EIGENAAR = "dakpan"
# Deze gegevens leven een paar minuten: zij hoeven geen stroomstoring te overleven.
INSTELLINGEN = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "64MB",
}


@dataclass
class Server:
    """Een server op een vrije poort van deze machine; alles wat hij bewaart staat in ``plek``."""

    programmas: Path
    plek: Path
    _proces: subprocess.Popen[bytes] | None = None

    def start(self) -> str:
        """Maakt en start de server; het antwoord is het adres van zijn eerste database."""
        self._maak_map()
        self._proces = self._draai("initdb", "-D", "data", "-U", EIGENAAR, "-A", "trust", "-E", "UTF8", "--no-sync")
        if self._proces.wait(GEDULD) != 0:
            raise self._mislukt("initdb")
        for _ in range(POGINGEN):
            poort = _vrije_poort()
            if self._probeer(poort):
                return f"postgresql+psycopg://{EIGENAAR}@127.0.0.1:{poort}/postgres"
        raise self._mislukt("postgres")

    def stop(self) -> None:
        """Eindigt alleen het proces dat hier begonnen is: vlot als het kan, hard als het moet."""
        for sein in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if self._proces is None or self._proces.poll() is not None:
                return
            self._proces.send_signal(sein)
            with suppress(subprocess.TimeoutExpired):
                self._proces.wait(GEDULD)

    @cached_property
    def _wie(self) -> struct_passwd | None:
        return gewone_gebruiker()

    @property
    def _logboek(self) -> Path:
        return self.plek.with_suffix(".log")

    def _maak_map(self) -> None:
        self.plek.mkdir(mode=0o700)
        if self._wie is not None:
            shutil.chown(self.plek, self._wie.pw_uid, self._wie.pw_gid)

    def _draai(self, programma: str, *argumenten: str) -> subprocess.Popen[bytes]:
        """Start een programma als gewone gebruiker, los van de terminal en van onze omgeving."""
        with self._logboek.open("ab") as logboek:
            return subprocess.Popen(
                [self.programmas / programma, *argumenten],
                stdin=subprocess.DEVNULL,
                stdout=logboek,
                stderr=logboek,
                cwd=self.plek,
                env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
                start_new_session=True,
                user=self._wie.pw_uid if self._wie else None,
                group=self._wie.pw_gid if self._wie else None,
                extra_groups=[] if self._wie else None,
            )

    def _probeer(self, poort: int) -> bool:
        """Start op deze poort; een ander kan haar net genomen hebben, dan is het antwoord nee."""
        keuzes = [f"-c{naam}={waarde}" for naam, waarde in {**INSTELLINGEN, "port": str(poort)}.items()]
        self._proces = proces = self._draai("postgres", "-D", "data", *keuzes)
        einde = time.monotonic() + GEDULD
        while proces.poll() is None and time.monotonic() < einde:
            if self._neemt_vragen_aan(proces.pid):
                return True
            time.sleep(EVEN)
        self.stop()
        return False

    def _neemt_vragen_aan(self, pid: int) -> bool:
        """PostgreSQL schrijft zelf in ``postmaster.pid`` wanneer hij zover is."""
        try:
            regels = (self.plek / "data" / "postmaster.pid").read_text(encoding="utf-8").split()
        except FileNotFoundError:
            return False
        return str(pid) in regels[:1] and "ready" in regels[-1:]

    def _mislukt(self, programma: str) -> GeenPostgres:
        regels = self._logboek.read_text(encoding="utf-8", errors="replace").splitlines()
        einde = "\n".join(regels[-15:])
        return GeenPostgres(f"De eigen PostgreSQL van de tests start niet ({programma}):\n{einde}\n{ADVIES}")


def _vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort: int = proef.getsockname()[1]
        return poort
