"""Wat coaches in huis hebben: certificaten met hun datums en papieren, en wat de aanvraag daarvan al weet."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, select

from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.heet import HEET
from dakpan.partijen.rechten import Recht
from dakpan.partijen.registerlijsten import vult
from dakpan.partijen.registertabellen import Certificaat, Certificaatbestand
from dakpan.partijen.tables import Account, Lidmaatschap

BINNENKORT = timedelta(days=90)
TEN_HOOGSTE = 500


class Geldigheid(StrEnum):
    """Hoe staat het met een certificaat?"""

    GELDIG = "geldig"
    BINNENKORT = "binnenkort"
    VERLOPEN = "verlopen"


class Certificaatregel(NamedTuple):
    """Eén certificaat in een lijst. ``bestandsnaam`` leeg: er is geen papier bij."""

    certificaat: Certificaat
    coach: str
    bestandsnaam: str | None

    def stand(self, dag: date) -> Geldigheid:
        """Binnenkort: het verloopt binnen negentig dagen, zodat er nog tijd is."""
        tot = self.certificaat.geldig_tot
        if tot is None or tot > dag + BINNENKORT:
            return Geldigheid.GELDIG
        return Geldigheid.VERLOPEN if tot < dag else Geldigheid.BINNENKORT


class Papier(NamedTuple):
    """Het bestand bij een certificaat, om te bewaren."""

    bestandsnaam: str
    mediatype: str
    inhoud: bytes


def alle(handeling: Handeling) -> list[Certificaatregel]:
    """De certificaten van iedereen die hier werkt; wat het eerst verloopt staat bovenaan."""
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    op_volgorde = (Certificaat.geldig_tot.is_(None), Certificaat.geldig_tot, Certificaat.id)
    return _lees(handeling, _regels().where(Lidmaatschap.actief).order_by(*op_volgorde).limit(TEN_HOOGSTE))


def van(handeling: Handeling, lid_id: UUID) -> list[Certificaatregel]:
    """De certificaten van deze collega, het oudste eerst; voor wie medewerkers beheert en voor hemzelf."""
    vereis_inzage(handeling, lid_id)
    eigen = _regels().where(Certificaat.medewerker_id == lid_id)
    return _lees(handeling, eigen.order_by(Certificaat.behaald_op, Certificaat.id))


def vereis_inzage(handeling: Handeling, lid_id: UUID) -> None:
    """Zijn eigen papieren ziet iedereen; die van een ander alleen wie medewerkers beheert."""
    if lid_id != handeling.vrager.lidmaatschap_id and not handeling.mag(Recht.MEDEWERKERS_BEHEREN):
        raise GeenRecht(Recht.MEDEWERKERS_BEHEREN)


def _regels() -> Select[Certificaat, str, str]:
    return (
        select(Certificaat, HEET, Certificaatbestand.bestandsnaam)
        .join(Lidmaatschap, Lidmaatschap.id == Certificaat.medewerker_id)
        .join(Account, Account.id == Lidmaatschap.account_id)
        .outerjoin(
            Certificaatbestand,
            (Certificaatbestand.organisatie_id == Certificaat.organisatie_id)
            & (Certificaatbestand.certificaat_id == Certificaat.id),
        )
    )


def _lees(handeling: Handeling, vraag: Select[Certificaat, str, str]) -> list[Certificaatregel]:
    return [Certificaatregel(*rij) for rij in handeling.sessie.execute(vraag)]


def haal(handeling: Handeling, certificaat_id: UUID) -> Certificaat:
    """Dit certificaat van de eigen organisatie. ``NietGevonden``: bestaat niet, of is van een ander."""
    eigen = select(Certificaat).where(
        Certificaat.id == certificaat_id, Certificaat.organisatie_id == handeling.vrager.organisatie_id
    )
    rij = handeling.sessie.scalar(eigen)
    if rij is None:
        raise NietGevonden
    vereis_inzage(handeling, rij.medewerker_id)
    return rij


def bestand_bij(handeling: Handeling, certificaat_id: UUID) -> Certificaatbestand | None:
    """Het papier bij dit certificaat, zonder zijn inhoud te lezen."""
    return handeling.sessie.scalar(
        select(Certificaatbestand).where(Certificaatbestand.certificaat_id == certificaat_id)
    )


def open_papier(handeling: Handeling, certificaat_id: UUID) -> Papier:
    """De inhoud van het papier bij dit certificaat."""
    bestand = bestand_bij(handeling, haal(handeling, certificaat_id).id)
    if bestand is None:
        raise NietGevonden
    return Papier(bestand.bestandsnaam, bestand.mediatype, bestand.inhoud)


def antwoorden_van(handeling: Handeling, lid_id: UUID, dag: date) -> Mapping[str, Certificaat]:
    """Welke vragen over de jobcoach zijn op deze dag beantwoord, en waarmee? Wat ontbreekt is niet bekend, niet nee."""
    eigen: Sequence[Certificaat] = handeling.sessie.scalars(
        select(Certificaat).where(Certificaat.medewerker_id == lid_id).order_by(Certificaat.behaald_op, Certificaat.id)
    ).all()
    return {vraag: een for een in eigen if geldt_op(een, dag) and (vraag := vult(een.soort)) is not None}


def geldt_op(een: Certificaat, dag: date) -> bool:
    """Is dit certificaat op deze dag behaald en niet verlopen?"""
    return een.behaald_op <= dag and (een.geldig_tot is None or dag <= een.geldig_tot)
