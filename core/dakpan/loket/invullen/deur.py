"""Wie staat er voor de deur: de link, het verzoek dat erbij hoort, en of de code al klopte."""

from typing import NamedTuple

from flask import Blueprint, abort, redirect, url_for

from dakpan.aanvraag.tekenen import links
from dakpan.aanvraag.tekenen.tables import Tekenlink
from dakpan.aanvraag.werkgever.bezoek import Bezoek, open_bezoek, zie_verzoek
from dakpan.aanvraag.werkgever.tables import Invulverzoek
from dakpan.loket.tekenen import bewijs
from dakpan.opslag.basis import db
from dakpan.opslag.handeling import Handeling
from dakpan.web.verzoek import handeling_van, nu

LINK = "/invullen/<geheim>"
bp = Blueprint("invullen", __name__, template_folder="templates")


class Bezoeker(NamedTuple):
    """Iemand met een link die nog werkt."""

    handeling: Handeling
    link: Tekenlink
    verzoek: Invulverzoek


def voor_de_deur(geheim: str) -> Bezoeker:
    """``NietGevonden``: deze link werkt niet (meer)."""
    link = links.link_van(db.session(), geheim, nu())
    handeling = handeling_van(links.bezoeker(link))
    return Bezoeker(handeling, link, zie_verzoek(handeling, link))


def binnen(geheim: str) -> Bezoek:
    """De aanvraag, voor wie de code al invulde; een ander gaat eerst naar de code."""
    wie = voor_de_deur(geheim)
    if not bewijs.is_bewezen(wie.link):
        abort(redirect(url_for("invullen.link", geheim=geheim), 303))
    return open_bezoek(wie.handeling, wie.verzoek)
