"""Hoe een kwartaal heet, en wat de ronde bij een zaak deed."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from dakpan.begrippen.periode import Kwartaal
from dakpan.betaling.kwartaal.lijsten import Rondregel
from dakpan.betaling.kwartaal.tables import Gedaan
from dakpan.web.vertaling import in_taal

GEDAAN: Mapping[Gedaan, Any] = {
    Gedaan.VERSLAGEN: _l("verslagen klaargezet"),
    Gedaan.BETALINGEN: _l("betalingen klaargezet"),
    Gedaan.HERINNERD: _l("herinneringen gestuurd"),
    Gedaan.OVERGESLAGEN: _l("overgeslagen"),
}


def geteld(soort: Gedaan, aantal: int) -> str:
    """Wat er achter het aantal staat: ``1`` herinnering gestuurd, ``2`` herinneringen gestuurd."""
    match soort:
        case Gedaan.VERSLAGEN:
            return str(ngettext("verslag klaargezet", "verslagen klaargezet", aantal))
        case Gedaan.BETALINGEN:
            return str(ngettext("betaling klaargezet", "betalingen klaargezet", aantal))
        case Gedaan.HERINNERD:
            return str(ngettext("herinnering gestuurd", "herinneringen gestuurd", aantal))
        case Gedaan.OVERGESLAGEN:
            return str(_("overgeslagen"))


def naam_van(iso: str) -> str:
    """``2026-3`` voluit, in de taal van de lezer."""
    een = Kwartaal.uit_iso(iso)
    return str(_("kwartaal %(nummer)s van %(jaar)s", nummer=een.nummer, jaar=een.jaar))


def hoeveel(een: Rondregel) -> str:
    """Hoeveel verslagen, betalingen of berichten, of waarom niets."""
    match een.gedaan:
        case Gedaan.VERSLAGEN:
            return str(ngettext("%(num)s verslag", "%(num)s verslagen", een.aantal))
        case Gedaan.BETALINGEN:
            return str(ngettext("%(num)s betaling", "%(num)s betalingen", een.aantal))
        case Gedaan.HERINNERD:
            return str(ngettext("bericht aan één persoon", "bericht aan %(num)s mensen", een.aantal))
        case Gedaan.OVERGESLAGEN:
            return in_taal(een.waarom)
