"""Een kaal Flask-programma dat een activiteit opslaat: de periode opzoeken, de uren natellen, invoegen. Niets erna."""

from threading import local
from typing import Any
from uuid import uuid4

from flask import Flask, redirect, request
from sqlalchemy import Engine

TOEGEKEND = 10_000_000
_PERIODE = "SELECT zaak_id, organisatie_id FROM jobcoachperiode WHERE tenant_id = ? AND id = ?"
_OP = "SELECT coalesce(sum(duur), 0) FROM activiteit WHERE periode_id = ?"
_KOLOMMEN = (
    *("tenant_id", "id", "organisatie_id", "kant", "versie", "zaak_id", "periode_id", "medewerker_id"),
    *("weeknummer", "datum", "begin", "duur", "doel", "soort", "locatie", "beoogd", "bereikt", "status", "terug_reden"),
)
_NAMEN, _VRAGEN = ", ".join(f'"{een}"' for een in _KOLOMMEN), ", ".join("?" * len(_KOLOMMEN))
_ZET = f"INSERT INTO activiteit ({_NAMEN}) VALUES ({_VRAGEN})"  # noqa: S608 - eigen namen


def kaal_programma(motor: Engine) -> Flask:
    """Op de database van het loket, zonder iets eromheen."""
    app, draad = Flask("kaal"), _Draad(motor)
    postgres = motor.dialect.name == "postgresql"
    periode, op, zet = (een.replace("?", "%s") if postgres else een for een in (_PERIODE, _OP, _ZET))

    @app.post("/uren")
    def schrijf() -> Any:
        veld, wijzer = request.form, draad.wijzer
        if not postgres:
            wijzer.execute("BEGIN IMMEDIATE")
        wijzer.execute(periode, (veld["tenant_id"], veld["periode_id"]))
        zaak_id, organisatie_id = wijzer.fetchone()
        wijzer.execute(op, (veld["periode_id"],))
        if wijzer.fetchone()[0] + int(veld["duur"]) > TOEGEKEND:
            raise SystemExit("het plafond van de meting is bereikt")
        eigen = (veld["tenant_id"], uuid4().hex, organisatie_id, "organisatie", 1, zaak_id, veld["periode_id"])
        wat = tuple(veld[een] for een in ("medewerker_id", "weeknummer", "datum", "begin", "duur", "doel"))
        wijzer.execute(zet, (*eigen, *wat, "", "werkplek", veld["beoogd"], veld["bereikt"], "voorraad", ""))
        wijzer.execute("COMMIT")
        return redirect("/uren")

    return app


class _Draad(local):
    """Elke draad van de server houdt één verbinding open, als beheerder: zonder rijbeveiliging."""

    def __init__(self, motor: Engine) -> None:
        self.verbinding = motor.raw_connection()
        self.wijzer: Any = self.verbinding.cursor()
        if motor.dialect.name == "postgresql":
            self.wijzer.execute("RESET ROLE")
            self.wijzer.execute("SET ROLE NONE")
            self.verbinding.commit()
