"""Hoe een steekproef en haar velden heten in de geschiedenis."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

STEEKPROEFSOORTEN: Mapping[str, Any] = {
    "steekproef": _l("Steekproef"),
    "steekproefregel": _l("Regel van een steekproef"),
}
STEEKPROEFVELDEN: Mapping[str, Any] = {
    "gesloten_door": _l("afgesloten door"),
    "gesloten_op": _l("afgesloten op"),
    "getrokken_op": _l("getrokken op"),
    "omvang_aantal": _l("gevraagd aantal"),
    "omvang_percentage": _l("gevraagd percentage"),
    "tot": _l("tot en met"),
    "zaad": _l("zaad"),
}
