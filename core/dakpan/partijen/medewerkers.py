"""De mensen van één organisatie of één financier: uitnodigen, wijzigen, weg laten gaan. Nooit die van een ander."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import contains_eager
from sqlalchemy.orm.attributes import flag_modified

from dakpan.invoer.fouten import Verzamelaar, fout_bij
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.poort import gelijk_email
from dakpan.partijen.post import schrijf_brief
from dakpan.partijen.rechten import Recht, rechten_van
from dakpan.partijen.tables import Account, Lidmaatschap, Linksoort
from dakpan.partijen.uitnodigen import adres_van, maak_link

PER_BLADZIJDE = 50
_EMAIL = re.compile(r"[^@\s<>\"(),:;\\\[\]]+@[^@\s<>\"(),:;\\\[\]]+\.[^@\s<>\"(),:;\\\[\].]+")


@dataclass(frozen=True, slots=True)
class Medewerkergegevens:
    """Wat een beheerder invult. ``rechten`` bij een organisatie, ``rollen`` bij een financier."""

    naam: str
    email: str
    rechten: frozenset[str] = frozenset()
    rollen: frozenset[str] = frozenset()
    actief: bool = True


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """Eén bladzijde van de lijst. ``volgende``: er komen er meer."""

    medewerkers: Sequence[Lidmaatschap]
    nummer: int
    volgende: bool


def lijst(handeling: Handeling, zoek: str = "", *, ook_inactief: bool = False, bladzijde: int = 1) -> Bladzijde:
    """De medewerkers op naam, eventueel met wie er niet meer werkt."""
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    vraag = (
        select(Lidmaatschap)
        .join(Lidmaatschap.account)
        .options(contains_eager(Lidmaatschap.account))
        .where(_van_mij(handeling.vrager))
        .order_by(func.lower(Account.naam), Account.id)
        .offset((bladzijde - 1) * PER_BLADZIJDE)
        .limit(PER_BLADZIJDE + 1)
    )
    if not ook_inactief:
        vraag = vraag.where(Lidmaatschap.actief)
    if zoek.strip():
        vraag = vraag.where(_lijkt_op(zoek.strip()))
    rijen = handeling.sessie.scalars(vraag).all()
    return Bladzijde(rijen[:PER_BLADZIJDE], bladzijde, len(rijen) > PER_BLADZIJDE)


def haal(handeling: Handeling, lidmaatschap_id: UUID) -> Lidmaatschap:
    """Deze medewerker. ``NietGevonden``: bestaat niet, of werkt voor een ander."""
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    rij = handeling.sessie.scalar(
        select(Lidmaatschap)
        .join(Lidmaatschap.account)
        .options(contains_eager(Lidmaatschap.account))
        .where(Lidmaatschap.id == lidmaatschap_id, _van_mij(handeling.vrager))
        .execution_options(populate_existing=True)
    )
    if rij is None:
        raise NietGevonden
    return rij


def _is_lid(handeling: Handeling, account: Account) -> bool:
    eigen = select(Lidmaatschap.id).where(Lidmaatschap.account_id == account.id, _van_mij(handeling.vrager))
    return handeling.sessie.scalar(eigen) is not None


def is_ook_van_een_ander(handeling: Handeling, lid: Lidmaatschap) -> bool:
    """Werkt dit account ook elders? Dan zijn naam en e-mailadres niet aan deze beheerder alleen."""
    elders = select(Lidmaatschap.id).where(Lidmaatschap.account_id == lid.account_id, Lidmaatschap.id != lid.id)
    return handeling.sessie.scalar(elders.limit(1)) is not None


@gebruiksgeval("medewerker uitgenodigd")
def nodig_uit(handeling: Handeling, gegevens: Medewerkergegevens, namens: str, adres: str) -> Lidmaatschap:
    """Een nieuwe medewerker, met een e-mail om te beginnen. Wie al een account heeft krijgt er een plek bij."""
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    email = _controleer(handeling, gegevens)
    sessie = handeling.sessie
    account = sessie.scalar(select(Account).where(Account.email == email))
    if account is None:
        account = Account(email=email, naam=gegevens.naam)
        sessie.add(account)
        sessie.flush()
    elif sessie.scalar(
        select(Lidmaatschap.id).where(Lidmaatschap.account_id == account.id, _van_mij(handeling.vrager))
    ):
        raise fout_bij("email", _("deze medewerker staat al in de lijst, misschien als niet-actief"))
    lid = Lidmaatschap(
        account=account,
        tenant_id=handeling.vrager.tenant_id,
        organisatie_id=handeling.vrager.organisatie_id,
        rechten=sorted(gegevens.rechten),
        rollen=sorted(gegevens.rollen),
    )
    sessie.add(lid)
    _stuur(handeling, account, namens, adres)
    return lid


@gebruiksgeval("uitnodiging opnieuw verstuurd")
def nodig_opnieuw_uit(handeling: Handeling, lidmaatschap_id: UUID, namens: str, adres: str) -> Lidmaatschap:
    """Nog een keer dezelfde uitnodiging, met een nieuwe link; de oude werkt dan niet meer."""
    lid = haal(handeling, lidmaatschap_id)
    _stuur(handeling, lid.account, namens, adres)
    return lid


@gebruiksgeval("medewerker gewijzigd")
def wijzig(
    handeling: Handeling, lidmaatschap_id: UUID, gegevens: Medewerkergegevens, versie: int | None
) -> Lidmaatschap:
    """Andere gegevens, rechten of rollen, of niet meer actief. Er blijft altijd iemand die dit kan."""
    _grendel(handeling)
    lid = haal(handeling, lidmaatschap_id)
    if lid.versie != versie:
        raise Gewijzigd
    email = _controleer(handeling, gegevens)
    if (gegevens.naam, email) != (lid.account.naam, lid.account.email):
        _wijzig_account(handeling, lid, gegevens.naam, email)
    lid.rechten, lid.rollen, lid.actief = sorted(gegevens.rechten), sorted(gegevens.rollen), gegevens.actief
    flag_modified(lid, "account_id")  # ook wie alleen de naam wijzigt was eerder dan een ander
    _vereis_beheerder(handeling, lid)
    return lid


def _van_mij(vrager: Vrager) -> ColumnElement[bool]:
    """De grens van deze lijst: alleen wie voor dezelfde werkt."""
    if vrager.tenant_id is not None:
        return Lidmaatschap.tenant_id == vrager.tenant_id
    return Lidmaatschap.organisatie_id == vrager.organisatie_id


def _lijkt_op(zoek: str) -> ColumnElement[bool]:
    return or_(Account.naam.icontains(zoek, autoescape=True), Account.email.icontains(zoek, autoescape=True))


def is_email(tekst: str) -> bool:
    """Heeft dit de vorm van één e-mailadres, zonder iets wat in een brief tot meer kan leiden?"""
    return _EMAIL.fullmatch(tekst) is not None and len(tekst) <= 254 and tekst.isprintable()


def _controleer(handeling: Handeling, gegevens: Medewerkergegevens) -> str:
    """Alle fouten tegelijk; het antwoord is het e-mailadres zoals het bewaard wordt."""
    fouten, email = Verzamelaar(), gelijk_email(gegevens.email)
    with fouten.luister():
        if not gegevens.naam.strip():
            raise fout_bij("naam", _("dit veld is verplicht; vul het in"))
    with fouten.luister():
        if not is_email(email):
            raise fout_bij("email", _("dit is geen e-mailadres; schrijf het zoals naam@organisatie.nl"))
    with fouten.luister():
        if handeling.vrager.tenant_id is not None and not gegevens.rollen:
            raise fout_bij("rollen", _("kies ten minste één rol"))
    fouten.stop_bij_fouten()
    return email


def _wijzig_account(handeling: Handeling, lid: Lidmaatschap, naam: str, email: str) -> None:
    """Een andere naam of een ander adres, als dit account van niemand anders is; het oude adres krijgt bericht."""
    if is_ook_van_een_ander(handeling, lid):
        raise fout_bij(
            "email", _("naam en e-mailadres zijn hier niet te wijzigen: dit account wordt ook elders gebruikt")
        )
    sessie, account, oud = handeling.sessie, lid.account, lid.account.email
    if email != oud:
        if sessie.scalar(select(Account.id).where(Account.email == email)) is not None:
            raise fout_bij("email", _("dit e-mailadres is al van een ander account"))
        with force_locale(account.taal):
            onderwerp, tekst = _("Uw e-mailadres voor Dakpan is gewijzigd"), _ander_adres(account, email)
        schrijf_brief(sessie, oud, onderwerp, tekst, handeling.nu)
    account.naam, account.email = naam, email


def _grendel(handeling: Handeling) -> None:
    """Eén tegelijk: twee beheerders die elkaar hun recht afnemen wachten op elkaar."""
    eigen = select(Lidmaatschap.id).where(_van_mij(handeling.vrager)).order_by(Lidmaatschap.id)
    handeling.sessie.execute(eigen.with_for_update()).all()


def _vereis_beheerder(handeling: Handeling, lid: Lidmaatschap) -> None:
    """Zonder iemand die medewerkers beheert kan niemand er ooit meer bij."""
    rijen = handeling.sessie.scalars(
        select(Lidmaatschap)
        .join(Lidmaatschap.account)
        .where(_van_mij(handeling.vrager), Lidmaatschap.actief, Account.actief, Account.wachtwoord.is_not(None))
    )
    if not any(Recht.MEDEWERKERS_BEHEREN in rechten_van_lid(rij) for rij in rijen):
        veld = "actief" if not lid.actief else "rollen" if lid.tenant_id is not None else "modules"
        raise fout_bij(veld, _("er moet iemand overblijven die medewerkers beheert; geef eerst een ander dat recht"))


def rechten_van_lid(lid: Lidmaatschap) -> frozenset[str]:
    """Wat mag dit lid, via rechten of via rollen?"""
    return rechten_van(lid.rollen) if lid.tenant_id is not None else frozenset(lid.rechten)


def _stuur(handeling: Handeling, account: Account, namens: str, adres: str) -> None:
    """De uitnodiging, in de taal van wie haar leest; wie al een wachtwoord heeft krijgt alleen bericht."""
    with force_locale(account.taal):
        onderwerp, tekst = _uitnodiging(handeling, account, namens, adres)
    schrijf_brief(handeling.sessie, account.email, onderwerp, tekst, handeling.nu)


def _uitnodiging(handeling: Handeling, account: Account, namens: str, adres: str) -> tuple[str, str]:
    onderwerp = _("U kunt werken namens %(wie)s", wie=namens)
    if account.wachtwoord is not None:
        tekst = _(
            "Dag %(naam)s,\n\n%(door)s heeft u toegevoegd. U kunt in Dakpan voortaan ook werken namens %(wie)s. "
            "Meld u aan zoals u gewend bent en kies bovenaan de pagina voor wie u werkt:\n\n%(link)s\n",
            naam=account.naam, door=handeling.vrager.naam, wie=namens, link=adres,
        )  # fmt: skip
    else:
        link = adres_van(adres, maak_link(handeling.sessie, account, Linksoort.UITNODIGING, handeling.nu))
        tekst = _(
            "Dag %(naam)s,\n\n%(door)s nodigt u uit om in Dakpan te werken namens %(wie)s. "
            "Kies uw wachtwoord met deze link:\n\n%(link)s\n\nDe link werkt één keer en is zeven dagen geldig.\n",
            naam=account.naam, door=handeling.vrager.naam, wie=namens, link=link,
        )  # fmt: skip
    return str(onderwerp), str(tekst)


def _ander_adres(account: Account, nieuw: str) -> str:
    tekst = _(
        "Dag %(naam)s,\n\nU meldt zich bij Dakpan voortaan aan met %(nieuw)s. Klopt dat niet, neem dan contact op met "
        "wie bij u de medewerkers beheert.\n",
        naam=account.naam,
        nieuw=nieuw,
    )
    return str(tekst)
