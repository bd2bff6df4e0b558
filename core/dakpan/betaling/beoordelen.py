"""De financier keurt een declaratie goed, en dan staat de betaling klaar; of af, en dan zijn de uren weer open."""

from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.afronden import rond_af
from dakpan.betaling.betalen.opdrachten import zet_declaratie_klaar
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.declaratie.opmerkingen import Opmerkingen, keur
from dakpan.betaling.declaratie.teller import tel_af
from dakpan.betaling.declaratie.vervolgstappen import herleef
from dakpan.betaling.factureren.facturen import vink_factuur_af
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.terugvragen.beantwoorden import sluit
from dakpan.betaling.toestanden import DECLARATIE, Declaratiestatus
from dakpan.dossier import bevoegd
from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.dossier.voortgang import NAAM
from dakpan.dossier.zaken import doe_over
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen import leden
from dakpan.partijen.rechten import Recht
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import UREN

EERST_FACTUUR = (
    "Bij declaratie {nummer} is nog geen factuur. Eerst nog: factuur door de jobcoachorganisatie. "
    "Terugsturen kan al wel."
)


@gebruiksgeval("declaratie beoordeeld")
def keur_declaratie(
    handeling: Handeling,
    zaak: Zaak,
    declaratie_id: UUID,
    versie: int,
    *,
    goed: bool,
    reden: str = "",
    opmerkingen: Opmerkingen = MappingProxyType({}),
) -> Declaratie:
    """Goed: de betaling staat klaar. Af: de uren zijn weer te declareren, en de organisatie leest waarom.

    ``opmerkingen``: bij welke uren, en waarom; die staan bij een volgende proef niet vanzelf weer aan.
    """
    zet_vast(handeling, zaak)  # wie tegelijk factureert, terugvraagt of declareert neemt de zaak ook het eerst
    rij = oordeelbaar(handeling, zaak, declaratie_id, versie)
    bij_regels = keur(rij, opmerkingen, goed=goed)
    if not goed and not reden.strip() and not bij_regels:
        raise fout_bij("reden", "schrijf waarom u haar terugstuurt; de organisatie leest dit")
    if goed and rij.wacht_op_factuur:
        raise KanNiet(EERST_FACTUUR.format(nummer=rij.nummer))
    rij.status, rij.wacht_op_factuur = DECLARATIE.na(rij.status, "keur_goed" if goed else "keur_af"), False
    rij.beoordeeld_op, rij.beoordeeld_door, rij.reden = handeling.nu, handeling.vrager.naam, reden.strip()
    rij.opmerkingen = bij_regels
    if goed:
        zet_betaling_klaar(handeling, zaak, rij)
    else:
        _draai_terug(handeling, zaak, rij)
    meld(handeling, zaak, rij, Berichtsoort.DECLARATIE_GOED if goed else Berichtsoort.DECLARATIE_TERUG)
    sluit_terugvraag(handeling, zaak, rij, goed=goed)
    return rij


def geef_terug(handeling: Handeling, zaak: Zaak, rij: Declaratie, reden: str) -> None:
    """De organisatie vroeg haar terug: de uren zijn weer te declareren, zonder dat er iets is afgekeurd."""
    rij.status, rij.wacht_op_factuur = DECLARATIE.na(rij.status, "geef_terug"), False
    rij.beoordeeld_op, rij.beoordeeld_door, rij.reden = handeling.nu, handeling.vrager.naam, reden.strip()
    rij.opmerkingen = {}
    _draai_terug(handeling, zaak, rij)
    meld(handeling, zaak, rij, Berichtsoort.DECLARATIE_TERUGGEGEVEN)


def _draai_terug(handeling: Handeling, zaak: Zaak, rij: Declaratie) -> None:
    tel_af(handeling, rij)
    _geef_uren_terug(handeling, rij)
    herleef(handeling, zaak)
    _declareer_opnieuw(handeling, zaak)


def sluit_terugvraag(handeling: Handeling, zaak: Zaak, rij: Declaratie, *, goed: bool) -> None:
    """Wie de declaratie terugvroeg leest dat zij blijft; ging zij terug, dan zegt het oordeel dat al."""
    if sluit(handeling, rij, goed=goed):
        meld(handeling, zaak, rij, Berichtsoort.TERUGVRAAG_AFGEWEZEN)


def oordeelbaar(handeling: Handeling, zaak: Zaak, declaratie_id: UUID, versie: int) -> Declaratie:
    """De declaratie zoals de vrager haar zag, als het oordeel aan hem is."""
    rij = haal_declaratie(handeling, zaak, declaratie_id)
    vereis_oordeel(handeling, rij)
    if rij.versie != versie:
        raise Gewijzigd
    return rij


def vereis_oordeel(handeling: Handeling, rij: Declaratie) -> None:
    """``GeenRecht`` zonder het recht; ``KanNiet`` als de werkwijze een ander laat oordelen."""
    handeling.vereis(Recht.DECLARATIE_BEOORDELEN)
    if not mag_oordelen(handeling, rij):
        raise KanNiet(f"Over deze declaratie oordeelt {_wie_oordeelt(rij)}: wie beslist ziet ook toe op wat volgt.")


def eerder_zonder_oordeel(handeling: Handeling, rij: Declaratie) -> list[Declaratie]:
    """Eerdere declaraties over dezelfde periode waarover nog niet is geoordeeld."""
    vraag = select(Declaratie).where(
        Declaratie.tenant_id == rij.tenant_id,
        Declaratie.periode_id == rij.periode_id,
        Declaratie.status == Declaratiestatus.INGEDIEND,
        Declaratie.id < rij.id,
    )
    return list(handeling.sessie.scalars(vraag.order_by(Declaratie.id)))


def mag_oordelen(handeling: Handeling, rij: Declaratie) -> bool:
    """Is het oordeel aan de vrager? Van de kant van de financier, en zoals de werkwijze het verdeelt."""
    van_financier = handeling.vrager.kant is Kant.FINANCIER
    return van_financier and bevoegd.mag_toezien(handeling, Recht.DECLARATIE_BEOORDELEN, rij.beoordelaar)


def _wie_oordeelt(rij: Declaratie) -> str:
    return NAAM[rij.beoordelaar] if rij.beoordelaar is not None else "de financier"


def meld(handeling: Handeling, zaak: Zaak, rij: Declaratie, soort: Berichtsoort, welke: object = "") -> None:
    """Wie bij de organisatie declareert hoort de uitslag. ``welke``: de hoeveelste keer, als het vaker kan."""
    if zaak.organisatie_id is None:
        return
    alle = leden.van_organisatie(handeling.sessie, zaak.organisatie_id)
    aan = [een for een in alle if Recht.DECLAREREN in een.rechten]
    kenmerk = f"{rij.id}/{welke}" if welke else rij.id
    stuur_aan(handeling, Aanleiding.bij(soort, zaak, kenmerk, over=rij.nummer or ""), aan)


def zet_betaling_klaar(handeling: Handeling, zaak: Zaak, rij: Declaratie) -> None:
    """Is er niets te betalen, dan zijn factuur en betaling meteen klaar."""
    if zet_declaratie_klaar(handeling, zaak, rij):
        return
    vink_factuur_af(handeling, zaak)
    rond_af(handeling, zaak, handeling.vandaag)


def _declareer_opnieuw(handeling: Handeling, zaak: Zaak) -> None:
    """Blijft er geen declaratie over, dan is declareren weer aan de beurt."""
    handeling.sessie.flush()
    over = select(Declaratie.id).where(
        Declaratie.tenant_id == zaak.tenant_id,
        Declaratie.zaak_id == zaak.id,
        Declaratie.status.in_((Declaratiestatus.INGEDIEND, Declaratiestatus.GOEDGEKEURD)),
    )
    if handeling.sessie.scalars(over.limit(1)).first() is None:
        doe_over(handeling, zaak, (Zaakstap.DECLARATIE, Zaakstap.FACTUUR, Zaakstap.BETALING))


def _geef_uren_terug(handeling: Handeling, rij: Declaratie) -> None:
    uren = handeling.sessie.scalars(
        select(Activiteit).where(Activiteit.tenant_id == rij.tenant_id, Activiteit.declaratie_id == rij.id)
    )
    for een in uren:
        een.status = UREN.na(een.status, "declaratie_vervalt")
        een.declaratie_id = None
