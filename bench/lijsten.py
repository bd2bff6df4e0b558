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

from flask.testing import FlaskClient

from bezoek import aangemeld
from dakpan.opslag.basis import db
from loket import loket
from meter import Meter

MEESTE_MS = 150
DIRECTIE, COACH = "directie@noorderlicht", "coach@noorderlicht"
BESLISSER, BETAALT = "beslisser@uwv-noord", "financieel1@uwv-noord"
CONSULENT = "consulent@staphorst"
ALGEMEEN = (
    *("/", "/zaken", "/zaken?q=naomi", "/zaken?q=de", "/zaken?status=alle", "/zaken?beurt=mij", "/berichten"),
    *("/rapportages", "/declaraties", "/declaraties?zoek=pinas"),
)
VAN_ORGANISATIE = (
    *("/perioden", "/perioden?gesloten=ja", "/perioden?q=naomi", "/perioden?q=de", "/perioden?q=qxz"),
    *("/perioden/accordeerders", "/accorderen", "/accorderen/akkoord", "/declaraties/onderhanden-werk"),
    *("/archief", "/archief?q=naomi", "/archief?q=de"),
    *(f"/uren/totalen?per={een}" for een in ("week", "dag", "coach", "client")),
    *("/medewerkers", "/medewerkers?zoek=de"),
)
VAN_COACH = ("/", "/zaken", "/uren", "/uren/nieuw", "/rapportages")
VAN_BETALER = (
    *("/betalingen", "/betalingen/vrijgeven", "/betalingen/alle", "/betalingen/alle?zoek=pinas"),
    *("/betalingen/alle?status=in_bestand", "/budget", "/kwartaal"),
)
VAN_BEOORDELAAR = ("/werklijst", "/werklijst?vrij=ja", "/werklijst?vrij=ja&q=naomi")
LIJSTEN = {
    DIRECTIE: (*ALGEMEEN, *VAN_ORGANISATIE),
    BESLISSER: (*ALGEMEEN, *VAN_BEOORDELAAR),
    CONSULENT: (*ALGEMEEN, *VAN_BEOORDELAAR),
    BETAALT: (*ALGEMEEN, *VAN_BETALER),
    COACH: VAN_COACH,
}
_ZAAK, _BUDGETZAKEN = "/zaken/[a-z-]+/[0-9a-f-]{36}", '/budget/[0-9]{4}/zaken[^"]*'
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
            for pad in (*paden, *_eerste(bezoeker, "/zaken", _ZAAK), *_eerste(bezoeker, "/budget", _BUDGETZAKEN)):
                _meet(meter, wie, bezoeker, pad)


def _eerste(bezoeker: FlaskClient, lijst: str, waarheen: str) -> list[str]:
    """De eerste pagina van deze soort waar de lijst naar verwijst; niets als deze bezoeker de lijst niet heeft."""
    return [unescape(een) for een in re.findall(f'href="({waarheen})"', bezoeker.get(lijst).text)[:1]]


def _meet(meter: Meter, wie: str, bezoeker: FlaskClient, pad: str) -> None:
    if bezoeker.get(pad).status_code != 200:
        raise SystemExit(f"{pad} gaf {wie} geen pagina")
    ms, keer, opdrachten = meter.meet(lambda: bezoeker.get(pad))
    te_lang = "" if ms < MEESTE_MS else "TE LANG"
    print(f"{wie:24}{pad[:32]:32}{ms:7.0f} ms {keer:6.0f} keer kaal {opdrachten:4} opdrachten {te_lang}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
