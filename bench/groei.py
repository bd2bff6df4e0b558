"""Meet hoeveel meer een heel verzoek kost als er veel meer zaken zijn.

``PYTHONPATH=. python bench/groei.py KLEIN GROOT``: twee mappen die ``bench/kwartaal.py`` vulde, zoals met tienduizend
en met honderdduizend zaken. Gemeten wordt rekentijd, om de beurt in de ene en de andere; de eerste keer telt niet mee.
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

RONDES = 9
PAGINAS = {
    "consulent@staphorst": ("/", "/zaken", "/zaken?status=alle", "/rapportages", "/declaraties"),
    "financieel1@staphorst": ("/", "/betalingen", "/betalingen/alle", "/kwartaal"),
    "directie@noorderlicht": ("/", "/zaken", "/perioden", "/declaraties"),
    "coach@noorderlicht": ("/", "/zaken", "/uren", "/uren/nieuw"),
}


def main(klein: Path, groot: Path) -> None:
    """Schrijft per pagina de rekentijd in beide en het midden van de verhoudingen."""
    with ExitStack() as open_:
        apps = [open_.enter_context(loket("sqlite", plek, zaken=0)) for plek in (klein, groot)]
        for wie, paden in PAGINAS.items():
            for pad in paden:
                _meet(apps, wie, pad)


def _meet(apps: list[Flask], wie: str, pad: str) -> None:
    bezoekers = [aangemeld(app, wie) for app in apps]
    vragen = [partial(een.get, pad) for een in bezoekers]
    if any(vraag().status_code != 200 for vraag in vragen):
        raise SystemExit(f"{pad} gaf {wie} geen pagina")
    paren = [tuple(_ms(vraag) for vraag in vragen) for _ in range(RONDES)]
    weinig, veel = (median(een) for een in zip(*paren, strict=True))
    keer = median(groot / klein for klein, groot in paren)
    print(f"{wie:24}{pad:24}{weinig:7.1f} ms {veel:7.1f} ms {keer:6.2f} keer", flush=True)


def _ms(vraag: Callable[[], object]) -> float:
    van = process_time_ns()
    vraag()
    return (process_time_ns() - van) / 1e6


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
