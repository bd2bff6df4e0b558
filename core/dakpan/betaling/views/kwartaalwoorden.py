"""Hoe een kwartaal heet, en wat de ronde bij een zaak deed."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.begrippen.periode import Kwartaal
from dakpan.betaling.kwartaaltabellen import Gedaan

GEDAAN: Mapping[Gedaan, Any] = {
    Gedaan.VERSLAGEN: _l("verslagen klaargezet"),
    Gedaan.BETALINGEN: _l("betalingen klaargezet"),
    Gedaan.HERINNERD: _l("herinneringen gestuurd"),
    Gedaan.OVERGESLAGEN: _l("overgeslagen"),
}


def naam_van(iso: str) -> str:
    """``2026-3`` voluit, in de taal van de lezer."""
    een = Kwartaal.uit_iso(iso)
    return str(_("kwartaal %(nummer)s van %(jaar)s", nummer=een.nummer, jaar=een.jaar))
