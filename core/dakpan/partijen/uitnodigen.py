"""Links die één keer werken: om een eerste of een nieuw wachtwoord te kiezen, of een nieuw adres te bevestigen."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from dakpan.opslag.fouten import NietGevonden
from dakpan.partijen import poort, wachtwoorden
from dakpan.partijen.accounts import eindig_alle_aanmeldingen, toegelaten
from dakpan.partijen.poort import PER_PAAR, Geweigerd, Wachten, gelijk_email, tel_mee, vingerafdruk
from dakpan.partijen.post import schrijf_brief
from dakpan.partijen.tables import Account, EenmaligeLink, Lidmaatschap, Linksoort

GELDIG: Mapping[Linksoort, timedelta] = {
    Linksoort.UITNODIGING: timedelta(days=7),
    Linksoort.WACHTWOORD: timedelta(hours=1),
    Linksoort.ADRES: timedelta(days=3),
}
MEESTE_VERZOEKEN, MEESTE_PER_ADRES, VENSTER = 3, 30, timedelta(hours=1)


def maak_link(
    sessie: Session, account: Account, soort: Linksoort, nu: datetime, lid: Lidmaatschap | None = None
) -> str:
    """Het geheim van een nieuwe link; een oudere van dezelfde soort en hetzelfde huis werkt niet meer."""
    lid_id = lid.id if lid is not None else None
    trek_in(sessie, account, nu, soort, alleen=EenmaligeLink.lidmaatschap_id == lid_id)
    geheim = secrets.token_urlsafe(32)
    sessie.add(
        EenmaligeLink(
            account_id=account.id,
            lidmaatschap_id=lid_id,
            soort=soort,
            vingerafdruk=_vingerafdruk(geheim),
            verloopt_op=nu + GELDIG[soort],
        )
    )
    return geheim


def adres_van(adres: str, geheim: str) -> str:
    """De link zoals hij in een brief staat; ``adres`` is dat van de installatie, nooit dat uit een verzoek."""
    return f"{adres.rstrip('/')}/aanmelden/link/{geheim}"


def link_van(sessie: Session, geheim: str, nu: datetime, *, demo: bool) -> tuple[Account, EenmaligeLink]:
    """Van wie is deze link? ``NietGevonden``: onbekend, verlopen of al gebruikt. Kijken verbruikt hem niet."""
    gevonden = sessie.execute(
        select(Account, EenmaligeLink)
        .join(EenmaligeLink, EenmaligeLink.account_id == Account.id)
        .where(EenmaligeLink.vingerafdruk == _vingerafdruk(geheim))
        .where(EenmaligeLink.gebruikt_op.is_(None), EenmaligeLink.verloopt_op > nu)
    ).one_or_none()
    if gevonden is None or not toegelaten(gevonden[0], demo=demo):
        raise NietGevonden
    return gevonden[0], gevonden[1]


def account_van(sessie: Session, geheim: str, nu: datetime, *, demo: bool) -> Account:
    """Het account van deze link, om aan te spreken."""
    return link_van(sessie, geheim, nu, demo=demo)[0]


def kies_wachtwoord(sessie: Session, geheim: str, wachtwoord: str, nu: datetime, *, demo: bool) -> Account:
    """Zet het wachtwoord en verbruikt de link; overal elders is deze persoon dan afgemeld.

    Met een uitnodiging neemt iemand ook die ene uitnodiging aan; wat anderen vroegen blijft aan hem.
    """
    account, link = link_van(sessie, geheim, nu, demo=demo)
    if link.soort is Linksoort.ADRES:  # wie dit adres leest kent daarmee nog niet het account
        raise NietGevonden
    wachtwoorden.controleer(wachtwoord, email=account.email, naam=account.naam)
    afdruk = wachtwoorden.maak_afdruk(wachtwoord)
    verbruik(sessie, link, nu)
    if link.lidmaatschap_id is not None:
        lid = sessie.get_one(Lidmaatschap, link.lidmaatschap_id)
        if lid.account_id == account.id:
            lid.aanvaard_op = lid.aanvaard_op or nu
    _zet(sessie, account, afdruk, nu)
    sessie.commit()
    return account


def verbruik(sessie: Session, link: EenmaligeLink, nu: datetime) -> None:
    """Deze link is op. ``NietGevonden``: twee keer tegelijk, en deze was te laat."""
    verbruikt = sessie.scalar(
        update(EenmaligeLink)
        .where(EenmaligeLink.id == link.id, EenmaligeLink.gebruikt_op.is_(None))
        .values(gebruikt_op=nu)
        .returning(EenmaligeLink.id)
        .execution_options(synchronize_session=False)
    )
    if verbruikt is None:
        sessie.rollback()
        raise NietGevonden


def wijzig_wachtwoord(
    sessie: Session, account_id: UUID, huidig: str, nieuw: str, nu: datetime, *, geheim: str
) -> Account:
    """Een ander wachtwoord voor wie het oude kent; alle aanmeldingen eindigen, ook die van nu."""
    tel_mee(sessie, {vingerafdruk(geheim, "wijzigen", str(account_id)): PER_PAAR}, poort.VENSTER, nu)
    account = sessie.get(Account, account_id, with_for_update=True, populate_existing=True)
    if account is None or not wachtwoorden.klopt(account.wachtwoord, huidig):
        sessie.rollback()
        raise Geweigerd
    wachtwoorden.controleer(nieuw, email=account.email, naam=account.naam)
    _zet(sessie, account, wachtwoorden.maak_afdruk(nieuw), nu)
    with force_locale(account.taal):
        schrijf_brief(sessie, account.email, _("Uw wachtwoord is gewijzigd"), _gewijzigd_tekst(account), nu)
    sessie.commit()
    return account


def _gewijzigd_tekst(account: Account) -> str:
    tekst = _(
        "Dag %(naam)s,\n\nUw wachtwoord voor Dakpan is zojuist gewijzigd. Deed u dat zelf, dan hoeft u niets te "
        "doen. Was u het niet, kies dan meteen een nieuw wachtwoord via 'Wachtwoord vergeten' en meld het.\n",
        naam=account.naam,
    )
    return str(tekst)


def wachtwoord_vergeten(
    sessie: Session, email: str, nu: datetime, *, computer: str, geheim: str, adres: str, demo: bool
) -> None:
    """Stuurt een link als dit adres een account heeft. Wie het vraagt merkt aan niets of dat zo is."""
    email = gelijk_email(email)
    sleutels = {
        vingerafdruk(geheim, "vergeten", email): MEESTE_VERZOEKEN,
        vingerafdruk(geheim, "vergeten van", computer): MEESTE_PER_ADRES,
    }
    try:
        tel_mee(sessie, sleutels, VENSTER, nu)
    except Wachten:
        return
    account = sessie.scalar(select(Account).where(Account.email == email))
    if account is not None and toegelaten(account, demo=demo):
        link = adres_van(adres, maak_link(sessie, account, Linksoort.WACHTWOORD, nu))
        with force_locale(account.taal):
            schrijf_brief(sessie, account.email, _("Kies een nieuw wachtwoord"), _vergeten_tekst(account, link), nu)
    sessie.commit()


def _vergeten_tekst(account: Account, link: str) -> str:
    tekst = _(
        "Dag %(naam)s,\n\nU vroeg om een nieuw wachtwoord voor Dakpan. Kies het met deze link:\n\n%(link)s\n\n"
        "De link werkt één keer en is een uur geldig. Vroeg u hier niet om, dan hoeft u niets te doen; "
        "uw wachtwoord blijft zoals het was.\n",
        naam=account.naam,
        link=link,
    )
    return str(tekst)


def _zet(sessie: Session, account: Account, afdruk: str, nu: datetime) -> None:
    account.wachtwoord = afdruk
    trek_in(sessie, account, nu, *Linksoort)
    eindig_alle_aanmeldingen(sessie, account)


def trek_in(
    sessie: Session, account: Account, nu: datetime, *soorten: Linksoort, alleen: ColumnElement[bool] | None = None
) -> None:
    """Wat nog open stond werkt niet meer."""
    sessie.execute(
        update(EenmaligeLink)
        .where(EenmaligeLink.account_id == account.id, EenmaligeLink.soort.in_(soorten))
        .where(EenmaligeLink.gebruikt_op.is_(None), *([alleen] if alleen is not None else []))
        .values(gebruikt_op=nu)
        .execution_options(synchronize_session=False)
    )


def _vingerafdruk(geheim: str) -> str:
    return hashlib.sha256(geheim.encode("utf-8", "replace")).hexdigest()
