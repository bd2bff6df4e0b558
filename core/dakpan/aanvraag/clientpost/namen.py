"""Hoe een brief aan de cliënt heet, boven de brief en in de lijst."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.clientpost.stukken import Poststuk, Poststuksoort
from dakpan.aanvraag.clientpost.tables import Machtigingshoe
from dakpan.aanvraag.namen import BESLOTEN

BRIEFTITELS: Mapping[Poststuksoort, Any] = {
    Poststuksoort.BESLUIT: _l("Besluit over jobcoaching"),
    Poststuksoort.AANVULLING: _l("Uw aanvraag is nog niet compleet"),
    Poststuksoort.UITSTEL: _l("Ons besluit komt later"),
    Poststuksoort.WIJZIGING: _l("Ons antwoord op de wijziging"),
    Poststuksoort.BEZWAAR: _l("Ons antwoord op het bezwaar of beroep"),
    Poststuksoort.RAPPORT: _l("Rapport over de aanvraag"),
}
HOE: Mapping[Machtigingshoe, Any] = {
    Machtigingshoe.LINK: _l("met een eigen link en een code"),
    Machtigingshoe.PAPIER: _l("op papier"),
}


def briefnaam(stuk: Poststuk) -> str:
    """In de lijst: bij een besluit staat hoe het luidt."""
    naam = str(BRIEFTITELS[stuk.soort])
    return f"{naam}: {BESLOTEN[stuk.rij.soort]}" if stuk.soort is Poststuksoort.BESLUIT else naam
