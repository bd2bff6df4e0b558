"""De straat met een loket eraan: de pagina's van de uren zoals coach en accordeerder ze openen."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from html import unescape
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import Engine, event
from tests.hulp.bezoeker import Bezoeker, Klok, open_loket
from tests.uren.straat import VANDAAG, Straat

from dakpan.opslag.handeling import NEDERLAND
from dakpan.opslag.vrager import Vrager

OM_VIJF_UUR = Klok(datetime.combine(VANDAAG, time(17), NEDERLAND))


def open_straat(straat: Straat, plek: Path) -> Flask:
    """De webapp op de database van deze straat, op de dag waarop alles gebeurt."""
    return open_loket(straat.wereld.motor.url.render_as_string(hide_password=False), plek, OM_VIJF_UUR)


def bezoek(app: Flask, wie: Vrager) -> Bezoeker:
    return Bezoeker(app).als(wie)


def tekst_van(bezoeker: Bezoeker) -> str:
    """Wat iemand leest, zonder opmaak en met enkele spaties."""
    assert bezoeker.pagina is not None
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bezoeker.pagina.text)).split())


def antwoorden(straat: Straat, *nummers: int, **anders: Any) -> dict[str, Any]:
    """Een ingevuld formulier voor deze cliënten."""
    klanten = [f"{tenant}/{periode}" for tenant, periode in (straat.klanten[nummer] for nummer in nummers)]
    return {
        "klanten": klanten,
        "activiteit": "introduceren:in het bedrijf",
        "locatie": "werkplek",
        "datum": "2022-03-22",
        "begin": "09:00",
        "duur": "90",
        "beoogd": "Kennismaken",
        "bereikt": "Iedereen gesproken",
        **anders,
    }


@contextmanager
def opdrachten() -> Iterator[list[str]]:
    """Elke opdracht die intussen naar een database gaat."""

    gezien: list[str] = []

    def bij(_verbinding: object, _cursor: object, opdracht: str, *_: object) -> None:
        gezien.append(opdracht)

    event.listen(Engine, "before_cursor_execute", bij)
    try:
        yield gezien
    finally:
        event.remove(Engine, "before_cursor_execute", bij)
