"""Wie kan er nu langer over een besluit doen, op welke gronden, en vanaf welke dag telt dat?"""

from datetime import date

from dakpan.aanvraag.beslissen import vereis_beslisser
from dakpan.aanvraag.beslistermijn import beslistermijn_van
from dakpan.aanvraag.domain.toestanden import Aanvraagstatus
from dakpan.aanvraag.domain.uitstel import Uitstelgrond
from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag
from dakpan.aanvraag.uiterlijk import zet_uiterlijk
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.handeling import Handeling
from dakpan.regels.fouten import GeenRegel


def gronden_van(handeling: Handeling, zaak: Zaak) -> tuple[Uitstelgrond, ...]:
    """Welke gronden noemt de regelset voor deze zaak? Leeg: geen."""
    dossier = dossier_van(handeling, haal_aanvraag(handeling, zaak))
    peildatum = dossier.aanvraag.ontvangen_op
    try:
        return handeling.regels(zaak.tenant_id, peildatum).bepaal_uitstelgronden(dossier, peildatum).resultaat.lijst
    except GeenRegel:
        return ()


def laatste_dag(handeling: Handeling, zaak: Zaak) -> date | None:
    """Tot en met wanneer kan er nu worden beslist? None: de bron noemt geen termijn."""
    termijn = beslistermijn_van(handeling, zaak, dossier_van(handeling, haal_aanvraag(handeling, zaak)))
    return termijn.resultaat.uiterlijk if termijn is not None else None


def mag_uitstellen(handeling: Handeling, zaak: Zaak) -> bool:
    """Is de vrager wie hier beslist, en ligt de aanvraag er nog?"""
    try:
        vereis_vrager(handeling, zaak)
    except (GeenRecht, KanNiet):
        return False
    return True


def vereis_vrager(handeling: Handeling, zaak: Zaak) -> None:
    """Alleen wie beslist, zolang de aanvraag er ligt en er niet is besloten."""
    vereis_beslisser(handeling, zaak)
    if haal_aanvraag(handeling, zaak).status is not Aanvraagstatus.INGEDIEND:
        raise KanNiet("De beslistermijn loopt alleen als de aanvraag is ingediend en er nog niet is besloten.")


def zet_termijn(handeling: Handeling, zaak: Zaak) -> None:
    """Schrijft bij de zaak welke dag nu telt."""
    handeling.sessie.flush()
    zet_uiterlijk(handeling, zaak, dossier_van(handeling, haal_aanvraag(handeling, zaak)))
