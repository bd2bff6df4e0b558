"""Na het goedkeuren blijkt er iets niet te kloppen: een van beide kanten stelt een correctie voor."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.beoordelen import mag_oordelen, vereis_oordeel
from dakpan.betaling.corrigeren.herrekenen import Rest, herreken
from dakpan.betaling.corrigeren.tables import Correctie
from dakpan.betaling.corrigeren.toepassen import nieuwe
from dakpan.betaling.corrigeren.toestanden import CORRECTIE, Correctiesoort, Correctiestatus
from dakpan.betaling.declaratie.declaraties import haal_declaratie, van_versie
from dakpan.betaling.declaratie.opmerkingen import Opmerkingen, keur
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

ALLEEN_GOEDGEKEURD = "Alleen een goedgekeurde declaratie is achteraf te verbeteren."
AL_EEN_VOORSTEL = "Over deze declaratie ligt al een voorstel van {wie}. Beslis daar eerst over, of trek het in."
GEEN_ACTIVITEIT = "schrijf bij ten minste één activiteit waarom zij toch niet telt"
TELT_AL_NIET = "een van deze activiteiten telt al niet meer mee; laat haar leeg"


class Voorstel(NamedTuple):
    """Wat er zou gebeuren. ``bij``: welke activiteiten, en waarom."""

    rij: Declaratie
    bij: Mapping[str, str]
    rest: Rest


def mag_voorstellen(handeling: Handeling, rij: Declaratie) -> bool:
    """Kan de vrager nu iets voorstellen? De organisatie die declareert, en bij de financier wie oordeelt."""
    van_organisatie = handeling.vrager.kant is Kant.ORGANISATIE
    aan_hem = handeling.mag(Recht.DECLAREREN) if van_organisatie else mag_oordelen(handeling, rij)
    return aan_hem and rij.status is Declaratiestatus.GOEDGEKEURD and open_voorstel(handeling, rij) is None


def bereken_voorstel(
    handeling: Handeling, zaak: Zaak, declaratie_id: UUID, versie: int, opmerkingen: Opmerkingen
) -> Voorstel:
    """De som van een voorstel, voordat iemand het doet; er verandert niets."""
    rij = haal_declaratie(handeling, zaak, declaratie_id)
    _vereis_voorstel(handeling, rij)
    van_versie(rij, versie)
    bij = keur(rij, opmerkingen, goed=False)
    if not bij:
        raise fout_bij("reden", GEEN_ACTIVITEIT)
    if bij.keys() & rij.opmerkingen.keys():
        raise fout_bij("reden", TELT_AL_NIET)
    return Voorstel(rij, bij, rest_na(handeling, zaak, rij, bij))


def rest_na(handeling: Handeling, zaak: Zaak, rij: Declaratie, bij: Mapping[str, str]) -> Rest:
    """Wat er overblijft als ook dit niet telt, bovenop wat er al af ging."""
    regels = handeling.regels(zaak.tenant_id, rij.datum)
    return herreken(regels, rij, {*rij.opmerkingen, *bij}, op=handeling.vandaag)


@gebruiksgeval("correctie voorgesteld")
def stel_voor(
    handeling: Handeling, zaak: Zaak, declaratie_id: UUID, versie: int, opmerkingen: Opmerkingen, *, reden: str = ""
) -> Correctie:
    """Legt het voorstel vast; er verandert pas iets als een ander bij de financier het bevestigt.

    Wat de financier onderling bespreekt ziet de organisatie pas als het is bevestigd.
    """
    zet_vast(handeling, zaak)
    rij, bij, _rest = bereken_voorstel(handeling, zaak, declaratie_id, versie, opmerkingen)
    van_organisatie = handeling.vrager.kant is Kant.ORGANISATIE
    voorstel = nieuwe(
        handeling,
        rij,
        bij,
        soort=Correctiesoort.ACHTERAF,
        status=Correctiestatus.VOORGESTELD,
        kant=Kant.GEDEELD if van_organisatie else Kant.FINANCIER,
        reden=reden.strip(),
    )
    handeling.sessie.add(voorstel)
    return voorstel


@gebruiksgeval("correctie ingetrokken")
def trek_in(handeling: Handeling, zaak: Zaak, correctie_id: UUID, versie: int) -> Correctie:
    """Wie het voorstelde, of een collega, haalt het voorstel weer weg."""
    voorstel = haal_correctie(handeling, zaak, correctie_id, versie)
    vereis_kant(handeling, haal_declaratie(handeling, zaak, voorstel.declaratie_id))
    if handeling.vrager.kant is not voorstel.van:
        raise KanNiet("De andere kant stelde dit voor; alleen zij kan het intrekken.")
    voorstel.status = CORRECTIE.na(voorstel.status, "trek_in")
    voorstel.beslist_op, voorstel.beslist_door = handeling.nu, handeling.vrager.naam
    return voorstel


def haal_correctie(handeling: Handeling, zaak: Zaak, correctie_id: UUID, versie: int | None = None) -> Correctie:
    """De correctie bij deze zaak. ``NietGevonden``: bestaat niet, of is niet van de vrager."""
    rij = handeling.sessie.get(Correctie, (zaak.tenant_id, correctie_id))
    if rij is None or rij.zaak_id != zaak.id:
        raise NietGevonden
    if versie is not None and rij.versie != versie:
        raise Gewijzigd
    return rij


def open_voorstel(handeling: Handeling, rij: Declaratie) -> Correctie | None:
    """Het voorstel waarover nog niet is beslist, als de vrager het kan zien."""
    return handeling.sessie.scalars(
        select(Correctie)
        .where(
            Correctie.tenant_id == rij.tenant_id,
            Correctie.declaratie_id == rij.id,
            Correctie.status == Correctiestatus.VOORGESTELD,
        )
        .order_by(Correctie.id)
        .limit(1)
    ).first()


def vereis_kant(handeling: Handeling, rij: Declaratie) -> None:
    """De organisatie met het recht om te declareren, of bij de financier wie over de declaratie oordeelt."""
    if handeling.vrager.kant is Kant.ORGANISATIE:
        handeling.vereis(Recht.DECLAREREN)
    else:
        vereis_oordeel(handeling, rij)


def _vereis_voorstel(handeling: Handeling, rij: Declaratie) -> None:
    vereis_kant(handeling, rij)
    if rij.status is not Declaratiestatus.GOEDGEKEURD:
        raise KanNiet(ALLEEN_GOEDGEKEURD)
    al = open_voorstel(handeling, rij)
    if al is not None:
        raise KanNiet(AL_EEN_VOORSTEL.format(wie=al.voorgesteld_door))
