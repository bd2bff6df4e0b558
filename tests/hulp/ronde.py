"""Eén ronde tests: wat alle processen van dezelfde ``pytest`` met elkaar delen.

Het eerste proces maakt een map en houdt daarin een slot vast zolang het leeft. Het besturingssysteem geeft dat slot
terug zodra het proces er niet meer is, hoe het ook eindigde; daaraan ziet de bewaker dat hij kan opruimen.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LEEFT, BEWAKER, SJABLOON = "leeft", "bewaker", "postgres-sjabloon"
ANDEREN_MOGEN_ERDOOR = 0o711


def _plek() -> Path:
    """Een tijdelijke map waar ook een andere gebruiker doorheen mag: de database draait nooit als root."""
    plekken = [Path(tempfile.gettempdir()), Path("/", "var", "tmp"), Path("/", "tmp")]
    return next((plek for plek in plekken if _toegankelijk(plek)), plekken[0])


def _toegankelijk(plek: Path) -> bool:
    return plek.is_dir() and all(deel.stat().st_mode & 0o001 for deel in (plek, *plek.resolve().parents))


@dataclass(frozen=True)
class Ronde:
    """De map van één ronde, en wat er hooguit één keer in mag gebeuren."""

    plek: Path

    @classmethod
    def begin(cls) -> "Ronde":
        """Een nieuwe ronde, in een eigen map."""
        plek = Path(tempfile.mkdtemp(prefix="dakpan-test-", dir=_plek()))
        plek.chmod(ANDEREN_MOGEN_ERDOOR)
        return cls(plek)

    @property
    def kenmerk(self) -> str:
        """Wat deze ronde onderscheidt van een andere die tegelijk loopt."""
        return self.plek.name.removeprefix("dakpan-test-").lower()

    @contextmanager
    def slot(self, naam: str) -> Iterator[None]:
        """Hooguit één proces tegelijk komt hier voorbij."""
        with vergrendeld(self.plek / f"{naam}.slot"):
            yield

    def schrijf(self, naam: str, tekst: str) -> None:
        """Zet een gegeven neer; een ander proces ziet het heel, of nog niet."""
        tijdelijk = self.plek / f"{naam}.{os.getpid()}"
        tijdelijk.write_text(tekst, encoding="utf-8")
        tijdelijk.replace(self.plek / naam)

    def lees(self, naam: str) -> str | None:
        """Een gegeven van deze ronde, als iemand het al neerzette."""
        bestand = self.plek / naam
        return bestand.read_text(encoding="utf-8") if bestand.exists() else None

    def ruim_op(self) -> None:
        """Verwijdert de map met alles wat erin staat."""
        shutil.rmtree(self.plek, ignore_errors=True)


def grendel(bestand: Path) -> IO[bytes]:
    """Wacht tot dit bestand vrij is en houdt het vast tot het sluit of het proces eindigt."""
    open_bestand = bestand.open("ab")
    fcntl.lockf(open_bestand, fcntl.LOCK_EX)
    return open_bestand


@contextmanager
def vergrendeld(bestand: Path) -> Iterator[None]:
    """Houdt dit bestand vast zolang het blok duurt."""
    with grendel(bestand):
        yield
