"""De eerste gebruiker van een organisatie of financier: door de beheerder van de installatie gemaakt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from dakpan.invoer.fouten import fout_bij
from dakpan.partijen.poort import gelijk_email
from dakpan.partijen.rechten import VAN_ORGANISATIE
from dakpan.partijen.tables import Account, Lidmaatschap, Linksoort, Organisatie
from dakpan.partijen.uitnodigen import adres_van, maak_link


@dataclass(frozen=True, slots=True)
class Nieuwkomer:
    """Wie krijgt een plek, wanneer, en op welk adres staat deze installatie?"""

    email: str
    naam: str
    nu: datetime
    adres: str


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """Wat er nu is. ``link``: om het eerste wachtwoord te kiezen, of None als er al een wachtwoord was."""

    email: str
    namens: str
    link: str | None


def maak_bij_financier(sessie: Session, wie: Nieuwkomer, tenant_id: str, rollen: Sequence[str]) -> Gemaakt:
    """Een account met deze rollen bij een financier; bestaat de plek al, dan krijgt zij deze rollen."""
    account = _account(sessie, wie)
    lid = sessie.scalar(
        select(Lidmaatschap).where(Lidmaatschap.account_id == account.id, Lidmaatschap.tenant_id == tenant_id)
    ) or Lidmaatschap(account_id=account.id, tenant_id=tenant_id, rechten=[])
    lid.rollen, lid.actief = sorted(set(rollen)), True
    sessie.add(lid)
    return _klaar(sessie, lid, tenant_id, wie)


def maak_bij_organisatie(sessie: Session, wie: Nieuwkomer, kvk: str, naam_organisatie: str | None) -> Gemaakt:
    """Een account met alle rechten bij een organisatie; de organisatie komt er zo nodig bij."""
    organisatie = sessie.scalar(select(Organisatie).where(Organisatie.kvk == kvk))
    if organisatie is None:
        if not naam_organisatie:
            raise fout_bij("--naam-organisatie", f"organisatie {kvk} is er nog niet; noem ook haar naam")
        organisatie = Organisatie(naam=naam_organisatie, kvk=kvk)
        sessie.add(organisatie)
        sessie.flush()
    account = _account(sessie, wie)
    lid = sessie.scalar(
        select(Lidmaatschap).where(Lidmaatschap.account_id == account.id, Lidmaatschap.organisatie_id == organisatie.id)
    ) or Lidmaatschap(account_id=account.id, organisatie_id=organisatie.id, rollen=[])
    lid.rechten, lid.actief = sorted(VAN_ORGANISATIE), True
    sessie.add(lid)
    return _klaar(sessie, lid, organisatie.naam, wie)


def _account(sessie: Session, wie: Nieuwkomer) -> Account:
    """Het account van dit adres, nieuw of al bekend; een account van de demonstratie telt niet."""
    account = sessie.scalar(select(Account).where(Account.email == gelijk_email(wie.email)))
    if account is None:
        account = Account(email=gelijk_email(wie.email), naam=wie.naam)
        sessie.add(account)
        sessie.flush()
    if account.demo:
        raise fout_bij("EMAIL", "dit is een account van de demonstratie; gebruik een lege database of een ander adres")
    account.actief = True
    return account


def _klaar(sessie: Session, lid: Lidmaatschap, namens: str, wie: Nieuwkomer) -> Gemaakt:
    """Wie al een wachtwoord heeft neemt de plek zelf aan als hij zich aanmeldt."""
    sessie.flush()
    link, account = None, sessie.get_one(Account, lid.account_id)
    if account.wachtwoord is None:
        link = adres_van(wie.adres, maak_link(sessie, account, Linksoort.UITNODIGING, wie.nu, lid))
    sessie.commit()
    return Gemaakt(account.email, namens, link)
