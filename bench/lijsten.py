"""Meet elke lijst van vijftig met honderdduizend zaken in de database, naast een kale vraag naar vijftig zaken.

``PYTHONPATH=. python bench/lijsten.py MAP`` meet op SQLite, met ``postgresql`` erachter op PostgreSQL: die van
``DAKPAN_TEST_POSTGRES``, of een eigen. De eerste keer vult zij MAP of de database (enkele minuten, bijna 4 GB).
Gemeten wordt rekentijd van het hele verzoek: aanmelding, rechten, wacht, database en HTML. Op een drukke machine is dat
rustiger dan de klok.
"""

import re
import sys
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

from flask.testing import FlaskClient

from bezoek import aangemeld
from dakpan.opslag.basis import db
from loket import loket
from meter import Meter

MEESTE_MS, OK = 150, 200
DIRECTIE, COACH = "directie@noorderlicht", "coach@noorderlicht"
BESLISSER, BETAALT = "beslisser@uwv-noord", "financieel1@uwv-noord"
CONSULENT = "consulent@staphorst"
ALGEMEEN = (
    *("/", "/zaken", "/zaken?q=naomi", "/zaken?q=de", "/zaken?status=alle", "/zaken?beurt=mij", "/berichten"),
    *("/rapportages", "/declaraties", "/declaraties?zoek=pinas"),
)
VAN_ORGANISATIE = (
    *("/perioden", "/perioden?gesloten=ja", "/perioden?q=naomi", "/perioden?q=de", "/perioden?q=qxz"),
    *("/perioden?q=12-03-2024", "/perioden?q=12-2026"),
    *("/perioden/accordeerders", "/accorderen", "/accorderen/akkoord", "/declaraties/onderhanden-werk"),
    *("/declaraties?financier=staphorst", "/declaraties/onderhanden-werk?financier=staphorst"),
    *("/archief", "/archief?q=naomi", "/archief?q=de"),
    *(f"/uren/totalen?per={een}" for een in ("week", "dag", "coach", "client")),
    *("/medewerkers", "/medewerkers?zoek=de"),
)
VAN_COACH = ("/", "/zaken", "/uren/nieuw", "/rapportages")
VAN_BETALER = (
    *("/betalingen", "/betalingen/vrijgeven/alles", "/betalingen/alle", "/betalingen/alle?zoek=pinas"),
    *("/betalingen/alle?status=in_bestand", "/betalingen/vorderingen", "/betalingen/vorderingen?status=open"),
    *("/steekproeven", "/steekproeven/nieuw", "/budget", "/kwartaal"),
)
VAN_BEOORDELAAR = ("/werklijst", "/werklijst?bureau=vrij", "/werklijst?bureau=vrij&q=naomi")
LIJSTEN = {
    DIRECTIE: (*ALGEMEEN, *VAN_ORGANISATIE),
    BESLISSER: (*ALGEMEEN, *VAN_BEOORDELAAR),
    CONSULENT: (*ALGEMEEN, *VAN_BEOORDELAAR),
    BETAALT: (*ALGEMEEN, *VAN_BETALER),
    COACH: VAN_COACH,
}
_ZAAK = "/zaken/[a-z-]+/[0-9a-f-]{36}"
# Wat van de gegevens afhangt: op welke pagina het staat, en waar zij naar verwijst.
DOOR = {
    "/zaken": _ZAAK,
    "/": f"{_ZAAK}/[a-z]+/[0-9a-f-]{{36}}/creditnota",
    "/budget": '/budget/[0-9]{4}/zaken[^"]*',
    "/steekproeven": "/steekproeven/[0-9a-f-]{36}",
}
_KAAL = (
    "SELECT z.id, z.nummer, z.status, p.voornaam, p.achternaam, w.naam FROM zaak z "
    "JOIN persoon p ON p.tenant_id = z.tenant_id AND p.id = z.persoon_id "
    "JOIN werkgever w ON w.tenant_id = z.tenant_id AND w.id = z.werkgever_id "
    "WHERE z.tenant_id = 'uwv-noord' AND z.status = 'lopend' ORDER BY z.id DESC LIMIT 51"
)


def main(plek: Path, soort: str = "sqlite") -> None:
    """Vult als dat nodig is en schrijft per lijst de rekentijd en de verhouding met de kale vraag."""
    with loket(soort, plek) as app:
        with app.app_context():
            meter = Meter(db.engine, _KAAL)
        for wie, paden in LIJSTEN.items():
            bezoeker = aangemeld(app, wie)
            verder = [pad for lijst, waarheen in DOOR.items() for pad in _eerste(bezoeker, lijst, waarheen)]
            for pad in (*paden, *verder, *_deze_week(bezoeker), *_vrij_te_geven(bezoeker)):
                _meet(meter, wie, bezoeker, pad)


def _eerste(bezoeker: FlaskClient, lijst: str, waarheen: str) -> list[str]:
    """De eerste pagina van deze soort waar de lijst naar verwijst; niets als deze bezoeker de lijst niet heeft."""
    return [unescape(een) for een in re.findall(f'href="({waarheen})"', bezoeker.get(lijst).text)[:1]]


def _deze_week(bezoeker: FlaskClient) -> list[str]:
    """De uren van wie ze schrijft: de pagina zelf gaat naar deze week."""
    waarheen = bezoeker.get("/uren").location or ""
    mag = waarheen.startswith("/uren/") and bezoeker.get(waarheen).status_code == OK
    return [waarheen] if mag else []


def _vrij_te_geven(bezoeker: FlaskClient) -> list[str]:
    """De vraag na het aanvinken van een hele bladzijde betalingen; zonder keuze is er geen pagina."""
    gekozen = re.findall('name="betaling" value="([^"]+)"', bezoeker.get("/betalingen").text)
    return ["/betalingen/vrijgeven?" + urlencode([("betaling", een) for een in gekozen])] if gekozen else []


def _meet(meter: Meter, wie: str, bezoeker: FlaskClient, pad: str) -> None:
    if bezoeker.get(pad).status_code != OK:
        raise SystemExit(f"{pad} gaf {wie} geen pagina")
    ms, keer, opdrachten = meter.meet(lambda: bezoeker.get(pad))
    te_lang = "" if ms < MEESTE_MS else "TE LANG"
    print(f"{wie:24}{pad[:32]:32}{ms:7.0f} ms {keer:6.0f} keer kaal {opdrachten:4} opdrachten {te_lang}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
