"""Wat een andere financier meegaf: bekijken, aannemen of niet, en er een aanvraag mee beginnen."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from dakpan.aanvraag.aanvragen import lege_aanvraag
from dakpan.aanvraag.herkomst import Bronsoort, Overgenomen
from dakpan.aanvraag.kopieren import voeg_toe
from dakpan.aanvraag.meegeven.tables import LANGSTE_REDEN, Meegegeven, Meegegevenstuk
from dakpan.aanvraag.meegeven.toestanden import MEEGEVEN, Meegeefstatus
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.huisberichten import Huisnieuws, laat_weten
from dakpan.partijen.huistabellen import Huissoort
from dakpan.partijen.leden import van_financier
from dakpan.partijen.rechten import Recht

TEN_HOOGSTE = 100
INZIEN = (Recht.BEOORDELEN, Recht.BESLISSEN, Recht.ZAAK_OPENEN, Recht.AANVRAAG_WIJZIGEN)
WACHT = {Kant.FINANCIER: Meegeefstatus.AANGEBODEN, Kant.ORGANISATIE: Meegeefstatus.AANGENOMEN}


def lijst(handeling: Handeling, *, ten_hoogste: int | None = TEN_HOOGSTE) -> Sequence[Meegegeven]:
    """Wat er is meegegeven, het laatste eerst; een organisatie ziet het zodra de financier het aannam."""
    handeling.vereis(*INZIEN)
    return handeling.sessie.scalars(select(Meegegeven).order_by(Meegegeven.id.desc()).limit(ten_hoogste)).all()


def aantal_wacht(handeling: Handeling) -> int:
    """Hoeveel er wacht op de kant van de vrager."""
    if not any(map(handeling.mag, INZIEN)):
        return 0
    wacht = WACHT[handeling.vrager.kant]
    return handeling.sessie.scalar(select(func.count(Meegegeven.id)).where(Meegegeven.status == wacht)) or 0


def haal(handeling: Handeling, meegave_id: UUID) -> Meegegeven:
    """Dit ene. ``NietGevonden``: het bestaat niet, of het is niet voor de vrager."""
    rij = handeling.sessie.scalar(
        select(Meegegeven).where(Meegegeven.id == meegave_id).execution_options(populate_existing=True)
    )
    if rij is None:
        raise NietGevonden
    handeling.vereis(*INZIEN)
    return rij


def stukken_van(handeling: Handeling, rij: Meegegeven) -> Sequence[Meegegevenstuk]:
    """De documenten die meegingen, zonder hun inhoud."""
    return handeling.sessie.scalars(
        select(Meegegevenstuk)
        .where(Meegegevenstuk.tenant_id == rij.tenant_id, Meegegevenstuk.meegegeven_id == rij.id)
        .order_by(Meegegevenstuk.id)
    ).all()


def haal_stuk(handeling: Handeling, stuk_id: UUID) -> Meegegevenstuk:
    """Eén document dat meeging, om te openen. ``NietGevonden``: het is niet voor de vrager."""
    gevonden = handeling.sessie.scalar(select(Meegegevenstuk).where(Meegegevenstuk.id == stuk_id))
    if gevonden is None:
        raise NietGevonden
    handeling.vereis(*INZIEN)
    return gevonden


@gebruiksgeval("Overgedragen zaak aangenomen")
def neem_aan(handeling: Handeling, meegave_id: UUID, versie: int | None) -> Meegegeven:
    """De zaak wordt hier verder behandeld; de organisatie ziet nu ook wat er meeging."""
    rij = _beoordeel(handeling, meegave_id, versie, "neem_aan", "")
    if rij.organisatie_id is not None:
        rij.kant = Kant.GEDEELD
        for stuk in stukken_van(handeling, rij):
            stuk.kant = Kant.GEDEELD
    _meld_terug(handeling, rij)
    return rij


@gebruiksgeval("Overgedragen zaak niet aangenomen")
def weiger(handeling: Handeling, meegave_id: UUID, versie: int | None, oordeel: str) -> Meegegeven:
    """De zaak wordt hier niet behandeld: wat er meeging gaat hier weg, en wie haar aanbood leest waarom."""
    if not oordeel.strip():
        raise fout_bij("oordeel", "schrijf waarom niet; wie de zaak aanbood leest dit")
    if len(oordeel) > LANGSTE_REDEN:
        raise fout_bij("oordeel", f"schrijf ten hoogste {LANGSTE_REDEN} tekens")
    rij = _beoordeel(handeling, meegave_id, versie, "weiger", oordeel.strip())
    rij.client, rij.antwoorden = "", {}
    for stuk in stukken_van(handeling, rij):
        handeling.sessie.delete(stuk)
    _meld_terug(handeling, rij)
    return rij


def _beoordeel(handeling: Handeling, meegave_id: UUID, versie: int | None, hoe: str, oordeel: str) -> Meegegeven:
    if handeling.vrager.kant is not Kant.FINANCIER:
        raise NietGevonden
    handeling.vereis(Recht.BESLISSEN)
    rij = haal(handeling, meegave_id)
    if rij.versie != versie:
        raise Gewijzigd
    rij.status, rij.oordeel = MEEGEVEN.na(rij.status, hoe), oordeel
    rij.beoordeeld_op, rij.beoordeeld_door = handeling.nu, handeling.vrager.naam
    return rij


def _meld_terug(handeling: Handeling, rij: Meegegeven) -> None:
    """Wie de zaak aanbood hoort wat ermee gebeurde, als alles vastligt; in de brief staat alleen haar nummer."""
    wie = handeling.regelboek.tenants[rij.tenant_id].naam
    aan = rij.status is Meegeefstatus.AANGENOMEN
    gedaan = "heeft de zaak aangenomen." if aan else f"neemt de zaak niet aan. De reden: {rij.oordeel}"
    tekst = f"Dag {rij.door},\n\nU bood zaak {rij.van_nummer} aan. {wie} {gedaan}\n"
    soort = Huissoort.ZAAK_AANGENOMEN if aan else Huissoort.ZAAK_NIET_AANGENOMEN
    nieuws = Huisnieuws(soort, rij.id, over=f"{rij.van_nummer}, {wie}", doel=rij.van_nummer, brief=lambda: tekst)
    bood_aan = [lid for lid in van_financier(handeling.sessie, rij.van_tenant) if lid.email == rij.door_email]
    laat_weten(handeling.sessie, nieuws, bood_aan, handeling.nu)


@gebruiksgeval("Aanvraag begonnen met wat een andere financier meegaf")
def begin(handeling: Handeling, meegave_id: UUID, versie: int | None) -> Zaak:
    """Een aanvraag in concept met de antwoorden die meegingen; ``KanNiet`` zegt wie bij deze financier opent."""
    rij = haal(handeling, meegave_id)
    if rij.versie != versie:
        raise Gewijzigd
    rij.status = MEEGEVEN.na(rij.status, "begin")
    zaak, aanvraag = lege_aanvraag(handeling, rij.tenant_id)
    bron = f"{handeling.regelboek.tenants[rij.van_tenant].naam}, {rij.van_nummer}"
    voeg_toe(
        handeling,
        zaak,
        aanvraag,
        {veld: Overgenomen(Bronsoort.EERDERE_AANVRAAG, waarde, bron) for veld, waarde in rij.antwoorden.items()},
    )
    rij.zaak_id = zaak.id
    return zaak
