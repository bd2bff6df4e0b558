"""Langer over een besluit doen vastleggen; de klok van de zaak gaat mee."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from dakpan.aanvraag.domain.uitstel import Uitstelwerking
from dakpan.aanvraag.uitstel.keuren import keur
from dakpan.aanvraag.uitstel.kunnen import gronden_van, vereis_vrager, zet_termijn
from dakpan.aanvraag.uitstel.tables import Beslisuitstel
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import fout_bij
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import datumveld, tekstveld
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.uitleg.contract import bron_als_json

LANGSTE_MOTIVERING = 4_000


class Uitstelvragen(Strikt):
    """Op welke grond, waarom en hoe lang."""

    grond = tekstveld(60, required=True)
    vanaf = datumveld()
    tot_en_met = datumveld()
    uiterlijk = datumveld()
    motivering = tekstveld(LANGSTE_MOTIVERING, required=True)


@gebruiksgeval("Beslistermijn uitgesteld")
def leg_uitstel_vast(
    handeling: Handeling, zaak: Zaak, contract: Mapping[str, Any], uitstel_id: UUID | None = None
) -> Beslisuitstel:
    """De termijn staat stil of krijgt een latere laatste dag, op een grond die de regelset noemt."""
    vereis_vrager(handeling, zaak)
    eerder = handeling.sessie.get(Beslisuitstel, (zaak.tenant_id, uitstel_id)) if uitstel_id is not None else None
    if eerder is not None:
        return eerder
    gelezen = Uitstelvragen().lees(contract)
    grond = next((een for een in gronden_van(handeling, zaak) if een.code == gelezen["grond"]), None)
    if grond is None:
        raise fout_bij("grond", "deze grond is er hier niet; kies een van de genoemde")
    keur(handeling, zaak, grond, gelezen)
    stil = grond.werking is Uitstelwerking.STAAT_STIL
    uitstel = Beslisuitstel(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        id=uitstel_id or nieuw_id(),
        zaak_id=zaak.id,
        grond=grond.code,
        titel=grond.titel,
        werking=grond.werking,
        bron=bron_als_json(grond.bron),
        vanaf=gelezen["vanaf"] if stil else handeling.vandaag,
        tot_en_met=gelezen.get("tot_en_met" if stil else "uiterlijk"),
        motivering=gelezen["motivering"].strip(),
        vastgelegd_op=handeling.nu,
        vastgelegd_door=handeling.vrager.naam,
    )
    handeling.sessie.add(uitstel)
    zet_termijn(handeling, zaak)
    return uitstel
