"""De opslag in een webapp: één sessie per verzoek, en een klok die in een demonstratie kan worden gezet."""

from dataclasses import dataclass
from datetime import date, datetime, time

from flask import Flask

from dakpan import tabellen
from dakpan.instellingen import Instellingen
from dakpan.opslag.basis import db
from dakpan.opslag.handeling import NEDERLAND
from dakpan.opslag.motor import motoropties
from dakpan.opslag.wacht import controleer_wacht


@dataclass(frozen=True, slots=True)
class Klok:
    """Hoe laat is het? Met ``vandaag`` is het die dag, op de tijd die het werkelijk is."""

    vandaag: date | None = None

    def nu(self) -> datetime:
        werkelijk = datetime.now(NEDERLAND)
        if self.vandaag is None:
            return werkelijk
        return datetime.combine(self.vandaag, time(werkelijk.hour, werkelijk.minute, werkelijk.second), NEDERLAND)


def koppel_opslag(app: Flask, instellingen: Instellingen) -> None:
    """Flask-SQLAlchemy met onze motor; alle tabellen zijn geladen en bewaakt."""
    controleer_wacht(tabellen.METADATA)
    app.config["SQLALCHEMY_DATABASE_URI"] = instellingen.database
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = motoropties(instellingen.database)
    app.config["SQLALCHEMY_SESSION_OPTIONS"] = {"expire_on_commit": False}
    app.extensions["dakpan.klok"] = Klok(instellingen.vandaag)
    db.init_app(app)
