"""Wat het ondertekende koekje onthoudt: welke aanmelding, namens wie, en wanneer er voor het laatst iets gebeurde."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flask import Flask, session
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import TimedSerializer, URLSafeTimedSerializer
from itsdangerous.encoding import base64_encode

_AANMELDING, _VERSIE, _LID, _LAATST, _ACCOUNT = "aanmelding", "sessieversie", "lid", "laatst", "account"
# Een klok die een tel terugspringt meldt niemand af; een die een dag terugspringt wel.
_SPELING = timedelta(minutes=1)


# Tot zoveel bytes gaat het koekje zoals het is: kleiner maken kost de server meer dan het de lijn scheelt.
_KORT = 1_000


class _Zegel(URLSafeTimedSerializer):
    """Zoals het zegel van Flask; wat zij dichtdrukte is te lezen, wat kort is gaat er onverpakt in."""

    def dump_payload(self, obj: Any) -> bytes:
        inhoud = TimedSerializer.dump_payload(self, obj)
        return base64_encode(inhoud) if len(inhoud) <= _KORT else super().dump_payload(obj)


class Zegel(SecureCookieSessionInterface):
    """Ondertekent het koekje zoals Flask dat doet, met een zegel dat één keer wordt gemaakt: het geheim staat vast.

    In het koekje staan alleen tekst, getallen, lijsten en namen: gewone JSON zonder de omweg die Flask ervoor neemt.
    """

    def __init__(self, app: Flask) -> None:
        wijze = {"key_derivation": self.key_derivation, "digest_method": self.digest_method}
        sleutels = [*(app.config["SECRET_KEY_FALLBACKS"] or ()), app.secret_key]
        anders = {"default": str}  # een melding die nog vertaald moet worden wordt nu tekst
        self._zegel = _Zegel(sleutels, salt=self.salt, signer_kwargs=wijze, serializer_kwargs=anders)

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:  # noqa: ARG002
        return self._zegel


@dataclass(frozen=True, slots=True)
class Koekje:
    """De inhoud, nog niet nagekeken bij de database. ``lid``: het gekozen lidmaatschap of leeg."""

    aanmelding: UUID
    sessieversie: int
    lid: str
    laatst: datetime


def begin(account: UUID, aanmelding: UUID, sessieversie: int, lid: str, nu: datetime) -> None:
    """Een verse sessie: niets van vóór het aanmelden gaat mee, ook het CSRF-geheim niet."""
    session.clear()
    session.update({_ACCOUNT: str(account), _AANMELDING: str(aanmelding), _VERSIE: sessieversie, _LID: lid})
    raak_aan(nu)


def kies(lid: str) -> None:
    """Voortaan namens een ander; formulieren die nog open staan waren namens de vorige en passen niet meer."""
    session[_LID] = lid
    session.pop("csrf_token", None)


def raak_aan(nu: datetime) -> None:
    """Er gebeurde nu iets."""
    session[_LAATST] = int(nu.timestamp())


def lees(nu: datetime, stil_na: timedelta) -> Koekje | None:
    """Het koekje, als het er is en er niet te lang niets gebeurde."""
    koekje = _ontleed(dict(session.items()), nu)
    if koekje is None or not -_SPELING <= nu - koekje.laatst < stil_na:
        return None
    return koekje


def van_wie() -> tuple[str, str]:
    """Van welk account en namens welk lidmaatschap was dit koekje, ook als het verlopen is?"""
    return str(session.get(_ACCOUNT, "")), str(session.get(_LID, ""))


def aanmelding_id() -> UUID | None:
    """Het id van de aanmelding in dit koekje."""
    try:
        return UUID(session.get(_AANMELDING, ""))
    except (AttributeError, TypeError, ValueError):
        return None


def _ontleed(inhoud: dict[str, Any], nu: datetime) -> Koekje | None:
    try:
        laatst = datetime.fromtimestamp(int(inhoud[_LAATST]), nu.tzinfo)
        return Koekje(UUID(inhoud[_AANMELDING]), int(inhoud[_VERSIE]), str(inhoud[_LID]), laatst)
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return None
