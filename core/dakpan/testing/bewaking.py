"""Ziet toe dat een regelset tijdens het antwoorden geen klok, toeval, netwerk of bestand gebruikt.

De klok en het toeval zijn aanroepen van C-functies; die ziet ``sys.setprofile``, ook als een regelset ze
onder een andere naam heeft binnengehaald. Netwerk, processen en bestanden meldt Python zelf aan een audithaak.
"""

import gc
import os
import sys
import threading
from datetime import date
from functools import cache
from types import FrameType, ModuleType, TracebackType
from typing import Self

_SCHRIJVEND = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_KLOK_VAN_DATUM = frozenset({"today", "now", "utcnow"})
_KLOK = frozenset(
    {
        "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "time.monotonic",
        "time.monotonic_ns", "time.perf_counter", "time.perf_counter_ns", "time.clock_gettime", "time.sleep",
    }
)  # fmt: skip
_TOEVAL = frozenset({"random", "getrandbits", "urandom", "getrandom", "randbytes", "generate_time_safe"})
_GEBEURTENISSEN = (
    "socket.", "subprocess.", "sqlite3.", "shutil.", "urllib.", "http.", "ftplib.", "smtplib.", "tempfile.",
    "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.remove", "os.rename", "os.mkdir",
    "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.utime", "os.putenv",
    "os.unsetenv", "_thread.start_new_thread",
)  # fmt: skip


class NietToegestaan(AssertionError):
    """Een regelset deed tijdens het antwoorden iets wat zij niet mag."""


class Bewaking:
    """Een blok waarin elke overtreding wordt onthouden; netwerk en schrijven worden ook tegengehouden.

    ``alleen_van``: let bij de klok alleen op modules van dit pakket.
    """

    def __init__(self, alleen_van: str = "") -> None:
        self.overtredingen: list[str] = []
        self._alleen_van = alleen_van
        self._draad = threading.get_ident()
        self._vorig_profiel = sys.getprofile()
        self._schreef_bytecode = sys.dont_write_bytecode
        self._ruimde_op = gc.isenabled()

    def __enter__(self) -> Self:
        _hang_audithaak_op()
        _actief.append(self)
        self._schreef_bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
        self._vorig_profiel = sys.getprofile()
        # Testgereedschap kijkt op de klok als het geheugen wordt opgeruimd; dat doet de regelset niet.
        self._ruimde_op = gc.isenabled()
        gc.disable()
        sys.setprofile(self._profiel)
        return self

    def __exit__(self, soort: type[BaseException] | None, fout: BaseException | None, _: TracebackType | None) -> None:
        sys.setprofile(self._vorig_profiel)
        if self._ruimde_op:
            gc.enable()
        sys.dont_write_bytecode = self._schreef_bytecode
        _actief.remove(self)

    def _profiel(self, frame: FrameType, gebeurtenis: str, wat: object) -> None:
        if gebeurtenis != "c_call":
            return
        gebruik = _verboden_aanroep(wat)
        if gebruik is not None and str(frame.f_globals.get("__name__", "")).startswith(self._alleen_van):
            self.overtredingen.append(f"{gebruik} in {frame.f_code.co_filename}, regel {frame.f_lineno}")

    def audit(self, gebeurtenis: str, gegevens: tuple[object, ...]) -> None:
        """Onthoudt en weigert netwerk, processen, draden en schrijven, alleen in de eigen draad."""
        if threading.get_ident() != self._draad or not _raakt_de_buitenwereld(gebeurtenis, gegevens):
            return
        melding = f"{gebeurtenis} met {gegevens[:1]!r}"
        self.overtredingen.append(melding)
        raise NietToegestaan(f"een regelset rekent alleen met wat zij krijgt; zij deed {melding}")


def _verboden_aanroep(wat: object) -> str | None:
    """De naam van de klok of het toeval dat wordt gevraagd, of None."""
    naam, van = getattr(wat, "__name__", ""), getattr(wat, "__self__", None)
    if naam in _KLOK_VAN_DATUM and isinstance(van, type) and issubclass(van, date):
        return f"{van.__name__}.{naam}()"
    if naam in _TOEVAL:
        return f"{naam}()"
    volledig = f"{van.__name__ if isinstance(van, ModuleType) else ''}.{naam}"
    return f"{volledig}()" if volledig in _KLOK else None


def _raakt_de_buitenwereld(gebeurtenis: str, gegevens: tuple[object, ...]) -> bool:
    if gebeurtenis == "open":
        vlaggen = gegevens[2] if len(gegevens) > 2 else 0
        return isinstance(vlaggen, int) and bool(vlaggen & _SCHRIJVEND)
    return gebeurtenis.startswith(_GEBEURTENISSEN)


_actief: list[Bewaking] = []


@cache
def _hang_audithaak_op() -> None:
    """Een audithaak kan niet weg; buiten een ``Bewaking`` doet hij niets."""
    sys.addaudithook(_haak)


def _haak(gebeurtenis: str, gegevens: tuple[object, ...]) -> None:
    for bewaking in tuple(_actief):
        bewaking.audit(gebeurtenis, gegevens)
