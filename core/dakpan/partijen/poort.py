"""Wie bent u? Het antwoord is een account. Later kan een andere poort hetzelfde antwoord geven."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from dakpan.partijen import wachtwoorden
from dakpan.partijen.accounts import toegelaten
from dakpan.partijen.tables import Aanmeldpoging, Account

VENSTER = timedelta(minutes=15)
PER_PAAR, PER_EMAIL, PER_ADRES = 5, 25, 100


class Geweigerd(Exception):
    """Het e-mailadres en het wachtwoord horen niet bij elkaar, of het account mag hier niet; meer zeggen wij niet."""


class Wachten(Exception):
    """Te vaak geprobeerd. ``minuten``: over hoeveel minuten het weer kan."""

    def __init__(self, minuten: int) -> None:
        super().__init__(minuten)
        self.minuten = minuten


@dataclass(frozen=True, slots=True)
class Poging:
    """Iemand klopt aan. ``adres`` is dat van de computer; ``geheim`` maakt van sleutels vingerafdrukken."""

    email: str
    wachtwoord: str
    adres: str
    geheim: str


def gelijk_email(email: str) -> str:
    """Hoe een e-mailadres bewaard en vergeleken wordt."""
    return email.strip().lower()


def wie_bent_u(sessie: Session, poging: Poging, nu: datetime, *, demo: bool) -> Account:
    """Het account van wie het wachtwoord kent. ``Geweigerd`` of ``Wachten``; een onbekend adres duurt even lang."""
    sleutels = _sleutels(poging)
    tel_mee(sessie, sleutels, VENSTER, nu)
    account = sessie.scalar(select(Account).where(Account.email == gelijk_email(poging.email)))
    if not wachtwoorden.klopt(account.wachtwoord if account is not None else None, poging.wachtwoord):
        raise Geweigerd
    if account is None or account.wachtwoord is None or not toegelaten(account, demo=demo):
        raise Geweigerd
    if wachtwoorden.is_verouderd(account.wachtwoord):
        account.wachtwoord = wachtwoorden.maak_afdruk(poging.wachtwoord)
    _vergeet(sessie, sleutels, nu)
    sessie.commit()
    return account


def tel_mee(sessie: Session, sleutels: dict[str, int], venster: timedelta, nu: datetime) -> None:
    """Schrijft deze poging op vóór het antwoord, zodat wie alles tegelijk probeert zichzelf ook meetelt."""
    _ruim_op(sessie, Aanmeldpoging.op <= nu - timedelta(days=1))
    eigen = [Aanmeldpoging(sleutel=sleutel, op=nu) for sleutel in sleutels]
    sessie.add_all(eigen)
    sessie.commit()
    vrij_op = [_vrij_op(sessie, sleutel, meeste, venster, nu) for sleutel, meeste in sleutels.items()]
    wacht_tot = max((moment for moment in vrij_op if moment is not None), default=None)
    if wacht_tot is not None:
        for een in eigen:  # wie toch blijft proberen wacht daardoor niet langer
            sessie.delete(een)
        sessie.commit()
        raise Wachten(max(1, -((nu - wacht_tot) // timedelta(minutes=1))))
    sessie.commit()


def _vrij_op(sessie: Session, sleutel: str, meeste: int, venster: timedelta, nu: datetime) -> datetime | None:
    """Wanneer mag deze sleutel weer? None: nu. De poging van dit moment telt zelf mee."""
    binnen = (Aanmeldpoging.sleutel == sleutel) & (Aanmeldpoging.op > nu - venster)
    aantal = sessie.scalar(select(func.count()).select_from(Aanmeldpoging).where(binnen)) or 0
    if aantal <= meeste:
        return None
    oudste = sessie.scalar(
        select(Aanmeldpoging.op).where(binnen).order_by(Aanmeldpoging.op).offset(aantal - 1 - meeste).limit(1)
    )
    return oudste + venster if oudste is not None else None


def _vergeet(sessie: Session, sleutels: dict[str, int], nu: datetime) -> None:
    """Wie binnen is begint weer bij nul; voor de computer telt alleen deze poging niet mee."""
    paar, email, adres = sleutels
    _ruim_op(sessie, Aanmeldpoging.sleutel.in_([paar, email]))
    _ruim_op(sessie, (Aanmeldpoging.sleutel == adres) & (Aanmeldpoging.op == nu))


def _ruim_op(sessie: Session, welke: ColumnElement[bool]) -> None:
    sessie.execute(delete(Aanmeldpoging).where(welke).execution_options(synchronize_session=False))


def _sleutels(poging: Poging) -> dict[str, int]:
    """Waarop wordt geteld, met hoeveel er mag: de combinatie, het e-mailadres en de computer."""
    email, adres = gelijk_email(poging.email), poging.adres
    return {
        vingerafdruk(poging.geheim, "paar", email, adres): PER_PAAR,
        vingerafdruk(poging.geheim, "email", email): PER_EMAIL,
        vingerafdruk(poging.geheim, "adres", adres): PER_ADRES,
    }


def vingerafdruk(geheim: str, *delen: str) -> str:
    """Een sleutel om op te tellen, waaruit niemand een adres terugleest."""
    tekst = "\x1f".join(("poort", *delen))
    return hmac.new(geheim.encode(), tekst.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
