"""De groepen van het formulier als taken, elk met in woorden hoe het ervoor staat."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from dakpan.aanvraag.formulier import Aanvraagformulier
from dakpan.aanvraag.stand import Groepregel, Groepstand
from dakpan.web.opmaak import mens, tijdstip

_SOORT: Mapping[Groepstand, str] = {
    Groepstand.NIET_BEGONNEN: "neutraal",
    Groepstand.BEGONNEN: "bezig",
    Groepstand.COMPLEET: "goed",
    Groepstand.BEVINDINGEN: "let_op",
}


def als_taken(
    form: Aanvraagformulier, standen: Mapping[str, Groepregel], adres_van: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Eén taak per groep, in de volgorde van het formulier. ``adres_van``: waar staat deze groep?"""
    return [
        {
            "titel": groep.titel,
            "url": adres_van(groep.naam),
            "tekst": _wie(standen[groep.naam]),
            "stand": {"tekst": _in_woorden(standen[groep.naam]), "status": _SOORT[standen[groep.naam].stand]},
        }
        for groep in form.groepen
    ]


def _in_woorden(regel: Groepregel) -> str:
    match regel.stand:
        case Groepstand.NIET_BEGONNEN:
            return str(_("niet begonnen"))
        case Groepstand.COMPLEET:
            return str(_("compleet"))
        case Groepstand.BEGONNEN if regel.na_te_kijken and not regel.ontbreekt:
            return str(ngettext("nog 1 na te kijken", "nog %(num)s na te kijken", regel.na_te_kijken))
        case Groepstand.BEGONNEN:
            return str(ngettext("begonnen: nog 1 antwoord", "begonnen: nog %(num)s antwoorden", regel.ontbreekt))
        case Groepstand.BEVINDINGEN:
            return str(ngettext("1 bevinding", "%(num)s bevindingen", regel.bevindingen))


def _wie(regel: Groepregel) -> str | None:
    if regel.op is None:
        return None
    moment = tijdstip(datetime.fromisoformat(regel.op))
    return str(_("opgeslagen door %(wie)s, %(wanneer)s", wie=mens(regel.door or ""), wanneer=moment))


def samengeteld(standen: Mapping[str, Groepregel]) -> tuple[int, int]:
    """Hoeveel groepen zijn compleet, van hoeveel?"""
    return sum(een.stand is Groepstand.COMPLEET for een in standen.values()), len(standen)
