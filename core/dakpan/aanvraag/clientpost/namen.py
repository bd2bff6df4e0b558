"""Hoe een brief aan de cliënt heet, boven de brief en in de lijst."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.clientpost.stukken import Poststuk, Poststuksoort
from dakpan.aanvraag.clientpost.tables import Machtigingshoe
from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort
from dakpan.aanvraag.namen import BESLOTEN
from dakpan.aanvraag.tables import Aanleiding, Besluit
from dakpan.aanvraag.wijzigen.beslisvragen import is_nul

BRIEFTITELS: Mapping[Poststuksoort, Any] = {
    Poststuksoort.AANVULLING: _l("Uw aanvraag is nog niet compleet"),
    Poststuksoort.UITSTEL: _l("Ons besluit komt later"),
    Poststuksoort.WIJZIGING: _l("Ons antwoord op de wijziging"),
    Poststuksoort.RAPPORT: _l("Rapport over de aanvraag"),
}
_NIEUW: Mapping[Bezwaarsoort, Any] = {
    Bezwaarsoort.BEZWAAR: _l("Ons besluit op het bezwaar"),
    Bezwaarsoort.BEROEP: _l("Ons besluit na de uitspraak van de rechter"),
}
_BLIJFT: Mapping[Bezwaarsoort, Any] = {
    Bezwaarsoort.BEZWAAR: _l("Ons besluit op het bezwaar"),
    Bezwaarsoort.BEROEP: _l("De uitspraak van de rechter"),
}
HOE: Mapping[Machtigingshoe, Any] = {
    Machtigingshoe.LINK: _l("met een eigen link en een code"),
    Machtigingshoe.PAPIER: _l("op papier"),
}


def besluittitel(besluit: Besluit, bezwaar: Bezwaarschrift | None) -> str:
    """Waar volgde dit besluit op? Zo weet de lezer meteen welke brief dit is."""
    if bezwaar is not None:
        return str(_NIEUW[bezwaar.soort])
    if besluit.aanleiding is Aanleiding.WIJZIGING:
        return str(_("Besluit over jobcoaching na een wijziging"))
    return str(_("Besluit over jobcoaching"))


def brieftitel(stuk: Poststuk) -> str:
    """Boven de brief."""
    match stuk.soort:
        case Poststuksoort.BESLUIT:
            return besluittitel(stuk.rij, stuk.bezwaar)
        case Poststuksoort.BEZWAAR:
            return str(_BLIJFT[stuk.rij.soort])
    return str(BRIEFTITELS[stuk.soort])


def briefnaam(stuk: Poststuk) -> str:
    """In de lijst: bij een besluit staat hoe het luidt."""
    naam = brieftitel(stuk)
    if stuk.soort is not Poststuksoort.BESLUIT:
        return naam
    niets = is_nul(stuk.rij.uren) or is_nul(stuk.rij.bedrag)
    uitkomst = _("er blijft niets over") if niets else BESLOTEN[stuk.rij.soort]
    return f"{naam}: {uitkomst}"
