"""Heeft deze browser de code van een link ingevuld? Dat onthoudt het koekje, een tijdje en voor één link."""

from flask import session

from dakpan.aanvraag.vialink.tables import Tekenlink
from dakpan.web.verzoek import nu

_BEWEZEN = "tekenen"


def is_bewezen(link: Tekenlink) -> bool:
    """Vulde deze browser kort geleden de code van precies deze link in?"""
    bewijs = session.get(_BEWEZEN) or {}
    return bool(bewijs.get("link") == str(link.id) and bewijs.get("tot", 0) > nu().timestamp())


def onthoud(link: Tekenlink, seconden: int) -> None:
    """De code klopte; zo lang hoeft het niet nog eens."""
    session[_BEWEZEN] = {"link": str(link.id), "tot": int(nu().timestamp()) + seconden}


def vergeet() -> None:
    """Klaar: wie nog iets wil vraagt een nieuwe code."""
    session.pop(_BEWEZEN, None)
