"""Meespelen met één klik: op de pagina om aan te melden kiest een bezoeker van de demonstratie wie hij is.

Alleen een demonstratie zet dit in de webapp; onder ``dakpan serve`` bestaat de route niet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Flask, current_app, redirect, request, url_for
from sqlalchemy import select

from dakpan.demo.spelers import Speler, Spelers
from dakpan.opslag.basis import db
from dakpan.opslag.fouten import NietGevonden
from dakpan.partijen.tables import Account
from dakpan.web.aanmelden.bewaard import lees_bewaard
from dakpan.web.aanmelden.sessie import begin_sessie, leden_van
from dakpan.web.aanmelden.views import keuzepagina, verderpagina
from dakpan.web.verzoek import nu

bp = Blueprint("meespelen", __name__, template_folder="templates")


@dataclass(frozen=True, slots=True)
class Groep:
    """De spelers van één organisatie of financier."""

    naam: str
    spelers: tuple[Speler, ...]


def koppel_meespelen(app: Flask) -> None:
    """Zet het meespelen in deze webapp. Alleen voor een demonstratie."""
    inrichting = app.extensions["dakpan.instellingen"]
    if not inrichting.demo:
        raise ValueError("meespelen bestaat alleen in een demonstratie")
    app.extensions["dakpan.spelers"] = Spelers.bij(inrichting.tenants_map)
    app.register_blueprint(bp)
    app.context_processor(lambda: {"meespelers": lambda: demo_accounts(app)})


def demo_accounts(app: Flask) -> list[Groep]:
    """Wie een bezoeker kan zijn, per huis: de organisaties eerst. Wie niet meer actief is staat er niet bij."""
    spelers: Spelers = app.extensions["dakpan.spelers"]
    actief = set(db.session().scalars(select(Account.email).where(Account.demo, Account.actief)))
    namen = {slug: tenant.naam for slug, tenant in app.extensions["dakpan.regelboek"].tenants.items()}
    huizen = {rij["code"]: rij["naam"] for rij in spelers.organisaties} | namen
    return [groep for groep in _groepen(spelers, actief, huizen) if groep.spelers]


def _groepen(spelers: Spelers, actief: set[str], huizen: Mapping[str, str]) -> Iterator[Groep]:
    for code, naam in huizen.items():
        eigen = (een for een in spelers.personen if een.email in actief and een.werkt_voor(code))
        yield Groep(naam, tuple(eigen))


@bp.post("/meespelen")
def speel_mee() -> Any:
    """Meldt aan als deze speler, zonder wachtwoord; een echt account kan zo niet. Wat hij al typte reist mee."""
    email = request.form.get("email", "")
    account = db.session().scalar(select(Account).where(Account.email == email, Account.demo, Account.actief))
    if account is None or not current_app.extensions["dakpan.instellingen"].demo:
        raise NietGevonden
    getypt = lees_bewaard(nu())
    eigen = getypt if getypt is not None and getypt.past_bij(str(account.id)) else None
    lid = begin_sessie(account, leden_van(account), eigen.lid if eigen is not None else "")
    if eigen is not None:
        return keuzepagina(eigen) if lid is None else verderpagina(eigen)
    return redirect(url_for("aanmelden.namens") if lid is None else "/", 303)
