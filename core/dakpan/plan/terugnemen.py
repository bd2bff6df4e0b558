"""Een offerteverzoek aan de verkeerde organisatie terugnemen, tot er een offerte is verstuurd."""

from collections.abc import Sequence

from sqlalchemy import select

from dakpan.aanvraag.clientpost.machtiging import beeindig
from dakpan.aanvraag.clientpost.stukken import geldend, machtigingen_van
from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag, haal_besluit
from dakpan.aanvraag.uiterlijk import zet_uiterlijk
from dakpan.aanvraag.vialink import verzoeken as invulverzoeken
from dakpan.aanvraag.vialink.tables import INVULLEN, Waarvoor
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaken import doe_over, voortgang
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.rechten import Recht
from dakpan.plan.offertes import laatste_offerte
from dakpan.plan.tables import Aanspreekpunt, Offerteverzoek
from dakpan.plan.verzoeken import verzoek_van

LANGSTE_REDEN = 1_000


def waarom_niet_terug(handeling: Handeling, zaak: Zaak) -> str:
    """Leeg als het verzoek nu is terug te nemen."""
    if verzoek_van(handeling, zaak) is None:
        return "Er is geen offerte gevraagd om terug te nemen."
    if zaak.status is not Zaakstatus.LOPEND or haal_besluit(handeling, zaak) is not None:
        return "Deze zaak is besloten of loopt niet meer; er valt niets meer terug te nemen."
    if laatste_offerte(handeling, zaak) is not None:  # een financier ziet alleen wat is verstuurd
        return "De offerte is al verstuurd. Geef haar terug met wat er anders moet, of wijs de aanvraag af."
    if zaak.aanvullen_tot is not None:
        return "Er is nog om een aanvulling gevraagd. Trek die vraag eerst in."
    return ""


@gebruiksgeval("Offerteverzoek teruggenomen")
def neem_verzoek_terug(handeling: Handeling, zaak: Zaak, reden: str, versie: int | None = None) -> Offerteverzoek:
    """De stap staat weer open en wat in naam van de organisatie liep houdt op; wie dit aanroept eindigt de deling."""
    handeling.vereis(Recht.OFFERTE_VRAGEN)
    zet_vast(handeling, zaak)
    bezwaar, verzoek = waarom_niet_terug(handeling, zaak), verzoek_van(handeling, zaak)
    if bezwaar or verzoek is None:
        raise KanNiet(bezwaar)
    if versie is not None and versie != verzoek.versie:
        raise Gewijzigd
    _vereis_reden(reden)
    verzoek.teruggenomen_op, verzoek.teruggenomen_door = handeling.nu, handeling.vrager.naam
    verzoek.waarom_terug = reden.strip()
    _houd_op(handeling, zaak)
    volgorde = [een.stap for een in voortgang(handeling, zaak).werkwijze.stappen]
    doe_over(handeling, zaak, volgorde[volgorde.index(Zaakstap.OFFERTEVERZOEK) :])
    zet_uiterlijk(handeling, zaak, dossier_van(handeling, haal_aanvraag(handeling, zaak)))
    return verzoek


def eerder_gevraagd(handeling: Handeling, zaak: Zaak) -> Sequence[Offerteverzoek]:
    """Wat is teruggenomen, het laatste eerst; dat leest alleen de financier."""
    vraag = select(Offerteverzoek).where(
        Offerteverzoek.tenant_id == zaak.tenant_id,
        Offerteverzoek.zaak_id == zaak.id,
        Offerteverzoek.teruggenomen_op.is_not(None),
    )
    return handeling.sessie.scalars(vraag.order_by(Offerteverzoek.id.desc())).all()


def _vereis_reden(reden: str) -> None:
    if not reden.strip():
        raise fout_bij("reden", "schrijf waarom u het verzoek terugneemt; de organisatie leest dit")
    if len(reden) > LANGSTE_REDEN:
        raise fout_bij("reden", f"dit zijn {len(reden)} tekens; ten hoogste {LANGSTE_REDEN} passen hier")


def _houd_op(handeling: Handeling, zaak: Zaak) -> None:
    """Een machtiging en een link die de organisatie vroeg gelden niet voor een volgende; haar mensen ook niet."""
    if geldend(machtigingen_van(handeling, zaak)) is not None:
        beeindig(handeling, zaak, "Het offerteverzoek aan deze organisatie is teruggenomen.")
    for waarvoor in Waarvoor:
        for een in invulverzoeken.verzoeken_van(handeling, zaak, waarvoor):
            if een.organisatie_id == zaak.organisatie_id and INVULLEN.kan(een.status, "trek_in"):
                invulverzoeken.trek_in(handeling, een)
    punten = select(Aanspreekpunt).where(Aanspreekpunt.tenant_id == zaak.tenant_id, Aanspreekpunt.zaak_id == zaak.id)
    for punt in handeling.sessie.scalars(punten).all():
        handeling.sessie.delete(punt)
