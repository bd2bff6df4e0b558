"""Meet hoeveel meer een heel verzoek kost als er veel meer zaken zijn.

``PYTHONPATH=. python bench/groei.py KLEIN GROOT``: twee mappen die ``bench/kwartaal.py`` vulde, zoals met tienduizend
en met honderdduizend zaken. Gemeten wordt rekentijd, om de beurt in de ene en de andere; de eerste keer telt niet mee.
Ook een activiteit opslaan wordt gemeten; wat daarbij wordt geschreven gaat weer weg.
"""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time_ns

from flask import Flask

from bezoek import aangemeld
from loket import loket
from uren import ronde, van_loket

RONDES = 9
# Zij heeft zeven cliënten, hoeveel er verder ook zijn; de coach van noorderlicht krijgt er met elke zaak een bij.
COACH = "coach@werkwijzer"
PAGINAS = {
    "consulent@staphorst": ("/", "/zaken", "/zaken?status=alle", "/rapportages", "/declaraties"),
    "financieel1@staphorst": ("/", "/betalingen", "/betalingen/alle", "/kwartaal"),
    "directie@noorderlicht": ("/", "/zaken", "/perioden", "/declaraties"),
    COACH: ("/", "/zaken", "/uren", "/uren/nieuw"),
}


def main(klein: Path, groot: Path) -> None:
    """Schrijft per pagina de rekentijd in beide en het midden van de verhoudingen."""
    with ExitStack() as open_:
        apps = [open_.enter_context(loket("sqlite", plek, zaken=0)) for plek in (klein, groot)]
        _meet_schrijven(apps)
        for wie, paden in PAGINAS.items():
            for pad in paden:
                _meet(apps, wie, pad)


def _meet_schrijven(apps: list[Flask]) -> None:
    kanten = [(van_loket(app, COACH), app) for app in apps]
    paren = [tuple(ronde(*een).rekentijd / 1e3 for een in kanten) for _ in range(RONDES + 1)][1:]
    _meld(f"{COACH} schrijft", kanten[0][0].pad, paren)


def _meet(apps: list[Flask], wie: str, pad: str) -> None:
    bezoekers = [aangemeld(app, wie) for app in apps]
    vragen = [partial(een.get, pad, follow_redirects=True) for een in bezoekers]  # /uren gaat naar deze week
    if any(vraag().status_code != 200 for vraag in vragen):
        raise SystemExit(f"{pad} gaf {wie} geen pagina")
    _meld(wie, pad, [tuple(_ms(vraag) for vraag in vragen) for _ in range(RONDES)])


def _meld(wie: str, pad: str, paren: list[tuple[float, ...]]) -> None:
    weinig, veel = (median(een) for een in zip(*paren, strict=True))
    keer = median(groot / klein for klein, groot in paren)
    print(f"{wie:28}{pad:24}{weinig:7.1f} ms {veel:7.1f} ms {keer:6.2f} keer", flush=True)


def _ms(vraag: Callable[[], object]) -> float:
    van = process_time_ns()
    vraag()
    return (process_time_ns() - van) / 1e6


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
