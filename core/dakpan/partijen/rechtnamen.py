"""Hoe de rechten heten voor wie er een mist."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.partijen.rechten import Recht

RECHTEN: Mapping[Recht, Any] = {
    Recht.AANVRAAG_WIJZIGEN: _l("aanvraag wijzigen"),
    Recht.AANVRAAG_DEFINITIEF: _l("aanvraag definitief maken"),
    Recht.AANVRAAG_INDIENEN: _l("aanvraag indienen"),
    Recht.UREN_SCHRIJVEN: _l("uren schrijven"),
    Recht.UREN_ACCORDEREN: _l("uren accorderen"),
    Recht.DECLAREREN: _l("declareren"),
    Recht.MEDEWERKERS_BEHEREN: _l("medewerkers beheren"),
    Recht.PERIODES_BEHEREN: _l("periodes beheren"),
    Recht.ARCHIEF_INZIEN: _l("archief inzien"),
    Recht.ARCHIVEREN: _l("archiveren"),
    Recht.ZAAK_OPENEN: _l("zaak openen"),
    Recht.OFFERTE_VRAGEN: _l("offerte vragen"),
    Recht.BEOORDELEN: _l("beoordelen"),
    Recht.BESLISSEN: _l("beslissen"),
    Recht.OPDRACHT_GEVEN: _l("opdracht geven"),
    Recht.DECLARATIE_BEOORDELEN: _l("declaratie beoordelen"),
    Recht.BETALEN: _l("betalen"),
    Recht.BETALING_VRIJGEVEN: _l("betaling vrijgeven"),
    Recht.WEEK_HEROPENEN: _l("week heropenen"),
    Recht.BSN_TONEN: _l("BSN tonen"),
    Recht.WAARDEN_BEHEREN: _l("waarden beheren"),
}
