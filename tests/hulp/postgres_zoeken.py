"""Waar PostgreSQL op deze machine staat, en als wie hij mag draaien."""

import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

OUDSTE = 15
GEWONE_GEBRUIKERS = ("postgres", "nobody")
ADVIES = (
    "Draai `make setup` als root of `sudo apt-get install postgresql`, "
    "of wijs met DAKPAN_TEST_POSTGRES een server aan: postgresql+psycopg://wie@waar/database."
)


class GeenPostgres(Exception):
    """Er is hier geen PostgreSQL te gebruiken; de tekst zegt waarom en wat te doen."""


def zoek_programmas(omgeving: Mapping[str, str]) -> Path:
    """De map met ``initdb`` en ``postgres``; met ``DAKPAN_POSTGRES_BIN`` wordt nergens anders gezocht."""
    aangewezen = omgeving.get("DAKPAN_POSTGRES_BIN")
    mappen = [Path(aangewezen)] if aangewezen else _bekende_mappen(omgeving.get("PATH", os.defpath))
    for plek in mappen:
        if all(os.access(plek / naam, os.X_OK) for naam in ("initdb", "postgres")):
            return eis_versie(plek)
    gezocht = ", ".join(map(str, mappen)) or "nergens"
    raise GeenPostgres(
        f"Deze test heeft een echte PostgreSQL nodig ({OUDSTE} of nieuwer), "
        f"maar initdb en postgres zijn niet gevonden (gezocht in {gezocht}). {ADVIES}"
    )


def eis_versie(programmas: Path) -> Path:
    """Dezelfde map, als er een PostgreSQL in staat die nieuw genoeg is."""
    opdracht = [str(programmas / "postgres"), "--version"]
    antwoord = subprocess.run(opdracht, capture_output=True, text=True, check=False).stdout.strip()
    gevonden = re.search(r"\d+", antwoord)
    if gevonden is None or int(gevonden[0]) < OUDSTE:
        raise GeenPostgres(f"PostgreSQL {OUDSTE} of nieuwer is nodig; in {programmas} staat {antwoord!r}. {ADVIES}")
    return programmas


def gewone_gebruiker() -> pwd.struct_passwd | None:
    """Wie de database draait als de tests als root draaien: PostgreSQL weigert root, en terecht."""
    if os.geteuid() != 0:
        return None
    bekend = {wie.pw_name: wie for wie in pwd.getpwall()}
    for naam in GEWONE_GEBRUIKERS:
        if naam in bekend:
            return bekend[naam]
    raise GeenPostgres(f"Als root is een gewone gebruiker nodig om PostgreSQL te draaien. {ADVIES}")


def _bekende_mappen(pad: str) -> list[Path]:
    """Waar ``pg_config`` heen wijst, waar Debian ze zet (nieuwste eerst), en het zoekpad."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_nummer, reverse=True)
    return [*_volgens_pg_config(pad), *debian, *(Path(deel) for deel in pad.split(os.pathsep) if deel)]


def _nummer(bin_map: Path) -> int:
    versie = bin_map.parent.name
    return int(versie) if versie.isdigit() else 0


def _volgens_pg_config(pad: str) -> list[Path]:
    pg_config = shutil.which("pg_config", path=pad)
    if pg_config is None:
        return []
    antwoord = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
    return [Path(antwoord.stdout.strip())] if antwoord.returncode == 0 else []
