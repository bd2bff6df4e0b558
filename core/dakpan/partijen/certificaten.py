"""Wat een coach in huis heeft: zijn certificaten met hun datums, en wat de aanvraag daarvan al weet."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.collegas import haal_collega
from dakpan.partijen.rechten import Recht
from dakpan.partijen.registerlijsten import certificaten, vult
from dakpan.partijen.registertabellen import Certificaat


def certificaten_van(handeling: Handeling, lid_id: UUID) -> Sequence[Certificaat]:
    """De certificaten van deze collega, het oudste eerst."""
    eigen = select(Certificaat).where(Certificaat.medewerker_id == lid_id)
    return handeling.sessie.scalars(eigen.order_by(Certificaat.behaald_op, Certificaat.id)).all()


def antwoorden_van(handeling: Handeling, lid_id: UUID, dag: date) -> Mapping[str, bool]:
    """Wat van de vragen over de jobcoach op deze dag al bekend is; wat ontbreekt is niet bekend, niet ``nee``."""
    geldig = (een for een in certificaten_van(handeling, lid_id) if geldt_op(een, dag))
    return {vraag: True for een in geldig if (vraag := vult(een.soort)) is not None}


def geldt_op(een: Certificaat, dag: date) -> bool:
    """Is dit certificaat op deze dag behaald en niet verlopen?"""
    return een.behaald_op <= dag and (een.geldig_tot is None or dag <= een.geldig_tot)


@gebruiksgeval("certificaat vastgelegd")
def leg_vast(
    handeling: Handeling, lid_id: UUID, soort: str, *, behaald_op: date, geldig_tot: date | None = None
) -> Certificaat:
    """Een collega heeft dit behaald."""
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    collega = haal_collega(handeling, lid_id)
    fouten = []
    if soort not in certificaten():
        fouten.append(Veldfout("soort", _("dit certificaat kennen wij niet; kies er een uit de lijst")))
    if behaald_op > handeling.vandaag:
        fouten.append(Veldfout("behaald_op", _("deze dag moet nog komen")))
    if geldig_tot is not None and geldig_tot < behaald_op:
        fouten.append(Veldfout("geldig_tot", _("deze dag ligt voor de dag van behalen; kies een latere")))
    if fouten:
        raise InvoerFout(*fouten)
    rij = Certificaat(
        organisatie_id=handeling.vrager.organisatie_id,
        medewerker_id=collega.id,
        soort=soort,
        behaald_op=behaald_op,
        geldig_tot=geldig_tot,
    )
    handeling.sessie.add(rij)
    return rij


@gebruiksgeval("certificaat weggehaald")
def haal_weg(handeling: Handeling, certificaat_id: UUID) -> None:
    """Een certificaat dat er niet had moeten staan; de geschiedenis blijft."""
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    rij = handeling.sessie.get(Certificaat, (handeling.vrager.organisatie_id, certificaat_id))
    if rij is None:
        raise NietGevonden
    handeling.sessie.delete(rij)
