"""Een aanvraag vervangen die niet doorging: de nieuwe begint met alles wat er stond, en zegt waarvoor zij komt."""

from dataclasses import dataclass

from sqlalchemy import select

from dakpan.aanvraag.aanvragen import lege_aanvraag
from dakpan.aanvraag.domain.toestanden import Aanvraagstatus
from dakpan.aanvraag.domain.vervanging import Afloop, Vervanging
from dakpan.aanvraag.inhoud import haal_aanvraag, voorlopig_dossier
from dakpan.aanvraag.kopieren import voeg_toe
from dakpan.aanvraag.matching import haal_matching, mag_lezen, schrijf_matching
from dakpan.aanvraag.overnemen import alles_uit, neem_bsn_over
from dakpan.aanvraag.tables import Aanvraag
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.dossier.voortgang import Voortgang
from dakpan.dossier.zaken import vind_zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.partijen.rechten import Recht
from dakpan.regels.fouten import GeenRegel


@dataclass(frozen=True, slots=True)
class Vervangstand:
    """Kan de lezer deze zaak nu vervangen, welke zaak vervangt zij zelf, en door welke is zij vervangen?"""

    kan: bool = False
    vervangt: Zaak | None = None
    door: Zaak | None = None


def vervangstand(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag | None) -> Vervangstand:
    """Wat de lezer van het vervangen ziet; een zaak die hij niet ziet bestaat voor hem niet."""
    if aanvraag is None:
        return Vervangstand()
    door = vervangen_door(handeling, zaak)
    kan = door is None and kan_vervangen(handeling, zaak, aanvraag)
    return Vervangstand(kan, vervangt(handeling, aanvraag), door)


def vervangt(handeling: Handeling, aanvraag: Aanvraag) -> Zaak | None:
    """De zaak waarvoor deze aanvraag in de plaats komt, als de lezer haar ziet."""
    if aanvraag.vervangt_zaak_id is None:
        return None
    try:
        return vind_zaak(handeling, aanvraag.tenant_id, aanvraag.vervangt_zaak_id)
    except NietGevonden:
        return None


def vervangen_door(handeling: Handeling, zaak: Zaak) -> Zaak | None:
    """De zaak die voor deze in de plaats kwam; een vervanging die zelf is ingetrokken telt niet."""
    gezocht = select(Aanvraag.zaak_id).where(
        Aanvraag.tenant_id == zaak.tenant_id,
        Aanvraag.vervangt_zaak_id == zaak.id,
        Aanvraag.status != Aanvraagstatus.INGETROKKEN,
    )
    zaak_id = handeling.sessie.scalars(gezocht.order_by(Aanvraag.id).limit(1)).first()
    return vind_zaak(handeling, zaak.tenant_id, zaak_id) if zaak_id is not None else None


def kan_vervangen(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> bool:
    """Ging de aanvraag niet door, kent de regelset dan een vervanging, en begint de vrager haar bij deze financier?"""
    if zaak.status.value not in set(Afloop) or not handeling.mag(Recht.AANVRAAG_WIJZIGEN):
        return False
    stap = Voortgang.uit(zaak.stappen, ()).stap(Zaakstap.AANVRAAG)
    if stap is None or not bevoegd.mag(handeling, stap):
        return False
    regel = regel_voor(handeling, aanvraag)
    return regel is not None and Afloop(zaak.status) in regel.na


def regel_voor(handeling: Handeling, aanvraag: Aanvraag) -> Vervanging | None:
    """Wat zegt de regelset over vervangen? None: niet in bron."""
    dossier = voorlopig_dossier(aanvraag.gegevens, handeling.vandaag)
    peildatum = dossier.aanvraag.ontvangen_op
    try:
        return handeling.regels(aanvraag.tenant_id, peildatum).bepaal_vervanging(dossier, peildatum).resultaat
    except (GeenRegel, KanNiet):
        return None


@gebruiksgeval("Aanvraag vervangen")
def vervang(handeling: Handeling, zaak: Zaak) -> Zaak:
    """Een nieuwe zaak met elk antwoord van de oude, of de vervanging die er al was. ``KanNiet``: nu niet."""
    zet_vast(handeling, zaak)  # ook wie tegelijk klikt krijgt dezelfde vervanging
    bestaand = vervangen_door(handeling, zaak)
    if bestaand is not None:
        return bestaand
    oud = haal_aanvraag(handeling, zaak)
    if not kan_vervangen(handeling, zaak, oud):
        raise KanNiet(
            "Vervangen kan als de aanvraag is ingetrokken of afgewezen en de financier dat kent. "
            "Is er al toegekend, geef dan een wijziging door."
        )
    nieuw, vervanger = lege_aanvraag(handeling, zaak.tenant_id)
    noem(handeling, f"{nieuw.nummer} komt voor {zaak.nummer}")
    vervanger.vervangt_zaak_id, vervanger.vorige_zaak_id = zaak.id, oud.vorige_zaak_id
    neem_bsn_over(zaak.persoon, nieuw.persoon)
    voeg_toe(handeling, nieuw, vervanger, alles_uit(zaak, oud))
    matching = haal_matching(handeling, zaak) if mag_lezen(handeling) else None
    if matching is not None:
        schrijf_matching(handeling, nieuw, matching.teksten)
    return nieuw
