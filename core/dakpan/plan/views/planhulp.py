"""Wat de pagina's van het plan delen: de periode, en wat deze financier van de doelen vraagt."""

from dakpan.aanvraag.planvragen import planvragen
from dakpan.begrippen.periode import Periode
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling


def periode_van(zaak: Zaak) -> Periode | None:
    """De gevraagde periode, als die al is ingevuld."""
    return Periode(zaak.begin, zaak.eind) if zaak.begin is not None and zaak.eind is not None else None


def vraagt_hoofddoelen(handeling: Handeling, zaak: Zaak) -> bool:
    """Moet bij elk doel staan bij welk van de acht het hoort?"""
    dag = handeling.vandaag
    return planvragen(handeling.regels(zaak.tenant_id, dag), dag).hoofddoelen
