"""Een organisatie meldt zich aan of wordt uitgenodigd; pas wie de e-mail leest kan verder.

Staat het KvK-nummer er al, dan gaat het verzoek naar wie daar de medewerkers beheert. De vrager hoort alleen dat het
verzoek is doorgegeven.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from flask_babel import gettext as _
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.nummers import Kvk
from dakpan.invoer.fouten import Verzamelaar, fout_bij
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.huisberichten import Huisnieuws, laat_weten
from dakpan.partijen.huistabellen import Huissoort
from dakpan.partijen.leden import van_organisatie
from dakpan.partijen.medewerkers import is_email
from dakpan.partijen.poort import gelijk_email, tel_mee, vingerafdruk
from dakpan.partijen.post import schrijf_brief
from dakpan.partijen.rechten import VAN_ORGANISATIE, Recht
from dakpan.partijen.registertabellen import Registratie
from dakpan.partijen.tables import Account, Lidmaatschap, Linksoort, Organisatie
from dakpan.partijen.uitnodigen import MEESTE_PER_ADRES, MEESTE_VERZOEKEN, VENSTER, adres_van, maak_link

GELDIG = timedelta(days=7)
NODIG_UIT = "/medewerkers/nieuw?verzoek="


@dataclass(frozen=True, slots=True)
class Verzoek:
    """Welke organisatie, en wie is daar de eerste medewerker?"""

    organisatie: str
    kvk: str
    naam: str
    email: str


@dataclass(frozen=True, slots=True)
class Bevestigd:
    """Wat er nu is. ``link``: om een wachtwoord te kiezen; ``doorgegeven``: aan wie de organisatie al beheert."""

    doorgegeven: bool
    link: str | None = None


def vraag_aan(sessie: Session, verzoek: Verzoek, nu: datetime, *, computer: str, geheim: str, adres: str) -> None:
    """Stuurt de e-mail om te bevestigen. ``Wachten``: te vaak gevraagd. Of de organisatie al bestaat merkt niemand."""
    netjes = _controleer(verzoek)
    sleutels = {
        vingerafdruk(geheim, "registreren", netjes.email): MEESTE_VERZOEKEN,
        vingerafdruk(geheim, "registreren van", computer): MEESTE_PER_ADRES,
    }
    tel_mee(sessie, sleutels, VENSTER, nu)
    _stuur(sessie, netjes, nu, adres)
    sessie.commit()


def nodig_uit(handeling: Handeling, verzoek: Verzoek, namens: str, adres: str) -> None:
    """Een financier nodigt een organisatie uit die nog niet in het register staat."""
    handeling.vereis(Recht.ERKENNEN)
    netjes = _controleer(verzoek)
    if _bij_kvk(handeling.sessie, netjes.kvk) is not None:
        raise fout_bij("kvk", _("deze organisatie staat al in het register; erken haar in de lijst"))
    _stuur(handeling.sessie, netjes, handeling.nu, adres, uitnodiger=handeling.vrager.tenant_id, namens=namens)
    handeling.sessie.commit()


def bevestig(sessie: Session, code: str, nu: datetime, adres: str) -> Bevestigd:
    """Verbruikt de code: een nieuwe organisatie met haar eerste medewerker, of een verzoek aan wie haar al beheert."""
    try:
        return _bevestig(sessie, code, nu, adres)
    except IntegrityError:  # een ander was net eerder met dit KvK-nummer of adres: nu staat het er, dus kijk opnieuw
        sessie.rollback()
        return _bevestig(sessie, code, nu, adres)


def _bevestig(sessie: Session, code: str, nu: datetime, adres: str) -> Bevestigd:
    afdruk = _afdruk(code)
    geldig = (Registratie.vingerafdruk == afdruk) & Registratie.gebruikt_op.is_(None) & (Registratie.verloopt_op > nu)
    verbruikt = sessie.scalar(
        update(Registratie)
        .where(geldig)
        .values(gebruikt_op=nu)
        .returning(Registratie.id)
        .execution_options(synchronize_session=False)
    )
    rij = sessie.get(Registratie, verbruikt, populate_existing=True) if verbruikt is not None else None
    if rij is None:
        sessie.rollback()
        raise NietGevonden
    bestaat = _bij_kvk(sessie, rij.kvk)
    uitkomst = _geef_door(sessie, rij, bestaat, nu, adres) if bestaat is not None else _begin(sessie, rij, nu, adres)
    sessie.commit()
    return uitkomst


def _controleer(verzoek: Verzoek) -> Verzoek:
    """Alle fouten tegelijk; het antwoord is het verzoek zoals het bewaard wordt."""
    fouten, email = Verzamelaar(), gelijk_email(verzoek.email)
    kvk = "".join(verzoek.kvk.split())
    with fouten.luister():
        try:
            Kvk(kvk)
        except OngeldigeWaarde as fout:
            raise fout_bij("kvk", str(fout)) from fout
    with fouten.luister():
        if not is_email(email):
            raise fout_bij("email", _("dit is geen e-mailadres; schrijf het zoals naam@organisatie.nl"))
    fouten.stop_bij_fouten()
    return Verzoek(verzoek.organisatie.strip(), kvk, verzoek.naam.strip(), email)


def _bij_kvk(sessie: Session, kvk: str) -> Organisatie | None:
    return sessie.scalar(select(Organisatie).where(Organisatie.kvk == kvk))


def _afdruk(code: str) -> str:
    return hashlib.sha256(code.strip().encode("utf-8", "replace")).hexdigest()


def _stuur(
    sessie: Session, verzoek: Verzoek, nu: datetime, adres: str, *, uitnodiger: str | None = None, namens: str = ""
) -> None:
    code = secrets.token_urlsafe(32)
    sessie.add(
        Registratie(
            kvk=verzoek.kvk,
            organisatie=verzoek.organisatie,
            naam=verzoek.naam,
            email=verzoek.email,
            uitnodiger=uitnodiger,
            vingerafdruk=_afdruk(code),
            verloopt_op=nu + GELDIG,
        )
    )
    link = f"{adres.rstrip('/')}/registreren/bevestigen?code={code}"
    eerst = _("%(wie)s nodigt uw organisatie uit in Dakpan.", wie=namens) if namens else ""
    tekst = _(
        "Dag %(naam)s,\n\n%(eerst)s Bevestig met deze link dat %(organisatie)s in Dakpan wil werken:\n\n%(link)s\n\n"
        "De link werkt één keer en is zeven dagen geldig. Vroeg u hier niet om, dan hoeft u niets te doen.\n",
        naam=verzoek.naam, eerst=eerst, organisatie=verzoek.organisatie, link=link,
    )  # fmt: skip
    schrijf_brief(sessie, verzoek.email, str(_("Bevestig de aanmelding van uw organisatie")), _netjes(tekst), nu)


def _netjes(tekst: str) -> str:
    """Zonder uitnodiger begint de tweede zin vooraan."""
    return str(tekst).replace("\n\n ", "\n\n")


def _begin(sessie: Session, rij: Registratie, nu: datetime, adres: str) -> Bevestigd:
    """De organisatie met haar eerste medewerker, die alles mag en de rest inricht."""
    organisatie = Organisatie(naam=rij.organisatie, kvk=rij.kvk, email=rij.email)
    account = sessie.scalar(select(Account).where(Account.email == rij.email)) or Account(
        email=rij.email, naam=rij.naam
    )
    sessie.add_all([organisatie, account])
    sessie.flush()
    sessie.add(
        Lidmaatschap(
            account_id=account.id,
            organisatie_id=organisatie.id,
            rollen=[],
            rechten=sorted(map(str, VAN_ORGANISATIE)),
            aanvaard_op=nu,  # wie de link uit zijn e-mail opende nam zijn plek daarmee aan
        )
    )
    return _verder(sessie, account, nu, adres)


def _verder(sessie: Session, account: Account, nu: datetime, adres: str) -> Bevestigd:
    """Aanmelden, of eerst een wachtwoord kiezen."""
    if account.wachtwoord is not None:
        return Bevestigd(doorgegeven=False)
    return Bevestigd(doorgegeven=False, link=adres_van(adres, maak_link(sessie, account, Linksoort.UITNODIGING, nu)))


def _geef_door(sessie: Session, rij: Registratie, bestaat: Organisatie, nu: datetime, adres: str) -> Bevestigd:
    """Een bericht aan iedereen die daar medewerkers beheert; die beslist, in de gewone lijst van medewerkers.

    Wie er al werkt en zich nog eens aanmeldt, ook de eerste die twee e-mails kreeg, gaat gewoon verder.
    """
    er_al = sessie.scalar(
        select(Account)
        .join(Lidmaatschap, Lidmaatschap.account_id == Account.id)
        .where(Account.email == rij.email, Lidmaatschap.organisatie_id == bestaat.id, Lidmaatschap.actief)
    )
    if er_al is not None:
        return _verder(sessie, er_al, nu, adres)
    beheert = [een for een in van_organisatie(sessie, bestaat.id) if Recht.MEDEWERKERS_BEHEREN in een.rechten]
    brief = partial(_wil_erbij, rij.naam, rij.email, bestaat.naam, f"{adres.rstrip('/')}{NODIG_UIT}{rij.id}")
    nieuws = Huisnieuws(Huissoort.AANMELDING, rij.id, over=rij.naam, doel=str(rij.id), brief=brief)
    laat_weten(sessie, nieuws, beheert, nu)
    return Bevestigd(doorgegeven=True)


def _wil_erbij(naam: str, email: str, organisatie: str, link: str) -> str:
    tekst = _(
        "Dag,\n\n%(naam)s (%(email)s) wil in Dakpan werken namens %(organisatie)s. Klopt dat, nodig die persoon dan "
        "uit bij Medewerkers:\n\n%(link)s\n\nKent u deze persoon niet, dan hoeft u niets te doen. Tot u uitnodigt ziet "
        "niemand iets van u.\n",
        naam=naam,
        email=email,
        organisatie=organisatie,
        link=link,
    )
    return str(tekst)
