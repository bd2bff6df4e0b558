"""Wachtwoorden: wat mag, hoe ze bewaard worden, en of er een klopt. Een verkeerd en een onbekend duren even lang."""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from flask_babel import gettext as _

from dakpan.invoer.fouten import fout_bij

if TYPE_CHECKING:
    from argon2 import PasswordHasher

KORTSTE, LANGSTE, MINSTE_VERSCHIL = 12, 200, 5


def controleer(wachtwoord: str, *, email: str, naam: str, veld: str = "wachtwoord") -> None:
    """Een ``InvoerFout`` met wat er aan dit wachtwoord mankeert en hoe het beter kan."""
    bezwaar = _bezwaar(wachtwoord, email, naam)
    if bezwaar:
        raise fout_bij(veld, bezwaar)


def _bezwaar(wachtwoord: str, email: str, naam: str) -> str:
    aantal = len(wachtwoord)
    if aantal < KORTSTE:
        return str(_("dit zijn %(aantal)s tekens; gebruik er ten minste %(min)s", aantal=aantal, min=KORTSTE))
    if aantal > LANGSTE:
        return str(_("dit is te lang; gebruik ten hoogste %(max)s tekens", max=LANGSTE))
    letters = _letters(wachtwoord)
    eigen = {_letters(email), _letters(email.partition("@")[0]), *map(_letters, (naam, *naam.split()))}
    if letters in {een for een in eigen if len(een) > 2}:
        return str(_("dit lijkt te veel op uw naam of e-mailadres; kies iets anders"))
    if letters in _bekend() or len(set(wachtwoord)) < MINSTE_VERSCHIL or wachtwoord.isdecimal():
        return str(_("dit wachtwoord is makkelijk te raden; kies bijvoorbeeld een zin van vier woorden"))
    return ""


def _letters(tekst: str) -> str:
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", tekst.casefold()))


@cache
def _bekend() -> frozenset[str]:
    """Woorden waar mensen een paar cijfers achter zetten als er twaalf tekens nodig zijn."""
    return frozenset(files("dakpan.partijen").joinpath("bekende_woorden.txt").read_text(encoding="utf-8").split())


def maak_afdruk(wachtwoord: str) -> str:
    """De argon2-afdruk om te bewaren."""
    return _argon2().hash(_gelijk(wachtwoord))


def klopt(afdruk: str | None, wachtwoord: str) -> bool:
    """Hoort dit wachtwoord bij deze afdruk? Zonder afdruk wordt er even lang gerekend, en is het antwoord nee."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - elke start telt

    try:
        _argon2().verify(afdruk or _van_niemand(), _gelijk(wachtwoord))
    except (VerificationError, InvalidHashError):
        return False
    return afdruk is not None


def is_verouderd(afdruk: str) -> bool:
    """Is deze afdruk met andere instellingen gemaakt dan nu gelden?"""
    return _argon2().check_needs_rehash(afdruk)


def _gelijk(wachtwoord: str) -> str:
    """Dezelfde letters op elk toetsenbord, en nooit een onbegrensde hoeveelheid rekenwerk."""
    return unicodedata.normalize("NFC", wachtwoord)[: LANGSTE + 1].encode("utf-8", "replace").decode()


@cache
def _argon2() -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415 - elke start telt

    return PasswordHasher()


@cache
def _van_niemand() -> str:
    return maak_afdruk("wachtwoord van niemand")
