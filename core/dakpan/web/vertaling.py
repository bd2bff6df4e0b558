"""Wat de kern in het Nederlands zegt, in de taal van de lezer.

De kern kent geen scherm en maakt Nederlandse zinnen. Staat een zin in de woordenlijst, ook een met waarden erin,
dan leest wie Engels koos haar in het Engels. Wat er niet in staat (regelteksten, wat iemand typte) blijft Nederlands
en wordt zo gemerkt, zodat een voorleesprogramma het goed uitspreekt.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from flask_babel import get_locale, gettext
from markupsafe import Markup, escape

# De context in de woordenlijst van zinnen met waarden.
CONTEXT = "zin"
WOORDENLIJSTEN = Path(__file__).parent / "vertalingen"
_PLAATS = re.compile(r"%\((\w+)\)s")
_WOORD = re.compile(r"[^\W\d_]{2,}")
_GENOEG = 3


class InHetNederlands(str):
    """Een tekst die Nederlands blijft, ook op een Engelse pagina."""

    __slots__ = ()
    taal = "nl"


class Woordenboek(NamedTuple):
    """Zinnen met waarden, de langste eerst, en een patroon dat elke vertaling herkent."""

    zinnen: tuple[tuple[re.Pattern[str], str], ...]
    vertaald: re.Pattern[str]


def in_taal(tekst: str) -> str:
    """De tekst in de taal van de lezer, of de tekst zelf, gemerkt als Nederlands."""
    return vertaling(tekst) or InHetNederlands(tekst)


def vertaling(tekst: str) -> str | None:
    """De tekst in de taal van de lezer. None: de lezer leest Nederlands, of er is geen vertaling."""
    taal = str(get_locale() or "nl")
    if taal == "nl" or not tekst:
        return None
    los = str(gettext(tekst))
    return los if los != tekst else _met_waarden(tekst, woordenboek(taal))


def _met_waarden(tekst: str, boek: Woordenboek) -> str | None:
    for patroon, zin in boek.zinnen:
        gevonden = patroon.fullmatch(tekst)
        if gevonden:
            waarden = {naam: waarde_in_taal(waarde) for naam, waarde in gevonden.groupdict().items()}
            half = any(waarde == waarden[naam] and _is_zin(waarde) for naam, waarde in gevonden.groupdict().items())
            return None if half else zin % waarden
    return tekst if boek.vertaald.fullmatch(tekst) else None if " " in tekst else _klein(tekst)


def _is_zin(waarde: str) -> bool:
    """Geen naam, getal of datum, maar een zin: blijft die Nederlands, dan het geheel ook, liever dan half vertaald."""
    return waarde[:1].islower() and len(waarde.split()) > _GENOEG


def waarde_in_taal(waarde: str) -> str:
    """Een waarde in een zin: een woord dat wij kennen, een rij van zulke woorden, of wat het ook was."""
    heel = vertaling(waarde)
    if heel is not None or ", " not in waarde:
        return heel or waarde
    delen = [vertaling(deel) for deel in waarde.split(", ")]
    return ", ".join(deel for deel in delen if deel) if all(delen) else waarde


def _klein(waarde: str) -> str | None:
    """``offerte`` staat in de woordenlijst als ``Offerte``."""
    groot = waarde[:1].upper() + waarde[1:]
    los = str(gettext(groot)) if waarde else groot
    return los[:1].lower() + los[1:] if los != groot else None


@cache
def woordenboek(taal: str) -> Woordenboek:
    """De woordenlijst van deze taal, één keer gelezen."""
    from babel.messages.mofile import read_mo  # noqa: PLC0415 - alleen nodig op een Engelse pagina

    with WOORDENLIJSTEN.joinpath(taal, "LC_MESSAGES", "messages.mo").open("rb") as bron:
        lijst = [melding for melding in read_mo(bron) if melding.id]
    # Babel leest een context als bytes.
    zinnen = [(str(een.id), str(een.string)) for een in lijst if een.context in {CONTEXT, CONTEXT.encode()}]
    zinnen.sort(key=lambda paar: -len(_PLAATS.sub("", paar[0])))
    vertalingen = [vorm for een in lijst for vorm in _vormen(een.string)]
    herkenbaar = [een for een in vertalingen if not _PLAATS.search(een) or _woorden(een) >= _GENOEG]
    return Woordenboek(
        tuple((re.compile(_als_patroon(nederlands), re.DOTALL), zin) for nederlands, zin in zinnen),
        re.compile("|".join(".+?".join(map(re.escape, _PLAATS.split(een)[::2])) for een in herkenbaar), re.DOTALL),
    )


def _vormen(vertaald: str | list[str] | tuple[str, ...] | None) -> list[str]:
    """Een vertaling, of bij een meervoud elke vorm ervan."""
    return [vertaald] if isinstance(vertaald, str) else list(vertaald or ())


def _woorden(zin: str) -> int:
    """Hoeveel vaste woorden heeft een zin met waarden?"""
    return len(_WOORD.findall(_PLAATS.sub("", zin)))


def _als_patroon(zin: str) -> str:
    """``Eerst tekent %(wie)s`` herkent ``Eerst tekent de cliënt`` en onthoudt wie.

    Hoe minder vaste woorden, hoe korter de waarden mogen zijn: anders zou zij ook andere zinnen herkennen.
    """
    stukken, woorden = _PLAATS.split(zin), _woorden(zin)
    eerste = r"\S+" if not stukken[0] and woorden < _GENOEG else ".+?"
    verder = r"\S+(?: \S+)?" if woorden == 1 else ".+?"
    namen = [f"(?P<{naam}>{verder if nummer or stukken[0] else eerste})" for nummer, naam in enumerate(stukken[1::2])]
    vast = [re.escape(stuk.replace("%%", "%")) for stuk in stukken[::2]]
    return "".join(deel for paar in zip(vast, [*namen, ""], strict=True) for deel in paar)


def gemerkt(tekst: object, *, groot: bool = False) -> Markup:
    """Voor een sjabloon: ``{{ bezwaar | in_taal }}``; wat Nederlands blijft staat er zo gemerkt."""
    kaal = in_taal(str(tekst))
    zin = kaal[:1].upper() + kaal[1:] if groot else kaal
    if isinstance(kaal, InHetNederlands) and str(get_locale() or "nl") != "nl":
        return Markup('<span lang="nl">{}</span>').format(zin)
    return escape(zin)
