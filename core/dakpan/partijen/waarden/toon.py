"""Hoe een parameter, haar waarden en een voorstel in woorden heten."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.kalender import DAG
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.partijen.waarden.inhoud import sleutelnaam
from dakpan.partijen.waarden.overzicht import Stand
from dakpan.partijen.waarden.tables import Waardevoorstel
from dakpan.partijen.waarden.toestanden import Waardestatus
from dakpan.regels.parameters.model import Parameter, Soort
from dakpan.regels.parameters.waarden import naam_van
from dakpan.uitleg.contract import bron_als_json
from dakpan.uitleg.leesbaar import voor_mensen
from dakpan.uitleg.waarde import Waarde
from dakpan.web.opmaak import kort

Staat = dict[str, str]

_STATUS: Mapping[Waardestatus, tuple[Any, str]] = {
    Waardestatus.VOORGESTELD: (_l("wacht op een collega"), "let_op"),
    Waardestatus.GOEDGEKEURD: (_l("goedgekeurd"), "goed"),
    Waardestatus.AFGEWEZEN: (_l("afgewezen"), "fout"),
    Waardestatus.INGETROKKEN: (_l("ingetrokken"), "neutraal"),
    Waardestatus.EINDE_VOORGESTELD: (_l("einde wacht op een collega"), "let_op"),
    Waardestatus.VERVALLEN: (_l("vervallen"), "neutraal"),
}
_LEZERS = {Soort.BEDRAG: Bedrag.uit_iso, Soort.PERCENTAGE: Percentage.uit_iso, Soort.UREN: Uren.uit_iso}


def statustekst(status: Waardestatus) -> Staat:
    tekst, soort = _STATUS[status]
    return {"tekst": str(tekst), "status": soort}


def standtekst(stand: Stand) -> Staat:
    """Het woord zegt hoe het ervoor staat, de kleur helpt alleen."""
    if stand.ontbreekt == stand.sleutels:
        return {"tekst": _("niet in bron"), "status": "let_op"}
    if stand.ontbreekt:
        tekst = ngettext("%(num)s waarde niet in bron", "%(num)s waarden niet in bron", stand.ontbreekt)
        return {"tekst": tekst, "status": "let_op"}
    if stand.verlopen_sinds is not None:
        return {"tekst": _("nieuwe waarde nodig sinds %(dag)s", dag=kort(stand.verlopen_sinds)), "status": "let_op"}
    return {"tekst": _("compleet"), "status": "goed"}


def rijen_van_parameter(parameter: Parameter) -> list[dict[str, Any]]:
    """Elke waarde op een eigen regel, de nieuwste bovenaan; een sleutel zonder waarde staat er ook."""
    rijen: list[dict[str, Any]] = []
    for sleutel, reeks in parameter.reeksen.items():
        voor = sleutelnaam(sleutel)
        for waarde, laatste in reversed([*met_laatste_dag(reeks.waarden)]):
            rijen.append(
                {
                    "voor": voor,
                    "waarde": voor_mensen(waarde.waarde),
                    "vanaf": waarde.vanaf,
                    "tot_en_met": laatste,
                    "bron": bron_als_json(waarde.bron),
                }
            )
        if not reeks.waarden:
            rijen.append({"voor": voor, "waarde": None, "bron": bron_als_json(parameter.gemis)})
    return rijen


def met_laatste_dag(waarden: Sequence[Waarde[Any]]) -> Iterator[tuple[Waarde[Any], date | None]]:
    """Elke waarde met de laatste dag waarop zij echt geldt: ook als de volgende haar opvolgt."""
    for waarde, volgende in zip_longest(waarden, waarden[1:]):
        ervoor = volgende.vanaf - DAG if volgende is not None else None
        yield waarde, min((een for een in (waarde.tot_en_met, ervoor) if een is not None), default=None)


def waarden_in_woorden(parameter: Parameter, rij: Waardevoorstel) -> list[tuple[str, str]]:
    """``(midden, jaar 1, 10,00%)`` voor elke ingevulde sleutel, op de volgorde van de parameter."""
    lezer = _LEZERS.get(parameter.soort)
    return [
        (sleutelnaam(sleutel) or parameter.titel, voor_mensen(_waarde(rij.waarden[naam_van(sleutel)], lezer)))
        for sleutel in parameter.reeksen
        if naam_van(sleutel) in rij.waarden
    ]


def _waarde(ruw: Any, lezer: Any) -> Any:
    if lezer is not None:
        return lezer(ruw)
    return tuple(ruw) if isinstance(ruw, list) else ruw
