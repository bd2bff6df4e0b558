"""Een vervolg op een periode: één handeling, en wat al bekend is staat er al."""

from sqlalchemy import select

from dakpan.aanvraag.aanvragen import lege_aanvraag
from dakpan.aanvraag.beslissen import EINDE
from dakpan.aanvraag.bijelkaar.metingen import al_gemeten
from dakpan.aanvraag.domain.vorige_doelen import als_vaste_velden
from dakpan.aanvraag.eerdere_zaken import uit_eerdere_zaken
from dakpan.aanvraag.herkomst import Bronsoort, Overgenomen
from dakpan.aanvraag.inhoud import haal_besluit, haal_ingediend
from dakpan.aanvraag.kopieren import voeg_toe
from dakpan.aanvraag.overname.bevestigen import overname_van
from dakpan.aanvraag.overnemen import berekend, neem_bsn_over, uit_eerdere
from dakpan.aanvraag.tables import Aanvraag, Besluit
from dakpan.begrippen.duur import GEEN_DUUR
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.dossier.voortgang import Voortgang
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan.coachingsplan.lezen import geldend_plan, inhoud_van
from dakpan.plan.coachingsplan.voorzet import uit_antwoorden
from dakpan.plan.offertes import laatste_offerte
from dakpan.uren import overzicht as uren


def kan_vervolg(handeling: Handeling, zaak: Zaak, genomen: Besluit | None) -> bool:
    """Is er een toekenning waarop een vervolg kan, en mag de vrager haar bij deze financier beginnen?"""
    stap = Voortgang.uit(zaak.stappen, ()).stap(Zaakstap.AANVRAAG)
    toegekend = genomen is not None and genomen.soort.kent_toe
    return toegekend and stap is not None and bevoegd.mag(handeling, stap)


def biedt_vervolg(handeling: Handeling, zaak: Zaak, genomen: Besluit | None) -> bool:
    """Is er al iets om op te vervolgen? Tot de eerste dag van de periode is er nog geen coaching om over te schrijven.

    Vanaf wanneer een vervolg mag worden aangevraagd is niet in bron; wie eerder begint wordt niet geweigerd.
    """
    return genomen is not None and genomen.begin <= handeling.vandaag and kan_vervolg(handeling, zaak, genomen)


@gebruiksgeval("Vervolg begonnen")
def begin_vervolg(handeling: Handeling, zaak: Zaak) -> Zaak:
    """Een nieuwe zaak met alles wat bekend is, of het vervolg dat er al was. ``KanNiet``: er is niets toegekend."""
    zet_vast(handeling, zaak)  # ook wie tegelijk klikt krijgt hetzelfde vervolg
    bestaand = _bestaand(handeling, zaak)
    if bestaand is not None:
        return haal_zaak(handeling, bestaand.tenant_id, bestaand.zaak_id)
    genomen = haal_besluit(handeling, zaak)
    if genomen is None or not kan_vervolg(handeling, zaak, genomen):
        raise KanNiet("Een vervolg kan na een toekenning, door wie bij deze financier de aanvraag opent.")
    aanvraag = haal_ingediend(handeling, zaak)
    nieuw, vervolg = lege_aanvraag(handeling, zaak.tenant_id)
    vervolg.vorige_zaak_id = zaak.id
    neem_bsn_over(zaak.persoon, nieuw.persoon)
    tijdlijn = uit_eerdere_zaken(handeling, zaak)
    bekend = {
        **{veld: een for veld, een in uit_eerdere(zaak, aanvraag).items() if veld not in tijdlijn.vervallen},
        **tijdlijn.antwoorden,
        **al_gemeten(handeling, zaak),
        **berekend(aanvraag, Periode(genomen.begin, genomen.eind)),
        **_uren(handeling, zaak),
        **_doelen(handeling, zaak, aanvraag),
    }
    voeg_toe(handeling, nieuw, vervolg, bekend)
    return nieuw


def _bestaand(handeling: Handeling, zaak: Zaak) -> Aanvraag | None:
    """Twee keer klikken geeft één vervolg. Ging dat niet door, dan kan er een nieuw begin."""
    bij = (Zaak.tenant_id == Aanvraag.tenant_id) & (Zaak.id == Aanvraag.zaak_id)
    gezocht = (
        select(Aanvraag)
        .join(Zaak, bij)
        .where(
            Aanvraag.tenant_id == zaak.tenant_id,
            Aanvraag.vorige_zaak_id == zaak.id,
            Zaak.status.not_in(EINDE.values()),
        )
    )
    return handeling.sessie.scalars(gezocht.order_by(Aanvraag.id).limit(1)).first()


def _uren(handeling: Handeling, zaak: Zaak) -> dict[str, Overgenomen]:
    """Hoeveel uur is er in de vorige periode gecoacht, ook vóór het loket? Zonder uren valt er niets over te nemen."""
    geschreven = sum((een.geschreven for een in uren.overzicht(handeling, zaak)), GEEN_DUUR)
    overname = overname_van(handeling, zaak)
    eerder = overname.gebruikte_uren if overname is not None else None
    samen = geschreven.uren.honderdsten + (eerder.honderdsten if eerder is not None else 0)
    if not samen:
        return {}
    return {"aanvulling.uren_vorige_periode": Overgenomen(Bronsoort.UREN, Uren(samen).iso, zaak.nummer)}


def _doelen(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> dict[str, Overgenomen]:
    """De hoofddoelen waaraan is gewerkt, om per doel te vragen wat ervan is bereikt.

    Het plan dat geldt gaat voor; zonder uitgewerkt plan tellen de doelen van de offerte, en anders van de aanvraag.
    """
    inhoud = inhoud_van(geldend_plan(handeling, zaak))
    if inhoud is None:
        van = laatste_offerte(handeling, zaak) or aanvraag
        inhoud = uit_antwoorden(van.teksten, van.hoofddoelen)
    bron = aanvraag.nummer or zaak.nummer
    velden = als_vaste_velden([een.tekst for een in inhoud.doelen if een.tekst.strip()], bron)
    return {veld: Overgenomen(Bronsoort.EERDERE_AANVRAAG, tekst, bron) for veld, tekst in velden.items()}
