"""Tekst in de tekens die elke bank in het SEPA-gebied leest (EPC217-08)."""

import re
import unicodedata

ONBEKEND = "."
_TOEGESTAAN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ")
# Wat Unicode niet zelf uit elkaar haalt tot een gewone letter met een accent.
_VERVANGING = str.maketrans(
    {
        **{"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O"},
        **{"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH"},
        **{"ħ": "h", "Ħ": "H", "ı": "i", "ŋ": "n", "Ŋ": "N", "ə": "e", "Ə": "E"},
        **{"€": "EUR", "&": "+", "_": "-", ";": ",", "[": "(", "]": ")", "{": "(", "}": ")"},
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys('‘’‚‛“”„‟«»‹›"`´ʼ', "'"),
        "⁄": "/",
    }
)
_SLASHES = re.compile(r"/(?: ?/)+")


def naar_sepa(tekst: str) -> str:
    """De tekst in SEPA-tekens: é wordt e, € wordt EUR; wat geen tegenhanger heeft wordt een punt."""
    # Twee keer vervangen: vóór het ontleden voor de € en de ´, erna voor wat daaruit komt, zoals ⁄ uit ½.
    ontleed = unicodedata.normalize("NFKD", tekst.translate(_VERVANGING)).translate(_VERVANGING)
    leesbaar = "".join(_teken(teken) for teken in ontleed)
    return " ".join(leesbaar.split())


def naar_kenmerk(tekst: str) -> str:
    """Een kenmerk in SEPA-tekens: bovendien geen schuine streep aan het begin of eind, en nooit twee na elkaar."""
    return _SLASHES.sub("/", naar_sepa(tekst)).strip("/ ")


def _teken(teken: str) -> str:
    if teken in _TOEGESTAAN:
        return teken
    if teken.isspace():
        return " "
    return "" if unicodedata.category(teken) in {"Mn", "Cf"} else ONBEKEND
