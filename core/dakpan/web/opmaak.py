"""Hoe staat een waarde op het scherm? Datums, geld, uren en duur, in de taal van de lezer."""

import re
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from flask import Flask
from flask_babel import get_locale
from flask_babel import gettext as _

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.honderdsten import Honderdsten
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.opslag.handeling import NEDERLAND
from dakpan.web.formulier_velden import Veld
from dakpan.web.vertaling import gemerkt, waarde_in_taal

_ISO_DATUM = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ISO_TIJD = re.compile(r"\d{2}:\d{2}", re.ASCII)
_ISO_GETAL = re.compile(r"-?\d{1,30}\.\d{2}", re.ASCII)
_STREEP = "–"


def _taal() -> str:
    return str(get_locale() or "nl")


@lru_cache(maxsize=4096)
def _datum(dag: date, taal: str, vorm: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - elke start telt

    return format_date(dag, vorm, locale=taal)


def _als_dag(waarde: date | str) -> date:
    if isinstance(waarde, datetime):
        return waarde.astimezone(NEDERLAND).date() if waarde.tzinfo else waarde.date()
    return waarde if isinstance(waarde, date) else date.fromisoformat(waarde)


def datum(waarde: date | str | None) -> str:
    """``17 februari 2022``"""
    return _STREEP if not waarde else _datum(_als_dag(waarde), _taal(), "d MMMM yyyy")


def weekdag(waarde: date | str | None) -> str:
    """``donderdag 17 februari``"""
    return _STREEP if not waarde else _datum(_als_dag(waarde), _taal(), "EEEE d MMMM")


def kort(waarde: date | str | None) -> str:
    """``17-02-2022``, in elke taal: dag, maand, jaar."""
    return _STREEP if not waarde else f"{_als_dag(waarde):%d-%m-%Y}"


def tijdstip(waarde: datetime | str | None) -> str:
    """``17 februari 2022, 14:05`` op de Nederlandse klok."""
    if not waarde:
        return _STREEP
    moment = datetime.fromisoformat(waarde) if isinstance(waarde, str) else waarde
    plaatselijk = moment.astimezone(NEDERLAND)
    return f"{datum(plaatselijk)}, {plaatselijk:%H:%M}"


@lru_cache(maxsize=4096)
def _getal(honderdsten: int, taal: str) -> str:
    """``1.420,30``, en voor wie Engels leest ``1,420.30``."""
    nederlands = Bedrag(honderdsten).nederlands
    return nederlands.translate({ord("."): ",", ord(","): "."}) if taal.startswith("en") else nederlands


def _honderdsten(waarde: Honderdsten | int) -> int:
    return waarde.honderdsten if isinstance(waarde, Honderdsten) else waarde


def bedrag(waarde: Bedrag | int | None) -> str:
    """``€ 1.420,30``; een geheel getal telt in centen. De spatie breekt niet af."""
    return str(_("niet in bron")) if waarde is None else f"€\N{NO-BREAK SPACE}{_getal(_honderdsten(waarde), _taal())}"


def uren(waarde: Uren | int | None) -> str:
    """``24,5 uur``; een geheel getal telt in honderdsten."""
    if waarde is None:
        return str(_("niet in bron"))
    return str(_("%(getal)s uur", getal=_kaal(_honderdsten(waarde))))


def _kaal(honderdsten: int) -> str:
    """``24,5`` of ``1.200``: zonder nullen achter de komma."""
    return _getal(honderdsten, _taal()).removesuffix("0").removesuffix("0").rstrip(",.")


def duur(waarde: Duur | int | None) -> str:
    """``2:30``; een geheel getal telt in minuten."""
    return _STREEP if waarde is None else str(waarde if isinstance(waarde, Duur) else Duur(waarde))


def janee(waarde: bool | None) -> str:
    return _STREEP if waarde is None else str(_("ja") if waarde else _("nee"))


def leesbaar(waarde: object) -> str:
    """Een waarde van het domein, of zoals het contract haar schrijft, voor wie haar leest."""
    match waarde:
        case None | "":
            return str(_("niet in bron"))
        case bool():
            return janee(waarde)
        case Bedrag():
            return bedrag(waarde)
        case Uren():
            return uren(waarde)
        case Percentage():
            return f"{_kaal(waarde.honderdsten)}%"
        case Duur():
            return str(waarde)
        case datetime():
            return tijdstip(waarde)
        case date():
            return kort(waarde)
        case time():
            return f"{waarde:%H:%M}"
        case Decimal() | int():
            return str(waarde).replace(".", ",")
        case list() | tuple() | frozenset():
            return ", ".join(map(leesbaar, waarde))
    return _contract(str(waarde))


def _contract(tekst: str) -> str:
    """``2022-02-17`` wordt ``17-02-2022``, ``1420.30`` wordt ``1.420,30``, ``begin_periode`` wordt leesbaar."""
    if tekst in {"true", "false"}:
        return janee(tekst == "true")
    if _is_dag(tekst):  # wat alleen op een datum lijkt, zoals 30 februari, heeft iemand zo getypt
        return kort(tekst)
    if _ISO_GETAL.fullmatch(tekst):
        return _getal(int(tekst.replace(".", "")), _taal())
    return tekst.replace("_", " ")


def hoofdletter(tekst: object) -> str:
    """De eerste letter groot; de rest blijft zoals zij is. Op een hoofdletter staat geen klemtoon: Eén, niet Één."""
    kaal = str(tekst)
    if kaal.startswith("één"):
        return f"E{kaal[1:]}"
    return kaal[:1].upper() + kaal[1:]


def toonbaar(tekst: object) -> str:
    """Wat iemand typte, zonder de tekens die geen pagina kan dragen; het sjabloon doet de rest."""
    return str(tekst).encode("utf-8", "replace").decode("utf-8").replace("\0", "\N{REPLACEMENT CHARACTER}")


def mens(naam: str) -> str:
    """Wie iets deed; dat het via een link was staat er in de taal van de lezer."""
    return waarde_in_taal(naam) if naam.endswith(" (via een link)") else naam


def soort_van_vak(veld: Veld, waarde: str) -> str:
    """Een datum die de browser niet kent staat in een gewoon vak, anders zou hij bij het terugkomen verdwijnen."""
    match veld.soort:
        case "datum":
            return "date" if not waarde or _is_dag(waarde) else "text"
        case "tijd":
            return "time" if not waarde or _ISO_TIJD.fullmatch(waarde) else "text"
        case "email":
            return "email"
        case "wachtwoord":
            return "password"
        case _:
            return "text"


def _is_dag(tekst: str) -> bool:
    try:
        return bool(_ISO_DATUM.fullmatch(tekst) and date.fromisoformat(tekst))
    except ValueError:
        return False


FILTERS = (
    datum, weekdag, kort, tijdstip, bedrag, uren, duur, janee, leesbaar, hoofdletter, toonbaar, mens, soort_van_vak,
)  # fmt: skip


def koppel_opmaak(app: Flask) -> None:
    """Geeft sjablonen de filters: ``{{ zaak.begin | datum }}``."""
    app.jinja_env.filters.update({filter_.__name__: filter_ for filter_ in FILTERS}, in_taal=gemerkt)
