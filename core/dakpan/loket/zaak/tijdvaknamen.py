"""Hoe de velden van de tijdlijn met eerdere contracten heten in de geschiedenis van een zaak."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.tijdvakken import EERDER, NUMMERS, TOELICHTING, naam_van


def _van(nummer: int) -> Mapping[str, Any]:
    return {
        "soort": _l("tijdvak %(nummer)s: wat was het", nummer=nummer),
        "begin": _l("tijdvak %(nummer)s: eerste dag", nummer=nummer),
        "eind": _l("tijdvak %(nummer)s: laatste dag", nummer=nummer),
        "coaching": _l("tijdvak %(nummer)s: was er jobcoaching", nummer=nummer),
        "coaching_begin": _l("tijdvak %(nummer)s: eerste dag van de jobcoaching", nummer=nummer),
        "coaching_eind": _l("tijdvak %(nummer)s: laatste dag van de jobcoaching", nummer=nummer),
    }


TIJDVAKVELDEN: Mapping[str, Any] = {
    EERDER: _l("eerder contract bij deze werkgever"),
    TOELICHTING: _l("waarom anders dan de tijdlijn"),
    **{naam_van(nr, deel): naam for nr in NUMMERS for deel, naam in _van(nr).items()},
}
