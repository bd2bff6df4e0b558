"""De mensen van één organisatie of één financier: uitnodigen, wijzigen, weg laten gaan. Nooit die van een ander."""

import re
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import contains_eager
from sqlalchemy.orm.attributes import flag_modified

from dakpan.invoer.fouten import InvoerFout, Veldfout, Verzamelaar, fout_bij
from dakpan.opslag.bladeren import Blad, Vanaf, begrens, knip
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.adreswijziging import vraag_ander_adres
from dakpan.partijen.heet import HEET
from dakpan.partijen.mobiel import bezwaar_tegen_mobiel
from dakpan.partijen.poort import gelijk_email
from dakpan.partijen.rechten import Recht, rechten_van
from dakpan.partijen.tables import Account, EenmaligeLink, Lidmaatschap, Linksoort
from dakpan.partijen.uitnodigen import trek_in
from dakpan.partijen.uitnodigingsbrief import stuur_uitnodiging

PER_BLADZIJDE = 50
_OP_NAAM = (func.lower(HEET), Account.id)
_EMAIL = re.compile(r"[^@\s<>\"(),:;\\\[\]]+@[^@\s<>\"(),:;\\\[\]]+\.[^@\s<>\"(),:;\\\[\].]+")


@dataclass(frozen=True, slots=True)
class Medewerkergegevens:
    """Wat een beheerder invult. ``rechten`` bij een organisatie, ``rollen`` bij een financier."""

    naam: str
    email: str
    rechten: frozenset[str] = frozenset()
    rollen: frozenset[str] = frozenset()
    actief: bool = True
    mobiel: str = ""


@dataclass(frozen=True, slots=True)
class Medewerkersvraag:
    """Wie staan er in de lijst? ``na`` en ``voor``: de medewerker waar iemand vandaan bladert."""

    zoek: str = ""
    ook_inactief: bool = False
    na: UUID | None = None
    voor: UUID | None = None


def lijst(handeling: Handeling, gevraagd: Medewerkersvraag = Medewerkersvraag()) -> Blad[Lidmaatschap]:
    """De medewerkers op naam, eventueel met wie er niet meer werkt."""
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    vraag = select(Lidmaatschap).join(Lidmaatschap.account).options(contains_eager(Lidmaatschap.account))
    vraag = vraag.where(_van_mij(handeling.vrager))
    if not gevraagd.ook_inactief:
        vraag = vraag.where(Lidmaatschap.actief)
    if gevraagd.zoek.strip():
        vraag = vraag.where(_lijkt_op(gevraagd.zoek.strip()))
    vanaf = _vanaf(handeling, gevraagd)
    return knip(handeling.sessie.scalars(begrens(vraag, _OP_NAAM, vanaf, PER_BLADZIJDE)).all(), vanaf, PER_BLADZIJDE)


def _vanaf(handeling: Handeling, gevraagd: Medewerkersvraag) -> Vanaf | None:
    """Waar staat deze medewerker in de lijst? None: hij is er niet, dus vooraan beginnen."""
    wie = gevraagd.na or gevraagd.voor
    if wie is None:
        return None
    hier = select(*_OP_NAAM).select_from(Lidmaatschap).join(Lidmaatschap.account)
    plaats = handeling.sessie.execute(hier.where(Lidmaatschap.id == wie, _van_mij(handeling.vrager))).first()
    return Vanaf(tuple(plaats), gevraagd.na is None) if plaats is not None else None


def haal(handeling: Handeling, lidmaatschap_id: UUID) -> Lidmaatschap:
    """Deze medewerker. ``NietGevonden``: bestaat niet, of werkt voor een ander."""
    rij = handeling.sessie.scalar(
        select(Lidmaatschap)
        .join(Lidmaatschap.account)
        .options(contains_eager(Lidmaatschap.account))
        .where(Lidmaatschap.id == lidmaatschap_id, _van_mij(handeling.vrager))
        .execution_options(populate_existing=True)
    )
    if rij is None:
        raise NietGevonden
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    return rij


def nodig_uit(handeling: Handeling, gegevens: Medewerkergegevens, namens: str, adres: str) -> Lidmaatschap:
    """Een nieuwe medewerker, met een e-mail om te beginnen. Wie al een account heeft moet de plek nog aannemen.

    Nodigde een ander ditzelfde adres net ook uit, dan geldt wat er nu staat: hier staat hij al, of hij kan er nog bij.
    """
    try:
        return _nodig_uit(handeling, gegevens, namens, adres)
    except Gewijzigd:
        return _nodig_uit(handeling, gegevens, namens, adres)


@gebruiksgeval("medewerker uitgenodigd")
def _nodig_uit(handeling: Handeling, gegevens: Medewerkergegevens, namens: str, adres: str) -> Lidmaatschap:
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    email = _controleer(handeling, gegevens)
    lid = Lidmaatschap(
        account=_account_voor(handeling, email, gegevens.naam),
        naam=gegevens.naam,
        tenant_id=handeling.vrager.tenant_id,
        organisatie_id=handeling.vrager.organisatie_id,
        rechten=sorted(gegevens.rechten),
        rollen=sorted(gegevens.rollen),
        mobiel=gegevens.mobiel or None,
    )
    handeling.sessie.add(lid)
    handeling.sessie.flush()
    stuur_uitnodiging(handeling, lid, namens, adres)
    return lid


def _account_voor(handeling: Handeling, email: str, naam: str) -> Account:
    """Het account van dit adres, nieuw of al bekend; dat laatste merkt wie uitnodigt aan niets."""
    sessie = handeling.sessie
    account = sessie.scalar(select(Account).where(Account.email == email))
    if account is None:
        account = Account(email=email, naam=naam)
        sessie.add(account)
        sessie.flush()
    return account


def _vereis_uniek(handeling: Handeling, email: str, lid: Lidmaatschap | None) -> None:
    """``InvoerFout`` bij ``email``: met dit adres werkt, of werkte, hier al een ander dan ``lid``."""
    hier = select(Lidmaatschap.id).join(Lidmaatschap.account).where(_van_mij(handeling.vrager))
    if lid is not None:
        hier = hier.where(Lidmaatschap.id != lid.id)
    if handeling.sessie.scalar(hier.where(Account.email == email)):
        melding = (
            _("deze medewerker staat al in de lijst, misschien als niet-actief")
            if lid is None
            else _("dit adres is van een ander in de lijst, misschien niet-actief; ieder heeft een eigen adres")
        )
        raise fout_bij("email", melding)


@gebruiksgeval("uitnodiging opnieuw verstuurd")
def nodig_opnieuw_uit(handeling: Handeling, lidmaatschap_id: UUID, namens: str, adres: str) -> Lidmaatschap:
    """Nog een keer dezelfde uitnodiging, met een nieuwe link; de oude werkt dan niet meer."""
    lid = haal(handeling, lidmaatschap_id)
    if lid.aanvaard_op is None and lid.actief:
        stuur_uitnodiging(handeling, lid, namens, adres)
    return lid


@gebruiksgeval("medewerker gewijzigd")
def wijzig(
    handeling: Handeling,
    lidmaatschap_id: UUID,
    gegevens: Medewerkergegevens,
    versie: int | None,
    *,
    namens: str,
    adres: str,
) -> Lidmaatschap:
    """Andere gegevens, rechten of rollen, of niet meer actief. Er blijft altijd iemand die dit kan."""
    _grendel(handeling)
    lid = haal(handeling, lidmaatschap_id)
    if lid.versie != versie:
        raise Gewijzigd
    email = _controleer(handeling, gegevens, lid)
    if gegevens.naam != lid.heet:
        _noem(handeling, lid, gegevens.naam)
    if email != lid.account.email and lid.id == handeling.vrager.lidmaatschap_id:
        _vereis_collega(handeling, lid)
    if email != lid.account.email:
        _wijzig_adres(handeling, lid, email, namens, adres)
    lid.rechten, lid.rollen, lid.actief = sorted(gegevens.rechten), sorted(gegevens.rollen), gegevens.actief
    lid.mobiel = gegevens.mobiel or None
    flag_modified(lid, "account_id")  # ook wie alleen de naam wijzigt was eerder dan een ander
    _vereis_beheerder(handeling, lid)
    return lid


def _van_mij(vrager: Vrager) -> ColumnElement[bool]:
    """De grens van deze lijst: alleen wie voor dezelfde werkt."""
    if vrager.tenant_id is not None:
        return Lidmaatschap.tenant_id == vrager.tenant_id
    return Lidmaatschap.organisatie_id == vrager.organisatie_id


def _lijkt_op(zoek: str) -> ColumnElement[bool]:
    return or_(HEET.icontains(zoek, autoescape=True), Account.email.icontains(zoek, autoescape=True))


def is_email(tekst: str) -> bool:
    """Heeft dit de vorm van één e-mailadres, zonder iets wat in een brief tot meer kan leiden?"""
    return _EMAIL.fullmatch(tekst) is not None and len(tekst) <= 254 and tekst.isprintable()


def kijk_na(handeling: Handeling, gegevens: Medewerkergegevens, lid: Lidmaatschap | None = None) -> list[Veldfout]:
    """Wat er mankeert aan wat al te lezen is. Zonder ``lid``: iemand nieuw."""
    try:
        _controleer(handeling, gegevens, lid)
    except InvoerFout as fout:
        return list(fout.fouten)
    return []


def _controleer(handeling: Handeling, gegevens: Medewerkergegevens, lid: Lidmaatschap | None = None) -> str:
    """Alle fouten tegelijk; het antwoord is het e-mailadres zoals het bewaard wordt. Zonder ``lid``: iemand nieuw."""
    fouten, email = Verzamelaar(), gelijk_email(gegevens.email)
    with fouten.luister():
        if not gegevens.naam.strip():
            raise fout_bij("naam", _("dit veld is verplicht; vul het in"))
    with fouten.luister():
        if not is_email(email):
            raise fout_bij("email", _("dit is geen e-mailadres; schrijf het zoals naam@organisatie.nl"))
        _vereis_uniek(handeling, email, lid)
    with fouten.luister():
        if gegevens.mobiel and (fout := bezwaar_tegen_mobiel(gegevens.mobiel)):
            raise fout_bij("mobiel", fout)
    with fouten.luister():
        if handeling.vrager.tenant_id is not None and not gegevens.rollen:
            raise fout_bij("rollen", _("kies ten minste één rol"))
    fouten.stop_bij_fouten()
    return email


def _noem(handeling: Handeling, lid: Lidmaatschap, naam: str) -> None:
    """Zo heet hij hier; werkt hij nergens anders, dan heet zijn account ook zo."""
    elders = select(Lidmaatschap.id).where(Lidmaatschap.account_id == lid.account_id, Lidmaatschap.id != lid.id)
    alleen_hier = handeling.sessie.scalar(elders.limit(1)) is None
    lid.naam = naam
    if alleen_hier:
        lid.account.naam = naam


def _wijzig_adres(handeling: Handeling, lid: Lidmaatschap, email: str, namens: str, adres: str) -> None:
    """Wie nog niet aannam wordt op het andere adres uitgenodigd; wie hier werkt bevestigt het zelf."""
    if lid.aanvaard_op is not None:
        vraag_ander_adres(handeling, lid, email, adres)
        return
    trek_in(
        handeling.sessie,
        lid.account,
        handeling.nu,
        Linksoort.UITNODIGING,
        alleen=EenmaligeLink.lidmaatschap_id == lid.id,
    )
    lid.account = _account_voor(handeling, email, lid.heet)
    handeling.sessie.flush()
    stuur_uitnodiging(handeling, lid, namens, adres)


def _vereis_collega(handeling: Handeling, lid: Lidmaatschap) -> None:
    """Zijn eigen adres wijzigt niemand zelf, zolang er een collega is die het kan."""
    if any(een.id != lid.id for een in _beheerders(handeling)):
        raise fout_bij("email", _("uw eigen e-mailadres wijzigt een collega die medewerkers beheert"))


def _grendel(handeling: Handeling) -> None:
    """Eén tegelijk: twee beheerders die elkaar hun recht afnemen wachten op elkaar."""
    eigen = select(Lidmaatschap.id).where(_van_mij(handeling.vrager)).order_by(Lidmaatschap.id)
    handeling.sessie.execute(eigen.with_for_update()).all()


def _vereis_beheerder(handeling: Handeling, lid: Lidmaatschap) -> None:
    """Zonder iemand die medewerkers beheert kan niemand er ooit meer bij."""
    if not _beheerders(handeling):
        veld = "actief" if not lid.actief else "rollen" if lid.tenant_id is not None else "modules"
        raise fout_bij(veld, _("er moet iemand overblijven die medewerkers beheert; geef eerst een ander dat recht"))


def _beheerders(handeling: Handeling) -> list[Lidmaatschap]:
    """Wie kan hier medewerkers beheren en zich ook echt aanmelden?"""
    rijen = handeling.sessie.scalars(
        select(Lidmaatschap)
        .join(Lidmaatschap.account)
        .where(_van_mij(handeling.vrager), Lidmaatschap.actief, Lidmaatschap.aanvaard_op.is_not(None))
        .where(Account.actief, Account.wachtwoord.is_not(None))
    )
    return [rij for rij in rijen if Recht.MEDEWERKERS_BEHEREN in rechten_van_lid(rij)]


def rechten_van_lid(lid: Lidmaatschap) -> frozenset[str]:
    """Wat mag dit lid, via rechten of via rollen?"""
    return rechten_van(lid.rollen) if lid.tenant_id is not None else frozenset(lid.rechten)
