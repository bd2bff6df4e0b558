"""Een sessie begint en eindigt hier, hoe iemand ook bewees wie hij is."""

from flask import session

from dakpan.opslag.basis import db
from dakpan.partijen.accounts import Lid, begin_aanmelding, eindig_aanmelding, leden_en_uitnodigingen
from dakpan.partijen.tables import Account
from dakpan.web import koekje
from dakpan.web.verzoek import nu, regelboek, vergeet


def leden_van(account: Account) -> tuple[Lid, ...]:
    """Namens wie kan dit account werken?"""
    return leden_en_vragen(account)[0]


def leden_en_vragen(account: Account) -> tuple[tuple[Lid, ...], tuple[Lid, ...]]:
    """Namens wie kan dit account werken, en wie vroeg het daarvoor?"""
    namen = {slug: tenant.naam for slug, tenant in regelboek().tenants.items()}
    return leden_en_uitnodigingen(db.session(), account.id, namen)


def begin_sessie(account: Account, leden: tuple[Lid, ...], voorkeur: str = "") -> Lid | None:
    """Meldt dit account aan. Wie maar voor één werkt, of verdergaat waar hij was, hoeft niet te kiezen."""
    sessie, moment = db.session(), nu()
    lid = leden[0] if len(leden) == 1 else next((een for een in leden if str(een.id) == voorkeur), None)
    aanmelding = begin_aanmelding(sessie, account, moment)
    sessie.commit()
    koekje.begin(account.id, aanmelding.id, account.sessieversie, str(lid.id) if lid is not None else "", moment)
    vergeet()
    return lid


def eindig_sessie() -> None:
    """Meldt af: het koekje gaat weg, en een kopie ervan werkt niet meer."""
    aanmelding = koekje.aanmelding_id()
    if aanmelding is not None:
        sessie = db.session()
        eindig_aanmelding(sessie, aanmelding)
        sessie.commit()
    session.clear()
    vergeet()
