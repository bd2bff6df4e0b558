"""Regel voor regel nakijken, en afsluiten als er over elke regel een oordeel is."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.betalingen import tenant_van
from dakpan.betaling.declaratie.opmerkingen import LANGSTE
from dakpan.betaling.steekproef.domain import MET_REDEN, Regeloordeel
from dakpan.betaling.steekproef.lijsten import Voortgang, voortgang
from dakpan.betaling.steekproef.tables import Steekproef, Steekproefregel
from dakpan.betaling.steekproef.trekken import MAG
from dakpan.betaling.tables import Declaratie
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem

GESLOTEN = "Deze steekproef is afgesloten; er verandert niets meer aan."


class Plek(NamedTuple):
    """Welke regel iemand zag, en in welke versie."""

    steekproef_id: UUID
    volgnummer: int
    versie: int


def haal(handeling: Handeling, steekproef_id: UUID, *, slot: bool = False) -> Steekproef:
    """Deze steekproef. ``NietGevonden``: zij bestaat niet, of is van een ander. ``slot``: tot het eind van dit geheel.

    Met het slot kan niemand afsluiten terwijl een ander nog een oordeel opslaat.
    """
    tenant_id = tenant_van(handeling)
    vraag = select(Steekproef).where(Steekproef.tenant_id == tenant_id, Steekproef.id == steekproef_id)
    if slot:
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    proef = handeling.sessie.scalar(vraag)
    if proef is None:
        raise NietGevonden
    handeling.vereis(*MAG)
    return proef


def haal_regel(handeling: Handeling, proef: Steekproef, volgnummer: int) -> Steekproefregel:
    """De regel met dit nummer."""
    vraag = select(Steekproefregel).where(
        Steekproefregel.tenant_id == proef.tenant_id,
        Steekproefregel.steekproef_id == proef.id,
        Steekproefregel.volgnummer == volgnummer,
    )
    regel = handeling.sessie.scalar(vraag)
    if regel is None:
        raise NietGevonden
    return regel


@gebruiksgeval("Steekproef nagekeken")
def geef_oordeel(handeling: Handeling, plek: Plek, oordeel: Regeloordeel, reden: str) -> Steekproefregel:
    """Legt het oordeel over één regel vast; wat iemand eerder vond blijft in de geschiedenis."""
    proef = haal(handeling, plek.steekproef_id, slot=True)
    regel = haal_regel(handeling, proef, plek.volgnummer)
    if proef.gesloten_op is not None:
        raise KanNiet(GESLOTEN)
    if regel.versie != plek.versie:
        raise Gewijzigd
    reden = reden.strip()
    if oordeel in MET_REDEN and not reden:
        raise fout_bij("reden", "schrijf waarom; bij navragen is dit de vraag die de coach leest")
    if len(reden) > LANGSTE:
        raise fout_bij("reden", f"dit zijn {len(reden)} tekens; ten hoogste {LANGSTE} passen hier")
    regel.oordeel, regel.reden = oordeel, reden
    regel.op, regel.door = handeling.nu, handeling.vrager.naam
    noem(handeling, f"{proef.nummer}, regel {plek.volgnummer}")
    return regel


@gebruiksgeval("Steekproef afgesloten")
def sluit_af(handeling: Handeling, steekproef_id: UUID, versie: int) -> Steekproef:
    """Daarna verandert er niets meer. ``KanNiet``: over een regel is nog geen oordeel."""
    proef = haal(handeling, steekproef_id, slot=True)
    if proef.gesloten_op is not None:
        raise KanNiet(GESLOTEN)
    if proef.versie != versie:
        raise Gewijzigd
    nu = voortgang(handeling, [proef])[proef.id]
    if not nu.klaar:
        raise KanNiet(_wat_nog_moet(nu))
    proef.gesloten_op, proef.gesloten_door = handeling.nu, handeling.vrager.naam
    noem(handeling, proef.nummer)
    return proef


def declaratie_van(handeling: Handeling, regel: Steekproefregel) -> Declaratie:
    """De declaratie waar de regel uit kwam, zoals zij er nu voor staat."""
    return handeling.sessie.get_one(Declaratie, (regel.tenant_id, regel.declaratie_id))


def _wat_nog_moet(nu: Voortgang) -> str:
    over = nu.aantal - nu.gedaan - nu.navragen
    open_ = f"Over {over} van de {nu.aantal} regels is nog geen oordeel." if over else ""
    vragen = f"Bij {nu.navragen} loopt nog een vraag." if nu.navragen else ""
    return " ".join(filter(None, (open_, vragen, "Geef eerst over elke regel een oordeel: klopt, of klopt niet.")))
