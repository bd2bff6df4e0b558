"""Betalen: vrijgeven door een tweede persoon, en één bestand voor de bank met alles wat aan de beurt is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from itertools import islice
from uuid import UUID

from sqlalchemy import or_, select

from dakpan.aanvraag.tables import Aanleiding, Besluit
from dakpan.begrippen.bedrag import NUL_EURO
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.afronden import rond_alle_af
from dakpan.betaling.betaalbestand.schemas import NAAM_TEN_HOOGSTE, OMSCHRIJVING_TEN_HOOGSTE, lees_betaalopdracht
from dakpan.betaling.betaalbestand.tekenset import naar_sepa
from dakpan.betaling.betalen.na_besluit import verschil_na_besluit
from dakpan.betaling.betalen.vrijgevers import vereis_ander
from dakpan.betaling.budget.betaald import boek, tel_betaald
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht, Betaalrekening, Factuur
from dakpan.betaling.toestanden import BETALING, Betaalstatus
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.betaling.vorderen.verrekenen import TE_VERREKENEN, verreken
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.voortgang import Voortgang
from dakpan.dossier.zaken import geef_nummer
from dakpan.invoer.fouten import InvoerFout, fout_bij
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import NEDERLAND, Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

NUMMERSOORT = "BB"
PORTIE = 500
GEEN_FACTUUR = "Bij betaling {nummer} is nog geen factuur. Eerst nog: factuur door de jobcoachorganisatie."
NIET_MEER = "In zaak {nummer} staat meer klaar dan er nu is toegekend. Haal bij die zaak eerst weg wat te veel is."
NIETS_AAN_DE_BEURT = "Er is geen vrijgegeven betaling die op {dag} mag worden gedaan."
AL_IN_BESTAND = (
    "Er is geen vrijgegeven betaling meer die op {dag} mag worden gedaan. Het laatste bestand van vandaag is {nummer}, "
    "gemaakt door {wie}."
)
GEEN_REKENING = "Van welke rekening er wordt betaald is nog niet ingevuld. Vul die eerst in bij Rekening."


def in_porties(ids: Iterable[UUID], hoogste: int) -> Iterator[list[UUID]]:
    """In stukken die elke database in één vraag aankan."""
    rest = iter(ids)
    while stuk := list(islice(rest, hoogste)):
        yield stuk


def tenant_van(handeling: Handeling) -> str:
    """Bij welke financier werkt de vrager? Een organisatie ziet de betalingen van een financier niet."""
    if handeling.vrager.tenant_id is None:
        raise NietGevonden
    return handeling.vrager.tenant_id


@gebruiksgeval("betaling vrijgegeven")
def geef_vrij(handeling: Handeling, betalingen: Sequence[tuple[UUID, int]]) -> list[Betaalopdracht]:
    """Geeft deze betalingen (id en versie) vrij: alles, of bij één bezwaar niets. Nooit wie ja zei tegen het bedrag."""
    tenant_id = tenant_van(handeling)
    handeling.vereis(Recht.BETALING_VRIJGEVEN)
    if not betalingen:
        raise fout_bij("betaling", "kies ten minste één betaling")
    rijen = _van_versie(handeling, tenant_id, dict(betalingen))
    for rij in rijen:
        vereis_ander(handeling, rij)
        rij.status = BETALING.na(rij.status, "geef_vrij")
        rij.vrijgegeven_door, rij.vrijgegeven_op = handeling.vrager.naam, handeling.nu
    _vereis_facturen(handeling, tenant_id, rijen)
    _vereis_past(handeling, tenant_id, rijen)
    return rijen


@gebruiksgeval("betaalbestand gemaakt")
def maak_betaalbestand(handeling: Handeling, uitvoeren_op: date) -> Betaalbestand:
    """Alle vrijgegeven betalingen die op deze dag mogen, in één bestand; elke betaling komt in precies één bestand.

    Wat er van een ontvanger nog te verrekenen staat gaat er eerst af. Blijft er van een betaling niets over, dan is zij
    gedaan zonder de bank; geldt dat voor alle, dan is er een lijst zonder inhoud voor de bank.
    """
    tenant_id = tenant_van(handeling)
    handeling.vereis(Recht.BETALEN)
    if uitvoeren_op < handeling.vandaag:
        raise fout_bij("uitvoeren_op", f"kies vandaag, {handeling.vandaag:%d-%m-%Y}, of een latere dag")
    rekening = rekening_van(handeling)
    if rekening is None:
        raise KanNiet(GEEN_REKENING)
    opdrachten = _aan_de_beurt(handeling, tenant_id, uitvoeren_op)
    if not opdrachten:
        raise KanNiet(_niets_aan_de_beurt(handeling, tenant_id, uitvoeren_op))
    boek(handeling, tenant_id, opdrachten)
    verrekend = verreken(handeling, tenant_id, opdrachten)
    bestand = _maak_bestand(handeling, rekening, opdrachten, uitvoeren_op)
    handeling.sessie.add(bestand)
    _neem_op(handeling, bestand, opdrachten)
    tel_betaald(handeling, bestand, opdrachten, verrekend)
    return bestand


def rekening_van(handeling: Handeling) -> Betaalrekening | None:
    """De rekening waarvan deze financier betaalt."""
    return handeling.sessie.scalar(
        select(Betaalrekening).where(Betaalrekening.tenant_id == tenant_van(handeling)).limit(1)
    )


def _van_versie(handeling: Handeling, tenant_id: str, gezien: Mapping[UUID, int]) -> list[Betaalopdracht]:
    """Deze betalingen zoals de vrager ze zag, in zo veel porties als nodig."""
    gelezen: dict[UUID, Betaalopdracht] = {}
    for portie in in_porties(gezien, PORTIE):
        vraag = select(Betaalopdracht).where(Betaalopdracht.tenant_id == tenant_id, Betaalopdracht.id.in_(portie))
        gelezen |= {een.id: een for een in handeling.sessie.scalars(vraag)}
    if gelezen.keys() != gezien.keys():
        raise NietGevonden
    if any(gelezen[een].versie != versie for een, versie in gezien.items()):
        raise Gewijzigd
    return [gelezen[een] for een in gezien]


def _vereis_facturen(handeling: Handeling, tenant_id: str, rijen: Sequence[Betaalopdracht]) -> None:
    """Heeft de werkwijze een factuur, dan wordt er niet zonder factuur betaald."""
    bij_declaratie = {rij.declaratie_id: rij for rij in rijen if rij.declaratie_id is not None}
    met_factuur: set[UUID] = set()
    for portie in in_porties(bij_declaratie, PORTIE):
        vraag = select(Factuur.declaratie_id).where(Factuur.tenant_id == tenant_id, Factuur.declaratie_id.in_(portie))
        met_factuur.update(handeling.sessie.scalars(vraag))
    zonder = [rij for declaratie_id, rij in bij_declaratie.items() if declaratie_id not in met_factuur]
    zaken = {zaak.id: zaak for zaak in _zaken(handeling, tenant_id, zonder)}
    for rij in zonder:
        if Voortgang.uit(zaken[rij.zaak_id].stappen, ()).stap(Zaakstap.FACTUUR) is not None:
            raise KanNiet(GEEN_FACTUUR.format(nummer=rij.nummer))


def _vereis_past(handeling: Handeling, tenant_id: str, rijen: Sequence[Betaalopdracht]) -> None:
    """Werd er na een later besluit minder toegekend, dan gaat er niets naar de bank tot het te veel weg is."""
    ids = dict.fromkeys(rij.zaak_id for rij in rijen if rij.declaratie_id is None)
    later: set[UUID] = set()
    for portie in in_porties(ids, PORTIE):
        van_zaak = (Besluit.tenant_id == tenant_id, Besluit.zaak_id.in_(portie))
        vraag = select(Besluit.zaak_id).where(*van_zaak, Besluit.aanleiding != Aanleiding.AANVRAAG)
        later.update(handeling.sessie.scalars(vraag))
    for zaak in _zaken(handeling, tenant_id, [rij for rij in rijen if rij.zaak_id in later]):
        verschil = verschil_na_besluit(handeling, zaak)
        if verschil is not None and verschil.te_veel > NUL_EURO:
            raise KanNiet(NIET_MEER.format(nummer=zaak.nummer))


def _zaken(handeling: Handeling, tenant_id: str, rijen: Sequence[Betaalopdracht]) -> list[Zaak]:
    zaken: list[Zaak] = []
    for portie in in_porties(dict.fromkeys(rij.zaak_id for rij in rijen), PORTIE):
        zaken += handeling.sessie.scalars(select(Zaak).where(Zaak.tenant_id == tenant_id, Zaak.id.in_(portie)))
    return zaken


def _aan_de_beurt(handeling: Handeling, tenant_id: str, uitvoeren_op: date) -> list[Betaalopdracht]:
    """De zaken eerst vast, in vaste volgorde: wie er tegelijk iets aan doet wacht, en niemand wacht op elkaar."""
    beurt = (
        Betaalopdracht.tenant_id == tenant_id,
        Betaalopdracht.status == Betaalstatus.VRIJGEGEVEN,
        Betaalopdracht.vanaf <= uitvoeren_op,
    )
    schuld = select(Vordering.zaak_id).where(Vordering.tenant_id == tenant_id, *TE_VERREKENEN)
    zaken = or_(Zaak.id.in_(select(Betaalopdracht.zaak_id).where(*beurt)), Zaak.id.in_(schuld))
    vast = select(Zaak.id).where(Zaak.tenant_id == tenant_id, zaken).order_by(Zaak.id).with_for_update()
    handeling.sessie.execute(vast).all()
    vraag = select(Betaalopdracht).where(*beurt).order_by(Betaalopdracht.nummer)
    return list(handeling.sessie.scalars(vraag.execution_options(populate_existing=True)))


def _niets_aan_de_beurt(handeling: Handeling, tenant_id: str, uitvoeren_op: date) -> str:
    """Was een collega net eerder, dan staat erbij welk bestand hij maakte."""
    vraag = select(Betaalbestand).where(Betaalbestand.tenant_id == tenant_id).order_by(Betaalbestand.id.desc())
    laatste = handeling.sessie.scalar(vraag.limit(1))
    if laatste is None or laatste.gemaakt_op.astimezone(NEDERLAND).date() != handeling.vandaag:
        return NIETS_AAN_DE_BEURT.format(dag=f"{uitvoeren_op:%d-%m-%Y}")
    return AL_IN_BESTAND.format(dag=f"{uitvoeren_op:%d-%m-%Y}", nummer=laatste.nummer, wie=laatste.door)


def _maak_bestand(
    handeling: Handeling, rekening: Betaalrekening, opdrachten: Sequence[Betaalopdracht], uitvoeren_op: date
) -> Betaalbestand:
    nummer = geef_nummer(handeling.sessie, rekening.tenant_id, NUMMERSOORT, handeling.vandaag.year)
    naar_bank = [een for een in opdrachten if een.netto > NUL_EURO]
    inhoud = schrijf_betaalbestand(nummer, uitvoeren_op, rekening, naar_bank) if naar_bank else b""
    return Betaalbestand(
        tenant_id=rekening.tenant_id,
        kant=Kant.FINANCIER,
        nummer=nummer,
        gemaakt_op=handeling.nu,
        door=handeling.vrager.naam,
        uitvoeren_op=uitvoeren_op,
        aantal=len(naar_bank),
        totaal=sum((een.netto for een in naar_bank), NUL_EURO),
        sha256=sha256(inhoud).hexdigest(),
        inhoud=inhoud,
    )


def schrijf_betaalbestand(
    nummer: str, uitvoeren_op: date, rekening: Betaalrekening, opdrachten: Sequence[Betaalopdracht]
) -> bytes:
    """Het bestand voor de bank; dezelfde betalingen geven dezelfde bytes."""
    ruw = {
        "bericht_id": nummer,
        "uitvoeringsdatum": uitvoeren_op.isoformat(),
        "betaler": {"naam": rekening.naam, "iban": rekening.iban, "bic": rekening.bic},
        "betalingen": [
            {
                "kenmerk": een.nummer,
                "naam": naar_sepa(een.begunstigde)[:NAAM_TEN_HOOGSTE],
                "iban": een.iban,
                "bedrag": een.netto.iso,
                "omschrijving": _omschrijving(een),
            }
            for een in opdrachten
        ],
    }
    from dakpan.betaling.betaalbestand.pain001 import schrijf_pain001  # noqa: PLC0415 - laadt de XML-bibliotheek

    try:
        return schrijf_pain001(lees_betaalopdracht(ruw))
    except InvoerFout as fout:
        raise KanNiet(f"De bank kan dit bestand niet lezen: {_wie(fout, opdrachten)}.") from fout


def _omschrijving(een: Betaalopdracht) -> str:
    """Wie minder krijgt dan op zijn factuur staat leest op zijn afschrift waarom. Een € telt voor de bank als drie."""
    eraf = f", EUR {een.verrekend.iso} verrekend" if een.verrekend > NUL_EURO else ""
    return f"{naar_sepa(een.omschrijving)[: OMSCHRIJVING_TEN_HOOGSTE - len(eraf)]}{eraf}"


def _wie(fout: InvoerFout, opdrachten: Sequence[Betaalopdracht]) -> str:
    """Welke betaling, en wat is ermee?"""
    zinnen = []
    for een in fout.fouten:
        deel = een.veld.split(".")
        is_betaling = deel[0] == "betalingen" and len(deel) > 1
        zinnen.append(f"{opdrachten[int(deel[1])].nummer if is_betaling else 'rekening'}: {een.melding}")
    return "; ".join(zinnen)


def _neem_op(handeling: Handeling, bestand: Betaalbestand, opdrachten: Sequence[Betaalopdracht]) -> None:
    """De betalingen gaan naar de bank; de organisatie van een gedeelde zaak mag dat weten."""
    zaken = _zaken(handeling, bestand.tenant_id, opdrachten)
    gedeeld = {zaak.id for zaak in zaken if zaak.kant is Kant.GEDEELD}
    for een in opdrachten:
        een.status = BETALING.na(een.status, "neem_op" if een.netto > NUL_EURO else "verreken")
        een.betaalbestand_id = bestand.id
        een.kant = Kant.GEDEELD if een.zaak_id in gedeeld else een.kant
    for begin in range(0, len(zaken), PORTIE):
        rond_alle_af(handeling, zaken[begin : begin + PORTIE], bestand.uitvoeren_op)
