"""Een vordering openen: iemand met het recht zegt hoeveel er terug moet en waarom. Vanzelf: alleen na een correctie."""

from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.opdrachten import betalingen_van
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.vorderen.domain import Vorderingaanleiding
from dakpan.betaling.vorderen.lezen import gevorderd
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.betaling.vorderen.voorstel import te_veel_betaald
from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import geef_nummer
from dakpan.invoer.fouten import Verzamelaar, fout_bij
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.opslag.vrager import Kant
from dakpan.partijen import leden
from dakpan.partijen.rechten import Recht

NUMMERSOORT = "VO"
MAG_OPENEN = (Recht.BETALEN, Recht.DECLARATIE_BEOORDELEN, Recht.BESLISSEN)
NIETS_BETAALD = "In deze zaak is niets betaald of klaargezet; er is niets terug te vragen."
NIETS_MEER = "Hier kan niets meer terug: er is niets te veel betaald, of daarover is al een vordering."
AL_VERZONDEN = "Dit formulier is al verzonden. Open de pagina opnieuw voor nog een vordering."
_DOOR_REGELS = (Vorderingaanleiding.BESLUIT, Vorderingaanleiding.VASTSTELLING)


@gebruiksgeval("vordering geopend")
def open_vordering(
    handeling: Handeling,
    zaak: Zaak,
    *,
    bedrag: Bedrag,
    reden: str,
    aanleiding: Vorderingaanleiding,
    declaratie_id: UUID | None = None,
    sleutel: str | None = None,
) -> Vordering:
    """Legt vast wat er terug moet, en laat het de organisatie weten. Nooit meer dan er is betaald of klaargezet.

    ``sleutel``: waarom; met dezelfde sleutel en hetzelfde bedrag komt dezelfde vordering terug.
    """
    if handeling.vrager.tenant_id is None:
        raise NietGevonden
    handeling.vereis(*MAG_OPENEN)
    zet_vast(handeling, zaak)
    al = _eerder(handeling, zaak, sleutel)
    if al is not None:
        if al.bedrag != bedrag:
            raise KanNiet(AL_VERZONDEN)
        return al
    betalingen = _betalingen(handeling, zaak, declaratie_id)
    door_regels = aanleiding in _DOOR_REGELS
    hoogste = _te_veel(handeling, zaak, aanleiding) if door_regels else kan_terug(handeling, zaak, declaratie_id)
    _controleer(bedrag, hoogste, reden)
    rij = _maak(handeling, zaak, _waar_het_in_zit(betalingen), declaratie_id, sleutel)
    rij.bedrag = rij.rest = bedrag
    rij.reden, rij.aanleiding = reden.strip(), aanleiding
    handeling.sessie.add(rij)
    noem(handeling, rij.nummer)
    meld(handeling, zaak, rij, Berichtsoort.VORDERING, rij.id)
    return rij


def kan_terug(handeling: Handeling, zaak: Zaak, declaratie_id: UUID | None = None) -> Bedrag:
    """Hoeveel kan er van deze declaratie, of van de hele zaak, nog worden gevorderd? Ook samen nooit meer dan er is.

    Een correctie kan komen voordat de bank betaalde; met de hand kan alleen terug wat echt weg is.
    """
    alle = betalingen_van(handeling, zaak)
    if declaratie_id is None:
        return max(NUL_EURO, sum((een.besteed for een in alle), NUL_EURO) - gevorderd(handeling, zaak))
    van_declaratie = sum((een.telt for een in alle if een.declaratie_id == declaratie_id), NUL_EURO)
    in_zaak = sum((een.telt for een in alle), NUL_EURO)
    return max(
        NUL_EURO,
        min(van_declaratie - gevorderd(handeling, zaak, declaratie_id), in_zaak - gevorderd(handeling, zaak)),
    )


def _eerder(handeling: Handeling, zaak: Zaak, sleutel: str | None) -> Vordering | None:
    if sleutel is None:
        return None
    return handeling.sessie.scalar(
        select(Vordering).where(
            Vordering.tenant_id == zaak.tenant_id, Vordering.zaak_id == zaak.id, Vordering.sleutel == sleutel
        )
    )


def _betalingen(handeling: Handeling, zaak: Zaak, declaratie_id: UUID | None) -> list[Betaalopdracht]:
    """Waar het geld in zit: van deze declaratie, of van de hele zaak."""
    alle = betalingen_van(handeling, zaak)
    gekozen = [een for een in alle if declaratie_id is None or een.declaratie_id == declaratie_id]
    if not gekozen:
        raise KanNiet(NIETS_BETAALD)
    return gekozen


def _waar_het_in_zit(betalingen: list[Betaalopdracht]) -> Betaalopdracht:
    """De laatste die is geboekt en niet teruggekomen; anders de laatste."""
    geboekt = [een for een in betalingen if een.kostenplaats is not None and een.besteed > NUL_EURO]
    return (geboekt or betalingen)[-1]


def _te_veel(handeling: Handeling, zaak: Zaak, aanleiding: Vorderingaanleiding) -> Bedrag:
    """Wat er door dit besluit of deze vaststelling te veel naar de bank ging."""
    te_veel = te_veel_betaald(handeling, zaak)
    return te_veel.bedrag if te_veel is not None and te_veel.aanleiding is aanleiding else NUL_EURO


def _controleer(bedrag: Bedrag, hoogste: Bedrag, reden: str) -> None:
    if hoogste == NUL_EURO:
        raise KanNiet(NIETS_MEER)
    verzamelaar = Verzamelaar()
    with verzamelaar.luister():
        if not NUL_EURO < bedrag <= hoogste:
            raise fout_bij("bedrag", f"kies een bedrag boven nul en ten hoogste {hoogste}: meer kan er niet terug")
    with verzamelaar.luister():
        if not reden.strip():
            raise fout_bij("reden", "schrijf waarom dit terug moet; wie het moet betalen leest dit")
    verzamelaar.stop_bij_fouten()


def _maak(
    handeling: Handeling, zaak: Zaak, betaald: Betaalopdracht, declaratie_id: UUID | None, sleutel: str | None
) -> Vordering:
    """Wie het geld kreeg moet het terugbetalen. In een gedeelde zaak leest de organisatie mee."""
    vordering_id = nieuw_id()
    return Vordering(
        tenant_id=zaak.tenant_id,
        id=vordering_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.GEDEELD if zaak.kant is Kant.GEDEELD else Kant.FINANCIER,
        zaak_id=zaak.id,
        declaratie_id=declaratie_id,
        nummer=geef_nummer(handeling.sessie, zaak.tenant_id, NUMMERSOORT, handeling.vandaag.year),
        sleutel=sleutel or f"vordering:{vordering_id}",
        schuldenaar=betaald.aan,
        naam=betaald.begunstigde,
        iban=betaald.iban,
        kostenplaats=betaald.kostenplaats,
        geopend_op=handeling.nu,
        geopend_door=handeling.vrager.naam,
        geopend_account=handeling.vrager.account_id,
    )


def meld(handeling: Handeling, zaak: Zaak, rij: Vordering, soort: Berichtsoort, kenmerk: object) -> None:
    """Wie bij de organisatie declareert hoort wat zij moet terugbetalen. Een werkgever heeft geen postvak."""
    if zaak.organisatie_id is None or rij.kant is not Kant.GEDEELD or rij.schuldenaar is Partij.WERKGEVER:
        return
    alle = leden.van_organisatie(handeling.sessie, zaak.organisatie_id)
    aan = [een for een in alle if Recht.DECLAREREN in een.rechten]
    stuur_aan(handeling, Aanleiding.bij(soort, zaak, kenmerk, over=rij.nummer), aan)
