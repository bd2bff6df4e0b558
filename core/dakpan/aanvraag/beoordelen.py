"""Het advies van wie beoordeelt: van de financier alleen, tot het besluit het overneemt."""

from sqlalchemy import select

from dakpan.aanvraag.behandelen.behandelen import na_advies, pak
from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag
from dakpan.aanvraag.tables import Advies
from dakpan.aanvraag.uiterlijk import zet_uiterlijk
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import bereik, open_stap
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant

LANGSTE_ADVIES = 10_000


@gebruiksgeval("Advies gegeven")
def geef_advies(
    handeling: Handeling, zaak: Zaak, tekst: str, *, toekennen: bool, reden_te_laat_aanvaard: bool = False
) -> Advies:
    """Wat vindt de beoordelaar? Alleen wie de regelset aanwijst, en tot er is besloten."""
    nu = open_stap(handeling, zaak, Zaakstap.BEOORDELING)
    if Zaakstap.BESLUIT in nu.klaar:
        raise KanNiet("Er is al besloten; een advies verandert daar niets meer aan.")
    _vereis_tekst(tekst)
    advies = Advies(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.FINANCIER,
        zaak_id=zaak.id,
        tekst=tekst.strip(),
        toekennen=toekennen,
        reden_te_laat_aanvaard=reden_te_laat_aanvaard,
        op=handeling.nu,
        door=handeling.vrager.naam,
    )
    handeling.sessie.add(advies)
    pak(handeling, zaak)
    na_advies(handeling, zaak)
    bereik(handeling, zaak, Zaakstap.BEOORDELING)
    zet_uiterlijk(handeling, zaak, dossier_van(handeling, haal_aanvraag(handeling, zaak)))
    return advies


def _vereis_tekst(tekst: str) -> None:
    if not tekst.strip():
        raise fout_bij("tekst", "schrijf uw advies; een paar zinnen is genoeg")
    if len(tekst) > LANGSTE_ADVIES:
        raise fout_bij("tekst", f"deze tekst telt {len(tekst)} tekens; ten hoogste {LANGSTE_ADVIES}")


def adviezen(handeling: Handeling, zaak: Zaak) -> list[Advies]:
    """Alle adviezen, het laatste eerst; een organisatie ziet er geen."""
    gekozen = select(Advies).where(Advies.tenant_id == zaak.tenant_id, Advies.zaak_id == zaak.id)
    return list(handeling.sessie.scalars(gekozen.order_by(Advies.id.desc())))
