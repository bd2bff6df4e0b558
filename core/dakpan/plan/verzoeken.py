"""Het offerteverzoek: de financier kiest een organisatie en deelt de zaak met haar."""

from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.bijelkaar.metingen import te_delen
from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag
from dakpan.aanvraag.uiterlijk import zet_uiterlijk
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import bereik, deel_met_ander, open_stap, voortgang
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Organisatie
from dakpan.plan.tables import Offerteverzoek

LANGSTE_TEKST = 10_000


class Verzoekvragen(Strikt):
    organisatie = tekstveld(36, required=True)
    tekst = tekstveld(LANGSTE_TEKST, required=True)


@gebruiksgeval("Offerte gevraagd")
def vraag_offerte(handeling: Handeling, zaak: Zaak, organisatie_id: UUID, tekst: str) -> Offerteverzoek:
    """Vraagt één organisatie om een offerte, en deelt daarvoor de zaak en de aanvraag met haar."""
    open_stap(handeling, zaak, Zaakstap.OFFERTEVERZOEK)
    if Zaakstap.OFFERTEVERZOEK in voortgang(handeling, zaak).klaar:
        raise KanNiet("Er is al een offerte gevraagd. Wacht op het antwoord van de organisatie.")
    _vereis_verzoek(handeling, organisatie_id, tekst)
    aanvraag = haal_aanvraag(handeling, zaak)
    verzoek = Offerteverzoek(
        tenant_id=zaak.tenant_id,
        organisatie_id=organisatie_id,
        kant=Kant.GEDEELD,
        zaak_id=zaak.id,
        tekst=tekst.strip(),
        op=handeling.nu,
        door=handeling.vrager.naam,
    )
    handeling.sessie.add(verzoek)
    deel_met_ander(zaak, aanvraag, *te_delen(handeling, zaak), met=organisatie_id)
    bereik(handeling, zaak, Zaakstap.OFFERTEVERZOEK)
    zet_uiterlijk(handeling, zaak, dossier_van(handeling, aanvraag))
    return verzoek


def _vereis_verzoek(handeling: Handeling, organisatie_id: UUID, tekst: str) -> None:
    fouten: list[Veldfout] = []
    if handeling.sessie.get(Organisatie, organisatie_id) is None:
        fouten.append(Veldfout("organisatie", "deze organisatie staat niet in het register; kies er een uit de lijst"))
    if not tekst.strip():
        fouten.append(Veldfout("tekst", "schrijf waarom begeleiding nodig is en wat u vraagt"))
    if len(tekst) > LANGSTE_TEKST:
        fouten.append(Veldfout("tekst", f"deze tekst telt {len(tekst)} tekens; ten hoogste {LANGSTE_TEKST}"))
    if fouten:
        raise InvoerFout(*fouten)


def organisaties(handeling: Handeling) -> list[Organisatie]:
    """Het register van organisaties, op naam."""
    return list(handeling.sessie.scalars(select(Organisatie).order_by(Organisatie.naam)))


def verzoek_van(handeling: Handeling, zaak: Zaak) -> Offerteverzoek | None:
    """De vraag die nu loopt; wat is teruggenomen telt niet meer."""
    gekozen = select(Offerteverzoek).where(
        Offerteverzoek.tenant_id == zaak.tenant_id,
        Offerteverzoek.zaak_id == zaak.id,
        Offerteverzoek.teruggenomen_op.is_(None),
    )
    return handeling.sessie.scalar(gekozen.order_by(Offerteverzoek.id.desc()).limit(1))
