"""Meet elke lijst van vijftig met honderdduizend zaken in de database, naast een kale vraag naar vijftig zaken.

``python bench/lijsten.py MAP`` vult MAP de eerste keer (enkele minuten, bijna 4 GB). Gemeten wordt rekentijd van het
hele verzoek: aanmelding, rechten, wacht, SQLite en HTML. Op een drukke machine is dat rustiger dan de klok.
"""

import re
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from time import process_time_ns

from flask import Flask
from flask.testing import FlaskClient

from dakpan.demo.omgeving import DATABASE, Omgeving
from dakpan.demo.openen import open_demo
from vul import vul

RONDES, MEESTE_MS = 5, 150
DIRECTIE, BESLISSER, BETAALT = "directie@noorderlicht", "beslisser@uwv-noord", "financieel1@uwv-noord"
ALGEMEEN = ("/", "/zaken", "/zaken?q=jan", "/zaken?status=alle", "/berichten", "/rapportages", "/declaraties")
VAN_ORGANISATIE = (
    *("/perioden", "/perioden?gesloten=ja", "/perioden?q=jan", "/perioden?q=de", "/perioden/accordeerders"),
    *("/accorderen", "/accorderen/akkoord", "/declaraties/onderhanden-werk"),
)
LIJSTEN = {
    DIRECTIE: (*ALGEMEEN, *VAN_ORGANISATIE),
    BESLISSER: (*ALGEMEEN, "/werklijst", "/werklijst?vrij=ja"),
    BETAALT: (*ALGEMEEN, "/betalingen"),
}
_GEHEIM = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
_KAAL = (
    "SELECT z.id, z.nummer, z.status, p.voornaam, p.achternaam, w.naam FROM zaak z "
    "JOIN persoon p ON p.tenant_id = z.tenant_id AND p.id = z.persoon_id "
    "JOIN werkgever w ON w.tenant_id = z.tenant_id AND w.id = z.werkgever_id "
    "WHERE z.tenant_id = 'uwv-noord' AND z.status = 'lopend' ORDER BY z.id DESC LIMIT 51"
)


def main(plek: Path) -> None:
    """Vult als dat nodig is en schrijft per lijst de rekentijd en de verhouding met de kale vraag."""
    omgeving = Omgeving(plek)
    app = open_demo(omgeving, "http://localhost", None, opnieuw=False, meld=print)
    print(f"{vul(omgeving.instellingen('', None).database)} zaken")
    with closing(sqlite3.connect(plek / DATABASE)) as verbinding:
        for wie, paden in LIJSTEN.items():
            _meet(wie, _aangemeld(app, f"{wie}.voorbeeld.invalid"), paden, verbinding)


def _meet(wie: str, bezoeker: FlaskClient, paden: tuple[str, ...], verbinding: sqlite3.Connection) -> None:
    for pad in paden:
        if bezoeker.get(pad).status_code != 200:
            raise SystemExit(f"{pad} gaf {wie} geen pagina")
        paren = [
            (_ms(lambda pad=pad: bezoeker.get(pad)), _ms(verbinding.execute(_KAAL).fetchall))  # type: ignore[misc]
            for _ in range(RONDES)
        ]
        pagina, keer = median(een for een, _kaal in paren), median(een / kaal for een, kaal in paren)
        print(f"{wie:24}{pad:24}{pagina:7.0f} ms {keer:6.0f} keer kaal {'' if pagina < MEESTE_MS else 'TE LANG'}")


def _ms(functie: Callable[[], object]) -> float:
    begin = process_time_ns()
    functie()
    return (process_time_ns() - begin) / 1e6


def _aangemeld(app: Flask, email: str) -> FlaskClient:
    bezoeker = app.test_client()
    gevonden = _GEHEIM.search(bezoeker.get("/aanmelden").text)
    if (
        gevonden is None
        or bezoeker.post("/meespelen", data={"csrf_token": gevonden[1], "email": email}).location != "/"
    ):
        raise SystemExit(f"{email} kan niet meespelen")
    return bezoeker


if __name__ == "__main__":
    main(Path(sys.argv[1]))
