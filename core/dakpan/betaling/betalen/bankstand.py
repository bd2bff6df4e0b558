"""Wat de bank met een betaling deed: uitgevoerd of teruggekomen; en wat terugkwam gaat opnieuw, of vervalt."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import cast, func, select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.afronden import rond_af
from dakpan.betaling.betalen.klaarzetten import Klaar, zet_klaar
from dakpan.betaling.betalen.na_besluit import waarom_nodig
from dakpan.betaling.betalen.vrijgevers import goedkeurders, keurde_ook_goed
from dakpan.betaling.budget.betaald import tel_terug
from dakpan.betaling.budget.domain import ZONDER
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht, Declaratie
from dakpan.betaling.toekenning import besluit_van
from dakpan.betaling.toestanden import BETALING, Betaalstatus
from dakpan.betaling.vorderen.vervallen import laat_vervallen as vorderingen_vervallen
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import Verzamelaar, fout_bij
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.opslag.typen import Centen
from dakpan.partijen.rechten import Recht
from dakpan.uitleg.berekening import stap
from dakpan.uitleg.bron import Bron

OPNIEUW = ":opnieuw:"
NIETS = "Van dit bestand is alles al afgehandeld."
TOCH_IN_BANK = "dit is voor de dag waarop de bank het bestand zou uitvoeren; kies die dag of een latere"


def betalingen_in(handeling: Handeling, bestand: Betaalbestand) -> list[Betaalopdracht]:
    """Wat er in dit bestand zit of ermee is verrekend, op kenmerk."""
    vraag = select(Betaalopdracht).where(
        Betaalopdracht.tenant_id == bestand.tenant_id, Betaalopdracht.betaalbestand_id == bestand.id
    )
    return list(handeling.sessie.scalars(vraag.order_by(Betaalopdracht.nummer)))


def haal_bestand(handeling: Handeling, bestand_id: UUID) -> Betaalbestand:
    """Dit bestand van de eigen financier; een vreemd is er niet."""
    tenant_id = handeling.vrager.tenant_id
    rij = handeling.sessie.get(Betaalbestand, (tenant_id, bestand_id)) if tenant_id is not None else None
    if rij is None:
        raise NietGevonden
    handeling.vereis(Recht.BETALEN, Recht.BETALING_VRIJGEVEN)
    return rij


def teruggekomen_stand(handeling: Handeling) -> tuple[int, Bedrag]:
    """Hoeveel betalingen kwamen terug en wachten op iemand, en voor hoeveel samen?"""
    eraf = func.sum(Betaalopdracht.verrekend) + func.sum(Betaalopdracht.niet_meer)
    vraag = select(func.count(), cast(func.sum(Betaalopdracht.bedrag) - eraf, Centen)).where(
        Betaalopdracht.status == Betaalstatus.TERUGGEKOMEN
    )
    aantal, totaal = handeling.sessie.execute(vraag).one()
    return (aantal, totaal) if aantal else (0, NUL_EURO)


@gebruiksgeval("betaalbestand uitgevoerd door de bank")
def bevestig_uitgevoerd(
    handeling: Handeling, bestand_id: UUID, op: date, behalve: Collection[UUID] = ()
) -> list[Betaalopdracht]:
    """Alles wat van dit bestand nog bij de bank lag is betaald, behalve deze; die blijven liggen."""
    bestand = haal_bestand(handeling, bestand_id)
    handeling.vereis(Recht.BETALEN)
    _controleer_dag(handeling, "betaald_op", op, bestand.uitvoeren_op)
    rijen = [een for een in betalingen_in(handeling, bestand) if een.status is Betaalstatus.IN_BESTAND]
    if not rijen:
        raise KanNiet(NIETS)
    betaald = [een for een in rijen if een.id not in set(behalve)]
    for een in betaald:
        een.status, een.betaald_op = BETALING.na(een.status, "bevestig"), op
    noem(handeling, bestand.nummer)
    return betaald


@gebruiksgeval("betaling teruggekomen van de bank")
def meld_teruggekomen(
    handeling: Handeling, zaak: Zaak, opdracht_id: UUID, versie: int, *, op: date, reden: str
) -> Betaalopdracht:
    """De bank gaf het geld terug: het telt niet meer als betaald, en de zaak is niet meer klaar met betalen.

    Wat hiervan nog terug moest is dan terug: die vordering vervalt, en zoveel gaat er niet opnieuw.
    """
    rij = _haal(handeling, zaak, opdracht_id, versie)
    bestand = handeling.sessie.get(Betaalbestand, (rij.tenant_id, rij.betaalbestand_id))
    verzamelaar = Verzamelaar()
    with verzamelaar.luister():
        _controleer_dag(handeling, "teruggekomen_op", op, bestand.uitvoeren_op if bestand is not None else op)
    with verzamelaar.luister():
        if not reden.strip():
            raise fout_bij("terug_reden", "schrijf welke reden de bank noemde")
    verzamelaar.stop_bij_fouten()
    rij.status = BETALING.na(rij.status, "keer_terug")
    rij.teruggekomen_op, rij.terug_reden = op, reden.strip()
    noem(handeling, rij.nummer)
    if bestand is not None:
        tel_terug(handeling, zaak, rij.kostenplaats or ZONDER, rij.netto, bestand.uitvoeren_op.year)
    haal_eraf(handeling, zaak, rij, vorderingen_vervallen(handeling, zaak, rij))
    return rij


@gebruiksgeval("teruggekomen betaling opnieuw klaargezet")
def zet_opnieuw_klaar(handeling: Handeling, zaak: Zaak, opdracht_id: UUID, versie: int) -> Betaalopdracht:
    """Wat terugkwam staat opnieuw klaar, op de rekening die nu bekend is; een ander geeft het vrij. Nooit twee keer."""
    rij = _haal(handeling, zaak, opdracht_id, versie)
    rij.status = BETALING.na(rij.status, "vervang")
    uitleg = stap(
        "betaling.opnieuw",
        "Van betaling {nummer} kwam {bedrag} terug; {minder} daarvan hoeft niet meer, de rest gaat opnieuw",
        nummer=rij.nummer,
        bedrag=rij.netto,
        minder=rij.niet_meer,
        uitkomst=rij.opnieuw,
        bron=Bron("De bank", rij.terug_reden, datum=rij.teruggekomen_op),
    )
    klaar = Klaar(
        _volgende(rij.sleutel),
        rij.opnieuw,
        rij.omschrijving,
        handeling.vandaag,
        (uitleg,),
        rij.declaratie_id,
        *_waaruit(handeling, rij),
    )
    (nieuw,) = zet_klaar(handeling, zaak, rij.aan, [klaar])
    nieuw.vorige_iban = rij.iban
    keurde_ook_goed(nieuw, *goedkeurders(rij))
    noem(handeling, nieuw.nummer)
    return nieuw


@gebruiksgeval("teruggekomen betaling vervallen")
def laat_vervallen(handeling: Handeling, zaak: Zaak, opdracht_id: UUID, versie: int) -> Betaalopdracht:
    """Wat terugkwam hoeft niet meer, zoals na een besluit dat minder toekent."""
    rij = _haal(handeling, zaak, opdracht_id, versie)
    nodig = waarom_nodig(rij, besluit_van(handeling, zaak))
    if nodig:
        raise KanNiet(nodig)
    rij.status = BETALING.na(rij.status, "vervang")
    noem(handeling, rij.nummer)
    handeling.sessie.flush()
    rond_af(handeling, zaak, handeling.vandaag)
    return rij


def haal_eraf(handeling: Handeling, zaak: Zaak, rij: Betaalopdracht, minder: Bedrag) -> None:
    """Zoveel van wat terugkwam hoeft niet opnieuw; blijft er niets over, dan is deze betaling afgehandeld."""
    rij.niet_meer = rij.niet_meer + minder
    if rij.opnieuw > NUL_EURO:
        return
    rij.status = BETALING.na(rij.status, "vervang")
    handeling.sessie.flush()
    rond_af(handeling, zaak, handeling.vandaag)


def _waaruit(handeling: Handeling, rij: Betaalopdracht) -> tuple[Bedrag | None, Bedrag | None]:
    """Zonder btw en de btw: alleen bekend als precies gaat wat er van de declaratie geldt."""
    declaratie = handeling.sessie.get(Declaratie, (rij.tenant_id, rij.declaratie_id)) if rij.declaratie_id else None
    if declaratie is None or declaratie.bedrag_incl != rij.opnieuw:
        return None, None
    return declaratie.bedrag_excl, declaratie.btw


def _haal(handeling: Handeling, zaak: Zaak, opdracht_id: UUID, versie: int) -> Betaalopdracht:
    """De betaling van deze zaak, alleen voor wie er nu mee bezig is."""
    if handeling.vrager.tenant_id is None:
        raise NietGevonden
    handeling.vereis(Recht.BETALEN)
    zet_vast(handeling, zaak)
    rij = handeling.sessie.get(Betaalopdracht, (zaak.tenant_id, opdracht_id), populate_existing=True)
    if rij is None or rij.zaak_id != zaak.id:
        raise NietGevonden
    if rij.versie != versie:
        raise Gewijzigd
    return rij


def _volgende(sleutel: str) -> str:
    """Dezelfde reden van betalen, de zoveelste keer."""
    reden, _, keer = sleutel.partition(OPNIEUW)
    return f"{reden}{OPNIEUW}{int(keer or 0) + 1}"


def _controleer_dag(handeling: Handeling, veld: str, op: date, vanaf: date) -> None:
    if op > handeling.vandaag:
        raise fout_bij(veld, "deze dag is nog niet geweest")
    if op < vanaf:
        raise fout_bij(veld, TOCH_IN_BANK)
