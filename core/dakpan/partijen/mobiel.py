"""Een mobiel nummer zoals het bewaard wordt: landcode en nummer aan elkaar, ``31612345678``."""

import re

from flask_babel import gettext as _

_NUMMER = re.compile(r"[1-9][0-9]{7,14}", re.ASCII)
_NEDERLANDS = re.compile(r"316[0-9]{8}", re.ASCII)
_BEDOELD = re.compile(r"(?:\+|00)?(?:31)?0?(6[0-9]{8})", re.ASCII)


def bezwaar_tegen_mobiel(tekst: str) -> str:
    """Waarom is dit geen mobiel nummer, en hoe dan wel? Leeg: het klopt."""
    nederlands = tekst.startswith("31")
    if (_NEDERLANDS if nederlands else _NUMMER).fullmatch(tekst):
        return ""
    bedoeld = _BEDOELD.fullmatch(re.sub(r"[\s().-]", "", tekst))
    if bedoeld is not None:
        return str(_("schrijf het zonder nul ervoor en zonder tekens; bedoelde u 31%(nummer)s?", nummer=bedoeld[1]))
    return str(_("schrijf landcode en nummer aan elkaar, zonder nul ervoor en zonder tekens, zoals 31612345678"))
