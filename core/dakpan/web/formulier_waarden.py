"""Wat iemand typt, zoals het contract het schrijft, en terug: per soort veld."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from enum import Enum
from typing import Any, Final

from flask_babel import gettext as _

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.honderdsten import Honderdsten
from dakpan.begrippen.uren import Uren
from dakpan.invoer.velden import lees_datum
from dakpan.web.formulier_meldingen import voor_scherm
from dakpan.web.formulier_velden import Veld

_ISO_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_NL_DATUM = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", re.ASCII)
_TIJD = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?::00)?", re.ASCII)
_DUUR = re.compile(r"0*([0-9]{1,9}):([0-9]{2})", re.ASCII)
_ISO_GETAL = re.compile(r"(-?[0-9]{1,20})\.([0-9]{1,2})", re.ASCII)
_GEHEEL = re.compile(r"-?(?:[0-9]{1,20}|[0-9]{1,3}(?:\.[0-9]{3}){1,5})", re.ASCII)
# Meer cijfers dan een getal op een scherm ooit heeft; het wordt niet eens gelezen.
_TE_LANG = re.compile(r"-?[0-9.]{21,}", re.ASCII)
# Wat in een scherm nog een vergissing is en geen opdracht. Het rekencontract kent deze grenzen niet: daar rekent men.
MEESTE_EURO, MEESTE_UREN, HOOGSTE_GETAL = 100_000_000, 100_000, 999_999_999
_ENTERS = re.compile(r"\r\n?")


class _Weg(Enum):
    """Niets ingevuld: in het contract blijft het veld dan weg."""

    WEG = "weg"


WEG: Final = _Weg.WEG


def lees_waarde(veld: Veld, getypt: Sequence[str]) -> Any:
    """De waarde voor het contract, of ``WEG``. Een ``ValueError`` zegt wat er mis is en hoe het wel moet."""
    match veld.soort:
        case "janee":
            return any(een not in {"", "nee", "false", "0"} for een in getypt)
        case "keuzes":
            return [_keuze(veld, een) for een in getypt if een]
        case "bestand":
            return WEG
        case "wachtwoord":
            return _niet_te_lang(veld, getypt[0]) if getypt and getypt[0] else WEG
    tekst = getypt[0].strip() if getypt else ""
    return _LEZERS.get(veld.soort, _lees_tekst)(veld, tekst) if tekst else WEG


def _lees_tekst(veld: Veld, tekst: str) -> str:
    een_regel_einde = _ENTERS.sub("\n", tekst)
    gelezen = een_regel_einde if veld.soort == "lang" else " ".join(een_regel_einde.split("\n"))
    _leesbaar(gelezen)
    return _niet_te_lang(veld, gelezen)


def _leesbaar(tekst: str) -> None:
    for teken in "" if tekst.isprintable() else tekst:
        if unicodedata.category(teken) in {"Cc", "Cs"} and teken not in "\n\t":
            raise ValueError(_("het teken %(teken)s is niet leesbaar; haal het weg", teken=f"U+{ord(teken):04X}"))


def _niet_te_lang(veld: Veld, tekst: str) -> str:
    if veld.max is not None and len(tekst) > veld.max:
        raise ValueError(
            _("dit zijn %(aantal)s tekens; ten hoogste %(max)s passen hier", aantal=len(tekst), max=veld.max)
        )
    return tekst


def _lees_datum(_veld: Veld, tekst: str) -> str:
    """``2023-03-01`` van de browser, of ``1-3-2023`` van iemand die typt."""
    gevonden = _NL_DATUM.fullmatch(tekst)
    iso = f"{gevonden[3]}-{gevonden[2]:0>2}-{gevonden[1]:0>2}" if gevonden else tekst
    if not _ISO_DATUM.fullmatch(iso):
        raise ValueError(_("dit is geen datum; schrijf dag-maand-jaar, zoals 1-3-2023"))
    try:
        return lees_datum(iso).isoformat()
    except ValueError as fout:
        raise ValueError(voor_scherm(str(fout))) from fout


def _lees_tijd(_veld: Veld, tekst: str) -> str:
    gevonden = _TIJD.fullmatch(tekst)
    if gevonden is None or int(gevonden[1]) > 23 or int(gevonden[2]) > 59:
        raise ValueError(_("dit is geen tijd; schrijf uren en minuten, zoals 9:00"))
    return f"{int(gevonden[1]):02d}:{gevonden[2]}"


def _lees_duur(_veld: Veld, tekst: str) -> str:
    gevonden = _DUUR.fullmatch(tekst)
    if gevonden is None or int(gevonden[2]) > 59:
        raise ValueError(_("dit is geen duur; schrijf uren en minuten, zoals 2:30"))
    if (int(gevonden[1]), int(gevonden[2])) > (MEESTE_UREN, 0):
        raise ValueError(_te_veel_uren())
    return f"{int(gevonden[1])}:{gevonden[2]}"


def _lees_uren(_veld: Veld, tekst: str) -> str:
    try:
        uren = Uren.uit_nederlands(_twee_decimalen(tekst.removesuffix("uur").strip()))
    except ValueError as fout:
        raise ValueError(_("dit is geen aantal uren; schrijf een getal vanaf 0, zoals 24 of 24,5")) from fout
    if uren.exact > MEESTE_UREN:
        raise ValueError(_te_veel_uren())
    return uren.iso


def _te_veel_uren() -> str:
    return str(_("dit zijn meer dan 100.000 uren; kijk na of het getal klopt"))


def _lees_bedrag(_veld: Veld, tekst: str) -> str:
    kaal = re.sub(r"^(-?)\s*(?:€|EUR)\s*", r"\1", tekst, flags=re.IGNORECASE).removesuffix(",-")
    try:
        bedrag = Bedrag.uit_nederlands(_twee_decimalen(kaal))
    except ValueError as fout:
        raise ValueError(_("dit is geen bedrag; schrijf euro's en centen, zoals 95,45 of 1.420,30")) from fout
    if abs(bedrag.exact) > MEESTE_EURO:
        raise ValueError(_("dit is meer dan 100 miljoen euro; kijk na of het bedrag klopt"))
    return bedrag.iso


def _twee_decimalen(tekst: str) -> str:
    """``24,5`` en ``24.5`` zijn vierentwintig en een half; ``1.420`` is veertienhonderdtwintig."""
    met_komma = _ISO_GETAL.sub(r"\1,\2", tekst) if _ISO_GETAL.fullmatch(tekst) else tekst
    return f"{met_komma}0" if re.search(r",[0-9]$", met_komma, re.ASCII) else met_komma


def _lees_getal(_veld: Veld, tekst: str) -> int:
    if _TE_LANG.fullmatch(tekst):
        raise ValueError(_te_groot())
    if not _GEHEEL.fullmatch(tekst):
        raise ValueError(_("dit is geen geheel getal; schrijf alleen cijfers, zoals 12"))
    getal = int(tekst.replace(".", ""))
    if abs(getal) > HOOGSTE_GETAL:
        raise ValueError(_te_groot())
    return getal


def _te_groot() -> str:
    return str(_("dit getal is te groot; kijk na of het klopt"))


def _lees_minuten(veld: Veld, tekst: str) -> int:
    """``90``, en ook ``1:30``: zo staan duren overal op het scherm."""
    if ":" not in tekst and (_GEHEEL.fullmatch(tekst) or _TE_LANG.fullmatch(tekst)):
        return _lees_getal(veld, tekst)
    if not _DUUR.fullmatch(tekst):
        raise ValueError(_("dit is geen duur; schrijf minuten, zoals 90, of uren en minuten, zoals 1:30"))
    uren, minuten = _lees_duur(veld, tekst).split(":")
    return int(uren) * 60 + int(minuten)


def _lees_bsn(_veld: Veld, tekst: str) -> str:
    """Zonder punten en streepjes; of het klopt zegt het schema."""
    return re.sub(r"[ .\-]", "", tekst)[:20]


def _keuze(veld: Veld, tekst: str) -> str:
    if tekst not in {waarde for waarde, _label in veld.keuzes}:
        raise ValueError(_("deze keuze bestaat niet; kies een van de mogelijkheden"))
    return tekst


_LEZERS: Mapping[str, Callable[[Veld, str], Any]] = {
    "datum": _lees_datum,
    "tijd": _lees_tijd,
    "duur": _lees_duur,
    "uren": _lees_uren,
    "bedrag": _lees_bedrag,
    "getal": _lees_getal,
    "minuten": _lees_minuten,
    "bsn": _lees_bsn,
    "keuze": _keuze,
}


def toon_waarde(veld: Veld, waarde: Any) -> str | list[str]:
    """Een bekende waarde zoals zij in het veld hoort te staan: ``95,45``, ``2023-03-01``, ``2:30``."""
    if veld.soort == "keuzes":
        return sorted(str(een) for een in waarde or ())
    match waarde:
        case None | False:
            return ""
        case True:
            return "ja"
        case Honderdsten():
            return _kort(veld, waarde.nederlands)
        case date() | Duur():
            return str(waarde)
        case time():
            return f"{waarde:%H:%M}"
        case str() if veld.soort in {"uren", "bedrag"}:
            return _kort(veld, _nederlands(veld, waarde))
        case _:
            return str(waarde)


def _nederlands(veld: Veld, tekst: str) -> str:
    try:
        return (Uren if veld.soort == "uren" else Bedrag).uit_iso(tekst).nederlands
    except ValueError:
        return tekst


def _kort(veld: Veld, tekst: str) -> str:
    """Uren zoals iemand ze typt: ``24``, ``24,5``. Een bedrag altijd met centen: ``3.000`` leest ook als drie euro."""
    if veld.soort == "bedrag":
        return tekst
    heel = tekst.removesuffix(",00")
    return heel.removesuffix("0") if veld.soort == "uren" and heel == tekst else heel
