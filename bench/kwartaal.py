"""Meet ``dakpan kwartaal`` naast één optelling van dezelfde uren: tijd en geheugen, ook na kill -9 halverwege.

``PYTHONPATH=. python bench/kwartaal.py MAP [ZAKEN]`` vult MAP de eerste keer (zes minuten, acht GB) met honderdduizend
lopende zaken van één financier, elk met een periode in het kwartaal dat voorbij is, en twee miljoen activiteiten. Bij
drie van de vier ontbreekt iets, zie ``keuze``. Elke ronde is de opdracht zelf, in een eigen proces, op een kopie.
"""

import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from subprocess import PIPE, Popen, run
from time import perf_counter, process_time
from typing import NamedTuple

from dakpan.begrippen.periode import Kwartaal
from dakpan.demo.omgeving import DATABASE, Omgeving
from dakpan.wandeling.kwartaal.ronde import PER_KEER
from loket import loket
from vul import ZAKEN, Keuze

FINANCIER, PER_ZAAK = "staphorst", 20
KEER = 3
_KAAL = "SELECT zaak_id, sum(duur) FROM activiteit WHERE {} = ? GROUP BY zaak_id"
_LEEG = "print(next(int(r.split()[1]) for r in open('/proc/self/status') if r.startswith('VmHWM')) / 1024)"
_TEL = "SELECT count(*) FROM activiteit WHERE tenant_id = ?"
# Alles wat de ronde maakt, zonder de ids en de tijden die elke keer anders zijn.
WERK = (
    "SELECT zaak_id, nummer, sleutel, bedrag, vanaf, iban, begunstigde, omschrijving, uitleg FROM betaalopdracht",
    "SELECT zaak_id, vorm, uiterlijk, schriftelijk, peildatum, bron, status FROM verslag",
    "SELECT zaak_id, lidmaatschap_id, soort, over, dag, zaaknummer FROM bericht",
    "SELECT zaak_id, gedaan, aantal, waarom FROM kwartaalregel WHERE gedaan <> 'overgeslagen'",
    "SELECT zaak_id, tabel, soort, waarom, json_array_length(velden) FROM geschiedenis WHERE tabel IN "
    "('betaalopdracht', 'verslag', 'bericht')",
)


class Tijd(NamedTuple):
    """In seconden."""

    klok: float
    rekentijd: float


class Gedraaid(NamedTuple):
    """Eén keer de opdracht: hoe lang, hoeveel geheugen op zijn hoogst in MB, en wat zij zei."""

    tijd: Tijd
    piek: float
    antwoord: str


def keuze(kwartaal: Kwartaal) -> Keuze:
    """Van elke vier kopieën staat bij één alles klaar. Bij één zijn de verslagen van dit kwartaal nog te schrijven, bij
    één ontbreken de betalingen, en bij één de betalingen en de verslagen."""
    begin, eind = kwartaal.periode.begin, kwartaal.periode.eind
    waar = (
        "status = 'lopend' AND EXISTS (SELECT 1 FROM jobcoachperiode p WHERE p.tenant_id = zaak.tenant_id "  # noqa: S608 - eigen tekst
        f"AND p.zaak_id = zaak.id AND p.status = 'open' AND p.begin <= '{eind}' AND p.eind >= '{begin}')"
    )
    te_schrijven = f"n % 4 = 1 AND uiterlijk BETWEEN '{begin}' AND '{eind}'"
    return Keuze(
        FINANCIER,
        waar,
        alleen={"verslag": "n % 4 < 3", "betaalopdracht": "n % 4 < 2"},
        anders={("verslag", "status"): f"CASE WHEN {te_schrijven} THEN 'open' ELSE status END"},
    )


def main(plek: Path, zaken: int = ZAKEN) -> None:
    """Schrijft van elke ronde de verhouding met de optelling, en of onderbreken iets verandert."""
    nu = Kwartaal.van(date.today())  # noqa: DTZ011 - de demonstratie is rond vandaag gevuld
    vorig = Kwartaal.van(nu.periode.begin - timedelta(1))
    with loket("sqlite", plek, zaken, keuze(vorig)):
        uren = _vul_aan(plek / DATABASE, zaken * PER_ZAAK)
    print(f"{FINANCIER}: {zaken} lopende zaken, {uren} activiteiten", flush=True)
    ronde = ("kwartaal", FINANCIER, vorig.iso)
    heel, onderbroken = _kopie(plek, "heel"), _kopie(plek, "onderbroken")
    werk = [_meet(naam, heel, ronde) for naam in ("eerste", "tweede")]
    print("een tweede keer verandert", "niets" if werk[0] == werk[1] else "IETS", flush=True)
    draai(onderbroken, *ronde, stop_na=max(1, zaken // PER_KEER // 2))
    hervat = _meet("hervatte", onderbroken, ronde)
    print("onderbroken met kill -9 en hervat:", "hetzelfde" if hervat == werk[0] else "ANDERS")


def _meet(naam: str, plek: Path, ronde: Sequence[str]) -> Mapping[str, str]:
    """De ronde tussen twee optellingen in, op de klok en in rekentijd. Wat er daarna staat."""
    leeg = float(run([sys.executable, "-c", _LEEG], check=True, capture_output=True, text=True).stdout)
    eerst, een = _optelling(plek / DATABASE), draai(plek, *ronde)
    kaal, lang = (_midden(samen) for samen in zip(eerst, _optelling(plek / DATABASE), strict=True))
    print(f"{naam} ronde: {een.tijd.klok:.1f} s, {een.tijd.klok / kaal.klok:.0f} keer de optelling ({kaal.klok:.2f} s)")
    rekentijd = een.tijd.rekentijd
    print(
        f"  {rekentijd:.1f} s rekentijd: {rekentijd / kaal.rekentijd:.1f} keer die van de optelling, zoals SQLite haar"
    )
    print(f"  uitvoert ({kaal.rekentijd:.2f} s), en {rekentijd / lang.rekentijd:.1f} keer langs de hele tabel")
    print(f"  {een.piek:.0f} MB, {een.piek - leeg:.0f} meer dan Python alleen")
    print("  ", json.dumps(json.loads(een.antwoord), ensure_ascii=False))
    print("  ", werk := _werk(plek / DATABASE), flush=True)
    return werk


def _kopie(plek: Path, naam: str) -> Path:
    """Een eigen map met een kopie van wat er is gevuld."""
    kopie = plek / naam
    shutil.rmtree(kopie, ignore_errors=True)
    kopie.mkdir()
    with closing(sqlite3.connect(plek / DATABASE)) as verbinding:
        verbinding.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for een in (DATABASE, "geheimen.json", "gevuld.json"):
        shutil.copyfile(plek / een, kopie / een)
    return kopie


def draai(plek: Path, *wat: str, stop_na: int = 0, database: str = "") -> Gedraaid:
    """De opdracht in een eigen proces. ``stop_na``: na zoveel porties houdt kill -9 haar tegen.

    ``database``: een andere dan die in ``plek``.
    """
    opdracht, regels, piek = [sys.executable, "-m", "dakpan", *wat], list[str](), 0.0
    klok, eerder = perf_counter(), getrusage(RUSAGE_CHILDREN)
    with Popen(opdracht, stdout=PIPE, stderr=PIPE, text=True, env=_omgeving(plek, database)) as proces:
        for regel in proces.stderr or ():
            regels.append(regel)
            piek = _piek(proces.pid) or piek
            if len(regels) == stop_na:
                proces.kill()
                print("kill -9 na:", regel.strip(), flush=True)
        antwoord = proces.stdout.read() if proces.stdout else ""
    if proces.returncode and not stop_na:
        raise SystemExit("".join(regels))
    later = getrusage(RUSAGE_CHILDREN)
    rekentijd = later.ru_utime - eerder.ru_utime + later.ru_stime - eerder.ru_stime
    return Gedraaid(Tijd(perf_counter() - klok, rekentijd), piek, antwoord)


def _piek(pid: int) -> float:
    """Hoeveel MB dit proces op zijn hoogst in het geheugen had; nul als het er niet meer is."""
    stand = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next((int(regel.split()[1]) / 1024 for regel in stand.splitlines() if regel.startswith("VmHWM")), 0.0)


def _omgeving(plek: Path, database: str) -> dict[str, str]:
    een = Omgeving(plek).instellingen("", None)
    eigen = {
        "DATABASE": database or een.database,
        "GEHEIME_SLEUTEL": een.geheime_sleutel,
        "BSN_SLEUTELS": een.bsn_sleutels[0],
        "BSN_ZOEKSLEUTEL": een.bsn_zoeksleutel,
        "TENANTS_MAP": str(een.tenants_map),
    }
    return {**os.environ, **{f"DAKPAN_{naam}": waarde for naam, waarde in eigen.items()}}


def _werk(bestand: Path) -> dict[str, str]:
    """Per tabel hoeveel rijen en een vingerafdruk van alles wat erin staat."""
    with closing(sqlite3.connect(bestand)) as verbinding:
        return {vraag.split(" FROM ")[1].split()[0]: _vingerafdruk(verbinding, vraag) for vraag in WERK}


def _vingerafdruk(verbinding: sqlite3.Connection, vraag: str) -> str:
    som, rijen = sha256(), 0
    aantal = vraag.split(" FROM ", 1)[0].count(",") + 1
    for rij in verbinding.execute(f"{vraag} ORDER BY {', '.join(map(str, range(1, aantal + 1)))}"):
        som.update(repr(rij).encode())
        rijen += 1
    return f"{rijen}:{som.hexdigest()[:12]}"


def _optelling(bestand: Path) -> tuple[Tijd, Tijd]:
    """Het midden van een paar keer: zoals SQLite haar zelf uitvoert, en langs de hele tabel."""
    with closing(sqlite3.connect(bestand)) as verbinding:
        zelf, alles = zip(
            *((_tijd(verbinding, "tenant_id"), _tijd(verbinding, "+tenant_id")) for _ in range(KEER)), strict=True
        )
    return _midden(zelf), _midden(alles)


def _midden(tijden: Sequence[Tijd]) -> Tijd:
    return Tijd(*map(median, zip(*tijden, strict=True)))


def _tijd(verbinding: sqlite3.Connection, kolom: str) -> Tijd:
    klok, rekentijd = perf_counter(), process_time()
    verbinding.execute(_KAAL.format(kolom), (FINANCIER,)).fetchall()
    return Tijd(perf_counter() - klok, process_time() - rekentijd)


def _vul_aan(bestand: Path, doel: int) -> int:
    """Elke activiteit nog een paar keer, met een ander begin van haar id, tot het er genoeg zijn."""
    with closing(sqlite3.connect(bestand)) as verbinding:
        verbinding.execute("PRAGMA cache_size = -1000000")  # kB; anders leest zij elke index telkens opnieuw
        (er_zijn,) = verbinding.execute(_TEL, (FINANCIER,)).fetchone()
        namen = [rij[1] for rij in verbinding.execute("PRAGMA table_info(activiteit)")]
        rest = ", ".join(f'"{een}"' for een in namen if een != "id")
        for nummer, al in enumerate(range(er_zijn, doel, er_zijn), start=1):
            nieuw = f"'{160 + nummer:02x}' || substr(id, 3)"
            vraag = f"INSERT INTO activiteit (id, {rest}) SELECT {nieuw}, {rest} FROM activiteit WHERE tenant_id = ?"  # noqa: S608 - eigen namen
            verbinding.execute(f"{vraag} AND id < 'a' LIMIT ?", (FINANCIER, doel - al))
        verbinding.commit()
        geteld: int = verbinding.execute(_TEL, (FINANCIER,)).fetchone()[0]
    return geteld


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:3]))
