"""Een ander e-mailadres: een beheerder vraagt het, en het geldt pas als wie het leest het bevestigt.

Bevestigen kan alleen wie beide heeft: de link die naar het nieuwe adres ging, en het wachtwoord van nu. Zo krijgt een
beheerder nooit het account van een ander in handen, en wordt niemand ongevraagd de opvolger van een account.
"""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen import poort, wachtwoorden
from dakpan.partijen.accounts import eindig_alle_aanmeldingen
from dakpan.partijen.poort import PER_PAAR, Geweigerd, tel_mee, vingerafdruk
from dakpan.partijen.post import schrijf_brief
from dakpan.partijen.tables import Account, EenmaligeLink, Lidmaatschap, Linksoort
from dakpan.partijen.uitnodigen import adres_van, link_van, maak_link, trek_in, verbruik


def vraag_ander_adres(handeling: Handeling, lid: Lidmaatschap, email: str, adres: str) -> None:
    """Stuurt het nieuwe adres een link en het oude bericht. Of het al van iemand is blijkt aan niets."""
    sessie, account, nu = handeling.sessie, lid.account, handeling.nu
    bezet = sessie.scalar(select(Account.id).where(Account.email == email)) is not None
    with force_locale(account.taal):
        geheim = maak_link(sessie, account, Linksoort.ADRES, nu, lid)
        tekst = _al_bekend() if bezet else _bevestig(account, adres_van(adres, geheim))
        schrijf_brief(sessie, email, _("Uw e-mailadres voor Dakpan"), tekst, nu)
        schrijf_brief(sessie, account.email, _("Uw e-mailadres voor Dakpan"), _gevraagd(handeling, lid, email), nu)
    lid.nieuw_adres = email


def bevestig_adres(sessie: Session, geheim: str, wachtwoord: str, nu: datetime, *, sleutel: str, demo: bool) -> None:
    """Het nieuwe adres geldt; andere links en aanmeldingen niet meer. ``Geweigerd``: niet het wachtwoord van nu."""
    account, link = link_van(sessie, geheim, nu, demo=demo)
    tel_mee(sessie, {vingerafdruk(sleutel, "adres", str(account.id)): PER_PAAR}, poort.VENSTER, nu)
    account = sessie.get_one(Account, account.id, with_for_update=True, populate_existing=True)
    if not wachtwoorden.klopt(account.wachtwoord, wachtwoord):
        sessie.rollback()
        raise Geweigerd
    nieuw = gevraagd_adres(sessie, link)
    verbruik(sessie, link, nu)
    with force_locale(account.taal):
        schrijf_brief(sessie, account.email, _("Uw e-mailadres voor Dakpan is gewijzigd"), _klaar(account, nieuw), nu)
    account.email = nieuw
    for lid in account.lidmaatschappen:
        lid.nieuw_adres = None
    trek_in(sessie, account, nu, *Linksoort)
    eindig_alle_aanmeldingen(sessie, account)
    sessie.commit()


def gevraagd_adres(sessie: Session, link: EenmaligeLink) -> str:
    """Welk adres bevestigt deze link? ``NietGevonden``: niet meer gevraagd, of intussen van een ander account."""
    lid = sessie.get(Lidmaatschap, link.lidmaatschap_id) if link.soort is Linksoort.ADRES else None
    if lid is None or lid.nieuw_adres is None:
        raise NietGevonden
    if sessie.scalar(select(Account.id).where(Account.email == lid.nieuw_adres)) is not None:
        raise NietGevonden
    return lid.nieuw_adres


def _bevestig(account: Account, link: str) -> str:
    tekst = _(
        "Dag %(naam)s,\n\nEr is gevraagd om dit adres voortaan te gebruiken voor uw account bij Dakpan. Bevestig het "
        "met deze link en met uw wachtwoord van nu:\n\n%(link)s\n\nTot dan verandert er niets. De link werkt één keer "
        "en is drie dagen geldig. Kent u dit account niet, dan hoeft u niets te doen.\n",
        naam=account.naam,
        link=link,
    )
    return str(tekst)


def _al_bekend() -> str:
    return str(
        _(
            "Dag,\n\nEr is gevraagd om dit adres te gebruiken voor een ander account bij Dakpan. Dat kan niet, want u "
            "meldt zich er zelf al mee aan. U hoeft niets te doen; er verandert niets.\n"
        )
    )


def _gevraagd(handeling: Handeling, lid: Lidmaatschap, nieuw: str) -> str:
    tekst = _(
        "Dag %(naam)s,\n\n%(door)s wil dat u zich bij Dakpan voortaan aanmeldt met %(nieuw)s. Dat gaat pas in als u "
        "het op dat adres bevestigt. Klopt het niet, dan hoeft u niets te doen.\n",
        naam=lid.account.naam,
        door=handeling.vrager.naam,
        nieuw=nieuw,
    )
    return str(tekst)


def _klaar(account: Account, nieuw: str) -> str:
    tekst = _(
        "Dag %(naam)s,\n\nU meldt zich bij Dakpan voortaan aan met %(nieuw)s. Klopt dat niet, neem dan contact op met "
        "wie bij u de medewerkers beheert.\n",
        naam=account.naam,
        nieuw=nieuw,
    )
    return str(tekst)
