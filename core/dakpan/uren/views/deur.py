"""Wat de pagina's van de uren delen: de blueprint, de weg terug, en woorden bij een toestand."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Blueprint, redirect, url_for
from flask_babel import lazy_gettext as _l

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.invoer.velden import lees_datum
from dakpan.opslag.fouten import NietGevonden
from dakpan.uren.keuzes import doeltitel
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week

bp = Blueprint("uren", __name__, template_folder="../templates")
bp.add_app_template_filter(doeltitel, "doelnaam")

# Het woord en hoe het eruitziet.
STATUS: Mapping[Urenstatus, tuple[Any, str]] = {
    Urenstatus.VOORRAAD: (_l("Voorraad"), "neutraal"),
    Urenstatus.TE_ACCORDEREN: (_l("Te accorderen"), "bezig"),
    Urenstatus.GEACCORDEERD: (_l("Geaccordeerd, te declareren"), "goed"),
    Urenstatus.GEDECLAREERD: (_l("Gedeclareerd"), "neutraal"),
}


def naar(url: str) -> Any:
    """Na een handeling: een gewone pagina, zodat verversen niets herhaalt."""
    return redirect(url, 303)


def weekadres(dag: date) -> str:
    """De week van deze dag, met die dag in beeld."""
    return url_for("uren.week", weeknummer=Week.van(dag).code, _anchor=f"dag-{dag.isoformat()}")


def week_of_404(weeknummer: str) -> Week:
    try:
        return Week.uit_nummer(weeknummer)
    except OngeldigeWaarde as fout:
        raise NietGevonden from fout


def lees_dag(tekst: str) -> date | None:
    """De dag uit een adres; None als er geen bruikbare dag staat."""
    try:
        return lees_datum(tekst)
    except ValueError:
        return None


@bp.app_template_filter("klok")
def klok(minuten: int) -> str:
    """``9:05``: minuten na middernacht op de klok."""
    return str(Duur(minuten))
