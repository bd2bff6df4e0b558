"""Doen wat er is ingevuld, of het formulier opnieuw tonen met wat er mankeert; niets getypts gaat verloren."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import flash

from dakpan.aanvraag.beslissen import vereis_beslisser
from dakpan.aanvraag.views.deur import naar
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.voortgang import NAAM
from dakpan.dossier.zaken import voortgang
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd
from dakpan.web.formulier import Ingevuld
from dakpan.web.vertaling import in_taal
from dakpan.web.verzoek import handeling

# Meer namen leest niemand: dan zegt de rol genoeg.
NAMEN_TEN_HOOGSTE = 8


def probeer(ingevuld: Ingevuld, doe: Callable[[], Any], opnieuw: Callable[[Ingevuld], str], daarna: str) -> Any:
    """``doe`` geeft de zin die zegt wat er gebeurde; ``opnieuw`` haalt op wat er nu staat, met deze antwoorden erin."""

    def klaar() -> Any:
        flash(doe(), "goed")
        return naar(daarna)

    return of_opnieuw(ingevuld, klaar, opnieuw)


def of_opnieuw(ingevuld: Ingevuld, doe: Callable[[], Any], opnieuw: Callable[[Ingevuld], str]) -> Any:
    """Wat ``doe`` antwoordt, of het formulier met elke fout en wat er stond."""
    if not ingevuld.geldig:
        return opnieuw(ingevuld), 422
    try:
        return doe()
    except InvoerFout as fout:
        return opnieuw(ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return opnieuw(ingevuld.met_melding(str(fout))), 409


def probeer_zonder_formulier(doe: Callable[[], Any], daarna: str) -> Any:
    """Een knop: kan het niet (meer), dan staat er waarom."""
    try:
        flash(doe(), "goed")
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    return naar(daarna)


def met_versie(ingevuld: Ingevuld, versie: int) -> Ingevuld:
    """Wie hoorde dat er intussen iets veranderde ziet wat er nu staat, en beslist daarover."""
    return replace(ingevuld, versie=versie) if ingevuld.algemeen else ingevuld


def mag_beslissen(zaak: Zaak) -> bool:
    """Kan de vrager in deze zaak nu beslissen?"""
    try:
        vereis_beslisser(handeling(), zaak)
    except (KanNiet, GeenRecht):
        return False
    return True


def wie_beslist(zaak: Zaak) -> str:
    """De rol die in deze zaak beslist, met de collega's die dat kunnen. Leeg: niemand van deze kant."""
    stap = voortgang(handeling(), zaak).stap(Zaakstap.BESLUIT)
    namen = bevoegd.collegas(handeling(), stap) if stap is not None else ()
    if stap is None or not namen:
        return ""
    rol = str(in_taal(NAAM[stap.opent]))
    return f"{rol} ({', '.join(namen)})" if len(namen) <= NAMEN_TEN_HOOGSTE else rol
