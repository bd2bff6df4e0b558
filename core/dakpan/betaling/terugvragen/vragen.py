"""Terugvragen, en daarover beslissen: tot het oordeel gaat zij terug, daarna is er de correctie."""

from datetime import date
from uuid import UUID

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.beoordelen import geef_terug, meld, oordeelbaar
from dakpan.betaling.declaratie.declaraties import haal_declaratie, van_versie
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.terugvragen.beantwoorden import beantwoord, terugvraag_bij
from dakpan.betaling.terugvragen.tables import LANGSTE_REDEN, Terugvraag
from dakpan.betaling.terugvragen.werkdagen import na_werkdagen
from dakpan.betaling.toekenning import lees_toekenning
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import NEDERLAND, Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen import leden
from dakpan.partijen.rechten import Recht
from dakpan.plan.perioden import heropen_periode
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus

AL_GEVRAAGD = "Deze declaratie is al teruggevraagd; er is één verzoek per declaratie."
AL_BEOORDEELD = (
    "Over deze declaratie is al beslist. Klopt er iets niet, stel dan een correctie voor; is zij teruggestuurd, "
    "dan kunt u de uren al aanpassen."
)
AL_BESLIST = "Over dit verzoek is al beslist."


def uiterste_dag(handeling: Handeling, zaak: Zaak, rij: Declaratie) -> date | None:
    """De laatste dag om te vragen; None: niet in bron."""
    werkdagen = lees_toekenning(handeling, zaak).betaalritme.terugvragen_werkdagen
    if werkdagen is None or rij.ingediend_op is None:
        return None
    return na_werkdagen(rij.ingediend_op.astimezone(NEDERLAND).date(), werkdagen)


def mag_vragen(handeling: Handeling, rij: Declaratie) -> bool:
    """Kan de vrager deze declaratie nu terugvragen?"""
    van_organisatie = handeling.vrager.kant is Kant.ORGANISATIE and handeling.mag(Recht.DECLAREREN)
    return van_organisatie and rij.status is Declaratiestatus.INGEDIEND and terugvraag_bij(handeling, rij) is None


@gebruiksgeval("declaratie teruggevraagd")
def vraag_terug(handeling: Handeling, zaak: Zaak, declaratie_id: UUID, versie: int, reden: str) -> Terugvraag:
    """Legt het verzoek met zijn reden bij de financier. Ook na de laatste dag: hij ziet dat, en beslist."""
    rij = haal_declaratie(handeling, zaak, declaratie_id)
    handeling.vereis(Recht.DECLAREREN)
    zet_vast(handeling, zaak)
    van_versie(rij, versie)
    if rij.status is not Declaratiestatus.INGEDIEND:
        raise KanNiet(AL_BEOORDEELD)
    if terugvraag_bij(handeling, rij) is not None:
        raise KanNiet(AL_GEVRAAGD)
    verzoek = Terugvraag(
        tenant_id=rij.tenant_id,
        organisatie_id=rij.organisatie_id,
        kant=Kant.GEDEELD,
        zaak_id=zaak.id,
        declaratie_id=rij.id,
        reden=_lees(reden, "reden", "schrijf waarom u haar terug wilt; de financier leest dit"),
        dag=handeling.vandaag,
        uiterlijk=uiterste_dag(handeling, zaak, rij),
        gevraagd_op=handeling.nu,
        gevraagd_door=handeling.vrager.naam,
    )
    handeling.sessie.add(verzoek)
    alle = leden.van_financier(handeling.sessie, zaak.tenant_id)
    aan = [een for een in alle if Recht.DECLARATIE_BEOORDELEN in een.rechten]
    stuur_aan(handeling, Aanleiding.bij(Berichtsoort.TERUGGEVRAAGD, zaak, rij.id, over=rij.nummer or ""), aan)
    return verzoek


@gebruiksgeval("teruggevraagde declaratie teruggegeven")
def sta_toe(handeling: Handeling, zaak: Zaak, declaratie_id: UUID, versie: int, antwoord: str = "") -> Declaratie:
    """De declaratie gaat terug met de uren; was het de einddeclaratie, dan is ook de periode weer open."""
    zet_vast(handeling, zaak)
    rij = oordeelbaar(handeling, zaak, declaratie_id, versie)
    verzoek = _open(handeling, rij)
    beantwoord(handeling, verzoek, toegestaan=True, antwoord=antwoord.strip()[:LANGSTE_REDEN])
    geef_terug(handeling, zaak, rij, verzoek.antwoord or verzoek.reden)
    if rij.soort is Declaratiesoort.EIND and _is_beeindigd(handeling, rij):
        heropen_periode(handeling, zaak, rij.periode_id)
    return rij


@gebruiksgeval("teruggevraagde declaratie blijft")
def wijs_af(handeling: Handeling, zaak: Zaak, declaratie_id: UUID, versie: int, antwoord: str) -> Declaratie:
    """De declaratie blijft zoals zij is, en de organisatie leest waarom."""
    zet_vast(handeling, zaak)
    rij = oordeelbaar(handeling, zaak, declaratie_id, versie)
    verzoek = _open(handeling, rij)
    beantwoord(handeling, verzoek, toegestaan=False, antwoord=_lees(antwoord, "antwoord", "schrijf waarom zij blijft"))
    meld(handeling, zaak, rij, Berichtsoort.TERUGVRAAG_AFGEWEZEN)
    return rij


def _open(handeling: Handeling, rij: Declaratie) -> Terugvraag:
    verzoek = terugvraag_bij(handeling, rij)
    if verzoek is None:
        raise KanNiet("Deze declaratie is niet teruggevraagd.")
    if rij.status is not Declaratiestatus.INGEDIEND:
        raise KanNiet(AL_BEOORDEELD)
    if verzoek.toegestaan is not None:
        raise KanNiet(AL_BESLIST)
    return verzoek


def _is_beeindigd(handeling: Handeling, rij: Declaratie) -> bool:
    periode = handeling.sessie.get_one(Jobcoachperiode, (rij.tenant_id, rij.periode_id))
    return periode.status is Periodestatus.BEEINDIGD


def _lees(tekst: str, veld: str, leeg: str) -> str:
    tekst = tekst.strip()
    if not tekst:
        raise fout_bij(veld, leeg)
    if len(tekst) > LANGSTE_REDEN:
        raise fout_bij(veld, f"deze tekst telt {len(tekst)} tekens; ten hoogste {LANGSTE_REDEN}")
    return tekst
