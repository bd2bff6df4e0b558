"""Een bezoeker van het loket zonder browser: hij onthoudt zijn koekjes en stuurt het CSRF-geheim van de pagina mee."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import select
from tests.hulp.loketten import neem_loket
from tests.hulp.regelboek import regelboek_met_stad
from werkzeug.test import TestResponse

from dakpan.instellingen import Instellingen
from dakpan.loket.app import create_app
from dakpan.opslag.basis import db
from dakpan.opslag.handeling import NEDERLAND
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.accounts import begin_aanmelding
from dakpan.partijen.tables import Account, Brief
from dakpan.partijen.wachtwoorden import maak_afdruk

GEHEIM = "n7Qw2Lk9Zx4Vb6Tm1Rp8Hs3Jd5Fg0Yc-"
WACHTWOORD = "vier woorden op een rij"
BEGIN = datetime(2022, 3, 24, 9, 0, tzinfo=NEDERLAND)
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_VERBORGEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@dataclass
class Klok:
    """Een klok die alleen loopt als de test dat wil."""

    moment: datetime = BEGIN

    def nu(self) -> datetime:
        return self.moment

    def verder(self, **duur: int) -> None:
        self.moment += timedelta(**duur)


def open_loket(
    database: str,
    plek: Path,
    klok: Klok | None = None,
    *,
    bij: Callable[[Flask], Flask] | None = None,
    **anders: Any,
) -> Flask:
    """De webapp op deze database; ``anders`` zijn andere instellingen, ``bij`` wat er nog aan moet."""
    instellingen: dict[str, Any] = {
        "demo": False,
        "https": False,
        "adres": "http://localhost",
        "post_map": plek / "post",
    }
    inrichting = Instellingen(database, GEHEIM, (GEHEIM,), GEHEIM[::-1], **{**instellingen, **anders})
    gelijk = (bij, *sorted((naam, waarde) for naam, waarde in anders.items() if naam != "adres"))
    app = neem_loket(inrichting, gelijk, lambda nieuw: (bij or _niets)(create_app(nieuw, regelboek_met_stad())))
    app.extensions["dakpan.klok"] = klok or Klok()
    return app


def _niets(app: Flask) -> Flask:
    return app


@cache
def afdruk() -> str:
    """De argon2-afdruk van het wachtwoord van iedereen, één keer uitgerekend."""
    return maak_afdruk(WACHTWOORD)


def geef_wachtwoord(app: Flask, account_id: UUID | None, **anders: Any) -> str:
    """Vanaf nu kan deze persoon zich aanmelden; het antwoord is zijn e-mailadres."""
    with app.app_context():
        account = db.session.get_one(Account, account_id)
        for naam, waarde in {"wachtwoord": afdruk(), **anders}.items():
            setattr(account, naam, waarde)
        db.session.commit()
        return account.email


def brieven(app: Flask) -> list[Brief]:
    """Alle post, de nieuwste eerst."""
    with app.app_context():
        return list(db.session.scalars(select(Brief).order_by(Brief.gemaakt_op.desc(), Brief.id.desc())))


def link_in(brief: Brief) -> str:
    """Het pad van de link in een brief."""
    gevonden = re.search(r"http://localhost(/\S+)", brief.tekst)
    assert gevonden is not None
    return gevonden[1]


@dataclass
class Bezoeker:
    """Eén browser zonder scherm."""

    app: Flask
    pagina: TestResponse | None = field(default=None)

    def __post_init__(self) -> None:
        self.client = self.app.test_client()

    def get(self, url: str, **opties: Any) -> TestResponse:
        self.pagina = self.client.get(url, **opties)
        return self.pagina

    def post(self, url: str, velden: Any = None, **opties: Any) -> TestResponse:
        """Verzendt een formulier met het CSRF-geheim van de laatste pagina; zonder pagina zonder geheim."""
        gegevens = {"csrf_token": self.token, **(velden or {})} if self.token else dict(velden or {})
        self.pagina = self.client.post(url, data=gegevens, **opties)
        return self.pagina

    def json(self, url: str) -> dict[str, str]:
        """Het antwoord van een proefpagina, als woordenboek."""
        gelezen: dict[str, str] = self.get(url).get_json()
        return gelezen

    @property
    def token(self) -> str:
        gevonden = _TOKEN.search(self.pagina.text) if self.pagina is not None else None
        return gevonden[1] if gevonden else ""

    @property
    def verborgen(self) -> dict[str, str]:
        """De onzichtbare velden van de pagina."""
        assert self.pagina is not None
        return {unescape(naam): unescape(waarde) for naam, waarde in _VERBORGEN.findall(self.pagina.text)}

    def meld_aan(self, email: str, wachtwoord: str = WACHTWOORD, **velden: str) -> TestResponse:
        """Langs de voordeur, zoals een mens het doet."""
        self.get("/aanmelden")
        return self.post("/aanmelden", {"email": email, "wachtwoord": wachtwoord, **velden})

    def als(self, vrager: Vrager) -> "Bezoeker":
        """Aangemeld als deze vrager zonder de voordeur te doorlopen, voor tests van de pagina's erachter."""
        nu = self.app.extensions["dakpan.klok"].nu()
        with self.app.app_context():
            account = db.session.get_one(Account, vrager.account_id)
            aanmelding = begin_aanmelding(db.session(), account, nu)
            db.session.commit()
            inhoud = {
                "account": str(account.id),
                "aanmelding": str(aanmelding.id),
                "sessieversie": account.sessieversie,
                "lid": str(vrager.lidmaatschap_id),
                "laatst": int(nu.timestamp()),
            }
        with self.client.session_transaction() as sessie:
            sessie.update(inhoud)
        self.get("/namens")
        return self
