"""Welke bestanden kunnen ingelezen worden? Een nieuwe soort komt erbij door haar hier te noemen."""

from collections.abc import Mapping

from dakpan.loket.inlezen.soort import Inlezing
from dakpan.loket.inlezen.uren import UREN
from dakpan.loket.inlezen.zaken import ZAKEN

SOORTEN: Mapping[str, Inlezing] = {een.naam: een for een in (UREN, ZAKEN)}
