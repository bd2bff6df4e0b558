"""Het loket met schermen: dezelfde mensen, elk met een eigen bezoek aan de webapp."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from flask import Flask
from tests.aanvraag.loket.balie import START, Loket
from tests.hulp.bezoeker import Bezoeker, Klok, open_loket

from dakpan.opslag.handeling import NEDERLAND
from dakpan.opslag.vrager import Vrager


@dataclass
class Webloket:
    """Elke vrager een bezoeker, op de dag van de klok."""

    loket: Loket
    app: Flask
    klok: Klok

    @classmethod
    def open(cls, loket: Loket, database_url: str, plek: Path) -> "Webloket":
        klok = Klok(_begin(START))
        app = open_loket(database_url, plek, klok)
        return cls(loket, app, klok)

    def op(self, dag: date) -> None:
        self.loket.vandaag = dag
        self.klok.moment = _begin(dag)

    def als(self, wie: Vrager) -> Bezoeker:
        return Bezoeker(self.app).als(wie)


def _begin(dag: date) -> datetime:
    return datetime(dag.year, dag.month, dag.day, 9, tzinfo=NEDERLAND)
