"""Langer over een besluit doen, met een bericht voor wie erop wacht."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from dakpan.aanvraag.uitstel import ophouden, vastleggen
from dakpan.aanvraag.uitstel.kunnen import laatste_dag
from dakpan.aanvraag.uitstel.lezen import staat_open
from dakpan.aanvraag.uitstel.tables import Beslisuitstel
from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.wandeling.ontvangers import van_de_organisatie


@gebruiksgeval("Beslistermijn uitgesteld")
def leg_vast(
    handeling: Handeling, zaak: Zaak, contract: Mapping[str, Any], uitstel_id: UUID | None = None
) -> Beslisuitstel:
    """Legt het uitstel vast; de organisatie hoort tot en met wanneer er nu kan worden beslist."""
    return _gemeld(handeling, zaak, vastleggen.leg_uitstel_vast(handeling, zaak, contract, uitstel_id))


@gebruiksgeval("Beslistermijn loopt weer")
def beeindig(handeling: Handeling, zaak: Zaak, uitstel_id: UUID, versie: int | None = None) -> Beslisuitstel:
    """De termijn loopt vandaag weer, en de organisatie hoort tot en met wanneer."""
    return _gemeld(handeling, zaak, ophouden.beeindig_uitstel(handeling, zaak, uitstel_id, versie))


@gebruiksgeval("Uitstel ingetrokken")
def trek_in(handeling: Handeling, zaak: Zaak, uitstel_id: UUID, versie: int | None = None) -> Beslisuitstel:
    """Het uitstel telt niet meer mee, en de organisatie hoort tot en met wanneer het nu is."""
    return _gemeld(handeling, zaak, ophouden.trek_uitstel_in(handeling, zaak, uitstel_id, versie))


def _gemeld(handeling: Handeling, zaak: Zaak, uitstel: Beslisuitstel) -> Beslisuitstel:
    """Eén bericht bij het begin en één bij het eind; zonder dag als niemand weet hoe lang het nog stilstaat."""
    soort = Berichtsoort.UITSTEL if uitstel.klaar_op is None else Berichtsoort.UITSTEL_KLAAR
    dag = None if staat_open(uitstel, handeling.vandaag) else laatste_dag(handeling, zaak)
    stuur_aan(handeling, Aanleiding.bij(soort, zaak, uitstel.id, dag=dag), van_de_organisatie(handeling, zaak))
    return uitstel
