"""De velden die alleen een factuur kent: gevulde tekst, nummers, een land en een prijs."""

from functools import cache
from typing import Any

from babel import Locale
from marshmallow import ValidationError

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.nummers import BtwNummer, Iban, Kvk, Oin
from dakpan.begrippen.uren import Uren
from dakpan.invoer.velden import Waardeveld, bedragveld, tekstveld, urenveld

LEGE_TEKST = "deze tekst is leeg; vul hem in, of gebruik null als het veld weg mag"
# Daarboven rekenen de officiële stylesheets niet meer op de cent nauwkeurig.
TEN_HOOGSTE = 999_999_99
GEEN_ISO_LAND = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])
_NIET_IN_XML = "\ufffe\uffff"


def ontbreekt(ruw: Any, veld: str) -> bool:
    """Is dit veld van een JSON-object niet ingevuld? Wat geen object is, heeft al een eigen fout."""
    return isinstance(ruw, dict) and ruw.get(veld) is None


def _gevuld(tekst: str) -> None:
    if not tekst.strip():
        raise ValidationError(LEGE_TEKST)
    for teken in _NIET_IN_XML:
        if teken in tekst:
            raise ValidationError(f"het teken U+{ord(teken):04X} kan niet in een factuur; haal het weg")


def _boven_nul(getal: Bedrag | Uren) -> None:
    if not 0 < getal.honderdsten <= TEN_HOOGSTE:
        raise ValidationError(f"{getal.iso} kan niet: vul meer in dan 0.00, tot en met 999999.99")


def gevulde_tekst(**opties: Any) -> Waardeveld[str]:
    return tekstveld(validate=_gevuld, **opties)


def factuururen(**opties: Any) -> Waardeveld[Uren]:
    return urenveld(validate=_boven_nul, **opties)


def factuurtarief(**opties: Any) -> Waardeveld[Bedrag]:
    return bedragveld(validate=_boven_nul, **opties)


def kvkveld(**opties: Any) -> Waardeveld[Kvk]:
    return Waardeveld(Kvk, Kvk.eis, **opties)


def oinveld(**opties: Any) -> Waardeveld[Oin]:
    return Waardeveld(Oin, Oin.eis, **opties)


def btwnummerveld(**opties: Any) -> Waardeveld[BtwNummer]:
    return Waardeveld(BtwNummer, BtwNummer.eis, **opties)


def ibanveld(**opties: Any) -> Waardeveld[Iban]:
    return Waardeveld(Iban.uit_tekst, Iban.eis, **opties)


def landveld(**opties: Any) -> Waardeveld[str]:
    return Waardeveld(_lees_land, "schrijf een landcode, zoals NL", **opties)


@cache
def landcodes() -> frozenset[str]:
    """De landcodes van ISO 3166; Babel kent ook werelddelen en verzamelnamen, die vallen af."""
    gebieden = (str(code) for code in Locale("nl").territories)
    return frozenset(code for code in gebieden if code.isalpha()) - GEEN_ISO_LAND


def _lees_land(tekst: str) -> str:
    if tekst not in landcodes():
        raise ValueError(f"'{tekst}' is geen landcode; schrijf twee hoofdletters, zoals NL")
    return tekst
