"""De e-mail bij een bericht: dat er iets is en over welk zaaknummer, nooit over wie. De rest staat achter de deur."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dakpan.partijen.leden import Ontvanger
from dakpan.partijen.post import schrijf_brief

_MEESTE_NUMMERS = 20


def meld(sessie: Session, aan: Ontvanger, onderwerp: str, zaaknummer: str, nu: datetime) -> None:
    """Eén bericht, meteen, in de taal van wie het leest. ``onderwerp``: een zin die in de woordenlijst staat."""
    schrijf_brief(sessie, **brief_bij(aan, onderwerp, zaaknummer, nu))


def brief_bij(aan: Ontvanger, onderwerp: str, zaaknummer: str, nu: datetime) -> dict[str, Any]:
    """De velden van de brief die ``meld`` schrijft."""
    wat, bij_zaak, slot = _woorden(aan.taal, onderwerp)
    kop = bij_zaak % {"wat": wat, "nummer": zaaknummer} if zaaknummer else wat
    return {"aan": aan.email, "onderwerp": kop, "tekst": f"{kop}.\n\n{slot}\n", "nu": nu}


@lru_cache(256)
def _woorden(taal: str, onderwerp: str) -> tuple[str, str, str]:
    """Wat er gebeurde, hoe een zaak erbij wordt genoemd, en het slot; een ronde stuurt duizenden dezelfde."""
    with force_locale(taal):
        return str(_(onderwerp)), str(_("%(wat)s, zaak %(nummer)s")), _slot()


def meld_samen(sessie: Session, aan: Ontvanger, aantal: int, zaaknummers: Sequence[str], nu: datetime) -> None:
    """Wat er sinds gisteren kwam en nog niet is gelezen, in één e-mail."""
    with force_locale(aan.taal):
        hoeveel = ngettext("%(num)s nieuw bericht", "%(num)s nieuwe berichten", aantal)
        regels = [hoeveel, *zaaknummers[:_MEESTE_NUMMERS]]
        if len(zaaknummers) > _MEESTE_NUMMERS:
            regels.append(_("en andere zaken"))
        schrijf_brief(sessie, aan.email, hoeveel, "{}\n\n{}\n".format("\n".join(regels), _slot()), nu)


def _slot() -> str:
    return str(_("Meld u aan bij Dakpan en open 'Berichten'. Daar kiest u ook welke e-mail u krijgt."))
