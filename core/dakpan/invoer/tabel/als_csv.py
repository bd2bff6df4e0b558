"""Een CSV-bestand lezen zoals Nederlandse rekenbladen het schrijven: met puntkomma's, komma's of tabs."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from dakpan.invoer.tabel.onleesbaar import Onleesbaar

_SCHEIDERS = ";,\t"
# Zo zegt een bestand zelf aan Excel wat er tussen de cellen staat; het rekenblad laat die regel niet zien.
_SEP = re.compile(r'"?sep=([;,\t])"?[;,\t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_BLADWIJZERS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def lees_csv(inhoud: bytes) -> Iterator[Sequence[str]]:
    """De cellen per regel, als tekst. Wat een formule lijkt blijft tekst."""
    tekst = _als_tekst(inhoud)
    if "\x00" in tekst:
        raise Onleesbaar("dit is geen CSV en geen Excel; sla het vanuit uw rekenblad op als CSV of als .xlsx")
    gezegd = _SEP.match(tekst)
    scheider = gezegd[1] if gezegd else _scheider(tekst)
    regels = csv.reader(StringIO(tekst[gezegd.end() :] if gezegd else tekst, newline=""), delimiter=scheider)
    try:
        yield from regels
    except csv.Error as fout:
        raise Onleesbaar(f"regel {regels.line_num} is niet te lezen; sla het bestand opnieuw op als CSV") from fout


def _als_tekst(inhoud: bytes) -> str:
    """UTF-8 als het dat is; anders Windows-1252, zoals oudere rekenbladen."""
    vast = next((hoe for begin, hoe in _BLADWIJZERS.items() if inhoud.startswith(begin)), None)
    for hoe in (vast,) if vast else ("utf-8", "cp1252"):
        try:
            return inhoud.decode(hoe)
        except UnicodeError:
            continue
    raise Onleesbaar("de letters in dit bestand zijn niet te lezen; sla het op als CSV UTF-8 of als Excel (.xlsx)")


def _scheider(tekst: str) -> str:
    """Wat het vaakst tussen de koppen staat."""
    kop = next((regel for regel in tekst.splitlines() if regel.strip(_SCHEIDERS + " ")), "")
    return max(_SCHEIDERS, key=kop.count)
